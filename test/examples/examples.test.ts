import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { format } from '../../grammar/format.ts';
import { type Analysis, analyse } from '../../server/analysis.ts';
import type { Finding } from '../../server/rules/rule.ts';

const folder = join(import.meta.dirname, '../../examples');

function read(name: string): string {
  return readFileSync(join(folder, name), 'utf8');
}

function serious({ findings }: Analysis): Finding[] {
  return findings.filter(({ level }) => level !== 'info');
}

function lineOf(text: string, { start }: Finding): number {
  return text.slice(0, start).split('\n').length;
}

/** Rows of the readme's table of mistakes. */
function planted(): { line: number; rule: string; says: string }[] {
  return read('README.md')
    .split('\n')
    .filter((line) => /^\| \d+ \|/.test(line))
    .map((line) => {
      const [, number = '', , , rule = '', says = ''] = line.split('|').map((cell) => cell.trim());
      return { line: Number(number), rule, says };
    });
}

describe('examples', () => {
  it.each(['clean.gouji', 'mistakes.gouji', 'bindings.gouji', 'bindings-2022.gouji'])(
    '%s is written as the formatter would',
    (name) => {
      const text = read(name);
      const displayWidth = (cell: string): number => stringWidth(cell);
      expect(format(analyse({ text }).tree, { displayWidth })).toBe(text);
    },
  );

  it('clean.gouji and last year of bindings.gouji tie out', () => {
    expect(analyse({ text: read('clean.gouji') }).findings).toEqual([]);
    expect(analyse({ text: read('bindings-2022.gouji') }).findings).toEqual([]);
  });

  it('mistakes.gouji has the mistakes that the readme lists, and no others', () => {
    const text = read('mistakes.gouji');
    const found = serious(analyse({ text }));
    const listed = planted();
    expect(listed.length).toBeGreaterThanOrEqual(12);
    expect(found.map((finding) => `${lineOf(text, finding)} ${finding.rule}`)).toEqual(
      listed.map(({ line, rule }) => `${line} ${rule}`),
    );
    listed.forEach(({ says }, index) => {
      expect(found[index]?.message.zh).toContain(says);
    });
  });

  it('bindings.gouji ties out with itself and with last year, and asks for four values', () => {
    const lastYear = analyse({ text: read('bindings-2022.gouji') }).report;
    const analysis = analyse({
      text: read('bindings.gouji'),
      others: () => ({
        lastYear: { name: 'bindings-2022.gouji', report: lastYear },
        subordinates: [],
        problems: [],
      }),
    });
    expect(serious(analysis)).toEqual([]);
    expect(
      analysis.findings.map(({ rule, fix }) => [rule, fix?.edits.map(({ text }) => text)]),
    ).toEqual([
      ['asked/value', ['176.53']],
      ['asked/value', ['115.24']],
      ['asked/value', ['61.28']],
      ['asked/value', ['128.81']],
    ]);
    const { tree } = analysis;
    expect(tree.assertions.length).toBe(5);
    expect(tree.definitions.length).toBe(2);
  });

  it('bindings.gouji notices where last year says something else', () => {
    const text = read('bindings-2022.gouji').replaceAll(/ 9\.50 \|/g, ' 9.40 |');
    const analysis = analyse({
      text: read('bindings.gouji'),
      others: () => ({
        lastYear: { name: 'bindings-2022.gouji', report: analyse({ text }).report },
        subordinates: [],
        problems: [],
      }),
    });
    expect(serious(analysis).map(({ rule }) => rule)).toContain('assertion/broken');
  });
});
