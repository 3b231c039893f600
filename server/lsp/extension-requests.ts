/** Requests of the extension beyond the protocol; any other client may ask them too. `protocol.ts` says what they mean. */
import {
  type Connection,
  type Diagnostic,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import { profileNamed, profiles } from '../forms/profiles.ts';
import { importText } from '../import/import-text.ts';
import { effectiveConfiguration } from '../project/effective-configuration.ts';
import { firstMistake, firstReport } from '../render/first-report.ts';
import { newReport } from '../render/new-report.ts';
import { formatSource } from '../render/source.ts';
import { rules } from '../rules/catalogue.ts';
import type { Check, Checks } from './checks.ts';
import type { DiagnosticWriter } from './diagnostic-writer.ts';
import { type Documents, OpenDocument } from './documents.ts';
import { factGroups, factsOf } from './fact-groups.ts';
import { sayIn } from './messages.ts';
import type { Preferences } from './preferences.ts';
import {
  CONFIGURATION,
  type EffectiveConfiguration,
  FACT_GROUPS,
  FACTS,
  type Fact,
  type FactGroups,
  type FactsParams,
  FIRST_REPORT,
  type FirstReport,
  IMPORT,
  type Imported,
  type ImportParams,
  LANGUAGE_ID,
  LINT,
  type Linted,
  type LintParams,
  NEW_REPORT,
  type NewReportParams,
  PROFILES,
  type ProfileName,
  REPORTS,
  type ReportParams,
  RULES,
  type RuleName,
} from './protocol.ts';
import type { Workspace } from './workspace.ts';

export interface ExtensionRequestsInput {
  readonly connection: Connection;
  readonly documents: Documents;
  readonly checks: Checks;
  readonly preferences: Preferences;
  readonly writer: DiagnosticWriter;
  readonly workspace: Workspace;
}

export function serveExtension(input: ExtensionRequestsInput): void {
  const { connection, preferences } = input;
  connection.onRequest(FACT_GROUPS, async ({ textDocument }: ReportParams) => {
    const check = await currentCheck(input, textDocument.uri);
    if (check?.analysis === undefined) return null;
    const groups = factGroups(check.analysis, check.document.places);
    return { check: check.id, groups } satisfies FactGroups;
  });
  connection.onRequest(FACTS, async ({ textDocument, check: id, group }: FactsParams) => {
    const check = await currentCheck(input, textDocument.uri);
    if (check?.id !== id) throw outdated(preferences);
    if (check.analysis === undefined) return [];
    const { language } = preferences;
    return factsOf(
      check.analysis,
      check.document.places,
      group,
      language,
    ) satisfies readonly Fact[];
  });
  connection.onRequest(PROFILES, (): readonly ProfileName[] =>
    profiles.map(({ name, forms }) => ({ name, forms: forms.length })),
  );
  connection.onRequest(NEW_REPORT, ({ profile, kind, name, year }: NewReportParams): string => {
    const chosen = (profile === undefined ? undefined : profileNamed(profile)) ?? profiles[0];
    if (chosen === undefined) throw new ResponseError(LSPErrorCodes.RequestFailed, 'no profile');
    return newReport({ profile: chosen, kind, name: String(name), year: Number(year) });
  });
  connection.onRequest(
    FIRST_REPORT,
    (): FirstReport => ({ text: firstReport, mistake: firstMistake }),
  );
  connection.onRequest(IMPORT, ({ text }: ImportParams): Imported => {
    const { text: source, unplaced, notes } = importText(String(text));
    return { text: formatSource(source), noticed: unplaced.length + notes.length };
  });
  connection.onRequest(CONFIGURATION, ({ textDocument: { uri } }: ReportParams) =>
    configurationOf(input, uri),
  );
  connection.onRequest(RULES, async (): Promise<readonly RuleName[]> => {
    await preferences.ready;
    const { language } = preferences;
    return rules.map(({ id, title, level }) => ({ id, title: title[language], level }));
  });
  connection.onRequest(REPORTS, async (): Promise<readonly string[]> => {
    await input.workspace.ready;
    return input.workspace.uris();
  });
  connection.onRequest(LINT, (params: LintParams) => lint(input, params));
}

async function configurationOf(
  { documents, checks, preferences }: ExtensionRequestsInput,
  uri: string,
): Promise<EffectiveConfiguration> {
  await preferences.ready;
  const document = documents.get(uri) ?? new OpenDocument(uri, LANGUAGE_ID, 0, '');
  const configuration = await checks.configurationOf(document);
  return {
    text: effectiveConfiguration(configuration),
    file: configuration.file ?? null,
    problems: configuration.problems.map(({ message }) => message[preferences.language]),
  };
}

async function lint(
  { checks, preferences, writer, workspace }: ExtensionRequestsInput,
  { textDocument: { uri }, text }: LintParams,
): Promise<Linted<Diagnostic>> {
  await Promise.all([preferences.ready, workspace.ready]);
  const { language } = preferences;
  const document = new OpenDocument(uri, LANGUAGE_ID, 0, String(text));
  try {
    const configuration = await checks.configurationOf(document);
    if (configuration.problems.length > 0) {
      return { diagnostics: [writer.unusable(configuration, language)] };
    }
    const { findings } = await checks.analyseInPlaceOf(document, document.text);
    const diagnostics = findings.map((finding, index) =>
      // No check holds these findings, so no code action is asked for by their number.
      writer.diagnostic(finding, document, language, { check: '', finding: index }),
    );
    return { diagnostics };
  } catch (fault) {
    return { diagnostics: [writer.failed(fault, language)] };
  }
}

/** The check of an open text as it is now; undefined where it is not open. */
async function currentCheck(
  { documents, checks, preferences }: ExtensionRequestsInput,
  uri: string,
): Promise<Check | undefined> {
  const document = documents.get(uri);
  if (document === undefined) return undefined;
  const check = await checks.settled(document);
  // The text has changed, and whoever asked will hear of its new check.
  if (check === undefined) throw outdated(preferences);
  return check;
}

function outdated(preferences: Preferences): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.ContentModified, sayIn(preferences.language)('outdated'));
}
