import { EmbeddedActionsParser, type IToken, type TokenType } from 'chevrotain';
import * as token from './claim-tokens.ts';
import type { PhraseBuilder } from './phrase-builder.ts';

/**
 * The island grammar. Each kind of phrase has a rule; what begins none is text, so every sequence of tokens is a paragraph
 * and nothing is ever an error. The rules recognise; `PhraseBuilder` keeps the text that still looks for its claim.
 */
export class ClaimParser extends EmbeddedActionsParser {
  /** Nobody while the grammar is recorded. */
  builder: PhraseBuilder | undefined;
  // Alternatives are made once: a list made anew for each token costs more than the parsing. Few alternatives, since the
  // grammar is analysed at every start of the program: tokens that are a phrase on their own are one of them.
  readonly #phrases = [
    {
      ALT: () => {
        this.#single(this.CONSUME(token.Single));
        this.ACTION(() => this.#goOn());
      },
    },
    { ALT: () => this.#value(this.SUBRULE(this.figures)) },
    { ALT: () => this.SUBRULE(this.share) },
    { ALT: () => this.SUBRULE(this.shareOf) },
    { ALT: () => this.SUBRULE(this.shareTail) },
    { ALT: () => this.SUBRULE(this.completion) },
    { ALT: () => this.SUBRULE(this.completionNoun) },
    { ALT: () => this.SUBRULE(this.change) },
    { ALT: () => this.SUBRULE(this.against) },
  ];

  #found: IToken[] = [];
  readonly #moreFigures = {
    GATE: () => this.LA(2).tokenType === token.Figure,
    DEF: () => {
      this.OR(this.#joints);
      this.#found.push(this.CONSUME2(token.Figure));
    },
  };
  readonly #joints = [
    { ALT: () => this.CONSUME(token.Enumeration) },
    { ALT: () => this.CONSUME(token.Join) },
  ];

  constructor(options: { validate: boolean }) {
    super(vocabulary, { maxLookahead: 1, skipValidations: !options.validate });
    this.performSelfAnalysis();
  }

  readonly paragraph = this.RULE('paragraph', (): void => {
    this.MANY(() => {
      this.OR(this.#phrases);
    });
  });

  /** A figure, or several: 79.05%、20.95%, 415.00万元和110.00万元. */
  readonly figures = this.RULE('figures', (): IToken[] => {
    const found = [this.CONSUME1(token.Figure)];
    this.#found = found;
    this.MANY(this.#moreFigures);
    return found;
  });

  /** 占81.49% */
  readonly share = this.RULE('share', (): void => {
    const start = this.CONSUME(token.Share);
    const figures = this.SUBRULE(this.closeFigures);
    this.builder?.share(start, undefined, undefined, figures);
  });

  /** 占支出合计的99.93%, 占支出合计525.00万元的88.57% */
  readonly shareOf = this.RULE('shareOf', (): void => {
    const start = this.CONSUME(token.ShareOf);
    const words: IToken[] = [];
    this.MANY(() => {
      const word = this.CONSUME(token.BaseWord);
      words.push(word);
    });
    const baseFigure = this.#amount();
    this.OPTION2(() => this.CONSUME(token.ShareTail));
    const figures = this.SUBRULE(this.closeFigures);
    this.builder?.share(start, words, baseFigure, figures);
  });

  /** 比重为…% without 占 before: the base is not said, or stands in the subject. */
  readonly shareTail = this.RULE('shareTail', (): void => {
    const start = this.CONSUME(token.ShareTail);
    const figures = this.SUBRULE(this.closeFigures);
    this.builder?.shareTail(start, figures);
  });

  /** 完成年初预算的90.77%, 完成年初预算41万元的98.41% */
  readonly completion = this.RULE('completion', (): void => {
    const start = this.CONSUME(token.Completion);
    const baseFigure = this.#amount();
    this.OPTION2(() => this.CONSUME(token.ShareTail));
    this.OPTION3(() => this.CONSUME(token.Copula));
    const figures = this.SUBRULE(this.closeFigures);
    this.builder?.completion(start, true, baseFigure, figures);
  });

  /** 预算完成率93.69% */
  readonly completionNoun = this.RULE('completionNoun', (): void => {
    const start = this.CONSUME(token.CompletionNoun);
    const figures = this.SUBRULE(this.closeFigures);
    this.builder?.completion(start, false, undefined, figures);
  });

  /** 增加67.08万元, 下降2.89% */
  readonly change = this.RULE('change', (): void => {
    const start = this.CONSUME(token.Change);
    const figures = this.SUBRULE(this.closeFigures);
    this.builder?.change(start, figures);
  });

  /** 与上年度相比, 比2022年度的443.50万元 */
  readonly against = this.RULE('against', (): void => {
    const start = this.CONSUME(token.Against);
    const figure = this.#amount();
    this.builder?.against(start, figure);
  });

  /** The figures of a claim, with 约 before them; none where the sentence only began like one. */
  readonly closeFigures = this.RULE('closeFigures', (): IToken[] | undefined => {
    this.OPTION1(() => {
      const close = this.CONSUME(token.CloseBefore);
      this.builder?.closeness(close);
    });
    return this.OPTION2(() => this.SUBRULE(this.figures));
  });

  /** An amount that the base has beside its name: of two figures the first. */
  #amount(): IToken | undefined {
    return this.OPTION1({
      GATE: () => this.builder?.isAmount(this.LA(1)) ?? false,
      DEF: () => this.CONSUME(token.Figure),
    });
  }

  #value(figures: IToken[]): void {
    this.builder?.value(figures);
  }

  #single(found: IToken): void {
    this.builder?.[singles.get(found.tokenType) ?? 'text'](found);
  }

  /** Single tokens that follow a single token, which are most of a sentence: the same as choosing that alternative again. */
  #goOn(): void {
    let next = this.LA(1);
    while (token.Single.categoryMatchesMap?.[next.tokenTypeIdx] === true) {
      this.#single(next);
      next = this.SKIP_TOKEN();
    }
  }
}

const vocabulary: TokenType[] = [
  token.Single,
  token.BaseWord,
  token.Change,
  token.Text,
  ...token.CLAIM_TOKENS.map(({ type }) => type),
];

/** Ways of the builder to take a single token. */
type Single = {
  [K in keyof PhraseBuilder]: PhraseBuilder[K] extends (found: IToken) => void ? K : never;
}[keyof PhraseBuilder];

/** What each token on its own is taken as; those that are not named here are text. */
const singles: ReadonlyMap<TokenType, Single> = new Map<TokenType, Single>([
  [token.Comma, 'comma'],
  [token.Copula, 'copula'],
  [token.Enumeration, 'enumeration'],
  [token.Each, 'each'],
  [token.Respectively, 'respectively'],
  [token.CloseBefore, 'closeness'],
  [token.Compared, 'compared'],
  [token.Level, 'level'],
  [token.GreaterOrLess, 'greaterOrLess'],
  [token.Absence, 'absence'],
  [token.List, 'list'],
  [token.Purpose, 'among'],
  [token.Among, 'among'],
  [token.Reason, 'reason'],
  [token.Year, 'year'],
  [token.LastYear, 'year'],
  [token.DateMark, 'date'],
  [token.ClassMark, 'pathMark'],
  [token.GroupMark, 'pathMark'],
  [token.ItemMark, 'pathMark'],
  [token.Colon, 'colon'],
  [token.Semicolon, 'semicolon'],
  [token.Stop, 'stop'],
  [token.Numbering, 'item'],
  [token.OpenRound, 'open'],
  [token.CloseRound, 'close'],
  [token.Bare, 'bare'],
]);
