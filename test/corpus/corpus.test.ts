/** Five published reports. Their folder is given by GOUJI_CORPUS; they are no part of the project. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Analysis, analyse } from '../../server/analysis.ts';
import { importText, originalRange } from '../../server/import/import-text.ts';
import { reports } from './expected.ts';

const folder = process.env.GOUJI_CORPUS;

/** Rules about tables. What the text says is listed elsewhere. */
const ofTables =
  /^(?:table|table-head|cell|subject|sum|cross|rounding|unit|year|consolidated|internal)\//;

if (folder === undefined || !existsSync(folder)) {
  it('the corpus was not run: GOUJI_CORPUS names no folder', () => {
    console.log('GOUJI_CORPUS is not set: the reports of the corpus were not checked');
  });
} else {
  describe.each(reports)('$file $body', ({ file, body, findings, lawful }) => {
    const name = readdirSync(folder).find((entry) => entry.startsWith(`${file}_`)) ?? file;
    const original = readFileSync(join(folder, name), 'utf8');
    const imported = importText(original);
    const analysis: Analysis = analyse({ text: imported.text, published: true });

    it('imports whole', () => {
      expect(imported.unplaced.map(({ start, end }) => original.slice(start, end))).toEqual([]);
      expect(analysis.report.forms.size).toBe(9);
      expect(analysis.report.header.name?.value).toBe(body);
      expect(analysis.report.header.year).toBe(2023);
      expect(analysis.tree.errors).toEqual([]);
    });

    it('has the mistakes in its tables that it has, and no others', () => {
      const found = analysis.findings.filter(
        ({ level, rule }) => level !== 'info' && ofTables.test(rule),
      );
      const listed = found.map((finding) => {
        const { start } = originalRange(imported, finding);
        const line = original.slice(0, start).split('\n').length;
        return `${line} ${finding.level} ${finding.rule}`;
      });
      expect(listed).toEqual(findings.map(({ line, level, rule }) => `${line} ${level} ${rule}`));
      findings.forEach(({ says }, index) => {
        for (const part of says) expect(found[index]?.message.zh).toContain(part);
      });
    });

    it('has differences that rounding explains', () => {
      const differences = analysis.outcomes.flatMap(({ constraint, verdict, ...outcome }) => {
        if (verdict !== 'rounding' || !('identity' in constraint.origin)) return [];
        const scale = 10 ** (outcome.exponent - 4);
        const [left, right] = [outcome.left * scale, outcome.right * scale];
        return [[constraint.origin.identity.id, left.toFixed(2), right.toFixed(2)].join(' ')];
      });
      expect(differences).toEqual(expect.arrayContaining(lawful.map((entry) => entry.join(' '))));
    });
  });
}
