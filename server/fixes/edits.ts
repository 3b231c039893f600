/** Edits of a text, in offsets: applied, joined without overlap, and found between two texts. */
import type { Range } from '../../grammar/syntax-tree.ts';

/** Puts `text` in the place of a stretch. */
export interface Edit extends Range {
  readonly text: string;
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

/** Edits that were taken, in order of place, and whether another touches them. */
export class TakenEdits {
  readonly #edits: Edit[] = [];

  /** Takes all of these, or none: where one touches another or what is taken already. Tells which. */
  take(edits: readonly Edit[]): boolean {
    const own = inOrder(edits);
    if (own.length === 0) return false;
    for (const [index, edit] of own.entries()) {
      const before = own[index - 1];
      if (before !== undefined && touches(before, edit)) return false;
      if (this.#touches(edit)) return false;
    }
    for (const edit of own) this.#edits.splice(this.#firstFrom(edit.start), 0, edit);
    return true;
  }

  get edits(): readonly Edit[] {
    return this.#edits;
  }

  #touches(edit: Edit): boolean {
    const at = this.#firstFrom(edit.start);
    const before = this.#edits[at - 1];
    const after = this.#edits[at];
    return (
      (before !== undefined && touches(before, edit)) ||
      (after !== undefined && touches(edit, after))
    );
  }

  /** Index of the first edit that begins at an offset or after it. */
  #firstFrom(start: number): number {
    let low = 0;
    let high = this.#edits.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#edits[middle]?.start ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The edits of all fixes that do not touch what an earlier one changes; a fix is taken whole or not at all. */
export function compatibleEdits(
  fixes: readonly { readonly edits: readonly Edit[] }[],
): readonly Edit[] {
  const taken = new TakenEdits();
  for (const { edits } of fixes) taken.take(edits);
  return taken.edits;
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
  if (edits.length < 2) return edits;
  return [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
}

function touches(a: Edit, b: Edit): boolean {
  // Two insertions at one place have no order, and an insertion at the end of a change none either.
  return a.start <= b.end && b.start <= a.end;
}
