/**
 * What may be done about the findings and the figure under the cursor: their fixes, a directive that silences them, a
 * binding; and all certain fixes of a file, or of one rule, at once.
 */
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
} from 'vscode-languageserver';
import type { Range } from '../../grammar/syntax-tree.ts';
import type { Analysis } from '../analysis.ts';
import { bindFigure } from '../fixes/bind-figure.ts';
import { type Edit, editsBetween } from '../fixes/edits.ts';
import { fixAll } from '../fixes/fix-all.ts';
import { silenceFinding } from '../fixes/silence-finding.ts';
import { waiveFigure } from '../fixes/waive-figure.ts';
import type { Language, RuleId } from '../report/identifiers.ts';
import { ruleById } from '../rules/catalogue.ts';
import type { Finding } from '../rules/rule.ts';
import type { Check } from './checks.ts';
import type { DiagnosticData } from './diagnostic-writer.ts';
import { type Say, sayIn } from './messages.ts';
import { lineAt } from './outline.ts';
import { FIX_ALL_KIND } from './protocol.ts';
import { insertion, type WrittenEdits, withCursor, workspaceEdit } from './text-edits.ts';
import { thingAt } from './thing-at.ts';

export const codeActionKinds = [
  CodeActionKind.QuickFix,
  CodeActionKind.RefactorRewrite,
  FIX_ALL_KIND,
];

export interface CodeActionContext extends WrittenEdits {
  readonly language: Language;
  /** The client asks for the edit of an action when it is chosen. */
  readonly resolves: boolean;
  /** Checks another text in place of the document's. */
  analyse(text: string): Promise<Analysis>;
}

/** Comes back with an action whose edit is asked for: everything certain is to be fixed, or all of one rule. */
export interface ActionData {
  readonly uri: string;
  /** Of the text that the action was offered for. */
  readonly version: number;
  readonly rule?: RuleId;
}

export function isActionData(data: unknown): data is ActionData {
  return typeof data === 'object' && data !== null && 'uri' in data && 'version' in data;
}

export async function codeActions(
  check: Check,
  { range, context: { diagnostics, only } }: CodeActionParams,
  context: CodeActionContext,
): Promise<CodeAction[]> {
  const actions: CodeAction[] = [];
  const stretch = check.document.places.stretch(range);
  if (wants(only, CodeActionKind.QuickFix)) {
    const chosen = chosenFindings(check, stretch, diagnostics);
    actions.push(...fixes(check, chosen, context));
    actions.push(...(await fixesOfRules(check, chosen, context)));
    actions.push(...silences(check, chosen, context));
  }
  if (wants(only, CodeActionKind.RefactorRewrite)) {
    actions.push(...rewrites(check, stretch, context));
  }
  if (wants(only, FIX_ALL_KIND) && check.findings.some(({ fix }) => fix !== undefined)) {
    const title = sayIn(context.language)('fixAll');
    const action = await withEdit({ title, kind: FIX_ALL_KIND }, check, undefined, context);
    if (action !== undefined) actions.push(action);
  }
  return actions;
}

/** A kind is asked for by its own name or by that of a kind above it: `source` includes `source.fixAll`. */
function wants(only: readonly string[] | undefined, kind: string): boolean {
  return only === undefined || only.some((asked) => `${kind}.`.startsWith(`${asked}.`));
}

interface Chosen {
  readonly finding: Finding;
  readonly diagnostic: Diagnostic | undefined;
}

function chosenFindings(
  { id, findings, diagnostics }: Check,
  range: Range,
  shown: readonly Diagnostic[],
): readonly Chosen[] {
  const named = new Set<number>();
  for (const { data } of shown) {
    if (isDiagnosticData(data) && data.check === id) named.add(data.finding);
  }
  return findings.flatMap((finding, index) => {
    const isChosen =
      named.size > 0 ? named.has(index) : finding.start <= range.end && range.start <= finding.end;
    return isChosen ? { finding, diagnostic: diagnostics[index] } : [];
  });
}

function fixes(
  { document }: Check,
  chosen: readonly Chosen[],
  context: CodeActionContext,
): readonly CodeAction[] {
  return chosen.flatMap(({ finding: { fix, suggestions }, diagnostic }) =>
    [...(fix === undefined ? [] : [fix]), ...suggestions].map((one) => ({
      title: one.title[context.language],
      ...quickFix(diagnostic),
      ...(one === fix && { isPreferred: true }),
      edit: workspaceEdit(document, one.edits, context),
    })),
  );
}

function quickFix(diagnostic: Diagnostic | undefined): Pick<CodeAction, 'kind' | 'diagnostics'> {
  return {
    kind: CodeActionKind.QuickFix,
    ...(diagnostic !== undefined && { diagnostics: [diagnostic] }),
  };
}

// ---- many at once ---------------------------------------------------------------------------------------------------

