/** Edits of a text, in offsets: applied, joined, and found between two texts. */
import type { TextEdit } from 'vscode-languageserver';
import type { Edit, Fix } from '../rules/rule.ts';
import type { Places } from './places.ts';

export function protocolEdits(edits: readonly Edit[], places: Places): TextEdit[] {
  return edits.map((edit) => ({ range: places.range(edit), newText: edit.text }));
}

/** The text after edits that do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const edit of inOrder(edits)) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

/** The edits of all fixes that do not touch what an earlier one changes; a fix is taken whole or not at all. */
export function compatibleEdits(fixes: readonly Fix[]): readonly Edit[] {
  const taken: Edit[] = [];
  for (const { edits } of fixes) {
    const clash = edits.some((edit) => taken.some((other) => touches(edit, other)));
    if (!clash) taken.push(...edits);
  }
  return inOrder(taken);
}

/**
 * Small edits that make `after` of `before`. Where both have the same number of lines, each line that differs is
 * edited by itself; else what lies between the first and the last differing line is one edit.
 */
export function editsBetween(before: string, after: string): readonly Edit[] {
  if (before === after) return [];
  const [old, fresh] = [linesOf(before), linesOf(after)];
  const edits: Edit[] = [];
  let at = 0;
  if (old.length === fresh.length) {
    for (const [index, line] of old.entries()) {
      const wanted = fresh[index] ?? '';
      const end = at + line.length;
      if (line !== wanted) edits.push(narrowed(before, { start: at, end, text: wanted }));
      at = end;
    }
    return edits;
  }
  let first = 0;
  const shorter = Math.min(old.length, fresh.length);
  while (first < shorter && old[first] === fresh[first]) {
    at += old[first]?.length ?? 0;
    first++;
  }
  let last = 0;
  while (last < shorter - first && old.at(-1 - last) === fresh.at(-1 - last)) last++;
  const removed = old.slice(first, old.length - last).join('');
  const added = fresh.slice(first, fresh.length - last).join('');
  return [{ start: at, end: at + removed.length, text: added }];
}

/** An edit without what old and new text have in common at their ends. */
export function narrowed(text: string, edit: Edit): Edit {
  const line = text.slice(edit.start, edit.end);
  const wanted = edit.text;
  const shorter = Math.min(line.length, wanted.length);
  let start = 0;
  while (start < shorter && line[start] === wanted[start]) start++;
  // Neither a surrogate pair nor the two characters of a line ending are parted.
  if (start > 0 && (parts(line, start) || parts(wanted, start))) start--;
  let end = 0;
  while (end < shorter - start && line.at(-1 - end) === wanted.at(-1 - end)) end++;
  if (end > 0 && (parts(line, line.length - end) || parts(wanted, wanted.length - end))) end--;
  return {
    start: edit.start + start,
    end: edit.end - end,
    text: wanted.slice(start, wanted.length - end),
  };
}

function parts(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  const inPair = before >= 0xd800 && before < 0xdc00 && after >= 0xdc00 && after < 0xe000;
  return inPair || (before === 13 && after === 10);
}

/** Lines with their endings. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
}

function inOrder(edits: readonly Edit[]): readonly Edit[] {
  return [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
}

function touches(a: Edit, b: Edit): boolean {
  // Two insertions at one place have no order, and an insertion at the end of a change none either.
  return a.start <= b.end && b.start <= a.end;
}
