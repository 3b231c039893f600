import type { Random } from '../generate/random.ts';

/** One character left out, doubled, or put in the place of its neighbour; another word than before. */
export function misspelt(word: string, random: Random): string {
  const characters = [...word];
  const at = random.integer(0, characters.length - 2);
  const [one = '', two = ''] = [characters[at], characters[at + 1]];
  const ways = [
    [one],
    [one, one, two],
    ...(one === two ? [] : [[two, one]]),
    ...(one === two ? [] : [[two, two]]),
  ];
  return [...characters.slice(0, at), ...random.pick(ways), ...characters.slice(at + 2)].join('');
}
