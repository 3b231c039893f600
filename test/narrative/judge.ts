/** What the program makes of a fixture of the narrative. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Analysis, analyse } from '../../server/analysis.ts';
import type { FigureVerdict } from '../../server/reconcile/ledger.ts';
import {
  type Compared,
  compare,
  type JudgedFigure,
  type LedgerCase,
  readLedgerFixture,
  type Verdict,
} from './fixture-ledger.ts';

const names: Readonly<Record<FigureVerdict, Verdict>> = {
  verified: '相符',
  wrong: '有误',
  stated: '无从核对',
  waived: '免核',
  unread: '未读',
};

const folder = join(import.meta.dirname, '../fixtures/narrative');

/** The fixtures of a folder: their names and reports. */
export function ledgerCases(of: string): [name: string, cases: readonly LedgerCase[]][] {
  return globSync(`${of}/*.gouji`, { cwd: folder })
    .sort()
    .map((path) => [path, readLedgerFixture(readFileSync(join(folder, path), 'utf8'))]);
}

export function judgedFigures(analysis: Analysis): JudgedFigure[] {
  return analysis.ledger.prose.map(
    ({ start, end, verdict, expression, calculation, expected }): JudgedFigure => ({
      start,
      end,
      verdict: names[verdict],
      expression: [expression, calculation].filter((words) => words !== undefined).join('; '),
      messages: [
        ...(expected === undefined ? [] : [expected]),
        ...analysis.findings
          .filter((finding) => finding.start < end && start < finding.end)
          .map(({ message }) => message.zh),
      ],
    }),
  );
}

export function judge(fixture: LedgerCase): Compared[] {
  return compare(fixture, judgedFigures(analyse({ text: fixture.text })));
}
