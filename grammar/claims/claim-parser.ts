import { EmbeddedActionsParser, type IToken } from 'chevrotain';
import * as token from './claim-tokens.ts';
import type { PhraseBuilder } from './phrase-builder.ts';

/**
 * The island grammar. Each kind of phrase has a rule; what begins none is text, so every sequence of tokens is a paragraph
 * and nothing is ever an error. The rules recognise; `PhraseBuilder` keeps the text that still looks for its claim.
 */
export class ClaimParser extends EmbeddedActionsParser {
  /** Nobody while the grammar is recorded. */
  builder: PhraseBuilder | undefined;
  // Alternatives are made once: a list made anew for each token costs more than the parsing.
  readonly #phrases = [
    { ALT: () => this.#act('text', this.CONSUME(token.Text)) },
    { ALT: () => this.#act('comma', this.CONSUME(token.Comma)) },
    { ALT: () => this.#value(this.SUBRULE(this.figures)) },
    { ALT: () => this.#act('text', this.CONSUME(token.Aside)) },
    { ALT: () => this.#act('copula', this.CONSUME(token.Copula)) },
    { ALT: () => this.#act('enumeration', this.CONSUME(token.Enumeration)) },
    { ALT: () => this.#act('each', this.CONSUME(token.Each)) },
    { ALT: () => this.#act('respectively', this.CONSUME(token.Respectively)) },
    { ALT: () => this.#act('closeness', this.CONSUME(token.CloseBefore)) },
    { ALT: () => this.SUBRULE(this.share) },
    { ALT: () => this.SUBRULE(this.shareOf) },
    { ALT: () => this.SUBRULE(this.shareTail) },
    { ALT: () => this.SUBRULE(this.completion) },
    { ALT: () => this.SUBRULE(this.completionNoun) },
    { ALT: () => this.SUBRULE(this.change) },
    { ALT: () => this.SUBRULE(this.against) },
    { ALT: () => this.#act('compared', this.CONSUME(token.Compared)) },
    { ALT: () => this.#act('level', this.CONSUME(token.Level)) },
    { ALT: () => this.#act('greaterOrLess', this.CONSUME(token.GreaterOrLess)) },
    { ALT: () => this.#act('absence', this.CONSUME(token.Absence)) },
    { ALT: () => this.#act('list', this.CONSUME(token.List)) },
    { ALT: () => this.#act('among', this.CONSUME(token.Purpose)) },
    { ALT: () => this.#act('among', this.CONSUME(token.Among)) },
    { ALT: () => this.#act('reason', this.CONSUME(token.Reason)) },
    { ALT: () => this.#act('year', this.CONSUME(token.Year)) },
    { ALT: () => this.#act('year', this.CONSUME(token.LastYear)) },
    { ALT: () => this.#act('date', this.CONSUME(token.DateMark)) },
    { ALT: () => this.SUBRULE(this.pathMark) },
    { ALT: () => this.#act('colon', this.CONSUME(token.Colon)) },
    { ALT: () => this.#act('semicolon', this.CONSUME(token.Semicolon)) },
    { ALT: () => this.#act('stop', this.CONSUME(token.Stop)) },
    { ALT: () => this.#act('item', this.CONSUME(token.Numbering)) },
    { ALT: () => this.#act('open', this.CONSUME(token.OpenRound)) },
    { ALT: () => this.#act('close', this.CONSUME(token.CloseRound)) },
    { ALT: () => this.#act('text', this.CONSUME(token.Plain)) },
    { ALT: () => this.#act('text', this.CONSUME(token.Join)) },
    { ALT: () => this.#act('bare', this.CONSUME(token.Bare)) },
  ];
  readonly #words = [
    { ALT: () => this.CONSUME(token.Text) },
    { ALT: () => this.CONSUME(token.Plain) },
    { ALT: () => this.CONSUME(token.Aside) },
    { ALT: () => this.CONSUME(token.Year) },
    { ALT: () => this.CONSUME(token.ClassMark) },
    { ALT: () => this.CONSUME(token.GroupMark) },
    { ALT: () => this.CONSUME(token.ItemMark) },
    { ALT: () => this.CONSUME(token.Copula) },
  ];
  readonly #changes = [
    { ALT: () => this.CONSUME(token.Increase) },
    { ALT: () => this.CONSUME(token.Decrease) },
    { ALT: () => this.CONSUME(token.Alteration) },
  ];
  readonly #marks = [
    { ALT: () => this.CONSUME(token.ClassMark) },
    { ALT: () => this.CONSUME(token.GroupMark) },
    { ALT: () => this.CONSUME(token.ItemMark) },
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
    super(token.CLAIM_TOKENS as never, { maxLookahead: 1, skipValidations: !options.validate });
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
      const word = this.OR(this.#words);
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
    const start = this.OR(this.#changes);
    const figures = this.SUBRULE(this.closeFigures);
    this.builder?.change(start, figures);
  });

  /** 与上年度相比, 比2022年度的443.50万元 */
  readonly against = this.RULE('against', (): void => {
    const start = this.CONSUME(token.Against);
    const figure = this.#amount();
    this.builder?.against(start, figure);
  });

  readonly pathMark = this.RULE('pathMark', (): void => {
    const mark = this.OR(this.#marks);
    this.builder?.pathMark(mark);
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

  #act(
    name: {
      [K in keyof PhraseBuilder]: PhraseBuilder[K] extends (found: IToken) => void ? K : never;
    }[keyof PhraseBuilder],
    found: IToken,
  ): void {
    this.builder?.[name](found);
  }
}
