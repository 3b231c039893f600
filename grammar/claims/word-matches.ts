import type { Closeness } from './phrase.ts';
import { CLOSENESS_AFTER, CLOSENESS_BEFORE } from './words.ts';

/** Which closeness a word before a figure says: 约, 不足. */
export function closenessBefore(word: string): Closeness {
  return closenessIn(word, CLOSENESS_BEFORE);
}

/** Which closeness a word behind a figure says: 左右, 以上. */
export function closenessAfter(word: string): Closeness {
  return word === '' ? 'exact' : closenessIn(word, CLOSENESS_AFTER);
}

function closenessIn(
  word: string,
  words: Readonly<Record<Exclude<Closeness, 'exact'>, readonly string[]>>,
): Closeness {
  for (const closeness of ['about', 'at-least', 'at-most'] as const) {
    if (words[closeness].includes(word)) return closeness;
  }
  return 'exact';
}

/** Length of the longest of the words that the text begins with; 0 where it begins with none. */
export function lengthOfFirst(text: string, ...lists: readonly (readonly string[])[]): number {
  let length = 0;
  for (const words of lists) {
    for (const word of words) {
      if (word.length > length && text.startsWith(word)) length = word.length;
    }
  }
  return length;
}
