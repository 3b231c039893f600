/** One place that prints nothing and must say something: which it is, its value, the row it belongs to. */
import { decimalsBeside, impliedFigure, inPlaces, printUnits } from './amount.ts';
import type { ImpliedValue, MissingRow } from './completeness.ts';
import type { Constraint, Term } from './constraint.ts';
import { placeAfter } from './place-after.ts';

/** A place that prints nothing and must say something. */
export interface Implied extends ImpliedValue {
  readonly term: Term;
  /** What the other place calls the subject. */
  readonly label?: string;
}

/** The place of a side that is a single blank place of this report: a total of a sum, or a row that is not printed. */
export function soleBlank(side: readonly Term[], constraint: Constraint): Term | undefined {
  const [term, ...rest] = side;
  if (term === undefined || rest.length > 0 || !term.blank || term.report !== undefined) {
    return undefined;
  }
  if (term.coefficient !== 1) return undefined;
  return constraint.strictness === 'sum' || term.row === undefined ? term : undefined;
}

export function impliedBy(
  term: Term,
  sum: number,
  exponent: number,
  others: readonly Term[],
): Implied {
  const { column } = term;
  const decimals = decimalsBeside(
    column,
    others.map(({ figure }) => figure),
  );
  const units = inPlaces(sum, exponent, column.unit, decimals);
  const shown = others.filter(({ state }) => state === 'figure');
  const formula = `${term.expression} = ${sideText(shown)} = ${printUnits(units, decimals)}`;
  const label = labelBeside(term, others);
  return { term: term.base, units, decimals, because: { zh: formula, en: formula }, label };
}

function sideText(terms: readonly Term[]): string {
  if (terms.length > 3) {
    const [first, second] = terms;
    return `${first?.expression} + ${second?.expression} + …`;
  }
  return terms.map(({ expression }) => expression).join(' + ');
}

/** What another place calls the subject of a term: 一般公共服务支出, without the ordinal of 公开01表. */
export function labelBeside({ code }: Term, others: readonly Term[]): string {
  const other = others.find((term) => term.code === code && (term.row?.label ?? '') !== '');
  return code === undefined
    ? ''
    : (other?.row?.label.replace(/^[一二三四五六七八九十]+、/, '') ?? '');
}

export function rowOf(
  term: Term,
  label: string,
  values: ReadonlyMap<number, ImpliedValue>,
): MissingRow {
  const { table, panel, code, definition } = term;
  const isCoded = table.form?.shape === 'coded' && code === undefined;
  const ofCode =
    code === undefined ? undefined : panel.definition?.rows.find((row) => row.code === code);
  const total =
    isCoded && definition === undefined ? panel.definition?.rows.at(-1) : (definition ?? ofCode);
  return {
    table,
    panel,
    code,
    definition: total,
    label: total?.label ?? label,
    after: placeAfter(panel, code, total?.rowNumber),
    values,
  };
}

export function byPlaceInTable(a: MissingRow, b: MissingRow): number {
  const order = (row: MissingRow): string =>
    row.code ?? String(row.definition?.rowNumber ?? 999).padStart(4, '0');
  return order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0;
}

/** A blank place with the value that it must have. */
export function filled(term: Term, { units, decimals }: Implied): Term {
  return term.with(term.coefficient, impliedFigure(units, decimals, term.column.unit));
}
