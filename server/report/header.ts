/** What the lines above the first heading say of the report. */
import type { HeaderFieldLine, Piece, SyntaxTree } from '../../grammar/syntax-tree.ts';
import { foldWidth } from '../../grammar/width.ts';
import { MONEY_EXPONENT, type MoneyUnit } from './figure.ts';
import type { Profile } from './form.ts';
import type { ReportHeader } from './model.ts';

/** Amounts without any unit are in this one: nearly every report is. */
const DEFAULT_UNIT: MoneyUnit = '万元';

/** Of repeated fields the first counts; a rule reports the others. */
export function readHeader(tree: SyntaxTree, profile: Profile): ReportHeader {
  const first = new Map<string, HeaderFieldLine>();
  for (const field of tree.header) {
    if (!first.has(field.key.value)) first.set(field.key.value, field);
  }
  const value = (key: string): Piece | undefined => {
    const piece = first.get(key)?.value;
    return piece && piece.value !== '' ? piece : undefined;
  };
  const yearField = value('年度');
  const unitField = value('金额单位');
  const year = readYear(yearField?.value);
  return {
    kind: value('报告'),
    name: value('名称'),
    shortNames: list(first.get('简称')),
    year,
    yearField,
    unit: readMoneyUnit(unitField?.value ?? '') ?? DEFAULT_UNIT,
    unitField,
    profile: value('版式')?.value ?? profile.name,
    subjectYear: readYear(value('科目')?.value) ?? year,
    lastYear: value('上年'),
    subordinates: list(first.get('下级')),
    fields: tree.header,
  };
}

/** 2023, 2023年, 2023年度, ２０２３. */
export function readYear(text: string | undefined): number | undefined {
  if (text === undefined || text.length > 12) return undefined;
  const year = /^\s*(\d{4})\s*(?:年度?)?\s*$/.exec(foldWidth(text))?.[1];
  return year === undefined ? undefined : Number(year);
}

/** 元, 万元, 亿元, with 人民币 before it. */
export function readMoneyUnit(text: string): MoneyUnit | undefined {
  if (text in MONEY_EXPONENT) return text as MoneyUnit;
  const bare = foldWidth(text)
    .replace(/^[\s(]*(?:单位:)?\s*(?:人民币)?\s*/, '')
    .replace(/[\s)]+$/, '');
  return Object.hasOwn(MONEY_EXPONENT, bare) ? (bare as MoneyUnit) : undefined;
}

/** What stands behind the colon, parted by 、 or a comma, and the `- …` lines below. */
function list(field: HeaderFieldLine | undefined): Piece[] {
  if (!field) return [];
  const pieces: Piece[] = [];
  let start = 0;
  const { value } = field.value;
  // Only where the piece is the source as written do the offsets inside it hold.
  const exact = field.value.end - field.value.start === value.length;
  for (let at = 0; at <= value.length; at += 1) {
    if (at < value.length && !SEPARATORS.includes(value.charAt(at))) continue;
    const part = value.slice(start, at);
    const text = part.trim();
    if (text !== '') {
      const offset = field.value.start + start + part.indexOf(text);
      const range = exact ? { start: offset, end: offset + text.length } : field.value;
      pieces.push({ value: text, start: range.start, end: range.end });
    }
    start = at + 1;
  }
  for (const item of field.items) if (item.value.value !== '') pieces.push(item.value);
  return pieces;
}

const SEPARATORS = '、,，;；';
