/** The panels of a report's known forms, as the identities look at them. */
import type { NamedReport, Report } from '../report/model.ts';
import { meantCodes } from './meant-codes.ts';
import { PanelView } from './panel-view.ts';

/** By form key. */
export type Views = ReadonlyMap<string, readonly PanelView[]>;

/** `before`: those of the same report before an edit; those of a table that has stayed are taken over. */
export function panelsOf(report: Report, other: NamedReport | undefined, before?: Views): Views {
  const views = new Map<string, readonly PanelView[]>();
  const meant = meantCodes(report);
  for (const [key, table] of report.forms) {
    const known = before?.get(key);
    if (known?.[0]?.table === table) {
      views.set(key, known);
      continue;
    }
    const panels = table.form?.panels.map((definition) =>
      table.panels.find((panel) => panel.definition === definition),
    );
    // A known form's table has every panel of the form; an unlikely gap silences the form.
    if (panels?.every((panel) => panel !== undefined)) {
      views.set(
        key,
        panels.map((panel) => new PanelView(table, panel, other, meant)),
      );
    }
  }
  return views;
}
