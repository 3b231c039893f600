/** A new report: which forms, whose, of which year; then every form and section of it, blank. */
import { l10n, type QuickPickItem, window, workspace } from 'vscode';
import {
  LANGUAGE_ID,
  NEW_REPORT,
  type NewReportParams,
  PROFILES,
  type ProfileName,
} from '../../server/lsp/protocol.ts';
import type { Server } from '../server.ts';

export async function newReport(server: Server, given?: Partial<NewReportParams>): Promise<void> {
  const params = await answers(server, given ?? {});
  if (params === undefined) return;
  const content = await server.ask<string>(NEW_REPORT, params);
  const document = await workspace.openTextDocument({ language: LANGUAGE_ID, content });
  await window.showTextDocument(document);
}

interface KindItem extends QuickPickItem {
  readonly kindOfReport: NewReportParams['kind'];
  readonly profile: string;
}

const STEPS = 3;

/** Asks what was not given; undefined where the user thinks better of it. */
async function answers(
  server: Server,
  given: Partial<NewReportParams>,
): Promise<NewReportParams | undefined> {
  const title = (step: number): string => l10n.t('New report ({0}/{1})', step, STEPS);
  let { kind, profile } = given;
  if (kind === undefined) {
    const chosen = await window.showQuickPick(items(server), {
      title: title(1),
      placeHolder: l10n.t('Whose report is it, and with which forms?'),
    });
    if (chosen === undefined) return undefined;
    kind = chosen.kindOfReport;
    profile = chosen.profile;
  }
  const name =
    given.name ??
    (await window.showInputBox({
      title: title(2),
      prompt: l10n.t("The body's full name, as it stands on the cover"),
      placeHolder: '示例市档案馆',
      validateInput: (text) => (text.trim() === '' ? l10n.t('A name is needed.') : undefined),
      ignoreFocusOut: true,
    }));
  if (name === undefined) return undefined;
  const year =
    given.year ??
    (await window.showInputBox({
      title: title(3),
      prompt: l10n.t('The fiscal year'),
      // Final accounts are published in the year after.
      value: String(new Date().getFullYear() - 1),
      validateInput: (text) =>
        /^\s*(?:19|20)\d\d\s*$/.test(text) ? undefined : l10n.t('A year such as 2023 is needed.'),
      ignoreFocusOut: true,
    }));
  if (year === undefined) return undefined;
  return { kind, name: name.trim(), year: Number(year), ...(profile !== undefined && { profile }) };
}

async function items(server: Server): Promise<readonly KindItem[]> {
  const profiles = await server.ask<readonly ProfileName[]>(PROFILES);
  const kinds = [
    ['部门决算', l10n.t('a department with the units below it')],
    ['单位决算', l10n.t('a single unit')],
  ] as const;
  return profiles.flatMap(({ name, forms }) =>
    kinds.map(([kindOfReport, what]) => ({
      label: kindOfReport,
      description: l10n.t('{0}, {1} forms', name, forms),
      detail: what,
      kindOfReport,
      profile: name,
    })),
  );
}
