/** Self-evaluation forms of five published reports. Their folder is given by GOUJI_CORPUS. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../server/analysis.ts';
import { importText, originalRange } from '../../server/import/import-text.ts';
import { formsOfReports } from './performance-expected.ts';

const folder = process.env.GOUJI_CORPUS;

if (folder === undefined || !existsSync(folder)) {
  it('the corpus was not run: GOUJI_CORPUS names no folder', () => {
    console.log('GOUJI_CORPUS is not set: the reports of the corpus were not checked');
  });
} else {
  describe.each(formsOfReports)(
    'self-evaluation forms of $file',
    ({ file, findings, verified }) => {
      const name = readdirSync(folder).find((entry) => entry.startsWith(`${file}_`)) ?? file;
      const original = readFileSync(join(folder, name), 'utf8');
      const imported = importText(original);
      const analysis = analyse({ text: imported.text, published: true });

      it('have the mistakes that they have, and no others', () => {
        const found = analysis.findings.filter(({ rule }) => rule.startsWith('performance/'));
        const listed = found.map((finding) => {
          const { start } = originalRange(imported, finding);
          return `${original.slice(0, start).split('\n').length} ${finding.level} ${finding.rule}`;
        });
        expect(listed).toEqual(findings.map(({ line, level, rule }) => `${line} ${level} ${rule}`));
        findings.forEach(({ says }, index) => {
          for (const part of says) expect(found[index]?.message.zh).toContain(part);
        });
      });

      it('are read: most of their figures are confirmed', () => {
        const { nonZero } = analysis.coverage.tables;
        expect(nonZero.verified).toBeGreaterThanOrEqual(verified);
      });
    },
  );
}
