import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isBlank } from '../../grammar/characters.ts';
import { dropBlanks, foldWidth, WIDTH_PAIRS } from '../../grammar/width.ts';
import { someSource } from './arbitraries.ts';

test('every full-width form that the language names folds to its half-width one', () => {
  expect(foldWidth('０９：｜（），％．－−＋×＊÷／＝＃“”［］　')).toBe('09:|(),%.--+**//=#""[] ');
  expect(foldWidth('≤≥≠【】、')).toBe('≤≥≠【】、');
});

test('folding keeps every offset', () => {
  fc.assert(
    fc.property(someSource, (text) => {
      const folded = foldWidth(text);
      expect(folded).toHaveLength(text.length);
      for (let at = 0; at < text.length; at++) {
        const form = text.charAt(at);
        expect(folded.charAt(at)).toBe(WIDTH_PAIRS.get(form) ?? form);
      }
      expect(foldWidth(folded)).toBe(folded);
    }),
  );
});

test('blanks are dropped, whatever they are, and nothing else', () => {
  expect(dropBlanks(' 公开　01\t表\u2028\r\n\ufeff')).toBe('公开01表');
  fc.assert(
    fc.property(someSource, (text) => {
      const kept = [...dropBlanks(text)].some((letter) => isBlank(letter.charCodeAt(0)));
      expect(kept).toBe(false);
    }),
  );
});
