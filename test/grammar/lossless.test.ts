import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from '../../grammar/parse.ts';
import { piecesOf, printTree } from '../../grammar/print-tree.ts';
import { REALISTIC, someSource } from './arbitraries.ts';
import { vocabulary } from './vocabulary.ts';

const RUNS = { numRuns: 3000 };

test('the tree gives its text back, byte for byte', () => {
  fc.assert(
    fc.property(someSource, (text) => {
      expect(printTree(parse(text, vocabulary))).toBe(text);
    }),
    RUNS,
  );
});

test('lines partition the text and count as editors count', () => {
  fc.assert(
    fc.property(someSource, (text) => {
      const { lines } = parse(text, vocabulary);
      expect(lines).toHaveLength(text.split(/\r\n|\r|\n/).length);
      let at = 0;
      for (const [index, line] of lines.entries()) {
        expect([line.index, line.start]).toEqual([index, at]);
        expect(text.slice(line.end, line.next)).toMatch(/^(?:\r\n|\r|\n)?$/);
        expect(text.slice(line.start, line.end)).not.toMatch(/[\r\n]/);
        expect(line.end).toBeGreaterThanOrEqual(line.start);
        at = line.next;
      }
      expect(at).toBe(text.length);
    }),
    RUNS,
  );
});

test('the pieces of a line stand in order inside it', () => {
  fc.assert(
    fc.property(someSource, (text) => {
      for (const line of parse(text, vocabulary).lines) {
        let at = line.start;
        for (const piece of piecesOf(line)) {
          expect(piece.start).toBeGreaterThanOrEqual(at);
          expect(piece.end).toBeGreaterThanOrEqual(piece.start);
          at = piece.end;
        }
        expect(at).toBeLessThanOrEqual(line.end);
      }
    }),
    RUNS,
  );
});

test('a syntax problem never reaches past its line', () => {
  fc.assert(
    fc.property(someSource, (text) => {
      const { errors, lines } = parse(text, vocabulary);
      for (const problem of errors) {
        const line = lines.find(
          ({ start, next }) => problem.start >= start && problem.start < next,
        );
        expect(line, problem.code).toBeDefined();
        expect(problem.end).toBeLessThanOrEqual(line?.end ?? -1);
        expect(problem.end).toBeGreaterThan(problem.start);
      }
    }),
    RUNS,
  );
});

test('a realistic source has no problem, whatever ends its lines', () => {
  for (const ending of ['\n', '\r\n', '\r']) {
    for (const mark of ['', '\ufeff']) {
      const text = mark + REALISTIC.replaceAll('\n', ending);
      const tree = parse(text, vocabulary);
      expect(tree.errors).toEqual([]);
      expect(tree.header.map(({ key }) => key.value)).toEqual([
        '报告',
        '名称',
        '简称',
        '年度',
        '金额单位',
      ]);
      expect(tree.tables.map(({ rows }) => rows.length)).toEqual([4, 3, 2]);
      expect(tree.directives).toHaveLength(2);
      expect(tree.assertions).toHaveLength(1);
      expect(tree.paragraphs).toHaveLength(2);
    }
  }
});
