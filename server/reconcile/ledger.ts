/**
 * The ledger of a report (LANGUAGE §4): every figure with its place, what it was read as, and its verdict. "Clean" and
 * "could not be read" are never the same.
 */
import type { Binding, Range } from '../../grammar/syntax-tree.ts';
import type { Aspect, Narrative, NarrativeFigure } from '../claims/claim.ts';
import type { Cell, Report } from '../report/model.ts';
import type { BindingJudgement } from './bindings.ts';
import { cellVerdicts } from './cell-verdicts.ts';
import type { ClaimOutcome } from './claim-outcome.ts';
import type { Outcome } from './constraint.ts';
import { type FigureState, figureStates } from './figure-states.ts';
import { CellEntries, ProseWriter } from './ledger-words.ts';
import type { Explanation } from './localise/explanation.ts';
import { judgedEvaluation } from './performance/judge-evaluation.ts';
import { mayBeEvaluation } from './performance/read-evaluation.ts';

/**
 * - `verified`: it stands in at least one constraint that could have failed, and all hold.
 * - `wrong`: a constraint over it is broken, or a finding of error level stands on it.
 * - `stated`: read, but nothing in the report can confirm it.
 * - `waived`: its author declared that it needs no check.
 * - `unread`: what it says was not understood.
 */
export type FigureVerdict = 'verified' | 'wrong' | 'stated' | 'waived' | 'unread';

/** How a figure was read. */
export type FigureReading = 'bound' | 'claimed' | 'cell' | 'unread';

/** One figure. Its words are put together when they are asked for. */
export interface LedgerEntry extends Range {
  readonly kind: 'prose' | 'cell';
  readonly reading: FigureReading;
  readonly verdict: FigureVerdict;
  readonly isZero: boolean;
  /** Its sign and digits alone. */
  readonly number: Range;
  /** As printed, with its unit: `98.20万元`. */
  readonly printed: string;
  /** What it is the value of: a subject of the narrative, or the row of a table. */
  readonly subject: string | undefined;
  readonly aspect: Aspect | undefined;
  /** The heading that it stands under, or its table. */
  readonly where: string | undefined;
  /** What it is the value of in the language, as it could be bound: `占比(公开03表[合计].基本支出, …)`. */
  readonly expression: string | undefined;
  /** The same with the numbers put in: `占比(98.20, 120.50) = 81.49%`. */
  readonly calculation: string | undefined;
  /** What it should be, where it is wrong and that is known. */
  readonly expected: string | undefined;
}

export interface Coverage {
  readonly tables: CoverageCount;
  readonly narrative: CoverageCount;
}

/** Counts of figures by verdict, zero figures apart. */
export interface CoverageCount {
  readonly nonZero: VerdictCount;
  readonly zero: VerdictCount;
}

export type VerdictCount = Readonly<Record<FigureVerdict, number>>;

export interface LedgerInput {
  readonly report: Report;
  readonly narrative: Narrative;
  readonly claimOutcomes: readonly ClaimOutcome[];
  readonly outcomes: readonly Outcome[];
  readonly bindings: readonly BindingJudgement[];
  readonly explanation: Explanation;
  /** The places that a finding of error level stands on. */
  readonly errors: readonly Range[];
}

export class Ledger {
  readonly #input: LedgerInput;
  readonly #states: ReadonlyMap<NarrativeFigure, FigureState>;
  readonly #cells: ReadonlyMap<Cell, boolean>;
  readonly #errors: ReadonlySet<number>;
  #prose: readonly LedgerEntry[] | undefined;
  #cellEntries: readonly LedgerEntry[] | undefined;

  constructor(input: LedgerInput) {
    this.#input = input;
    this.#states = figureStates(input.claimOutcomes);
    this.#cells = cellVerdicts(input.outcomes, input.explanation);
    this.#errors = new Set(input.errors.map(keyOf));
  }

  /** Figures of the narrative, and those that their author bound elsewhere, in order of place. */
  get prose(): readonly LedgerEntry[] {
    if (this.#prose === undefined) {
      const writer = new ProseWriter(this.#input, this.#states);
      this.#prose = this.#proseFigures().map((one) => writer.entry(one));
    }
    return this.#prose;
  }

  /** Figures of the tables, in order of place. */
  get cells(): readonly LedgerEntry[] {
    if (this.#cellEntries === undefined) {
      const entries = new CellEntries(this.#input.report, this.#input.outcomes);
      const found: LedgerEntry[] = [];
      this.#eachCell((cell, verdict) => found.push(entries.entry(cell, verdict)));
      this.#cellEntries = found;
    }
    return this.#cellEntries;
  }

  /** All figures in order of place. */
  get entries(): readonly LedgerEntry[] {
    return [...this.prose, ...this.cells].sort((a, b) => a.start - b.start || a.end - b.end);
  }

  get coverage(): Coverage {
    const tables = { nonZero: tally(), zero: tally() };
    this.#eachCell((cell, verdict) => {
      const { reading } = cell;
      const isZero = reading.kind === 'figure' && reading.figure.units === 0;
      (isZero ? tables.zero : tables.nonZero)[verdict] += 1;
    });
    const narrative = { nonZero: tally(), zero: tally() };
    for (const { verdict, isZero } of this.#proseFigures()) {
      (isZero ? narrative.zero : narrative.nonZero)[verdict] += 1;
    }
    return { tables, narrative };
  }

