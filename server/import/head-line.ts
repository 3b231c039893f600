/**
 * A line that a published table prints above its rows: its number and name, the year, the unit, the body's name; one
 * of them or several, in any order, with any blanks.
 */
import { foldWidth } from '../../grammar/width.ts';
import { isBlank } from './lines.ts';
import type { KnownName, KnownNames } from './names.ts';

export interface HeadPart {
  readonly kind: 'number' | 'name' | 'year' | 'date' | 'unit' | 'body' | 'other';
  /** Offsets in the line's text; for `unit`, `body` and `other` those of the value alone. */
  readonly start: number;
  readonly end: number;
  /** Where the part begins, its word before the colon included. */
  readonly from: number;
  /** Width-folded, without blanks. */
  readonly value: string;
  readonly name: KnownName | undefined;
}

export interface HeadLine {
  readonly parts: readonly HeadPart[];
  /** The form or attachment that the line names. */
  readonly name: KnownName | undefined;
  /** `一、` and the like before the name. */
  readonly numbered: boolean;
}

const NUMBER =
  /公开表?\d{1,2}表?|附?表(?:[一二三四五六七八九十]{1,3}?(?![二三四五六七八九十]|一(?!般))|\d{1,2}(?![\d.年月]))[:、.]?/y;
const YEAR = /\(?\d{4}年度?\)?(?!\d|末|初|底)/y;
const DATE = /\(?\d{4}年\d{1,2}月(?:\d{1,2}日)?\)?/y;
/** 单位：元氏县… names a body: after a unit the line ends or another part begins. */
const UNIT =
  /\(?(?:金额|货币|计量)?单位:(?:人民币)?(?:万元|亿元|元)(?=$|[()]|公开|\d{4}年|部门|单位|编制|填报|金额|附?表)\)?|\((?:人民币)?(?:万元|亿元|元)\)/y;
const BODY =
  /(?:部门|单位|编制单位|编制部门|填报单位|填报部门|公开单位|公开部门|预算单位|预算部门|单位名称|部门名称|部门\(单位\)|单位\(部门\)|部门\(单位\)名称)(?:\((?:公章|盖章|签章)\))?:/y;
const OTHER =
  /(?:填报人|填表人|制表人|审核人|负责人|联系人|联系方式|联系电话|填报人及联系方式|填表人及联系方式|填报日期|填表日期|编制日期|制表日期|日期)(?:\((?:公章|盖章|签章)\))?:/y;
const JOINT = /[-—:、,;|]+|\(续表?\d*\)|续表|\(\)/y;
const ORDINAL = /^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|\d{1,2}[.、])/;
const PLAIN_PREFIX = /^[^,。;:、!?%=]{1,40}$/;

/** Undefined where the line says anything else as well. */
export function readHeadLine(text: string, names: KnownNames): HeadLine | undefined {
  if (text.length > 120) return undefined;
  const { compact, places } = compactWithPlaces(text);
  if (compact === '' || /[。;]$/.test(compact)) return undefined;
  const parts: HeadPart[] = [];
  const place = (index: number): number => places[index] ?? text.length;
  const add = (
    kind: HeadPart['kind'],
    from: number,
    start: number,
    end: number,
    name?: KnownName,
  ): void => {
    const last = end > start ? place(end - 1) + 1 : place(start);
    parts.push({
      kind,
      from: place(from),
      start: place(start),
      end: last,
      value: compact.slice(start, end),
      name,
    });
  };
  const ordinal = ORDINAL.exec(compact)?.[0].length ?? 0;
  const numbered = ordinal > 0;
  let at = ordinal;
  const whole = names.whole(compact.slice(ordinal));
  if (whole !== undefined && names.at(compact, ordinal)?.compact.length !== whole.compact.length) {
    add('name', ordinal, ordinal, compact.length, whole);
    at = compact.length;
  }
  while (at < compact.length) {
    const name = names.at(compact, at);
    if (name !== undefined) {
      add('name', at, at, at + name.compact.length, name);
      at += name.compact.length;
      continue;
    }
    const unit = lengthOf(UNIT, compact, at);
    if (unit > 0) {
      const value = /亿元|万元|元/.exec(compact.slice(at, at + unit));
      const start = at + (value?.index ?? 0);
      add('unit', at, start, start + (value?.[0].length ?? 0));
      at += unit;
      continue;
    }
    const date = lengthOf(DATE, compact, at);
    const year = date > 0 ? date : lengthOf(YEAR, compact, at);
    if (year > 0) {
      add(date > 0 ? 'date' : 'year', at, at, at + year);
      at += year;
      continue;
    }
    const number = lengthOf(NUMBER, compact, at);
    if (number > 0) {
      add('number', at, at, at + number);
      at += number;
      continue;
    }
    const body = lengthOf(BODY, compact, at);
    const keyword = body > 0 ? body : lengthOf(OTHER, compact, at);
    if (keyword > 0) {
      const end = valueEnd(compact, at + keyword);
      add(body > 0 ? 'body' : 'other', at, at + keyword, end);
      at = end;
      continue;
    }
    const joint = lengthOf(JOINT, compact, at);
    if (joint > 0 && at > ordinal) {
      at += joint;
      continue;
    }
    if (/^[()《》]/.test(compact.slice(at))) {
      at += 1;
      continue;
    }
    // 某某局2023年度收入支出决算总表: a name at the end, and before it nothing but words.
    const ending = names.atEnd(compact.replace(/\(续表?\d*\)$|续表$|\)$/, ''));
    const nameStart = ending === undefined ? -1 : compact.lastIndexOf(ending.compact);
    if (
      ending === undefined ||
      nameStart <= at ||
      !PLAIN_PREFIX.test(compact.slice(at, nameStart))
    ) {
      return undefined;
    }
    const prefixYear = /\d{4}年度?/.exec(compact.slice(at, nameStart));
    if (prefixYear !== null) {
      const start = at + prefixYear.index;
      add('year', start, start, start + prefixYear[0].length);
    }
    at = nameStart;
  }
  if (parts.length === 0) return undefined;
  const name = parts.find((part) => part.name !== undefined)?.name;
  if (numbered && name === undefined) return undefined;
  return { parts, name, numbered };
}

function lengthOf(pattern: RegExp, compact: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(compact)?.[0].length ?? 0;
}

const NEXT_PART =
  /(?:金额|货币|计量)?单位:(?:人民币)?(?:万元|亿元|元)|\d{4}年度?(?!\d)|公开表?\d{1,2}表?|(?:填报人|填表人|填报日期|编制日期|联系方式|联系电话)[^:]{0,6}:/;

/** A value goes on until the next thing that a head prints. */
function valueEnd(compact: string, from: number): number {
  const next = NEXT_PART.exec(compact.slice(from));
  return next === null ? compact.length : from + next.index;
}

function compactWithPlaces(text: string): { compact: string; places: number[] } {
  const folded = foldWidth(text);
  const places: number[] = [];
  let compact = '';
  for (let index = 0; index < folded.length; index += 1) {
    const character = folded.charAt(index);
    if (isBlank(character)) continue;
    compact += character;
    places.push(index);
  }
  return { compact, places };
}
