/** Tables that break off: their last subjects, or the rows that a form prints last, are lost. */
import type { RowDefinition } from '../report/form.ts';
import type { Panel, Table } from '../report/model.ts';
import type { Completeness, MissingRow } from './completeness.ts';
import type { Term } from './constraint.ts';

/** Tables that lack nothing but subjects after the last one they print, at least one of them of unknown value. */
export function tablesCutOff(missing: readonly MissingRow[]): Set<Table> {
  const cut = new Set<Table>();
  const whole = new Set<Table>();
  for (const { table, panel, code = '', values } of missing) {
    if (panel.rows.some((row) => row.code !== undefined && row.code > code)) whole.add(table);
    else if (values.size === 0) cut.add(table);
  }
  for (const table of whole) cut.delete(table);
  return cut;
}

/** A place of a row that is known to be lost, where nothing says what stood there. */
export function isLost({ missingRows }: Completeness, { row, figure, table, code }: Term): boolean {
  return (
    row === undefined &&
    figure === undefined &&
    code !== undefined &&
    (missingRows.get(table)?.some((missing) => missing.code === code) ?? false)
  );
}

/** In incomplete tables of fixed rows, of panels without a grand total: the rows after the last one that they print. */
export function lostEnds({
  missingRows,
}: Completeness): ReadonlyMap<Panel, ReadonlySet<RowDefinition>> {
  const ends = new Map<Panel, ReadonlySet<RowDefinition>>();
  for (const { form, panels } of missingRows.keys()) {
    if (form?.shape !== 'fixed') continue;
    for (const panel of panels) {
      const all = panel.definition?.rows ?? [];
      const last = all.findLastIndex((row) => panel.byDefinition.has(row));
      if (all[last]?.role !== 'grand-total') ends.set(panel, new Set(all.slice(last + 1)));
    }
  }
  return ends;
}

/** A place of a row that would stand beyond the end of what its panel prints, where nothing says what stood there. */
export function isBeyond(
  ends: ReadonlyMap<Panel, ReadonlySet<RowDefinition>>,
  { row, figure, panel, definition }: Term,
): boolean {
  if (row !== undefined || figure !== undefined || definition === undefined) return false;
  return ends.get(panel)?.has(definition) ?? false;
}
