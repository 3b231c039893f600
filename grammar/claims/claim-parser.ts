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
    {
      ALT: () => {
        this.#value(this.SUBRULE(this.figures));
        this.ACTION(() => this.#goOn());
      },
    },
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
    const figures = this.#closeFigures();
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
    const figures = this.#closeFigures();
    this.builder?.share(start, words, baseFigure, figures);
  });

  /** 比重为…% without 占 before: the base is not said, or stands in the subject. */
  readonly shareTail = this.RULE('shareTail', (): void => {
    const start = this.CONSUME(token.ShareTail);
    const figures = this.#closeFigures();
    this.builder?.shareTail(start, figures);
  });

  /** 完成年初预算的90.77%, 完成年初预算41万元的98.41% */
  readonly completion = this.RULE('completion', (): void => {
    const start = this.CONSUME(token.Completion);
    const baseFigure = this.#amount();
    this.OPTION2(() => this.CONSUME(token.ShareTail));
    this.OPTION3(() => this.CONSUME(token.Copula));
    const figures = this.#closeFigures();
    this.builder?.completion(start, true, baseFigure, figures);
  });

  /** 预算完成率93.69% */
  readonly completionNoun = this.RULE('completionNoun', (): void => {
    const start = this.CONSUME(token.CompletionNoun);
    const figures = this.#closeFigures();
    this.builder?.completion(start, false, undefined, figures);
  });

  /** 增加67.08万元, 下降2.89% */
  readonly change = this.RULE('change', (): void => {
    const start = this.CONSUME(token.Change);
    const figures = this.#closeFigures();
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

  #closeFigures(): IToken[] | undefined {
    return this.ACTION(() => this.#loneFigure()) ?? this.SUBRULE(this.closeFigures);
  }

  /** A figure that no other one is joined to, which is what most claims have: the same as the rules would give. */
  #loneFigure(): IToken[] | undefined {
    const next = this.LA(1);
    if (next.tokenType !== token.Figure || isJoint(this.LA(2))) return undefined;
    this.SKIP_TOKEN();
    return [next];
  }

  #value(figures: IToken[]): void {
    this.builder?.value(figures);
  }

  #single(found: IToken): void {
    const { builder } = this;
    if (builder) (singles[found.tokenTypeIdx] ?? asText)(builder, found);
  }

  /**
   * Single tokens and values that follow one, which are most of a sentence: the same as choosing that alternative again.
   */
  #goOn(): void {
    for (let next = this.LA(1); ; ) {
      if (token.Single.categoryMatchesMap?.[next.tokenTypeIdx] === true) this.#single(next);
      else if (next.tokenType === token.Figure && !isJoint(this.LA(2))) this.#value([next]);
      else return;
      next = this.SKIP_TOKEN();
    }
  }
}

/** Whether another figure may belong to the one before. */
function isJoint({ tokenType }: IToken): boolean {
  return tokenType === token.Enumeration || tokenType === token.Join;
}

const vocabulary: TokenType[] = [
  token.Single,
  token.BaseWord,
  token.Change,
  token.Text,
  ...token.CLAIM_TOKENS.map(({ type }) => type),
];

/** How the builder takes a single token. */
type Take = (builder: PhraseBuilder, found: IToken) => void;

const asText: Take = (builder, found) => builder.text(found);

/** By the number of the token's type; those that are not named here are text. */
const singles: (Take | undefined)[] = [];
const takes: readonly (readonly [Take, ...TokenType[]])[] = [
  [(builder, found) => builder.comma(found), token.Comma],
  [(builder, found) => builder.copula(found), token.Copula],
  [(builder, found) => builder.enumeration(found), token.Enumeration],
  [(builder, found) => builder.each(found), token.Each],
  [(builder, found) => builder.respectively(found), token.Respectively],
  [(builder, found) => builder.closeness(found), token.CloseBefore],
  [(builder, found) => builder.compared(found), token.Compared],
  [(builder, found) => builder.level(found), token.Level],
  [(builder, found) => builder.greaterOrLess(found), token.GreaterOrLess],
  [(builder, found) => builder.absence(found), token.Absence],
  [(builder, found) => builder.list(found), token.List],
  [(builder, found) => builder.among(found), token.Purpose, token.Among],
  [(builder, found) => builder.reason(found), token.Reason],
  [(builder, found) => builder.year(found), token.Year, token.LastYear],
  [(builder, found) => builder.date(found), token.DateMark],
  [(builder, found) => builder.pathMark(found), token.ClassMark, token.GroupMark, token.ItemMark],
  [(builder, found) => builder.colon(found), token.Colon],
  [(builder, found) => builder.semicolon(found), token.Semicolon],
  [(builder, found) => builder.stop(found), token.Stop],
  [(builder, found) => builder.item(found), token.Numbering],
  [(builder, found) => builder.open(found), token.OpenRound],
  [(builder, found) => builder.close(found), token.CloseRound],
  [(builder, found) => builder.bare(found), token.Bare],
];
for (const [take, ...types] of takes) {
  for (const { tokenTypeIdx } of types) singles[tokenTypeIdx as number] = take;
}
