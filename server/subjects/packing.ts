/**
 * The form in which the tables travel inside the program: one string for a classification, one line for a row, in the
 * order of the codes, a blank line between two 类. A program that looks nothing up pays for one string, a few subjects
 * are found without unpacking the rest, and a reviewer can read every row of the generated file.
 *
 *     2010308信访事务|d2023-2023
 *
 * Code and name; behind the bar, in this order, whatever is not the default (unverified, high, general public budget,
 * years not established): `m`/`l` confidence, `g`/`s`/`i` budget, `d` seen in a document (of that year), `+` first
 * year, `-` last year.
 */
import { type Confidence, classOf, type SubjectEntry } from './subject.ts';

const books: readonly (readonly [letter: string, book: string])[] = [
  ['g', '政府性基金预算'],
  ['s', '国有资本经营预算'],
  ['i', '社会保险基金预算'],
];
const letterOfBook = new Map(books.map(([letter, book]) => [book, letter]));
const bookOfLetter = new Map(books);
const letterOfConfidence: Readonly<Record<Confidence, string>> = {
  high: '',
  medium: 'm',
  low: 'l',
};

const attributes = /^([ml])?([gsi])?(?:(d)(\d{4})?)?(?:\+(\d{4}))?(?:-(\d{4}))?$/;

/**
 * Packs rows, which must be in the order of their codes. Throws on a row that would not come back as it is and on rows
 * in disorder, which are faults of the table.
 */
export function packRows(rows: readonly SubjectEntry[]): string {
  return rows
    .map((row, at) => {
      const before = rows[at - 1]?.code ?? row.code;
      if (before > row.code) throw new Error(`${row.code} comes after ${before}`);
      return (classOf(before) === classOf(row.code) ? '' : '\n') + packRow(row);
    })
    .join('\n');
}

function packRow(row: SubjectEntry): string {
  const rest = [
    letterOfConfidence[row.confidence],
    row.book === undefined ? '' : (letterOfBook.get(row.book) ?? '?'),
    row.evidence === 'document' ? `d${row.seenYear ?? ''}` : '',
    row.firstYear === undefined ? '' : `+${row.firstYear}`,
    row.lastYear === undefined ? '' : `-${row.lastYear}`,
  ].join('');
  const packed = `${row.code}${row.name}${rest === '' ? '' : `|${rest}`}`;
  if (fieldsOf(unpackLine(packed)) !== fieldsOf(row)) {
    throw new Error(`Cannot be packed: ${JSON.stringify(row)}`);
  }
  return packed;
}

function fieldsOf(row: SubjectEntry): string {
  return JSON.stringify(Object.entries(row).sort());
}

/** The row of one line. */
export function unpackLine(packed: string): SubjectEntry {
  const digits = codeLengthOf(packed);
  const bar = packed.indexOf('|', digits);
  const code = packed.slice(0, digits);
  const level = digits === 3 ? '类' : digits === 5 ? '款' : '项';
  if (bar === -1) {
    return { code, name: packed.slice(digits), level, evidence: 'unverified', confidence: 'high' };
  }
  const rest = attributes.exec(packed.slice(bar + 1));
  if (rest === null) throw new Error(`Not a packed subject: ${packed}`);
  const [, confidence, letter, document, seen, first, last] = rest;
  const entry: { -readonly [key in keyof SubjectEntry]: SubjectEntry[key] } = {
    code,
    name: packed.slice(digits, bar),
    level,
    evidence: document === undefined ? 'unverified' : 'document',
    confidence: confidence === 'm' ? 'medium' : confidence === 'l' ? 'low' : 'high',
  };
  const book = letter === undefined ? undefined : bookOfLetter.get(letter);
  if (book !== undefined) entry.book = book;
  if (seen !== undefined) entry.seenYear = Number(seen);
  if (first !== undefined) entry.firstYear = Number(first);
  if (last !== undefined) entry.lastYear = Number(last);
  return entry;
}

/** Number of digits of the code that a line begins with. */
export function codeLengthOf(packed: string): 3 | 5 | 7 {
  if (!isDigit(packed.charCodeAt(3))) return 3;
  return isDigit(packed.charCodeAt(5)) ? 7 : 5;
}

function isDigit(charCode: number): boolean {
  return charCode >= 48 && charCode <= 57;
}
