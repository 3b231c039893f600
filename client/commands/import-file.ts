/** A published report (.txt, .md) becomes a source beside it; nothing that is there is ever overwritten. */
import { l10n, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { IMPORT, type Imported } from '../../server/lsp/protocol.ts';
import { decode } from '../decode.ts';
import type { Server } from '../server.ts';

export async function importFile(server: Server, given?: Uri): Promise<void> {
  const source = given instanceof Uri ? given : await choose();
  if (source === undefined) return;
  const name = source.path.replace(/^.*\//, '');
  const text = decode(await workspace.fs.readFile(source));
  if (text === undefined) {
    const what = l10n.t(
      '{0} is no text. Save it as text from the program that wrote it, then import that.',
      name,
    );
    void window.showErrorMessage(what);
    return;
  }
  const { text: report, noticed } = await server.ask<Imported>(IMPORT, { text });
  const target = source.with({ path: `${source.path.replace(/\.[^./]*$/, '')}.gouji` });
  if (await exists(target)) return refuse(target, report);
  const edit = new WorkspaceEdit();
  const contents = new TextEncoder().encode(report);
  edit.createFile(target, { overwrite: false, ignoreIfExists: false, contents });
  // Something may have been written there since it was looked for.
  if (!(await workspace.applyEdit(edit))) return refuse(target, report);
  await window.showTextDocument(await workspace.openTextDocument(target));
  const shown = target.path.replace(/^.*\//, '');
  const message =
    noticed === 0
      ? l10n.t('{0} was written beside the original.', shown)
      : l10n.t(
          '{0} was written beside the original. {1} places need a look: lines that fit no table, or contents that differ.',
          shown,
          noticed,
        );
  void window.showInformationMessage(message);
}

async function choose(): Promise<Uri | undefined> {
  const chosen = await window.showOpenDialog({
    canSelectMany: false,
    title: l10n.t('Import a published report'),
    openLabel: l10n.t('Import'),
    filters: { [l10n.t('Text')]: ['txt', 'md', 'markdown'] },
  });
  return chosen?.[0];
}

async function refuse(target: Uri, report: string): Promise<void> {
  const open = l10n.t('Open It');
  const apart = l10n.t('Open the Import Unsaved');
  const name = target.path.replace(/^.*\//, '');
  const chosen = await window.showWarningMessage(
    l10n.t('{0} is there already and was left as it is.', name),
    open,
    apart,
  );
  if (chosen === open) await window.showTextDocument(await workspace.openTextDocument(target));
  if (chosen === apart) {
    await window.showTextDocument(
      await workspace.openTextDocument({ language: 'gouji', content: report }),
    );
  }
}

async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
