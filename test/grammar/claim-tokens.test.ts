import { createToken, Lexer } from 'chevrotain';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CLAIM_TOKENS } from '../../grammar/claims/claim-tokens.ts';
import { scanClaims } from '../../grammar/claims/scan-claims.ts';
import { MARKS } from '../../grammar/claims/squeeze.ts';
import {
  either,
  firstCharacters,
  matcher,
  maybe,
  notAhead,
  oneOf,
  type Pattern,
  sequence,
  some,
} from '../../grammar/claims/token-pattern.ts';
import * as words from '../../grammar/claims/words.ts';

/** The regular expression of the same shape: what a pattern means. */
function expressionOf(pattern: Pattern): string {
  switch (pattern.kind) {
    case 'words':
      return `(?:${pattern.words.map(escaped).join('|')})${times(pattern)}`;
    case 'run':
      return `[${pattern.except ? '^' : ''}${escaped(pattern.characters)}]${times(pattern)}`;
    case 'sequence':
      return pattern.parts.map(expressionOf).join('');
    case 'either':
      return `(?:${pattern.options.map(expressionOf).join('|')})`;
    case 'ahead':
      return `(?${pattern.not ? '!' : '='}${expressionOf(pattern.pattern)})`;
  }
}

function escaped(word: string): string {
  return word.replace(/[()[\]*+?.|^$\\]/g, '\\$&');
}

function times({ least, most }: { least: number; most: number }): string {
  return `{${least},${most === Number.POSITIVE_INFINITY ? '' : most}}`;
}

const ANY = '[\\u0000-\\uffff]';

/** Chevrotain's own lexer with those expressions; what none of them takes is text, character by character. */
const other = createToken({ name: 'Other', pattern: new RegExp(ANY) });
const lexer = new Lexer(
  [
    ...CLAIM_TOKENS.map(({ type: { name }, pattern }) =>
      createToken({ name, pattern: new RegExp(expressionOf(pattern)) }),
    ),
    other,
  ],
  { positionTracking: 'onlyOffset', skipValidations: true },
);

type Read = readonly [name: string, image: string];

function lexed(text: string): Read[] {
  const read: [string, string][] = [];
  for (const { tokenType, image } of lexer.tokenize(text).tokens) {
    const isText = tokenType === other || tokenType.name === 'Plain';
    const last = read.at(-1);
    if (isText && last?.[0] === 'Text') last[1] += image;
    else read.push([isText ? 'Text' : tokenType.name, image]);
  }
  return read;
}

function scanned(text: string): Read[] {
  return scanClaims(text).map(({ tokenType, image }) => [tokenType.name, image]);
}

/** Every word of claiming, its beginnings, the marks of numbers, and what stands around them. */
const vocabulary = [
  ...new Set([
    ...Object.values(words).flatMap((list) => everyWord(list)),
    ...'，。；,:;()（）、的了初占类款项甲𠀀5'.split(''),
    ...['(类)', '(款)', '(01项)', '支出', '收入', '(境)', '(含甲)'],
  ]),
];
const marks = Object.values(MARKS);

function everyWord(list: unknown): string[] {
  if (typeof list === 'string') return [list];
  return typeof list === 'object' && list !== null ? Object.values(list).flatMap(everyWord) : [];
}

const piece = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...vocabulary) },
  { weight: 3, arbitrary: fc.constantFrom(...marks) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...vocabulary), fc.nat(3))
      .map(([word, at]) => word.slice(0, at + 1)),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
);
const squeezedText = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

test('the tokens of any text are those of a lexer made of regular expressions', () => {
  fc.assert(
    fc.property(squeezedText, (text) => {
      expect(scanned(text)).toEqual(lexed(text));
    }),
    { numRuns: 20_000 },
  );
});

describe('each token', () => {
  for (const { type, pattern } of CLAIM_TOKENS) {
    test(`${type.name} begins with one of its first characters and is never empty`, () => {
      const first = firstCharacters(pattern);
      const match = matcher(pattern);
      fc.assert(
        fc.property(squeezedText, (text) => {
          const end = match(text, 0);
          if (end < 0) return;
          expect(end).toBeGreaterThan(0);
          expect(first).toContain(text.charAt(0));
        }),
      );
    });
  }
});

test('other ways are tried where what follows does not fit', () => {
  const pattern = sequence(some(0, 2, ['甲', '甲乙']), maybe(['乙']), '乙丙', notAhead('丁'));
  const match = matcher(pattern);
  expect(match('甲乙乙丙', 0)).toBe(4);
  expect(match('甲乙丙', 0)).toBe(3);
  expect(match('甲乙丙丁', 0)).toBe(-1);
  expect([...firstCharacters(pattern)]).toEqual(['甲', '乙']);
  expect(matcher(either(oneOf(['戊']), pattern))('戊', 0)).toBe(1);
});
