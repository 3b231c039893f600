import { Lexer } from 'chevrotain';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LineParser } from '../../grammar/line-parser.ts';
import { SYNTAX_MESSAGES, syntaxMessage } from '../../grammar/syntax-messages.ts';
import { LEXER_DEFINITION, MODES, type Mode } from '../../grammar/tokens.ts';
import { someSource } from './arbitraries.ts';

test('every pattern can be told by its first character, and the grammar is unambiguous', () => {
  const lexer = new Lexer(LEXER_DEFINITION, {
    ensureOptimizations: true,
    positionTracking: 'onlyOffset',
  });
  expect(lexer.lexerDefinitionErrors).toEqual([]);
  expect(() => new LineParser({ validate: true })).not.toThrow();
});

/** Modes that a line begins in; the others are entered at a token. */
const START_MODES = (Object.keys(MODES) as Mode[]).filter(
  (mode) => mode !== 'selector' && mode !== 'rest',
);

test('every mode reads every line: no character is left without a token', () => {
  const lexer = new Lexer(LEXER_DEFINITION, { positionTracking: 'onlyOffset' });
  fc.assert(
    fc.property(someSource, fc.constantFrom(...START_MODES), (text, mode) => {
      const line = text.replace(/[\r\n]/g, '');
      expect(lexer.tokenize(line, mode).errors).toEqual([]);
    }),
    { numRuns: 3000 },
  );
});

test('every message is there in both languages with the same places', () => {
  for (const [code, { zh, en }] of Object.entries(SYNTAX_MESSAGES)) {
    const places = (message: string) => (message.match(/\{\w+\}/g) ?? []).sort();
    expect(places(zh), code).toEqual(places(en));
  }
  const problem = { code: 'operand-expected', data: { found: '＋' }, start: 0, end: 1 };
  expect(syntaxMessage(problem, 'zh')).toContain('“＋”前面缺少内容');
  expect(syntaxMessage(problem, 'en')).toContain('missing before “＋”');
});
