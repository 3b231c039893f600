import type { Coverage, CoverageCount, FigureVerdict, VerdictCount } from '../../analysis.ts';
import { addVerdicts, percentCovered, total } from '../../reconcile/verdict-count.ts';
import { displayWidth, padEnd } from '../display-width.ts';
import type { Say } from '../messages.ts';

/** The coverage in words, a line for the tables and one for the narrative; none where there are no figures. */
export function coverageLines(coverage: Coverage, say: Say): readonly string[] {
  return [
    ...line(coverage.tables, say('tableFigures'), say),
    ...line(coverage.narrative, say('narrativeFigures'), say),
  ];
}

function line({ nonZero, zero }: CoverageCount, what: string, say: Say): readonly string[] {
  const count = total(nonZero);
  const zeroes = total(zero);
  if (count + zeroes === 0) return [];
  const text = say('coverage', { what, count, percent: percentage(nonZero), ...nonZero });
  return [text + (zeroes > 0 ? say('zeroes', { count: zeroes, verified: zero.verified }) : '')];
}

const verdicts: readonly FigureVerdict[] = ['verified', 'wrong', 'stated', 'waived', 'unread'];

/** The coverage as a table, zero and non-zero figures apart; a kind of figure that there is none of has no line. */
export function coverageTable(coverage: Coverage, say: Say): readonly string[] {
  const heads = ['', ...verdicts.map((one) => say(one)), say('counted'), say('covered')];
  const rows = [
    ...rowsOf(coverage.tables, say('inTables'), say),
    ...rowsOf(coverage.narrative, say('inText'), say),
  ];
  if (rows.length === 0) return [say('noFigures')];
  const widths = heads.map((head, column) =>
    Math.max(displayWidth(head), ...rows.map((row) => displayWidth(row[column] ?? ''))),
  );
  return [heads, ...rows].map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return column === 0 ? padEnd(cell, width) : ' '.repeat(width - displayWidth(cell)) + cell;
      })
      .join('  ')
      .trimEnd(),
  );
}

function rowsOf({ nonZero, zero }: CoverageCount, what: string, say: Say): readonly string[][] {
  const row = (name: string, count: VerdictCount): string[][] => {
    const all = total(count);
    if (all === 0) return [];
    const counts = verdicts.map((verdict) => String(count[verdict]));
    return [[`${what} ${name}`, ...counts, String(all), percentage(count)]];
  };
  return [...row(say('nonZeroes'), nonZero), ...row(say('zeroesOnly'), zero)];
}

/** Rounded down: all is never said where something is left. */
export function percentage(count: VerdictCount): string {
  const share = percentCovered(count);
  return share === undefined ? '—' : `${share}%`;
}

const none: VerdictCount = { verified: 0, wrong: 0, stated: 0, waived: 0, unread: 0 };

export const noCoverage: Coverage = {
  tables: { nonZero: none, zero: none },
  narrative: { nonZero: none, zero: none },
};

export function addCoverage(a: Coverage, b: Coverage): Coverage {
  return { tables: addCounts(a.tables, b.tables), narrative: addCounts(a.narrative, b.narrative) };
}

function addCounts(a: CoverageCount, b: CoverageCount): CoverageCount {
  return { nonZero: addVerdicts(a.nonZero, b.nonZero), zero: addVerdicts(a.zero, b.zero) };
}
