/** What becomes of the reports when files are renamed or deleted: the paths that headers write follow them. */
import type { FileRename, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Piece } from '../../grammar/syntax-tree.ts';
import { analyse } from '../analysis.ts';
import { headOf } from '../project/other-reports.ts';
import type { Host } from './host.ts';
import { Places } from './places.ts';
import type { Workspace } from './workspace.ts';

/** Reports, published originals, and the folders that hold them. */
export const watchedOperations = {
  filters: [
    { pattern: { glob: '**/*.{gouji,txt,md,markdown}', matches: 'file' as const } },
    { pattern: { glob: '**', matches: 'folder' as const } },
  ],
};

export interface FileOperationsInput {
  readonly host: Host;
  readonly workspace: Workspace;
  /** The client takes edits that name the version they are for. */
  readonly versioned: boolean;
}

/** The edits that keep 上年 and 下级 pointing at the same reports; null where nothing points at what is renamed. */
export async function renameEdits(
  files: readonly FileRename[],
  { host, workspace, versioned }: FileOperationsInput,
): Promise<WorkspaceEdit | null> {
  await workspace.ready;
  const moves = files.flatMap(({ oldUri, newUri }) => {
    const [from, to] = [host.pathOf(oldUri), host.pathOf(newUri)];
    return from === undefined || to === undefined ? [] : { from, to };
  });
  const moved = (path: string): string => {
    for (const { from, to } of moves) {
      if (path === from) return to;
      const rest = path.slice(from.length);
      if (path.startsWith(from) && /^[/\\]/.test(rest)) return to + rest;
    }
    return path;
  };
  const changes: TextDocumentEdit[] = [];
  for (const path of new Set(workspace.paths())) {
    const open = workspace.openAt(path);
    // Most reports name no other, which their first lines tell.
    if (!/上年|下级/.test(open?.text ?? host.readHead(path) ?? '')) continue;
    const text = open?.text ?? host.read(path)?.text;
    if (text === undefined) continue;
    const edits = editsIn(text, path, moved, host, workspace);
    if (edits.length === 0) continue;
    const textDocument = { uri: open?.uri ?? host.uriOf(path), version: open?.version ?? null };
    changes.push({ textDocument, edits });
  }
  if (changes.length === 0) return null;
  if (versioned) return { documentChanges: changes };
  return {
    changes: Object.fromEntries(
      changes.map(({ textDocument, edits }) => [textDocument.uri, edits as TextEdit[]]),
    ),
  };
}

function editsIn(
  text: string,
  path: string,
  moved: (path: string) => string,
  host: Host,
  workspace: Workspace,
): TextEdit[] {
  const { lastYear, subordinates } = analyse({ text: headOf(text) }).report.header;
  const pieces: readonly Piece[] = [...(lastYear ? [lastYear] : []), ...subordinates];
  const places = new Places(text);
  return pieces.flatMap((piece) => {
    const target = workspace.beside(path, piece.value);
    if (!workspace.exists(target)) return [];
    const [own, other] = [moved(path), moved(target)];
    // Those that move together stay where they are to each other.
    if (workspace.beside(own, piece.value) === other) return [];
    const written = host.written(own, other);
    const newText =
      /^\.[/\\]/.test(piece.value) && !written.startsWith('.') ? `./${written}` : written;
    return { range: places.range(piece), newText };
  });
}
