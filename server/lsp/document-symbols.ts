/** The outline of a report: its sections, and within them tables and definitions. */
import { type DocumentSymbol, type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import type { Range } from '../../grammar/syntax-tree.ts';
import type { Analysis } from '../analysis.ts';
import type { Language } from '../report/identifiers.ts';
import { sayIn } from './messages.ts';
import { sections } from './outline.ts';
import type { Places } from './places.ts';

interface Entry extends Range {
  readonly symbol: DocumentSymbol;
}

export function documentSymbols(
  { tree, report }: Analysis,
  places: Places,
  language: Language,
): DocumentSymbol[] {
  const entries: Entry[] = [];
  const add = (
    name: string,
    kind: SymbolKind,
    range: Range,
    selection: Range,
    detail?: string,
  ): void => {
    const symbol: DocumentSymbol = {
      // An empty name is refused by clients.
      name: name.trim() || '…',
      kind,
      range: places.range(range),
      selectionRange: places.range(selection),
      children: [],
      ...(detail !== undefined && detail !== '' && { detail }),
    };
    entries.push({ start: range.start, end: range.end, symbol });
  };

  const [first, last] = [tree.header[0], tree.header.at(-1)];
  if (first !== undefined && last !== undefined) {
    const end = last.items.at(-1)?.end ?? last.end;
    const name = report.header.name?.value;
    add(sayIn(language)('header'), SymbolKind.Object, { start: first.start, end }, first, name);
  }
  for (const { heading, end } of sections(tree)) {
    const range = { start: heading.start, end: tree.lines[end - 1]?.end ?? heading.end };
    add(heading.title.value, SymbolKind.Namespace, range, heading);
  }
  for (const { syntax, name, instance } of report.tables) {
    const written = syntax.startLine.name.value;
    const detail = [written === name ? '' : name, instance ?? ''].filter(Boolean).join(' ');
    add(written, SymbolKind.Struct, syntax, syntax.startLine, detail);
  }
  for (const definition of tree.definitions) {
    add(definition.name.value, SymbolKind.Constant, definition, definition.name);
  }
  return nested(entries);
}

/** For a client that shows no outline but a list: each symbol with what holds it. */
export function flatSymbols(
  symbols: readonly DocumentSymbol[],
  uri: string,
  holder?: string,
): SymbolInformation[] {
  return symbols.flatMap(({ name, kind, range, children = [] }) => [
    {
      name,
      kind,
      location: { uri, range },
      ...(holder !== undefined && { containerName: holder }),
    },
    ...flatSymbols(children, uri, name),
  ]);
}

/** Each entry below the smallest one that holds it. */
function nested(entries: readonly Entry[]): DocumentSymbol[] {
  const roots: DocumentSymbol[] = [];
  const open: Entry[] = [];
  for (const entry of [...entries].sort((a, b) => a.start - b.start || b.end - a.end)) {
    for (let outer = open.at(-1); outer && outer.end < entry.end; outer = open.at(-1)) open.pop();
    const holder = open.at(-1);
    (holder?.symbol.children ?? roots).push(entry.symbol);
    open.push(entry);
  }
  return roots;
}