/** For each rule of which more than one finding can be fixed for certain. */
async function fixesOfRules(
  check: Check,
  chosen: readonly Chosen[],
  context: CodeActionContext,
): Promise<readonly CodeAction[]> {
  const actions: CodeAction[] = [];
  for (const { rule, diagnostic } of eachRule(chosen, ({ fix }) => fix !== undefined)) {
    const { length } = check.findings.filter((one) => one.rule === rule && one.fix !== undefined);
    if (length < 2) continue;
    const title = sayIn(context.language)('fixRule', { rule: titleOf(rule, context.language) });
    const action = await withEdit({ title, ...quickFix(diagnostic) }, check, rule, context);
    if (action !== undefined) actions.push(action);
  }
  return actions;
}

function eachRule(
  chosen: readonly Chosen[],
  fits: (finding: Finding) => boolean,
): readonly { readonly rule: RuleId; readonly diagnostic: Diagnostic | undefined }[] {
  const byRule = new Map<RuleId, Diagnostic | undefined>();
  for (const { finding, diagnostic } of chosen) {
    if (fits(finding) && !byRule.has(finding.rule)) byRule.set(finding.rule, diagnostic);
  }
  return [...byRule].map(([rule, diagnostic]) => ({ rule, diagnostic }));
}

function titleOf(rule: RuleId, language: Language): string {
  return ruleById(rule)?.title[language] ?? rule;
}

/** The edit at once, or when the action is chosen; undefined where there is nothing to change. */
async function withEdit(
  action: CodeAction,
  check: Check,
  rule: RuleId | undefined,
  context: CodeActionContext,
): Promise<CodeAction | undefined> {
  const { uri, version } = check.document;
  const data: ActionData = { uri, version, ...(rule !== undefined && { rule }) };
  return context.resolves ? { ...action, data } : resolveAction(action, check, rule, context);
}

/** The action with its edit; undefined where there is nothing to change. */
export async function resolveAction(
  action: CodeAction,
  { document, findings }: Check,
  rule: RuleId | undefined,
  context: CodeActionContext,
): Promise<CodeAction | undefined> {
  const analyse = async (text: string) => (await context.analyse(text)).findings;
  const accepts = rule === undefined ? undefined : (one: Finding) => one.rule === rule;
  const { text } = await fixAll(document.text, findings, analyse, { accepts });
  const edits: readonly Edit[] = editsBetween(document.text, text);
  if (edits.length === 0) return undefined;
  return { ...action, edit: workspaceEdit(document, edits, context) };
}

// ---- by the author's word -------------------------------------------------------------------------------------------

/** A directive for each rule under the cursor, with the cursor where the reason goes. */
function silences(
  { document, analysis }: Check,
  chosen: readonly Chosen[],
  context: CodeActionContext,
): readonly CodeAction[] {
  if (analysis === undefined) return [];
  const { tree } = analysis;
  const say: Say = sayIn(context.language);
  return chosen.flatMap(({ finding: { rule, start }, diagnostic }, at) => {
    // No directive silences those that speak of directives, or of the program itself.
    if (/^(?:directive|internal)\//.test(rule)) return [];
    const line = lineAt(tree, start);
    const isFirst = chosen.every(
      ({ finding: other }, index) =>
        index >= at || other.rule !== rule || lineAt(tree, other.start) !== line,
    );
    const silence = isFirst && silenceFinding(tree, line, rule, context.language);
    if (!silence) return [];
    return {
      title: say('silence', { rule: titleOf(rule, context.language) }),
      ...quickFix(diagnostic),
      edit: insertion(document, silence, context),
    };
  });
}

/** What may be made of the figure of a sentence under the cursor. */
function rewrites(
  { document, analysis }: Check,
  range: Range,
  context: CodeActionContext,
): readonly CodeAction[] {
  const thing = analysis && thingAt(analysis, range.start);
  if (thing?.kind !== 'figure' || range.end > thing.end) return [];
  // Elsewhere brackets mean nothing.
  if (analysis?.tree.lines[lineAt(analysis.tree, thing.start)]?.kind !== 'prose') return [];
  const [bound, waived] = [bindFigure, waiveFigure].map((rewrite) =>
    rewrite(thing.entry, document.text),
  );
  const kind = CodeActionKind.RefactorRewrite;
  const actions = [bound, waived].flatMap((written): CodeAction[] => {
    if (written === undefined) return [];
    const edit = workspaceEdit(document, written.edits, context);
    return [{ title: written.title[context.language], kind, edit }];
  });
  if (bound !== undefined || waived === undefined) return actions;
  // What it is the value of, only the author knows.
  const { number } = thing.entry;
  const printed = document.text.slice(number.start, number.end);
  const edit = withCursor(document, number, `[${printed}](`, ')', context);
  if (edit === undefined) return actions;
  return [{ title: sayIn(context.language)('bindByHand'), kind, edit }, ...actions];
}

function isDiagnosticData(data: unknown): data is DiagnosticData {
  return typeof data === 'object' && data !== null && 'check' in data && 'finding' in data;
}
