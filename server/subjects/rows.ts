/**
 * Reads a table of subjects as people keep it: tab-separated text with a heading line. The project's own tables and
 * the table that a user puts beside the reports have the same columns, in any order:
 *
 * | column | |
 * | --- | --- |
 * | `code`, `name` | required |
 * | `level` | 类, 款 or 项; follows from the code where left out |
 * | `first_year`, `last_year` | fiscal years in use; blank = not established |
 * | `book` | blank = general public budget |
 * | `evidence` | `document` or `unverified`; blank = `document`: whoever brings a table vouches for it |
 * | `seen_year` | fiscal year of that document |
 * | `confidence` | `high`, `medium` or `low`; blank = `high` |
 */
import type { Localised } from '../report/identifiers.ts';
import { normaliseSubjectName } from './name.ts';
import { type Confidence, levelOf, parentOf, type SubjectEntry } from './subject.ts';

export interface SubjectRowProblem {
  /** Line of the text, from 1. */
  readonly line: number;
  readonly message: Localised;
}

export interface SubjectRows {
  /** Rows without a fault of their own, in the order of the text. */
  readonly rows: SubjectEntry[];
  /** In the order of the lines. A row whose parent is absent is reported and kept; other faulty rows are left out. */
  readonly problems: SubjectRowProblem[];
}

type Cells = (column: string) => string;

/** Never throws. A byte-order mark, any line ends, blank lines and cells in double quotes are read as meant. */
export function parseSubjectRows(tsv: string): SubjectRows {
  const lines = tsv.replace(/^\ufeff/, '').split(/\r\n|\r|\n/);
  const headingAt = lines.findIndex((line) => line.trim() !== '');
  const heading = (lines[headingAt] ?? '').split('\t').map(unquote);
  const missing = ['code', 'name'].filter((column) => !heading.includes(column));
  if (missing.length > 0) {
    return { rows: [], problems: [{ line: headingAt + 1 || 1, message: lacksColumns(missing) }] };
  }

  const problems: SubjectRowProblem[] = [];
  const read: { line: number; entry: SubjectEntry }[] = [];
  const lineOfKey = new Map<string, number>();
  for (let at = headingAt + 1; at < lines.length; at++) {
    const text = lines[at] ?? '';
    if (text.trim() === '') continue;
    const values = text.split('\t').map(unquote);
    const line = at + 1;
    const row = readRow((column) => values[heading.indexOf(column)] ?? '');
    if ('zh' in row) {
      problems.push({ line, message: row });
      continue;
    }
    const key = `${row.code} ${row.name}`;
    const earlier = lineOfKey.get(key);
    if (earlier !== undefined) {
      problems.push({ line, message: repeats(key, earlier) });
      continue;
    }
    lineOfKey.set(key, line);
    read.push({ line, entry: row });
  }

  const codes = new Set(read.map(({ entry }) => entry.code));
  for (const { line, entry } of read) {
    const parent = parentOf(entry.code);
    if (parent !== undefined && !codes.has(parent)) {
      problems.push({ line, message: lacksParent(entry.code, parent) });
    }
  }
  problems.sort((a, b) => a.line - b.line);
  return { rows: read.map(({ entry }) => entry), problems };
}

