import { EmbeddedActionsParser, type IToken, tokenMatcher } from 'chevrotain';
import { CellBuilder } from './cell-builder.ts';
import { SCOPES, TOLERANCE_WORD } from './functions.ts';
import { syntaxMessages } from './parser-messages.ts';
import { readSelector } from './selector.ts';
import type {
  CellNode,
  Expression,
  Piece,
  Product,
  Range,
  ReferenceStep,
  Relation,
  Sum,
} from './syntax-tree.ts';
import * as token from './tokens.ts';
import { foldWidth } from './width.ts';

/** What the definition rule reads. */
export interface DefinitionParts {
  readonly name: Piece;
  readonly expression: Expression;
}

/** What the assertion rule reads. */
export interface AssertionParts {
  readonly left: Expression;
  readonly relation: Relation;
  readonly right: Expression;
  readonly tolerance: Expression | undefined;
  readonly explanation: Piece | undefined;
}

export interface HeaderParts {
  readonly key: Piece;
  readonly value: Range;
}

export interface DirectiveParts {
  readonly word: string;
  readonly rules: readonly Piece[];
  readonly reason: Range | undefined;
}

export interface TableStartParts {
  readonly marked: boolean;
  /** Everything between 表 and the unit. */
  readonly title: Range;
  readonly unit: Range | undefined;
}

/** One part of a table-field line before the vocabulary is asked what a run of words means. */
export interface FieldPart {
  readonly kind: 'number' | 'unit' | 'keyword' | 'date' | 'year' | 'words';
  readonly start: number;
  readonly end: number;
  /** End of the keyword with its colon, where there is one. */
  readonly valueStart: number;
}

const MONEY_UNITS = new Set(['元', '万元', '亿元']);
const NOWHERE: Range = { start: 0, end: 0 };

/**
 * One rule for each kind of line that has an inner structure. Actions build the nodes of the syntax tree directly: there is
 * no concrete tree in between (embedded actions parse a seed-sized report about four times faster than tree and visitor).
 *
 * A rule gives undefined where its line could not be read; `errors` then says why. Nothing is recovered inside a line.
 */
export class LineParser extends EmbeddedActionsParser {
  /** Offset in the text of the line's slice that the tokens come from. */
  base = 0;
  readonly #cells = new CellBuilder();

  constructor(options: { validate: boolean }) {
    super(token.TOKENS as never, {
      maxLookahead: 1,
      skipValidations: !options.validate,
      errorMessageProvider: syntaxMessages,
    });
    this.performSelfAnalysis();
  }

  // ---- lines ---------------------------------------------------------------------------------------------------------

  readonly headerField = this.RULE('headerField', (): HeaderParts => {
    const key = this.CONSUME(token.HeaderKey);
    const colon = this.CONSUME(token.HeaderColon);
    const rest = this.OPTION(() => this.CONSUME(token.Rest));
    return this.ACTION(() => ({
      key: this.#piece(key, withoutBlanks(key.image)),
      value: rest ? this.#range(rest) : { start: this.#end(colon), end: this.#end(colon) },
    }));
  });

