/** Sections, tables and definitions of every report of the workspace, found by name, by pinyin and by initials. */
import {
  type CancellationToken,
  LSPErrorCodes,
  ResponseError,
  SymbolKind,
  type WorkspaceSymbol,
} from 'vscode-languageserver';
import type { Range } from '../../grammar/syntax-tree.ts';
import type { Analysis } from '../analysis.ts';
import type { Checks } from './checks.ts';
import type { Documents, OpenDocument } from './documents.ts';
import type { Host } from './host.ts';
import { sayIn } from './messages.ts';
import { loadPinyin, rankOf } from './pinyin.ts';
import type { Preferences } from './preferences.ts';
import { KeptByFile, storedDocument } from './stored-reports.ts';
import type { Workspace } from './workspace.ts';

export interface WorkspaceSymbolsInput {
  readonly host: Host;
  readonly documents: Documents;
  readonly workspace: Workspace;
  readonly checks: Checks;
  readonly preferences: Preferences;
}

const MOST = 500;

export class WorkspaceSymbols {
  readonly #input: WorkspaceSymbolsInput;
  readonly #kept: KeptByFile<readonly WorkspaceSymbol[]>;

  constructor(input: WorkspaceSymbolsInput) {
    this.#input = input;
    this.#kept = new KeptByFile(input.host);
  }

  async answer(query: string, token: CancellationToken): Promise<WorkspaceSymbol[]> {
    const { host, documents, workspace } = this.#input;
    await Promise.all([loadPinyin(), workspace.ready]);
    const typed = query.trim();
    const found: { readonly symbol: WorkspaceSymbol; readonly rank: number }[] = [];
    const add = (symbols: readonly WorkspaceSymbol[]): void => {
      for (const symbol of symbols) {
        const rank = rankOf(typed, symbol.name);
        if (rank !== undefined) found.push({ symbol, rank });
      }
    };
    // The open reports come first: they are what is being worked on.
    for (const document of documents.all()) add(await this.#ofText(document));
    const paths = new Set(workspace.paths());
    this.#kept.retain(paths);
    for (const path of paths) {
      if (workspace.openAt(path) !== undefined) continue;
      if (token.isCancellationRequested) throw this.#cancelled();
      let symbols = this.#kept.get(path);
      if (symbols === undefined) {
        const stamp = host.stamp(path);
        const document = storedDocument(host, path);
        // Whoever is typing comes first.
        await host.nextTurn();
        symbols = document === undefined ? [] : await this.#ofText(document);
        this.#kept.set(path, stamp, symbols);
      }
      add(symbols);
    }
    return found
      .sort((a, b) => a.rank - b.rank)
      .slice(0, MOST)
      .map(({ symbol }) => symbol);
  }

  async #ofText(document: OpenDocument): Promise<readonly WorkspaceSymbol[]> {
    try {
      const { checks } = this.#input;
      const isOpen = this.#input.documents.get(document.uri) === document;
      const analysis = isOpen
        ? await checks.analysisOf(document)
        : await checks.analyseInPlaceOf(document, document.text);
      return symbolsOf(analysis, document);
    } catch {
      // A report that cannot be read has none.
      return [];
    }
  }

  #cancelled(): ResponseError<void> {
    const message = sayIn(this.#input.preferences.language)('outdated');
    return new ResponseError(LSPErrorCodes.RequestCancelled, message);
  }
}

function symbolsOf({ tree, report }: Analysis, { uri, places }: OpenDocument): WorkspaceSymbol[] {
  const { name, year } = report.header;
  const containerName = [name?.value, year].filter((part) => part !== undefined).join(' ');
  const symbols: WorkspaceSymbol[] = [];
  const add = (written: string, kind: SymbolKind, range: Range): void => {
    const symbol = { name: written.trim(), kind, location: { uri, range: places.range(range) } };
    if (symbol.name !== '')
      symbols.push(containerName === '' ? symbol : { ...symbol, containerName });
  };
  if (name !== undefined) add(containerName, SymbolKind.File, name);
  for (const { title } of tree.headings) add(title.value, SymbolKind.Namespace, title);
  for (const { syntax, instance } of report.tables) {
    const { name: written } = syntax.startLine;
    add([written.value, instance ?? ''].join(' '), SymbolKind.Struct, written);
  }
  for (const definition of tree.definitions) {
    add(definition.name.value, SymbolKind.Constant, definition.name);
  }
  return symbols;
}