function readRow(cell: Cells): SubjectEntry | Localised {
  const code = cell('code').replace(/\s/g, '');
  const level = levelOf(code);
  if (level === undefined) return badCode(code);
  const name = normaliseOfficialName(cell('name'));
  if (name === '') return lacksName(code);
  const statedLevel = cell('level');
  if (statedLevel !== '' && statedLevel !== level) return badLevel(code, statedLevel, level);

  const years = ['first_year', 'last_year', 'seen_year'] as const;
  const [firstYear, lastYear, seenYear] = years.map((column) => readYear(cell(column)));
  for (const column of years) {
    if (readYear(cell(column)) === 'bad') return badYear(code, column, cell(column));
  }
  if (typeof firstYear === 'number' && typeof lastYear === 'number' && firstYear > lastYear) {
    return yearsReversed(code, firstYear, lastYear);
  }
  const evidence = cell('evidence') || 'document';
  if (evidence !== 'document' && evidence !== 'unverified') {
    return badValue(code, 'evidence', evidence, 'document, unverified');
  }
  const confidence = cell('confidence') || 'high';
  if (!isConfidence(confidence)) {
    return badValue(code, 'confidence', confidence, 'high, medium, low');
  }
  const book = cell('book');
  return {
    code,
    name,
    level,
    ...(typeof firstYear === 'number' && { firstYear }),
    ...(typeof lastYear === 'number' && { lastYear }),
    ...(book !== '' && { book }),
    evidence,
    ...(typeof seenYear === 'number' && { seenYear }),
    confidence,
  };
}

function unquote(cell: string): string {
  const text = cell.trim();
  const quoted = /^"(.*)"$/s.exec(text)?.[1];
  return quoted === undefined ? text : quoted.replaceAll('""', '"').trim();
}

/** As compared, but official names keep their quotation marks. */
function normaliseOfficialName(name: string): string {
  return name
    .split(/([“”])/)
    .map((part) => (part === '“' || part === '”' ? part : normaliseSubjectName(part)))
    .join('');
}

function readYear(cell: string): number | 'bad' | undefined {
  if (cell === '') return undefined;
  return /^(?:19|20)\d\d$/.test(cell) ? Number(cell) : 'bad';
}

function isConfidence(text: string): text is Confidence {
  return text === 'high' || text === 'medium' || text === 'low';
}

const lacksColumns = (missing: readonly string[]): Localised => ({
  zh: `表头缺少列：${missing.join('、')}。第一行应当是列名，列之间用制表符分隔。`,
  en: `The heading lacks ${missing.join(', ')}. The first line names the columns, separated by tabs.`,
});
const badCode = (code: string): Localised => ({
  zh: `科目编码「${code}」不合规定：类 3 位、款 5 位、项 7 位数字，经济分类只到款。`,
  en: `Malformed subject code "${code}": 3, 5 or 7 digits; economic subjects end at 5.`,
});
const lacksName = (code: string): Localised => ({
  zh: `科目 ${code} 没有名称。`,
  en: `Subject ${code} has no name.`,
});
const badLevel = (code: string, stated: string, level: string): Localised => ({
  zh: `科目 ${code} 写作「${stated}」，按编码位数应为「${level}」。`,
  en: `Subject ${code} is called ${stated}; by the length of its code it is ${level}.`,
});
const badYear = (code: string, column: string, value: string): Localised => ({
  zh: `科目 ${code} 的 ${column}「${value}」不是年度，应为四位数字或者留空。`,
  en: `${column} of subject ${code} is "${value}": a year has four digits, or is left blank.`,
});
const yearsReversed = (code: string, first: number, last: number): Localised => ({
  zh: `科目 ${code} 的起始年度 ${first} 晚于终止年度 ${last}。`,
  en: `The first year of subject ${code}, ${first}, is after its last year, ${last}.`,
});
const badValue = (code: string, column: string, value: string, allowed: string): Localised => ({
  zh: `科目 ${code} 的 ${column}「${value}」无法识别，可以写：${allowed}，或者留空。`,
  en: `${column} of subject ${code} is "${value}": one of ${allowed} is expected, or nothing.`,
});
const repeats = (key: string, line: number): Localised => ({
  zh: `「${key}」与第 ${line} 行重复，本行未用。`,
  en: `"${key}" repeats line ${line}; this line is not used.`,
});
const lacksParent = (code: string, parent: string): Localised => ({
  zh: `科目 ${code} 的上级科目 ${parent} 不在表中。`,
  en: `${parent}, the parent of subject ${code}, is not in the table.`,
});