  readonly definition = this.RULE('definition', (): DefinitionParts => {
    this.CONSUME(token.DefineWord);
    const name = this.CONSUME(token.Name);
    this.CONSUME(token.Relation);
    const expression = this.SUBRULE(this.expression);
    return this.ACTION(() => ({ name: this.#piece(name, foldWidth(name.image)), expression }));
  });

  readonly assertion = this.RULE('assertion', (): AssertionParts => {
    this.CONSUME(token.AssertWord);
    return this.SUBRULE(this.comparison);
  });

  readonly comparison = this.RULE('comparison', (): AssertionParts => {
    const left = this.SUBRULE1(this.expression);
    const relation = this.CONSUME(token.Relation);
    const right = this.SUBRULE2(this.expression);
    const tolerance = this.OPTION1({
      GATE: () => this.LA(1).image === TOLERANCE_WORD,
      DEF: () => {
        this.CONSUME(token.Name);
        return this.SUBRULE3(this.expression);
      },
    });
    const explanation = this.OPTION2(() => this.CONSUME(token.Quoted));
    return this.ACTION(() => ({
      left,
      relation: relationOf(relation.image),
      right,
      tolerance,
      explanation: explanation && this.#inner(explanation),
    }));
  });

  readonly directive = this.RULE('directive', (): DirectiveParts => {
    this.CONSUME(token.CommentMark);
    const word = this.CONSUME(token.DirectiveWord);
    const rules: Piece[] = [];
    this.MANY(() => {
      this.OR([
        {
          ALT: () => {
            const rule = this.CONSUME(token.RuleId);
            this.ACTION(() => rules.push(this.#piece(rule, rule.image)));
          },
        },
        { ALT: () => this.CONSUME(token.RuleComma) },
      ]);
    });
    const reason = this.OPTION(() => {
      this.CONSUME(token.ReasonMark);
      return this.OPTION1(() => this.CONSUME(token.Rest));
    });
    return this.ACTION(() => ({
      word: word.image,
      rules,
      reason: reason && this.#range(reason),
    }));
  });

  readonly tableStart = this.RULE('tableStart', (): TableStartParts => {
    const marked = this.OPTION(() => this.CONSUME1(token.TableWord)) !== undefined;
    let first: IToken | undefined;
    let last: IToken | undefined;
    let unit: IToken | undefined;
    this.MANY(() => {
      const next = this.OR([
        { ALT: () => this.CONSUME(token.Word) },
        { ALT: () => this.CONSUME(token.FormNumber) },
        { ALT: () => this.CONSUME(token.UnitBracket) },
        { ALT: () => this.CONSUME2(token.TableWord) },
      ]);
      this.ACTION(() => {
        // Only the last bracket is the unit; one that more text follows belongs to the name.
        if (unit) last = unit;
        unit = next.tokenType === token.UnitBracket ? next : undefined;
        if (!unit) last = next;
        first ??= next;
      });
    });
    return this.ACTION(() => ({
      marked,
      title: first && last ? { start: this.#start(first), end: this.#end(last) } : NOWHERE,
      unit: unit && this.#range(unit),
    }));
  });

  readonly tableField = this.RULE('tableField', (): readonly FieldPart[] => {
    const parts: FieldPart[] = [];
    this.AT_LEAST_ONE(() => {
      this.OR([
        { ALT: () => this.#addPart(parts, 'number', this.CONSUME(token.FormNumber)) },
        { ALT: () => this.#addPart(parts, 'unit', this.CONSUME(token.UnitBracket)) },
        { ALT: () => this.#addPart(parts, 'date', this.CONSUME(token.DateField)) },
        { ALT: () => this.#addPart(parts, 'year', this.CONSUME(token.YearField)) },
        { ALT: () => this.#addPart(parts, 'keyword', this.CONSUME(token.FieldKeyword)) },
        { ALT: () => this.#addPart(parts, 'words', this.CONSUME(token.Word)) },
      ]);
    });
    return parts;
  });

  readonly barRow = this.RULE('barRow', (): readonly CellNode[] => {
    const first = this.CONSUME1(token.Bar);
    this.ACTION(() => this.#cells.begin(this.base, this.#end(first)));
    this.MANY(() => {
      this.OR([
        {
          ALT: () => {
            const bar = this.CONSUME2(token.Bar);
            this.ACTION(() => this.#cells.separate(bar));
          },
        },
        { ALT: () => this.SUBRULE(this.cellPiece) },
      ]);
    });
    return this.ACTION(() => this.#cells.finish('bar'));
  });

  readonly tabRow = this.RULE('tabRow', (): readonly CellNode[] => {
    this.ACTION(() => this.#cells.begin(this.base, this.base));
    this.MANY(() => {
      this.OR([
        {
          ALT: () => {
            const tab = this.CONSUME(token.Tab);
            this.ACTION(() => this.#cells.separate(tab));
          },
        },
        { ALT: () => this.SUBRULE(this.cellPiece) },
      ]);
    });
    return this.ACTION(() => this.#cells.finish('tab'));
  });

  readonly cellPiece = this.RULE('cellPiece', (): void => {
    const piece = this.OR([
      { ALT: () => this.CONSUME(token.CellText) },
      { ALT: () => this.CONSUME(token.CellMark) },
      { ALT: () => this.CONSUME(token.Escape) },
      { ALT: () => this.CONSUME(token.LineBreakTag) },
      { ALT: () => this.CONSUME(token.Emphasis) },
    ]);
    this.ACTION(() => this.#cells.add(piece));
  });

  // ---- expressions ---------------------------------------------------------------------------------------------------

  readonly expression = this.RULE('expression', (): Expression => {
    const first = this.SUBRULE1(this.product);
    let terms: { sign: 1 | -1; operand: Expression }[] | undefined;
    this.MANY(() => {
      const operator = this.OR([
        { ALT: () => this.CONSUME(token.Plus) },
        { ALT: () => this.CONSUME(token.Minus) },
      ]);
      const operand = this.SUBRULE2(this.product);
      this.ACTION(() => {
        terms ??= [{ sign: 1, operand: first }];
        terms.push({ sign: tokenMatcher(operator, token.Plus) ? 1 : -1, operand });
      });
    });
    return this.ACTION(() => (terms ? sum(terms) : first));
  });

  readonly product = this.RULE('product', (): Expression => {
    const first = this.SUBRULE1(this.unary);
    let factors: { operator: '*' | '/'; operand: Expression }[] | undefined;
    this.MANY(() => {
      const operator = this.OR([
        { ALT: () => this.CONSUME(token.Times) },
        { ALT: () => this.CONSUME(token.Divide) },
      ]);
      const operand = this.SUBRULE2(this.unary);
      this.ACTION(() => {
        factors ??= [{ operator: '*', operand: first }];
        factors.push({ operator: tokenMatcher(operator, token.Times) ? '*' : '/', operand });
      });
    });
    return this.ACTION(() => (factors ? product(factors) : first));
  });

  readonly unary = this.RULE('unary', (): Expression => {
    const minus = this.OPTION(() => this.CONSUME(token.Minus));
    const operand = this.SUBRULE(this.primary);
    return this.ACTION(() =>
      minus ? { kind: 'negation', operand, start: this.#start(minus), end: operand.end } : operand,
    );
  });

  readonly primary = this.RULE(
    'primary',
    (): Expression =>
      this.OR([
        { ALT: () => this.SUBRULE(this.number) },
        { ALT: () => this.SUBRULE(this.named) },
        { ALT: () => this.SUBRULE(this.group) },
      ]),
  );

  readonly group = this.RULE('group', (): Expression => {
    const open = this.CONSUME(token.OpenRound);
    const inner = this.SUBRULE(this.expression);
    const close = this.CONSUME(token.CloseRound);
    return this.ACTION(() => ({
      kind: 'group',
      inner,
      start: this.#start(open),
      end: this.#end(close),
    }));
  });

  readonly number = this.RULE('number', (): Expression => {
    const digits = this.CONSUME(token.Digits);
    const unit = this.OPTION({
      GATE: () => this.LA(1).tokenType === token.Percent || MONEY_UNITS.has(this.LA(1).image),
      DEF: () =>
        this.OR([
          { ALT: () => this.CONSUME(token.Percent) },
          { ALT: () => this.CONSUME(token.Name) },
        ]),
    });
    return this.ACTION(() => ({
      kind: 'number',
      digits: foldWidth(digits.image),
      unit: unit && foldWidth(unit.image),
      start: this.#start(digits),
      end: this.#end(unit ?? digits),
    }));
  });

  /** A reference, a function with its parameters, or a name given with 设: all begin with a name. */
  readonly named = this.RULE('named', (): Expression => {
    const name = this.CONSUME(token.Name);
    return this.OR([
      {
        ALT: () => {
          const parameters: Expression[] = [];
          this.CONSUME(token.OpenRound);
          const first = this.SUBRULE1(this.expression);
          this.ACTION(() => parameters.push(first));
          this.MANY1(() => {
            this.CONSUME(token.Comma);
            const next = this.SUBRULE2(this.expression);
            this.ACTION(() => parameters.push(next));
          });
          const close = this.CONSUME(token.CloseRound);
          return this.ACTION(
            (): Expression => ({
              kind: 'call',
              name: this.#piece(name, foldWidth(name.image)),
              parameters,
              start: this.#start(name),
              end: this.#end(close),
            }),
          );
        },
      },
      {
        ALT: () => {
          const steps: ReferenceStep[] = [];
          this.MANY2(() => {
            const step = this.OR2([
              { ALT: () => this.SUBRULE(this.bracketStep) },
              { ALT: () => this.SUBRULE(this.memberStep) },
            ]);
            this.ACTION(() => steps.push(step));
          });
          return this.ACTION(() => this.#reference(name, steps));
        },
      },
    ]);
  });

  readonly bracketStep = this.RULE('bracketStep', (): ReferenceStep => {
    const open = this.CONSUME(token.OpenSquare);
    const text = this.CONSUME(token.SelectorText);
    const close = this.CONSUME(token.CloseSquare);
    return this.ACTION(() => ({
      kind: 'bracket',
      selector: readSelector(text.image),
      start: this.#start(open),
      end: this.#end(close),
    }));
  });

  readonly memberStep = this.RULE('memberStep', (): ReferenceStep => {
    const dot = this.CONSUME(token.Dot);
    return this.OR([
      {
        ALT: () => {
          const quoted = this.CONSUME(token.Quoted);
          return this.ACTION(() => this.#member(dot, quoted, this.#inner(quoted).value, true));
        },
      },
      {
        ALT: () => {
          const star = this.CONSUME(token.Times);
          return this.ACTION(() => this.#member(dot, star, '*', false));
        },
      },
      {
        // `栏次 3`
        ALT: () => {
          const name = this.CONSUME1(token.Name);
          const number = this.OPTION1({
            GATE: () => name.image === '栏次',
            DEF: () => this.CONSUME1(token.Digits),
          });
          return this.ACTION(() =>
            this.#member(dot, number ?? name, foldWidth(name.image + (number?.image ?? '')), false),
          );
        },
      },
      {
        // `2023年决算数`
        ALT: () => {
          const digits = this.CONSUME2(token.Digits);
          const name = this.OPTION2({
            GATE: () => this.LA(1).startOffset === digits.startOffset + digits.image.length,
            DEF: () => this.CONSUME2(token.Name),
          });
          return this.ACTION(() =>
            this.#member(dot, name ?? digits, foldWidth(digits.image + (name?.image ?? '')), false),
          );
        },
      },
    ]);
  });

  // ---- building nodes ------------------------------------------------------------------------------------------------

  #reference(name: IToken, steps: readonly ReferenceStep[]): Expression {
    const last = steps.at(-1);
    if (!last) {
      const { start, end, value } = this.#piece(name, foldWidth(name.image));
      return { kind: 'name', name: value, start, end };
    }
    const scope = SCOPES.find((word) => word === name.image);
    const table = steps[0];
    const start = this.#start(name);
    if (scope && table?.kind === 'member') {
      return {
        kind: 'reference',
        scope,
        table: {
          value: table.name,
          start: table.end - (table.quoted ? table.name.length + 2 : table.name.length),
          end: table.end,
        },
        steps: steps.slice(1),
        start,
        end: last.end,
      };
    }
    return {
      kind: 'reference',
      scope: undefined,
      table: this.#piece(name, foldWidth(name.image)),
      steps,
      start,
      end: last.end,
    };
  }

  #member(dot: IToken, last: IToken, name: string, quoted: boolean): ReferenceStep {
    return { kind: 'member', name, quoted, start: this.#start(dot), end: this.#end(last) };
  }

  #addPart(parts: FieldPart[], kind: FieldPart['kind'], image: IToken): void {
    this.ACTION(() => {
      const start = this.#start(image);
      const end = this.#end(image);
      parts.push({ kind, start, end, valueStart: kind === 'keyword' ? end : start });
    });
  }

  #start(image: IToken): number {
    return this.base + image.startOffset;
  }

  #end(image: IToken): number {
    return this.base + image.startOffset + image.image.length;
  }

  #range(image: IToken): Range {
    return { start: this.#start(image), end: this.#end(image) };
  }

  #piece(image: IToken, value: string): Piece {
    return { value, start: this.#start(image), end: this.#end(image) };
  }

  /** What a quoted token holds, without the quotation marks. */
  #inner(quoted: IToken): Piece {
    return {
      value: quoted.image.slice(1, -1),
      start: this.#start(quoted) + 1,
      end: this.#end(quoted) - 1,
    };
  }
}

function sum(terms: Sum['terms']): Expression {
  return { kind: 'sum', terms, ...span(terms) };
}

function product(factors: Product['factors']): Expression {
  return { kind: 'product', factors, ...span(factors) };
}

function span(parts: readonly { readonly operand: Expression }[]): Range {
  return { start: parts[0]?.operand.start ?? 0, end: parts.at(-1)?.operand.end ?? 0 };
}

function withoutBlanks(image: string): string {
  return image.replace(/\s+/g, '');
}

function relationOf(image: string): Relation {
  switch (foldWidth(image)) {
    case '!=':
    case '≠':
      return '≠';
    case '<=':
    case '≤':
    case '≦':
      return '≤';
    case '>=':
    case '≥':
    case '≧':
      return '≥';
    case '<':
      return '<';
    case '>':
      return '>';
    default:
      return '=';
  }
}
