/** Opens the page that explains a rule: one that is named, one that the cursor stands on, or one of all. */
import { commands, l10n, languages, type QuickPickItem, Uri, window } from 'vscode';
import { RULE_PAGE_SCHEME, RULES, type RuleName } from '../../server/lsp/protocol.ts';
import type { Server } from '../server.ts';

export async function openRule(server: Server, given?: string): Promise<void> {
  const id = typeof given === 'string' ? given : await choose(server);
  if (id === undefined) return;
  const uri = Uri.from({ scheme: RULE_PAGE_SCHEME, path: `/${id}.md` });
  try {
    await commands.executeCommand('markdown.showPreview', uri);
  } catch {
    // The preview of Markdown is an extension of its own, which may be off.
    await window.showTextDocument(uri);
  }
}

async function choose(server: Server): Promise<string | undefined> {
  const rules = await server.ask<readonly RuleName[]>(RULES);
  const here = new Set(rulesAtCursor());
  const items = rules
    .map(
      ({ id, title, level }): QuickPickItem => ({ label: id, description: title, detail: level }),
    )
    .sort((a, b) => Number(here.has(b.label)) - Number(here.has(a.label)));
  const chosen = await window.showQuickPick(items, {
    title: l10n.t('Open the page of a rule'),
    matchOnDescription: true,
  });
  return chosen?.label;
}

function rulesAtCursor(): readonly string[] {
  const editor = window.activeTextEditor;
  if (editor === undefined) return [];
  return languages
    .getDiagnostics(editor.document.uri)
    .filter(({ range, source }) => source === 'gouji' && range.contains(editor.selection.active))
    .map(({ code }) => String(typeof code === 'object' ? code.value : code));
}
