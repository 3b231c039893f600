/** The entries of the ledger in words: printed texts, expressions, calculations, what should stand there. */
import type { Range } from '../../grammar/syntax-tree.ts';
import type { NarrativeFigure } from '../claims/claim.ts';
import type { Cell, Report, Table } from '../report/model.ts';
import { cellExpression, cellName } from '../report/resolve.ts';
import { printValue } from './amount.ts';
import { cellOutcomes } from './cell-verdicts.ts';
import type { ClaimOutcome } from './claim-outcome.ts';
import { calculationOf, expressionOf, referenceOf, type Writer } from './claim-words.ts';
import { isBroken, type Outcome, type Term } from './constraint.ts';
import type { FigureState } from './figure-states.ts';
import type { FigureVerdict, LedgerEntry, LedgerInput, ProseFigure } from './ledger.ts';
import { printLike } from './print-figure.ts';
import { isPlace, type Quantity } from './quantity.ts';

/** What a figure should be: in its own unit, or in its table's where the unit is what is wrong. */
export function expectedText(
  figure: NarrativeFigure,
  { expected, verdict, against }: ClaimOutcome,
  text: string,
): string | undefined {
  if (expected === undefined) return undefined;
  const [place] = against;
  const unit =
    verdict === 'unit-slip' && place !== undefined && isPlace(place)
      ? place.column.unit
      : undefined;
  const { digits, unit: shown } = printLike(figure, expected, text, unit);
  return digits + shown;
}

export class ProseWriter {
  readonly #text: string;
  readonly #headings: Report['tree']['headings'];
  readonly #writer: Writer;

  constructor({ report }: LedgerInput, states: ReadonlyMap<NarrativeFigure, FigureState>) {
    const { tree, header } = report;
    this.#text = tree.text;
    this.#headings = tree.headings;
    this.#writer = {
      unit: header.unit,
      references: true,
      placeOf: (quantity: Quantity) =>
        isPlace(quantity) ? quantity : states.get(quantity.figure)?.place,
    };
  }

  entry(figure: ProseFigure): LedgerEntry {
    return new ProseEntry(figure, this.#text, this.#headings, this.#writer);
  }
}

class ProseEntry implements LedgerEntry {
  readonly kind = 'prose';
  readonly start: number;
  readonly end: number;
  readonly verdict: FigureVerdict;
  readonly isZero: boolean;
  readonly #figure: ProseFigure;
  readonly #text: string;
  readonly #headings: Report['tree']['headings'];
  readonly #writer: Writer;

  constructor(
    figure: ProseFigure,
    text: string,
    headings: Report['tree']['headings'],
    writer: Writer,
  ) {
    this.start = figure.start;
    this.end = figure.end;
    this.verdict = figure.verdict;
    this.isZero = figure.isZero;
    this.#figure = figure;
    this.#text = text;
    this.#headings = headings;
    this.#writer = writer;
  }

