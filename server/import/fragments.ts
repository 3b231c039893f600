/** Text on its way into the source: pieces of the original, and between them what the importer adds (a join, a word). */
import type { TextPiece } from './block.ts';
import { isBlank } from './lines.ts';

export type Fragment = TextPiece | string;

export function fragmentText(fragments: readonly Fragment[]): string {
  let text = '';
  for (const fragment of fragments) text += typeof fragment === 'string' ? fragment : fragment.text;
  return text;
}

/** One character of the original that is no blank, with its place. */
export interface Character {
  readonly text: string;
  readonly place: number;
}

/** The characters of fragments that are not blank, in order. */
export function charactersOf(fragments: readonly Fragment[]): Character[] {
  const characters: Character[] = [];
  for (const fragment of fragments) {
    if (typeof fragment === 'string') continue;
    const straight = fragment.end - fragment.start === fragment.text.length;
    for (let index = 0; index < fragment.text.length; index += 1) {
      const text = fragment.text.charAt(index);
      if (!isBlank(text)) characters.push({ text, place: fragment.start + (straight ? index : 0) });
    }
  }
  return characters;
}

/** Pieces for characters: neighbours of the original become one piece. */
export function piecesOf(characters: readonly Character[]): TextPiece[] {
  const pieces: TextPiece[] = [];
  let start = 0;
  let end = -1;
  let text = '';
  for (const character of characters) {
    if (character.place !== end) {
      if (text !== '') pieces.push({ start, end, text });
      start = character.place;
      text = '';
    }
    text += character.text;
    end = character.place + 1;
  }
  if (text !== '') pieces.push({ start, end, text });
  return pieces;
}

const WORD = /[A-Za-z]/;

/** What stands between two texts that a line or page break parted: nothing in Chinese, a blank between Latin words. */
export function joinBlank(before: string, after: string): '' | ' ' {
  return WORD.test(before.slice(-1)) && WORD.test(after.slice(0, 1)) ? ' ' : '';
}

export function joinFragments(before: readonly Fragment[], after: readonly Fragment[]): Fragment[] {
  const blank = joinBlank(fragmentText(before.slice(-1)), fragmentText(after.slice(0, 1)));
  return blank === '' ? [...before, ...after] : [...before, blank, ...after];
}
