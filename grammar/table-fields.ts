import type { FieldPart } from './line-parser.ts';
import { readFieldParts } from './plain-lines.ts';
import type { Range, TableFieldPart, Vocabulary } from './syntax-tree.ts';
import { dropBlanks, foldWidth } from './width.ts';

/** What a line above a table's rows says, and which forms it names. */
export interface FieldLine {
  readonly parts: readonly TableFieldPart[];
  /** Key of the form that a number on the line stands for. */
  readonly numberKey: string | undefined;
  /** Key of the form that a name on the line stands for. */
  readonly nameKey: string | undefined;
}

const MONEY = /^(?:人民币)?(万元|亿元|元)$/;
const NUMBER = /^公开\d+(?:-\d+)?表$|^(?:附?表)[一二三四五六七八九十\d]+$/;

/** No table field is longer. */
const LONGEST = 160;

/**
 * Reads a line of table fields: form number, form name, year, date, unit, body's name, alone or several on a line, in any
 * order. Undefined where something on the line is none of these.
 */
export function readTableFields(
  text: string,
  start: number,
  end: number,
  vocabulary: Vocabulary,
): FieldLine | undefined {
  if (end - start > LONGEST || start === end) return undefined;
  const read = readFieldParts(text, start, end);
  const parts: TableFieldPart[] = [];
  let numberKey: string | undefined;
  let nameKey: string | undefined;
  for (let at = 0; at < read.length; ) {
    const part = read[at] as FieldPart;
    const words = part.kind === 'words' || part.kind === 'keyword' ? wordsFrom(read, at) : at + 1;
    const last = read[words - 1] as FieldPart;
    at = words;
    switch (part.kind) {
      case 'keyword':
        parts.push(keyworded(text, part, last));
        break;
      case 'unit': {
        const unit = bracketedUnit(text, part);
        parts.push({ ...unit, kind: 'unit' });
        break;
      }
      case 'year':
        parts.push(plainPart('year', part, folded(text, part).replace('(', '').slice(0, 4)));
        break;
      case 'date':
        parts.push(plainPart('date', part, folded(text, part)));
        break;
      default: {
        const range = { start: part.start, end: last.end };
        const value = folded(text, range);
        const key = vocabulary.formKey(value);
        if (part.kind === 'words' && key === undefined) return undefined;
        const isNumber = part.kind === 'number' || NUMBER.test(value);
        if (isNumber) numberKey ??= key;
        else nameKey ??= key;
        parts.push(plainPart(isNumber ? 'form-number' : 'form-name', range, value));
      }
    }
  }
  return { parts, numberKey, nameKey };
}

/** A short line among the fields that is none of the known ones: the body's name alone, a department's remark. */
export function otherField(text: string, start: number, end: number): TableFieldPart | undefined {
  if (end - start > 40) return undefined;
  const value = text.slice(start, end);
  if (/[。；;，,！!？?：:]/.test(value)) return undefined;
  return plainPart('other', { start, end }, foldWidth(value));
}

/** End (exclusive) of the run of words that begins at `at`; the word at `at` counts whatever it is. */
function wordsFrom(read: readonly FieldPart[], at: number): number {
  let end = at + 1;
  while (read[end]?.kind === 'words') end++;
  return end;
}

function folded(text: string, range: Range): string {
  return dropBlanks(foldWidth(text.slice(range.start, range.end)));
}

function plainPart(kind: TableFieldPart['kind'], range: Range, value: string): TableFieldPart {
  const { start, end } = range;
  return { kind, value, valueRange: { start, end }, keyword: undefined, start, end };
}

/** `单位：` is the unit where its value is one, else the body's name. */
function keyworded(text: string, keyword: FieldPart, last: FieldPart): TableFieldPart {
  let valueStart = keyword.valueStart;
  while (valueStart < last.end && /\s/.test(text.charAt(valueStart))) valueStart++;
  const valueRange = { start: valueStart, end: Math.max(valueStart, last.end) };
  const word = dropBlanks(text.slice(keyword.start, keyword.valueStart)).slice(0, -1);
  const written = foldWidth(text.slice(valueRange.start, valueRange.end));
  const unit = word.includes('单位') ? MONEY.exec(dropBlanks(written))?.[1] : undefined;
  return {
    kind: unit !== undefined || word === '金额单位' ? 'unit' : kindOf(word),
    value: unit ?? written.trim(),
    valueRange,
    keyword: word,
    start: keyword.start,
    end: valueRange.end,
  };
}

function kindOf(word: string): TableFieldPart['kind'] {
  if (word.endsWith('日期')) return 'date';
  return /人|联系/.test(word) ? 'other' : 'body';
}

/** `（单位：万元）`: the unit alone, with the range of the word. */
export function bracketedUnit(text: string, bracket: Range): Omit<TableFieldPart, 'kind'> {
  const written = text.slice(bracket.start, bracket.end);
  const found = /(?:万|亿)?元/.exec(written);
  const start = bracket.start + (found?.index ?? 0);
  const value = found?.[0] ?? '';
  return {
    value,
    valueRange: { start, end: start + value.length },
    keyword: written.includes('单位') ? '单位' : undefined,
    start: bracket.start,
    end: bracket.end,
  };
}