  #proseFigures(): readonly ProseFigure[] {
    const { narrative, bindings, report } = this.#input;
    const found: ProseFigure[] = [];
    const bound = boundFigures(report, bindings);
    let next = 0;
    const addBound = (before: number): void => {
      for (let one = bound[next]; one !== undefined && one.start < before; one = bound[++next]) {
        found.push(one);
      }
    };
    for (const figure of narrative.figures) {
      const { start, end, number } = figure;
      addBound(start);
      const one = bound[next];
      if (one !== undefined && one.figure.start < end) {
        found.push({
          ...one,
          start: Math.min(start, one.start),
          end: Math.max(end, one.end),
          claimed: figure,
        });
        next += 1;
        continue;
      }
      const state = this.#states.get(figure);
      const isMalformed = number.malformed !== undefined;
      found.push({
        start,
        end,
        claimed: figure,
        judgement: undefined,
        figure: number.number,
        isZero: number.units === 0 && !isMalformed,
        verdict:
          isMalformed || this.#errors.has(keyOf(figure)) ? 'wrong' : verdictOf(figure, state),
        state,
      });
    }
    addBound(Number.POSITIVE_INFINITY);
    return found;
  }

  #eachCell(visit: (cell: Cell, verdict: FigureVerdict) => void): void {
    const { report } = this.#input;
    for (const table of report.tables) {
      const evaluated = mayBeEvaluation(table) ? judgedEvaluation(table).verdicts : undefined;
      for (const row of table.rows) {
        for (const cell of row.cells) {
          if (cell === undefined) continue;
          const { kind } = cell.reading;
          const judged = kind === 'figure' ? evaluated?.get(cell.range) : undefined;
          if (judged !== undefined) {
            const isWrong = !judged || this.#errors.has(keyOf(cell.range));
            visit(cell, isWrong ? 'wrong' : 'verified');
            continue;
          }
          if (cell.column.kind !== 'amount') continue;
          if (kind === 'malformed') visit(cell, 'wrong');
          if (kind !== 'figure') continue;
          const holds = this.#errors.has(keyOf(cell.range)) ? false : this.#cells.get(cell);
          visit(cell, holds === undefined ? 'stated' : holds ? 'verified' : 'wrong');
        }
      }
    }
  }
}

/** One number for one range: no figure is so long. */
function keyOf({ start, end }: Range): number {
  return start * 1024 + Math.min(end - start, 1023);
}

/** A figure of prose before it is put into words. */
export interface ProseFigure extends Range {
  /** Sign and digits. */
  readonly figure: Range;
  readonly verdict: FigureVerdict;
  readonly isZero: boolean;
  readonly claimed: NarrativeFigure | undefined;
  readonly state: FigureState | undefined;
  readonly judgement:
    | { readonly binding: Binding; readonly found: BindingJudgement | undefined }
    | undefined;
}

function verdictOf(figure: NarrativeFigure, state: FigureState | undefined): FigureVerdict {
  if (state?.failed !== undefined) return 'wrong';
  if (state !== undefined && state.holding > 0 && !state.doubtful) return 'verified';
  return state !== undefined || figure.subject !== undefined || figure.aspect !== undefined
    ? 'stated'
    : 'unread';
}

function boundFigures(report: Report, judgements: readonly BindingJudgement[]): ProseFigure[] {
  const found: ProseFigure[] = [];
  let byBinding: Map<Binding, BindingJudgement> | undefined;
  for (const paragraph of report.tree.paragraphs) {
    for (const line of paragraph.lines) {
      for (const binding of line.bindings) {
        const { figure, unitAfter } = binding;
        if (figure.start === figure.end) continue;
        byBinding ??= new Map(judgements.map((one) => [one.binding, one]));
        const judgement = byBinding.get(binding);
        const text = report.tree.text.slice(figure.start, figure.end);
        found.push({
          start: figure.start,
          end: unitAfter === undefined ? figure.end : unitAfter.end,
          figure,
          verdict: bindingVerdict(binding, judgement),
          isZero: !/[1-9１-９]/.test(text),
          claimed: undefined,
          state: undefined,
          judgement: { binding, found: judgement },
        });
      }
    }
  }
  return found;
}

function bindingVerdict(binding: Binding, judgement: BindingJudgement | undefined): FigureVerdict {
  if (binding.waived) return 'waived';
  switch (judgement?.verdict) {
    case 'holds':
    case 'truncated':
    case 'coarse':
      return 'verified';
    case 'wrong':
    case 'unreadable':
      return 'wrong';
    case 'trouble':
      return 'stated';
    default:
      return 'unread';
  }
}

function tally(): Record<FigureVerdict, number> {
  return { verified: 0, wrong: 0, stated: 0, waived: 0, unread: 0 };
}
