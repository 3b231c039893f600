/** The report of the walkthrough is right, and the mistake that the walkthrough makes in it is found. */
import { expect, test } from 'vitest';
import { analyse } from '../../server/analysis.ts';
import { firstMistake, firstReport } from '../../server/render/first-report.ts';

test('every figure is verified', () => {
  const { findings, ledger } = analyse({ text: firstReport });
  expect(findings).toEqual([]);
  expect(new Set(ledger.entries.map(({ verdict }) => verdict))).toEqual(new Set(['verified']));
});

test('its mistake is one error, and the first repair takes it back', () => {
  const { row, right, wrong } = firstMistake;
  const line = firstReport.split('\n').find((one) => one.startsWith(row)) ?? '';
  const broken = firstReport.replace(line, line.replace(right, wrong));
  const { findings } = analyse({ text: broken });
  expect(findings.map(({ level }) => level)).toEqual(['error']);
  const [finding] = findings;
  expect(broken.slice(finding?.start, finding?.end)).toBe(wrong);
  const repair = finding?.fix ?? finding?.suggestions[0];
  const [edit] = repair?.edits ?? [];
  expect(repair?.edits).toHaveLength(1);
  expect(broken.slice(0, edit?.start) + edit?.text + broken.slice(edit?.end)).toBe(firstReport);
});
