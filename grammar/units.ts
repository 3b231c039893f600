import { isBlank, isLineEnd } from './characters.ts';
import { MEASURE_WORDS, MONEY_UNITS, TIME_WORDS } from './measure-words.ts';

export type UnitKind = 'money' | 'percentage' | 'points' | 'score' | 'count' | 'time';

const KINDS = new Map<string, UnitKind>([
  ...[...TIME_WORDS].map((word) => [word, 'time'] as const),
  ...[...MEASURE_WORDS].map((word) => [word, 'count'] as const),
  ...[...MONEY_UNITS].map((word) => [word, 'money'] as const),
  ['%', 'percentage'],
  ['％', 'percentage'],
  ['‰', 'percentage'],
  ['百分点', 'points'],
  ['个百分点', 'points'],
  ['分', 'score'],
]);

/** Words that say the same. */
const CANONICAL = new Map([
  ['％', '%'],
  ['个百分点', '百分点'],
]);

const LONGEST = Math.max(...[...KINDS.keys()].map((word) => word.length));
/** By first character, the longest word first. */
const BY_FIRST = byFirst([...KINDS.keys()]);

/** Longer words that only begin like a unit: `2部门`, `30分之一`. */
const NO_UNITS = [
  '部门',
  '支出',
  '本级',
  '本年',
  '人员',
  '人民',
  '名称',
  '期末',
  '期初',
  '类别',
  '项目',
  '分之',
  '分公司',
  '分局',
  '分类',
  '分别',
  '次要',
  '位于',
  '所属',
  '家庭',
  '条件',
  '部分',
  '组织',
  '时间',
  '日常',
  '天然',
];

const OTHERS_BY_FIRST = byFirst(NO_UNITS);

function byFirst(words: readonly string[]): ReadonlyMap<number, readonly string[]> {
  const groups = new Map<number, string[]>();
  for (const word of [...words].sort((a, b) => b.length - a.length)) {
    const group = groups.get(word.charCodeAt(0));
    if (group) group.push(word);
    else groups.set(word.charCodeAt(0), [word]);
  }
  return groups;
}

export interface UnitAt {
  readonly word: string;
  readonly kind: UnitKind;
  readonly start: number;
  readonly end: number;
}

/**
 * The longest unit word at `at` or after blanks and a line break, which may also stand inside the word; undefined where
 * there is none.
 */
export function unitAt(text: string, at: number, end: number): UnitAt | undefined {
  const start = skipSpace(text, at, end);
  if (start >= end) return undefined;
  const code = text.charCodeAt(start);
  const words = BY_FIRST.get(code);
  if (words === undefined) return undefined;
  if (hasSpace(text, start, Math.min(end, start + LONGEST))) return broken(text, start, end);
  for (const word of words) {
    if (start + word.length > end || !text.startsWith(word, start)) continue;
    for (const other of OTHERS_BY_FIRST.get(code) ?? NONE) {
      if (other.length <= word.length || other.length > LONGEST) continue;
      if (start + other.length <= end && text.startsWith(other, start)) return undefined;
    }
    const kind = KINDS.get(word) as UnitKind;
    return { word: CANONICAL.get(word) ?? word, kind, start, end: start + word.length };
  }
  return undefined;
}

const NONE: readonly string[] = [];

function hasSpace(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (isBlank(code) || isLineEnd(code)) return true;
  }
  return false;
}

/** The same where a blank or line break stands within the letters at hand. */
function broken(text: string, start: number, end: number): UnitAt | undefined {
  let letters = '';
  const ends: number[] = [];
  for (
    let next = start;
    next < end && letters.length < LONGEST;
    next = skipSpace(text, next, end)
  ) {
    letters += text.charAt(next++);
    ends.push(next);
  }
  for (let length = letters.length; length > 0; length--) {
    const word = letters.slice(0, length);
    const kind = KINDS.get(word);
    if (kind === undefined) continue;
    if (NO_UNITS.some((other) => letters.startsWith(other) && other.length > length))
      return undefined;
    return { word: CANONICAL.get(word) ?? word, kind, start, end: ends[length - 1] as number };
  }
  return undefined;
}

/** Past blanks and line endings. */
export function skipSpace(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && (isBlank(text.charCodeAt(at)) || isLineEnd(text.charCodeAt(at)))) at++;
  return at;
}
