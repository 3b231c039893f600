/** What there is to say of a subject code: its path, its years, what this report spends on it. */
import type { Analysis } from '../analysis.ts';
import { printUnits } from '../reconcile/amount.ts';
import { parentRow } from '../report/hierarchy.ts';
import type { Panel, Row } from '../report/model.ts';
import type { Classification, SubjectEntry } from '../subjects/subject.ts';
import { parentOf } from '../subjects/subject.ts';
import { code as asCode, list, paragraphs, plain } from './markdown.ts';
import type { Say } from './messages.ts';
import { cellValue } from './values.ts';

/** The classification that a code belongs to in a panel; that of expenditure where the form states none. */
export function classificationOf(analysis: Analysis, panel: Panel): Classification {
  const table = analysis.report.tables.find(({ panels }) => panels.includes(panel));
  return table?.form?.classification ?? 'functional';
}

export function subjectMarkdown(
  analysis: Analysis,
  code: string,
  classification: Classification,
  say: Say,
): string {
  const entry = entryOf(analysis, code, classification);
  const colon = say('colon');
  const years = entry && `${say('yearsInUse')}${colon}${yearsOf(entry, say)}`;
  const sums = sumsOf(analysis, code, classification, say);
  return paragraphs(
    `**${pathOf(analysis, code, classification).map(plain).join(' › ')}**`,
    entry === undefined ? say('unknownSubject') : years,
    entry?.book === undefined ? undefined : plain(entry.book),
    sums.length === 0 ? undefined : `${say('inThisReport')}${colon}\n\n${list(sums)}`,
  );
}

/** 208 社会保障和就业支出 › 20805 行政事业单位养老支出 › …, the code itself last. */
function pathOf(analysis: Analysis, code: string, classification: Classification): string[] {
  const path: string[] = [];
  for (let at: string | undefined = code; at !== undefined; at = parentOf(at)) {
    const entry = entryOf(analysis, at, classification);
    const level = entry === undefined ? '' : `（${entry.level}）`;
    path.unshift(`${at} ${entry?.name ?? ''}${level}`.trim());
  }
  return path;
}

/** The name that the code has in the report's year; the last one it had where it is out of use. */
function entryOf(
  { subjects, report }: Analysis,
  code: string,
  classification: Classification,
): SubjectEntry | undefined {
  const table = subjects[classification];
  const year = report.header.subjectYear;
  const inForce = year === undefined ? [] : table.namesOf(code, year);
  return inForce[0] ?? table.entries(code).at(-1);
}

function yearsOf({ firstYear, lastYear }: SubjectEntry, say: Say): string {
  const [first, last] = [String(firstYear), String(lastYear)];
  if (firstYear !== undefined && lastYear !== undefined)
    return say('yearsBetween', { first, last });
  if (firstYear !== undefined) return say('yearsSince', { first });
  return lastYear === undefined ? say('yearsUnknown') : say('yearsUntil', { last });
}

/** What each table prints for the code in its first amount column; where it leaves the row out, the sum of those below. */
function sumsOf(
  { report }: Analysis,
  code: string,
  classification: Classification,
  say: Say,
): string[] {
  const sums: string[] = [];
  for (const { form, number, panels } of report.tables) {
    if ((form?.classification ?? classification) !== classification) continue;
    for (const panel of panels) {
      const column = panel.columns.find(({ kind }) => kind === 'amount');
      if (column === undefined) continue;
      const printed = panel.byCode.get(code);
      const below = printed === undefined ? highestBelow(panel, code) : [];
      const value =
        printed === undefined ? sumOf(below, column.index) : cellValue(printed.cells[column.index]);
      if (value === undefined) continue;
      const note =
        printed === undefined ? `（${say('sumOfRows', { count: String(below.length) })}）` : '';
      sums.push(`${plain(number)} ${plain(column.name)} ${asCode(value)}${note}`);
    }
  }
  return sums;
}

/** Printed rows below a code that is not printed, without those that stand below another of them. */
function highestBelow(panel: Panel, code: string): readonly Row[] {
  return panel.rows.filter(
    (row) => row.code?.startsWith(code) === true && parentRow(row)?.code?.startsWith(code) !== true,
  );
}

function sumOf(rows: readonly Row[], column: number): string | undefined {
  const figures = rows.flatMap((row) => {
    const reading = row.cells[column]?.reading;
    return reading?.kind === 'figure' ? [reading.figure] : [];
  });
  const [first] = figures;
  if (first === undefined || figures.some(({ unit }) => unit !== first.unit)) return undefined;
  const decimals = Math.max(...figures.map((figure) => figure.decimals));
  let sum = 0;
  for (const figure of figures) sum += figure.units * 10 ** (decimals - figure.decimals);
  return `${printUnits(sum, decimals)}${first.unit}`;
}
