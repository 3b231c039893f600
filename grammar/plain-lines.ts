/**
 * Header fields, table starts and table fields read with the patterns of their tokens alone. Every report holds such lines
 * and many hold nothing else besides rows and prose: those are read without readying lexers and parser. The rules of the
 * line parser say the same and stay the measure (a property of the tests).
 */
import { isBlank, skipBlanks } from './characters.ts';
import type { FieldPart, HeaderParts, TableStartParts } from './line-parser.ts';
import {
  DATE_FIELD,
  FIELD_KEYWORD,
  FIELD_KEYWORDS,
  FORM_NUMBER,
  HEADER_COLON,
  HEADER_KEY,
  HEADER_KEYS,
  TABLE_WORD,
  UNIT_BRACKET,
  YEAR_FIELD,
} from './patterns.ts';
import type { Range } from './syntax-tree.ts';

const headerField = new RegExp(`(${HEADER_KEY})${HEADER_COLON}`, 'y');
const tableWord = new RegExp(TABLE_WORD, 'y');
const formNumber = new RegExp(FORM_NUMBER, 'y');
const unitBracket = new RegExp(UNIT_BRACKET, 'y');
const fieldKeyword = new RegExp(FIELD_KEYWORD, 'y');
const dateField = new RegExp(DATE_FIELD, 'y');
const yearField = new RegExp(YEAR_FIELD, 'y');

// A pattern is tried only where its first character stands.
const headerFirst = firstOf(HEADER_KEYS);
const keywordFirst = firstOf(FIELD_KEYWORDS);
const TABLE = 0x8868; // 表
const PUBLIC = 0x516c; // 公

const NOWHERE: Range = { start: 0, end: 0 };

function firstOf(words: readonly string[]): ReadonlySet<number> {
  return new Set(words.map((word) => word.charCodeAt(0)));
}

/** Undefined where the range is no header field. */
export function readHeaderField(text: string, start: number, end: number): HeaderParts | undefined {
  const from = skipBlanks(text, start, end);
  if (from >= end || !headerFirst.has(text.charCodeAt(from))) return undefined;
  headerField.lastIndex = 0;
  const found = headerField.exec(text.slice(from, end));
  if (found === null) return undefined;
  const key = found[1] as string;
  return {
    key: { value: key.replace(/\s+/g, ''), start: from, end: from + key.length },
    value: { start: from + found[0].length, end },
  };
}

/** Any range is a table start to the grammar; what its title means is for the vocabulary. */
export function readTableStart(text: string, start: number, end: number): TableStartParts {
  const line = text.slice(start, end);
  let at = skipLoose(line, 0);
  const marked = endOf(tableWord, line, at) > at;
  if (marked) at = skipLoose(line, at + 1);
  const titleStart = at;
  let titleEnd = -1;
  let unit: Range | undefined;
  while (at < line.length) {
    const code = line.charCodeAt(at);
    const bracket = isOpening(code) ? endOf(unitBracket, line, at) : 0;
    // Only the last bracket is the unit; one that more text follows belongs to the name.
    if (unit) titleEnd = unit.end;
    unit = bracket > 0 ? { start: at, end: bracket } : undefined;
    const stop = bracket || endOfName(line, at, code);
    if (!unit) titleEnd = stop;
    at = skipLoose(line, stop);
  }
  return {
    marked,
    title: titleEnd < 0 ? NOWHERE : { start: start + titleStart, end: start + titleEnd },
    unit: unit && { start: start + unit.start, end: start + unit.end },
  };
}

function endOfName(line: string, at: number, code: number): number {
  if (code === TABLE) return endOf(tableWord, line, at) || wordEnd(line, at);
  if (code === PUBLIC) return endOf(formNumber, line, at) || wordEnd(line, at);
  return wordEnd(line, at);
}

/** The parts of a line of table fields; what its words mean is for the vocabulary. */
export function readFieldParts(text: string, start: number, end: number): readonly FieldPart[] {
  const line = text.slice(start, end);
  const parts: FieldPart[] = [];
  let at = skipLoose(line, 0);
  while (at < line.length) {
    const kind = kindAt(line, at);
    const stop = kind === 'words' ? wordEnd(line, at) : patterns[kind].lastIndex;
    parts.push({
      kind,
      start: start + at,
      end: start + stop,
      valueStart: start + (kind === 'keyword' ? stop : at),
    });
    at = skipLoose(line, stop);
  }
  return parts;
}

const patterns = {
  number: formNumber,
  unit: unitBracket,
  keyword: fieldKeyword,
  date: dateField,
  year: yearField,
} as const;

/** Kind of the part at `at`; its pattern's `lastIndex` is where it ends. */
function kindAt(line: string, at: number): FieldPart['kind'] {
  const code = line.charCodeAt(at);
  if (isOpening(code)) {
    if (endOf(unitBracket, line, at) > 0) return 'unit';
    return endOf(yearField, line, at) > 0 ? 'year' : 'words';
  }
  if (isMillennium(code)) {
    if (endOf(dateField, line, at) > 0) return 'date';
    return endOf(yearField, line, at) > 0 ? 'year' : 'words';
  }
  if (code === PUBLIC && endOf(formNumber, line, at) > 0) return 'number';
  return keywordFirst.has(code) && endOf(fieldKeyword, line, at) > 0 ? 'keyword' : 'words';
}

/** Where the pattern ends that begins at `at`; 0 where it does not. */
function endOf(pattern: RegExp, line: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(line) ? pattern.lastIndex : 0;
}

/** The end of a run without blanks or brackets; a bracket is a word of its own. */
function wordEnd(line: string, start: number): number {
  let at = start;
  while (at < line.length) {
    const code = line.charCodeAt(at);
    // The Ogham space begins no word and ends none: the pattern of words holds it.
    if (isBracket(code) || isBar(code) || (isBlank(code) && code !== 0x1680)) break;
    at += 1;
  }
  return at > start ? at : start + 1;
}

/** Past blanks and, since a sheet's head may be pasted as rows, bars. */
function skipLoose(line: string, start: number): number {
  let at = start;
  while (at < line.length && (isBlank(line.charCodeAt(at)) || isBar(line.charCodeAt(at)))) at += 1;
  return at;
}

function isBar(code: number): boolean {
  return code === 0x7c || code === 0xff5c;
}

function isOpening(code: number): boolean {
  return code === 0x28 || code === 0xff08;
}

function isBracket(code: number): boolean {
  return code === 0x28 || code === 0x29 || code === 0xff08 || code === 0xff09;
}

/** The first digit of a year. */
function isMillennium(code: number): boolean {
  return code === 0x31 || code === 0x32 || code === 0xff11 || code === 0xff12;
}
