/** Quick-fixes for the findings under the cursor, and all certain fixes of a file at once. */
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Range } from '../../grammar/syntax-tree.ts';
import type { Analysis } from '../analysis.ts';
import { editsBetween } from '../fixes/edits.ts';
import { fixAll } from '../fixes/fix-all.ts';
import type { Language } from '../report/identifiers.ts';
import type { Edit, Fix } from '../rules/rule.ts';
import type { Check } from './checks.ts';
import type { DiagnosticData } from './diagnostic-writer.ts';
import type { OpenDocument } from './documents.ts';
import { sayIn } from './messages.ts';
import { FIX_ALL_KIND } from './protocol.ts';
import { protocolEdits } from './text-edits.ts';

export const codeActionKinds = [CodeActionKind.QuickFix, FIX_ALL_KIND];

export interface CodeActionContext {
  readonly language: Language;
  /** The client takes edits that name the version they are for, and refuses them for another one. */
  readonly versioned: boolean;
  /** Checks another text in place of the document's. */
  analyse(text: string): Promise<Analysis>;
}

export async function codeActions(
  check: Check,
  { range, context: { diagnostics, only } }: CodeActionParams,
  context: CodeActionContext,
): Promise<CodeAction[]> {
  const actions: CodeAction[] = [];
  if (wants(only, CodeActionKind.QuickFix)) {
    actions.push(...quickFixes(check, check.document.places.stretch(range), diagnostics, context));
  }
  if (wants(only, FIX_ALL_KIND)) {
    const edits = await fixAllEdits(check, context);
    if (edits.length > 0) {
      actions.push({
        title: sayIn(context.language)('fixAll'),
        kind: FIX_ALL_KIND,
        edit: workspaceEdit(check.document, edits, context),
      });
    }
  }
  return actions;
}

/** A kind is asked for by its own name or by that of a kind above it: `source` includes `source.fixAll`. */
function wants(only: readonly string[] | undefined, kind: string): boolean {
  return only === undefined || only.some((asked) => `${kind}.`.startsWith(`${asked}.`));
}

function quickFixes(
  check: Check,
  range: Range,
  shown: readonly Diagnostic[],
  context: CodeActionContext,
): readonly CodeAction[] {
  const named = new Set<number>();
  for (const { data } of shown) {
    if (isDiagnosticData(data) && data.check === check.id) named.add(data.finding);
  }
  return check.findings.flatMap((finding, index) => {
    const chosen =
      named.size > 0 ? named.has(index) : finding.start <= range.end && range.start <= finding.end;
    if (!chosen) return [];
    const diagnostic = check.diagnostics[index];
    const action = (fix: Fix, isPreferred: boolean): CodeAction => ({
      title: fix.title[context.language],
      kind: CodeActionKind.QuickFix,
      ...(diagnostic !== undefined && { diagnostics: [diagnostic] }),
      ...(isPreferred && { isPreferred }),
      edit: workspaceEdit(check.document, fix.edits, context),
    });
    return [
      ...(finding.fix === undefined ? [] : [action(finding.fix, true)]),
      ...finding.suggestions.map((fix) => action(fix, false)),
    ];
  });
}

async function fixAllEdits(
  { document, findings }: Check,
  context: CodeActionContext,
): Promise<readonly Edit[]> {
  const fixed = await fixAll(document.text, findings, async (text) => {
    return (await context.analyse(text)).findings;
  });
  return editsBetween(document.text, fixed.text);
}

function workspaceEdit(
  { uri, version, places }: OpenDocument,
  offsets: readonly Edit[],
  { versioned }: CodeActionContext,
): WorkspaceEdit {
  const edits: TextEdit[] = protocolEdits(offsets, places);
  return versioned
    ? { documentChanges: [{ textDocument: { uri, version }, edits }] }
    : { changes: { [uri]: edits } };
}

function isDiagnosticData(data: unknown): data is DiagnosticData {
  return typeof data === 'object' && data !== null && 'check' in data && 'finding' in data;
}
