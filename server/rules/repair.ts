/** Edits that make a cell say what the identities give. */
import { foldWidth } from '../../grammar/width.ts';
import { decimalsBeside, inWidthOf, printUnits, unitExponent } from '../reconcile/amount.ts';
import type { Outcome, Term } from '../reconcile/constraint.ts';
import { printAmount, styleOf } from '../report/amounts.ts';
import type { Cell, Column } from '../report/model.ts';
import { groupsInColumn } from './digit-groups.ts';
import { placeOf } from './identity-words.ts';
import type { Fix } from './rule.ts';

/** Offers for the total, and for the one part where there is only one. */
export function repairsOf(outcome: Outcome): Fix[] {
  const { constraint, left, right, exponent } = outcome;
  const fixes: Fix[] = [];
  const offer = (terms: readonly Term[], value: number): void => {
    const figures = terms.filter(({ state }) => state === 'figure');
    const term = terms.length === 1 ? terms[0] : figures.length === 1 ? figures[0] : undefined;
    if (term?.cell === undefined || term.report !== undefined || term.coefficient !== 1) return;
    const decimals = decimalsBeside(term.column, [term.figure]);
    const places = value * 10 ** (exponent - unitExponent(term.column.unit) + decimals);
    if (!Number.isInteger(places)) return;
    const fix = changeOf(term, places, decimals);
    if (fix !== undefined) fixes.push(fix);
  };
  offer(constraint.left, right);
  offer(constraint.right, left);
  return fixes;
}

/** An edit that prints a value in the manner of its cell, or of its column where the cell has none. */
export function changeOf(term: Term, units: number, decimals: number): Fix | undefined {
  const { cell } = term;
  if (cell === undefined || term.report !== undefined) return undefined;
  const text = printLikeCell(term, cell, units, decimals);
  const { zh, en } = placeOf(term, true);
  return {
    title: { zh: `${zh} 改为 ${text}`, en: `Change ${en} to ${text}` },
    edits: [{ start: cell.range.start, end: cell.range.end, text }],
  };
}

/** A value without the zeros at its end beyond the usual decimals. */
export function trimmed(units: number, decimals: number, usual: number): [number, number] {
  let [value, places] = [units, decimals];
  while (places > usual && value % 10 === 0) {
    value /= 10;
    places -= 1;
  }
  return [value, places];
}

/** A value as messages print it. */
export function plainText(term: Term, units: number, decimals: number): string {
  return printUnits(...trimmed(units, decimals, term.column.decimals), groupsInColumn(term));
}

function printLikeCell(term: Term, cell: Cell, units: number, decimals: number): string {
  const { text, reading } = cell;
  const column = styleOfColumn(term);
  const isFigure = reading.kind === 'figure';
  const { grouped, bracketed, suffix } = isFigure
    ? styleOf(foldWidth(text), decimals, column.grouped)
    : { ...column, suffix: '' };
  const printed = printAmount(units, {
    decimals,
    grouped,
    bracketed: bracketed || column.bracketed,
    // A unit that is not the column's is what is wrong, or goes with it.
    suffix: isFigure && reading.figure.unit === term.column.unit ? suffix : '',
  });
  return inWidthOf(isFigure ? text : column.sample, printed);
}

interface ColumnStyle {
  /** Whether the column groups its digits: 2,175.87. */
  readonly grouped: boolean;
  /** （5.00） for -5.00. */
  readonly bracketed: boolean;
  /** One of its figures. */
  readonly sample: string;
}

const styles = new WeakMap<Column, ColumnStyle>();

function styleOfColumn({ panel, column }: Term): ColumnStyle {
  let style = styles.get(column);
  if (style === undefined) {
    const texts = panel.rows.flatMap((row) => {
      const cell = row.cells[column.index];
      return cell?.reading.kind === 'figure' ? [cell.text] : [];
    });
    style = {
      grouped: texts.some((text) => /[,，]/.test(text)),
      bracketed: texts.some((text) => /^[(（]/.test(text)),
      sample: texts[0] ?? '',
    };
    styles.set(column, style);
  }
  return style;
}

/** As many decimals as a repair should have: the column's, or the cell's own where the column drops zeros. */
export function decimalsOf({ panel, column, figure, cell }: Term): number {
  if (figure === undefined) return column.decimals;
  if (figure.unit !== column.unit) return 0;
  if (figure.decimals >= column.decimals || figure.decimals === 0) return column.decimals;
  const drops = panel.rows.some((row) => {
    const other = row.cells[column.index];
    if (other === undefined || other === cell || other.reading.kind !== 'figure') return false;
    const { units, decimals } = other.reading.figure;
    return units !== 0 && decimals < column.decimals;
  });
  return drops ? figure.decimals : column.decimals;
}

/** How a column prints nothing, where it does so more than once: 0, 0.00, —. */
export function zeroOf({ panel, column }: Term): string | undefined {
  const counts = new Map<string, number>();
  for (const row of panel.rows) {
    const cell = row.cells[column.index];
    if (cell?.reading.kind !== 'figure' || cell.reading.figure.units !== 0) continue;
    const text = cell.text.trim();
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  let best: string | undefined;
  for (const [text, count] of counts) {
    if (best === undefined || count > (counts.get(best) ?? 0)) best = text;
  }
  return best;
}
