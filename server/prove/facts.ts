/** The figures that constraints speak of, each once, as printed. */
import type { Range } from '../../grammar/syntax-tree.ts';
import type { Narrative, NarrativeFigure, Operand, Place } from '../claims/claim.ts';
import { unitExponent } from '../reconcile/amount.ts';
import { Term } from '../reconcile/constraint.ts';
import type { JudgedTables } from '../reconcile/place-value.ts';
import { PlaceValues } from '../reconcile/place-value.ts';
import { FigureValue, isPlace, type Quantity, ratioExponent } from '../reconcile/quantity.ts';
import { usualDecimals } from '../reconcile/usual-decimals.ts';
import type { Cell } from '../report/model.ts';
import type { FactKind } from '../verify/proof.ts';

/** A fact before it is given a place in the file. */
export interface FactDraft {
  readonly kind: FactKind;
  /** Sign and digits. */
  readonly range: Range | undefined;
  readonly unitRange: Range | undefined;
  readonly quantity: Quantity;
}

/** No figure is longer. */
const LONGEST = 200;

export class Facts {
  readonly drafts: FactDraft[] = [];
  readonly #places: PlaceValues;
  /** Decimals that percentages are printed with in this report. */
  readonly usual: number;
  readonly #figures = new Map<number, NarrativeFigure>();
  readonly #byCell = new Map<Cell, number>();
  readonly #byFigure = new Map<number, number>();
  readonly #byName = new Map<string, number>();
  readonly #tables = new Map<object, number>();
  #ordered: readonly number[] | undefined;

  constructor(narrative: Narrative, tables: JudgedTables) {
    this.#places = new PlaceValues(tables);
    this.usual = usualDecimals(narrative.figures).ratio;
    for (const figure of narrative.figures) this.#figures.set(figure.start, figure);
  }

  /** The number of a term of an identity. Undefined where it cannot be read. */
  ofTerm(term: Term): number | undefined {
    if (term.state === 'unreadable') return undefined;
    if (term.cell === undefined) return this.#absent(term);
    const known = this.#byCell.get(term.cell);
    if (known !== undefined) return known;
    const printed = term.base.coefficient === 1 ? term.base : asPrinted(term);
    if (printed.state === 'unreadable') return undefined;
    const { figure } = printed;
    const isOther = term.report !== undefined;
    const number = this.#add({
      kind: isOther ? 'other' : figure === undefined ? 'blank' : 'cell',
      range: isOther ? undefined : term.cell.range,
      unitRange: undefined,
      quantity: printed,
    });
    this.#byCell.set(term.cell, number);
    return number;
  }

  /** The number of what a claim speaks of. */
  ofOperand(operand: Operand): number | undefined {
    return operand.kind === 'place' ? this.ofPlace(operand.place) : this.ofFigure(operand.figure);
  }

  ofPlace(place: Place): number | undefined {
    const term = this.#places.at(place);
    return term && this.ofTerm(term);
  }

  ofFigure({ start }: NarrativeFigure): number | undefined {
    const known = this.#byFigure.get(start);
    if (known !== undefined) return known;
    const figure = this.#figures.get(start);
    if (figure === undefined) return undefined;
    const quantity = new FigureValue(figure, this.usual);
    if (quantity.state === 'unreadable') return undefined;
    const { number, unitRange } = figure.number;
    const fact = this.#add({ kind: 'prose', range: number, unitRange, quantity });
    this.#byFigure.set(start, fact);
    return fact;
  }

  quantity(fact: number): Quantity {
    const draft = this.drafts[fact];
    if (draft === undefined) throw new Error(`No fact ${fact}`);
    return draft.quantity;
  }

  /** The facts whose digits or unit a stretch of the text touches. */
  touching(start: number, end: number): readonly number[] {
    const { drafts } = this;
    this.#ordered ??= drafts
      .flatMap(({ range }, fact) => (range === undefined ? [] : [fact]))
      .sort((a, b) => (drafts[a]?.range?.start ?? 0) - (drafts[b]?.range?.start ?? 0));
    const startOf = (at: number): number => drafts[this.#ordered?.[at] ?? -1]?.range?.start ?? 0;
    let [low, high] = [0, this.#ordered.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (startOf(middle) <= end) low = middle + 1;
      else high = middle;
    }
    const found: number[] = [];
    // Units stand behind their digits, so a figure that begins a little before may reach here.
    for (let at = low - 1; at >= 0 && startOf(at) >= start - LONGEST; at--) {
      const fact = this.#ordered[at];
      const { range, unitRange } = drafts[fact ?? -1] ?? {};
      if (fact === undefined || range === undefined) continue;
      const last = unitRange === undefined ? range.end : Math.max(range.end, unitRange.end);
      const isInside = range.start === last ? range.start === start : start < last;
      if (isInside && (range.start < end || range.start === start)) found.push(fact);
    }
    return found;
  }

  /** A place that prints nothing: zero, or what a lost row must have said. */
  #absent(term: Term): number {
    const { table, panel, column, code, definition, units, figure, row } = term;
    const owner = row ?? panel;
    let at = this.#tables.get(owner);
    if (at === undefined) {
      at = this.#tables.size;
      this.#tables.set(owner, at);
    }
    const name = `${at} ${code ?? definition?.label ?? ''} ${column.index} ${units}`;
    const known = this.#byName.get(name);
    if (known !== undefined) return known;
    const isOther = term.report !== undefined;
    const kind = isOther ? 'other' : figure === undefined ? 'absent' : 'implied';
    const printed =
      term.coefficient === 1
        ? term
        : new Term(1, table, panel, column, row, code, definition, term.report, undefined, figure);
    const number = this.#add({ kind, range: undefined, unitRange: undefined, quantity: printed });
    this.#byName.set(name, number);
    return number;
  }

  #add(draft: FactDraft): number {
    this.drafts.push(draft);
    return this.drafts.length - 1;
  }
}

function asPrinted({ table, panel, column, row, code, definition, report }: Term): Term {
  return new Term(1, table, panel, column, row, code, definition, report);
}

/** Unit of a figure as it is printed, and its power of ten. */
export function unitOf(quantity: Quantity): { readonly unit: string; readonly exponent: number } {
  const unit = isPlace(quantity)
    ? (quantity.figure?.unit ?? quantity.column.unit)
    : quantity.figure.number.unit;
  const ratio = isPlace(quantity) ? (unit === '%' ? -2 : undefined) : ratioExponent(unit);
  return { unit, exponent: ratio ?? unitExponent(unit) };
}
