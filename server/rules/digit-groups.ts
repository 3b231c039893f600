/** Whether the report groups its digits (2,175.87): messages quote its figures, and offer others, as it prints them. */
import type { Narrative, NarrativeFigure } from '../claims/claim.ts';
import type { Term } from '../reconcile/constraint.ts';
import { isPlace, type Quantity } from '../reconcile/quantity.ts';
import { keptWith } from '../report/kept-with.ts';
import type { Column, Panel } from '../report/model.ts';
import type { RuleContext } from './rule.ts';

/** 2175.87万元 as 2,175.87万元; a text that begins otherwise stays as it is. */
export function withGroups(text: string): string {
  return text.replace(/^-?\d{4,}/, (digits) => digits.replace(/\B(?=(\d{3})+$)/g, ','));
}

const GROUPED = /\d[,，]\d/;
const LONG = /[0-9０-９]{4}/;

/** Whether the sentences mostly do, of those numbers that are long enough. */
function groupsInText({ narrative, report }: RuleContext): boolean {
  return habitOf(narrative, report.tree.text).groups;
}

const habitOf = keptWith(({ figures }: Narrative, text: string): { readonly groups: boolean } => {
  let grouped = 0;
  let plain = 0;
  for (const { number } of figures) {
    if (number.kind !== 'amount') continue;
    const printed = text.slice(number.number.start, number.number.end);
    if (GROUPED.test(printed)) grouped++;
    else if (LONG.test(printed)) plain++;
  }
  return { groups: grouped > plain };
});

/** Whether a figure does; one that is too short to tell as the others do. */
export function groupsIn(context: RuleContext, { number }: NarrativeFigure): boolean {
  const printed = context.report.tree.text.slice(number.number.start, number.number.end);
  if (GROUPED.test(printed)) return true;
  return number.kind === 'amount' && !LONG.test(printed) && groupsInText(context);
}

/** Whether what a quantity stands for does. */
export function isGrouped(context: RuleContext, quantity: Quantity): boolean {
  return isPlace(quantity) ? groupsInColumn(quantity) : groupsIn(context, quantity.figure);
}

/** Whether a column does. */
export function groupsInColumn({ panel, column }: Pick<Term, 'panel' | 'column'>): boolean {
  return habitOfColumn(column, panel).groups;
}

const habitOfColumn = keptWith(
  ({ index }: Column, { rows }: Panel): { readonly groups: boolean } => ({
    groups: rows.some((row) => {
      const cell = row.cells[index];
      return cell?.reading.kind === 'figure' && GROUPED.test(cell.text);
    }),
  }),
);

/** The value of a sum over some quantities: as the first of them that tells. */
export function groupsBeside(context: RuleContext, beside: Quantity): boolean {
  return isGrouped(context, beside) || groupsInText(context);
}
