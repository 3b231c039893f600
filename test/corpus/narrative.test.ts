/** The text of the five published reports: what is wrong in it, what is not, and how much of it is read. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../server/analysis.ts';
import { importText, originalRange } from '../../server/import/import-text.ts';
import type { LedgerEntry, VerdictCount } from '../../server/reconcile/ledger.ts';
import { narratives } from './narrative-expected.ts';

const folder = process.env.GOUJI_CORPUS;

if (folder === undefined || !existsSync(folder)) {
  it('the corpus was not run: GOUJI_CORPUS names no folder', () => {
    console.log('GOUJI_CORPUS is not set: the narrative of the corpus was not checked');
  });
} else {
  describe.each(narratives)(
    '$file',
    ({ file, wrong, misnamed = [], miscounted = [], untold = [], unprovable, right }) => {
      const name = readdirSync(folder).find((entry) => entry.startsWith(`${file}_`)) ?? file;
      const original = readFileSync(join(folder, name), 'utf8');
      const imported = importText(original);
      const analysis = analyse({ text: imported.text, published: true });
      const lineOf = (range: { readonly start: number; readonly end: number }): number =>
        original.slice(0, originalRange(imported, range).start).split('\n').length;
      const listed = (entry: LedgerEntry): string =>
        `${lineOf(entry)} ${entry.printed.replace(/\s/g, '')}`;
      const { prose } = analysis.ledger;
      const ofNarrative = analysis.findings.filter(({ rule }) => rule.startsWith('narrative/'));
      const wanted = (level: string): string[] =>
        wrong.filter((one) => one.level === level).map(({ line, printed }) => `${line} ${printed}`);

      it('has the wrong figures that it has, and no others', () => {
        const found = prose.filter(({ verdict }) => verdict === 'wrong').map(listed);
        for (const one of wanted('error')) expect(found).toContain(one);
        const all = [...wanted('error'), ...wanted('warning')];
        expect(found.filter((one) => !all.includes(one))).toEqual([]);
      });

      it('says of each what it should be', () => {
        for (const { line, level, should } of [...wrong, ...misnamed, ...miscounted]) {
          const findings = analysis.findings.filter(
            (finding) => lineOf(finding) === line && finding.level === level,
          );
          const said = findings.map(({ message }) => message.zh.replaceAll(',', ''));
          expect(
            said.some((words) => words.includes(should.replaceAll(',', ''))),
            `${line} ${should}: ${said.join(' | ')}`,
          ).toBe(true);
        }
      });

      it('has no error in any other line of its text', () => {
        const lines = new Set([...wrong, ...misnamed].map(({ line }) => line));
        const others = ofNarrative.filter(
          (finding) => finding.level === 'error' && !lines.has(lineOf(finding)),
        );
        expect(others.map((finding) => `${lineOf(finding)} ${finding.message.zh}`)).toEqual([]);
      });

      it('counts as many things as it names, but for those', () => {
        const found = ofNarrative.filter(({ rule }) => rule === 'narrative/listed-count');
        expect(found.map((finding) => `${lineOf(finding)} ${finding.level}`)).toEqual(
          miscounted.map(({ line, level }) => `${line} ${level}`),
        );
      });

      it('has figures that only look wrong, and figures that nothing confirms', () => {
        const verdicts = (line: number, printed: string): string[] =>
          prose
            .filter((entry) => listed(entry) === `${line} ${printed}`)
            .map(({ verdict }) => verdict);
        for (const { line, printed } of right) {
          const found = verdicts(line, printed);
          expect(found, `${line} ${printed}`).not.toEqual([]);
          expect(found, `${line} ${printed}`).not.toContain('wrong');
        }
        for (const { line, printed } of unprovable) {
          for (const verdict of verdicts(line, printed)) {
            expect(['stated', 'unread'], `${line} ${printed}`).toContain(verdict);
          }
        }
      });

      it('has one finding more for each verified amount and percentage that is made wrong', () => {
        const { text } = imported;
        const before = new Set(analysis.findings.map(({ rule, start }) => `${rule} ${start}`));
        for (const { start, end, verdict, isZero, printed } of prose) {
          // A count is verified by there being one at all.
          if (verdict !== 'verified' || isZero || !/(?:元|[%％]|分)$/.test(printed)) continue;
          const other = text
            .slice(start, end)
            .replace(/[1-9]/, (digit) => String((Number(digit) % 9) + 1));
          const changed = analyse({
            text: text.slice(0, start) + other + text.slice(end),
            published: true,
          });
          const more = changed.findings.filter(
            (one) => one.level !== 'info' && !before.has(`${one.rule} ${one.start}`),
          );
          const expected = untold.includes(printed.replace(/\s/g, '')) ? 0 : 1;
          const said = more.map(({ message }) => message.zh).join('\n');
          expect(more.length, `${printed} → ${other}\n${said}`).toBe(expected);
        }
      }, 60_000);

      it('is read and judged nearly whole', () => {
        const { zero, nonZero } = analysis.coverage.narrative;
        for (const count of [zero, nonZero]) {
          expect(read(count), JSON.stringify(count)).toBeGreaterThanOrEqual(95);
          expect(judged(count), JSON.stringify(count)).toBeGreaterThanOrEqual(85);
        }
      });
    },
  );
}

function read(count: VerdictCount): number {
  const all = total(count);
  return all === 0 ? 100 : (100 * (all - count.unread)) / all;
}

function judged(count: VerdictCount): number {
  const all = total(count);
  return all === 0 ? 100 : (100 * (count.verified + count.wrong)) / all;
}

function total({ verified, wrong, stated, waived, unread }: VerdictCount): number {
  return verified + wrong + stated + waived + unread;
}