  get reading(): LedgerEntry['reading'] {
    if (this.#figure.judgement !== undefined) return 'bound';
    return this.verdict === 'unread' ? 'unread' : 'claimed';
  }

  get number(): Range {
    return this.#figure.figure;
  }

  get printed(): string {
    const { judgement } = this.#figure;
    if (judgement === undefined) return withoutBreaks(this.#text.slice(this.start, this.end));
    const { figure, unitAfter } = judgement.binding;
    return withoutBreaks(this.#text.slice(figure.start, figure.end) + (unitAfter?.value ?? ''));
  }

  get subject(): string | undefined {
    return this.#figure.claimed?.subject;
  }

  get aspect(): LedgerEntry['aspect'] {
    return this.#figure.claimed?.aspect;
  }

  get where(): string | undefined {
    let [low, high] = [0, this.#headings.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#headings[middle]?.start ?? 0) <= this.start) low = middle + 1;
      else high = middle;
    }
    return this.#headings[low - 1]?.title.value;
  }

  get expression(): string | undefined {
    const { judgement, state, claimed } = this.#figure;
    if (judgement !== undefined) {
      const { target } = judgement.binding;
      return judgement.binding.waived
        ? undefined
        : this.#text.slice(target.start, target.end).trim();
    }
    const outcome = this.#shown(state);
    return outcome !== undefined && isOf(outcome, claimed)
      ? expressionOf(outcome, this.#writer)
      : undefined;
  }

  get calculation(): string | undefined {
    const { judgement, state } = this.#figure;
    if (judgement !== undefined) {
      const value = judgement.found?.expected;
      return value === undefined ? undefined : `${this.expression} = ${value}`;
    }
    const outcome = this.#shown(state);
    return outcome && calculationOf(outcome, this.#result(outcome), this.#writer);
  }

  get expected(): string | undefined {
    if (this.verdict !== 'wrong') return undefined;
    const { judgement, state, claimed } = this.#figure;
    if (judgement !== undefined) return judgement.found?.expected;
    if (claimed === undefined) return undefined;
    const outcome = state?.failed;
    return outcome === undefined
      ? claimed.number.malformed?.repair
      : expectedText(claimed, outcome, this.#text);
  }

  #shown(state: FigureState | undefined): ClaimOutcome | undefined {
    return state?.failed ?? state?.shown;
  }

  /** What the claim comes to, where that is not what is printed. */
  #result(outcome: ClaimOutcome): string | undefined {
    const { claimed } = this.#figure;
    return claimed !== undefined && isOf(outcome, claimed)
      ? expectedText(claimed, outcome, this.#text)
      : undefined;
  }
}

/** Whether the claim says what this figure is; else the figure is only used in it. */
function isOf({ claim }: ClaimOutcome, figure: NarrativeFigure | undefined): boolean {
  if ('figure' in claim) return claim.figure === figure;
  return claim.kind === 'sum' && claim.total.kind === 'figure' && claim.total.figure === figure;
}

function withoutBreaks(text: string): string {
  return text.replace(/[\r\n]+[ \t\u3000]*/g, '');
}

export class CellEntries {
  readonly #tables = new Map<Cell['row']['panel'], Table>();
  readonly #outcomes: ReadonlyMap<Cell, Outcome>;

  constructor(report: Report, outcomes: readonly Outcome[]) {
    for (const table of report.tables) {
      for (const panel of table.panels) this.#tables.set(panel, table);
    }
    this.#outcomes = cellOutcomes(outcomes);
  }

  entry(cell: Cell, verdict: FigureVerdict): LedgerEntry {
    return new CellEntry(cell, verdict, this.#tables.get(cell.row.panel), this.#outcomes.get(cell));
  }
}

class CellEntry implements LedgerEntry {
  readonly kind = 'cell';
  readonly reading = 'cell';
  readonly aspect = undefined;
  readonly start: number;
  readonly end: number;
  readonly verdict: FigureVerdict;
  readonly isZero: boolean;
  readonly #cell: Cell;
  readonly #table: Table | undefined;
  readonly #outcome: Outcome | undefined;

  constructor(
    cell: Cell,
    verdict: FigureVerdict,
    table: Table | undefined,
    outcome: Outcome | undefined,
  ) {
    const { reading, range } = cell;
    this.start = range.start;
    this.end = range.end;
    this.verdict = verdict;
    this.isZero = reading.kind === 'figure' && reading.figure.units === 0;
    this.#cell = cell;
    this.#table = table;
    this.#outcome = outcome;
  }

  get number(): Range {
    return this.#cell.range;
  }

  get printed(): string {
    return this.#cell.text.trim();
  }

  get subject(): string | undefined {
    const { row, column } = this.#cell;
    return this.#table && cellName(this.#table, row, column);
  }

  get where(): string | undefined {
    const table = this.#table;
    if (table === undefined) return undefined;
    return table.number === table.name ? table.name : `${table.number} ${table.name}`;
  }

  get expression(): string | undefined {
    const { row, column } = this.#cell;
    return this.#table && cellExpression(this.#table, row, column);
  }

  get calculation(): string | undefined {
    const outcome = this.#outcome;
    if (outcome === undefined) return undefined;
    const { left, right, relation } = outcome.constraint;
    const flipped =
      relation === '=' && left.some(({ cell }) => cell === this.#cell) && left.length === 1;
    const [first, second] = flipped ? [right, left] : [left, right];
    const [other, ...more] = first;
    // The same number on both sides says nothing; where it stands does.
    if (other !== undefined && more.length === 0 && second.length === 1) {
      const place = other.cell === this.#cell ? second[0] : other;
      const isLeft = place === other;
      const named = place === undefined ? '' : referenceOf(place);
      const sides = isLeft ? [named, numbers(second)] : [numbers(first), named];
      return sides.join(` ${relation} `);
    }
    return `${numbers(first)} ${relation} ${numbers(second)}`;
  }

  get expected(): string | undefined {
    const outcome = this.#outcome;
    const { reading, column } = this.#cell;
    if (reading.kind === 'malformed') return reading.repair;
    if (this.verdict !== 'wrong' || outcome === undefined || !isBroken(outcome)) return undefined;
    const { left, right, relation } = outcome.constraint;
    if (relation !== '=') return undefined;
    const isTotal = (side: readonly Term[]): boolean =>
      side.length === 1 && side[0]?.cell === this.#cell;
    const value = isTotal(left) ? outcome.right : isTotal(right) ? outcome.left : undefined;
    return value === undefined
      ? undefined
      : printValue(value, outcome.exponent, column.unit, column.decimals);
  }
}

function numbers(terms: readonly Term[]): string {
  const shown = terms.filter(({ state }) => state !== 'zero');
  if (shown.length === 0) return '0';
  return shown
    .map((term, at) => {
      const sign = term.coefficient < 0 ? (at === 0 ? '-' : ' - ') : at === 0 ? '' : ' + ';
      const value = printValue(term.units, term.exponent, term.column.unit, term.column.decimals);
      return sign + value;
    })
    .join('');
}
