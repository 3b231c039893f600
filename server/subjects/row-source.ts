/**
 * Where a table has its rows from: a packed text, which is searched without unpacking it, or a list.
 */
import { codeLengthOf, unpackLine } from './packing.ts';
import { classOf, levelOf, parentOf, type SubjectEntry } from './subject.ts';

export interface RowSource {
  /** All rows, by code. */
  all(): readonly SubjectEntry[];
  /** The rows with this code. */
  at(code: string): readonly SubjectEntry[];
  /** The rows directly below this code, by code; all 类 for an empty code. */
  below(code: string): readonly SubjectEntry[];
}

const none: readonly SubjectEntry[] = [];

/** Rows packed by `packRows`. A report looks up a few dozen codes of some 1,800, so only those are unpacked, and kept. */
export function packedRows(packed: string): RowSource {
  let rows: readonly SubjectEntry[] | undefined;
  let classes: ReadonlyMap<string, string> | undefined;
  const unpacked = new Map<string, readonly SubjectEntry[]>();
  const all = (): readonly SubjectEntry[] => {
    rows ??= packed === '' ? none : packed.split(/\n+/).map(unpackLine);
    return rows;
  };
  const textOfClasses = (): ReadonlyMap<string, string> => {
    classes ??= new Map(packed.split('\n\n').map((text) => [classOf(text), `\n${text}\n`]));
    return classes;
  };
  const rowsWith = (prefix: string, codeLength: number): readonly SubjectEntry[] =>
    linesWith(textOfClasses().get(classOf(prefix)) ?? '', prefix, codeLength).map(unpackLine);
  const at = (code: string): readonly SubjectEntry[] => {
    const known = unpacked.get(code);
    if (known !== undefined) return known;
    if (levelOf(code) === undefined) return none;
    const found = rowsWith(code, code.length);
    // Codes that are not in the table are not kept: there is no end of them.
    if (found.length > 0) unpacked.set(code, found);
    return found;
  };
  const unpackedBelow = new Map<string, readonly SubjectEntry[]>();
  const below = (code: string): readonly SubjectEntry[] => {
    const known = unpackedBelow.get(code);
    if (known !== undefined) return known;
    if (code !== '' && levelOf(code) === undefined) return none;
    const found =
      code === '' ? [...textOfClasses().keys()].flatMap(at) : rowsWith(code, code.length + 2);
    if (found.length > 0) unpackedBelow.set(code, found);
    return found;
  };
  return { all, at, below };
}

/** The lines whose codes begin with `prefix` and have so many digits. Lines stand between line feeds. */
function linesWith(text: string, prefix: string, codeLength: number): readonly string[] {
  const lines: string[] = [];
  for (let before = text.indexOf(`\n${prefix}`); before !== -1; ) {
    const end = text.indexOf('\n', before + 1);
    const line = text.slice(before + 1, end);
    if (codeLengthOf(line) === codeLength) lines.push(line);
    // Names and parts of a code follow it directly, so the first line of another code ends them.
    else if (codeLength === prefix.length) break;
    before = text.indexOf(`\n${prefix}`, end);
  }
  return lines;
}

/** Rows at hand, in any order. */
export function listedRows(list: readonly SubjectEntry[]): RowSource {
  const rows = [...list].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
  const byCode = groupBy(rows, (row) => row.code);
  const byParent = groupBy(rows, (row) => parentOf(row.code) ?? '');
  return {
    all: () => rows,
    at: (code) => byCode.get(code) ?? none,
    below: (code) => byParent.get(code) ?? none,
  };
}

/** Rows by a key of theirs, in their order. */
export function groupBy(
  rows: readonly SubjectEntry[],
  keyOf: (row: SubjectEntry) => string,
): ReadonlyMap<string, readonly SubjectEntry[]> {
  const groups = new Map<string, SubjectEntry[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}
