/** Names found by how they are read: 机关事业 by `jiguan`, `jgsy` or `jigsy`. */
import { foldWidth } from '../../grammar/width.ts';

/** Readings by character; loaded when somebody first types letters. */
let readings: ReadonlyMap<string, readonly string[]> | undefined;

/** After this, names are found by their readings too. */
export async function loadPinyin(): Promise<void> {
  if (readings !== undefined) return;
  const { pinyinTable } = await import('./generated/pinyin.ts');
  const found = new Map<string, string[]>();
  for (const line of pinyinTable.split('\n')) {
    const syllable = /^[a-z]+/.exec(line)?.[0] ?? '';
    // 律 is typed lv or lu.
    const spellings = syllable.includes('v') ? [syllable, syllable.replace('v', 'u')] : [syllable];
    for (const character of line.slice(syllable.length)) {
      found.set(character, [...(found.get(character) ?? []), ...spellings]);
    }
  }
  readings = found;
}

/** Longer inputs are no abbreviation of anything. */
const LONGEST = 40;

/**
 * How well what was typed fits a name, 0 best: 0 it begins so, 1 it holds it, 2 it begins so as it is read, 3 it is read
 * so further on. Undefined: not at all.
 */
export function rankOf(typed: string, name: string): number | undefined {
  if (typed === '') return 0;
  const [wanted, plain] = [foldWidth(typed).toLowerCase(), foldWidth(name).toLowerCase()];
  const at = plain.indexOf(wanted);
  if (at >= 0) return at === 0 ? 0 : 1;
  if (readings === undefined || wanted.length > LONGEST || !/^\d*[a-z][a-z\d]*$/.test(wanted)) {
    return undefined;
  }
  const characters = [...plain];
  for (const start of characters.keys()) {
    if (readsAs(characters, start, wanted, readings)) return start === 0 ? 2 : 3;
  }
  return undefined;
}

/**
 * Each character may be typed in full or by any beginning of its reading. Followed are all the lengths of input that the
 * characters so far may account for.
 */
function readsAs(
  characters: readonly string[],
  start: number,
  wanted: string,
  table: ReadonlyMap<string, readonly string[]>,
): boolean {
  let reached = new Set([0]);
  for (let at = start; at < characters.length && reached.size > 0; at++) {
    const character = characters[at] ?? '';
    const next = new Set<number>();
    const spellings = table.get(character) ?? (/[a-z\d]/.test(character) ? [character] : []);
    // Brackets and other marks are not typed.
    if (spellings.length === 0 && at > start && !/\p{L}|\d/u.test(character)) continue;
    for (const from of reached) {
      for (const spelling of spellings) {
        for (let length = 1; length <= spelling.length; length++) {
          if (wanted[from + length - 1] !== spelling[length - 1]) break;
          if (from + length === wanted.length) return true;
          next.add(from + length);
        }
      }
    }
    reached = next;
  }
  return false;
}
