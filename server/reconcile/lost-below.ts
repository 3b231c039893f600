/** Sums that fall short by exactly what is missing below them. */
import type { Panel } from '../report/model.ts';
import { unitExponent } from './amount.ts';
import type { MissingRow } from './completeness.ts';
import type { Outcome, Term } from './constraint.ts';

/** True where the rows missing below a total, added to what is printed, make its sum hold. */
export function explains(missing: MissingByOwner, outcome: Outcome): boolean {
  const { constraint, difference, allowance, exponent } = outcome;
  const total = constraint.left[0];
  if (constraint.left.length !== 1 || total === undefined || constraint.strictness === 'exact') {
    return false;
  }
  const rows = missing.get(total.panel)?.get(total.code ?? '');
  if (rows === undefined) return false;
  // Only a sum of subjects can lack one: 总计 adds a total and a carry-over.
  const addsSubjects = ({ table, code }: Term): boolean =>
    table === total.table && code !== undefined;
  if (!constraint.right.every(addsSubjects)) return false;
  // What a lost subject has in a column that does not fall short is zero. Of a lost row of a fixed form other forms told
  // one column only.
  const isFixed = total.table.form?.shape === 'fixed';
  const printed = new Set(constraint.right.map(({ code }) => code));
  let gap = difference * 2;
  let slack = allowance;
  let undetermined = false;
  let any = false;
  for (const { code, values } of rows) {
    if (printed.has(code)) continue;
    any = true;
    const value =
      values.get(total.column.index) ?? (values.size === 0 || isFixed ? undefined : ZERO);
    if (value === undefined) undetermined = true;
    else {
      const unit = 10 ** (unitExponent(total.column.unit) - value.decimals - exponent);
      gap -= 2 * value.units * unit;
      slack += unit;
    }
  }
  if (!any) return false;
  return undetermined ? gap >= -slack : Math.abs(gap) <= slack;
}

/** Missing subjects by the printed row that they stand next below; '' is 合计. Those below a missing one are left out. */
export type MissingByOwner = ReadonlyMap<Panel, ReadonlyMap<string, readonly MissingRow[]>>;

export function byOwner(missing: Iterable<readonly MissingRow[]>): MissingByOwner {
  const owners = new Map<Panel, Map<string, MissingRow[]>>();
  for (const rows of missing) {
    const codes = new Set(rows.map(({ code }) => code));
    for (const row of rows) {
      const { code, panel } = row;
      if (code === undefined) continue;
      const above = [code.slice(0, 5), code.slice(0, 3)].filter(
        (other) => other.length < code.length && (panel.byCode.has(other) || codes.has(other)),
      );
      const owner = above[0] ?? '';
      if (owner !== '' && !panel.byCode.has(owner)) continue;
      const ofPanel = owners.get(panel) ?? new Map<string, MissingRow[]>();
      owners.set(panel, ofPanel);
      const list = ofPanel.get(owner);
      if (list === undefined) ofPanel.set(owner, [row]);
      else list.push(row);
    }
  }
  return owners;
}

const ZERO = { units: 0, decimals: 2, because: { zh: '', en: '' } };
