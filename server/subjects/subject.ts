/**
 * A subject (科目): one row of the state's classification of revenue and expenditure (政府收支分类科目).
 */

/** 支出功能分类, 部门预算支出经济分类, 政府预算支出经济分类, 收入分类. */
export type Classification =
  | 'functional'
  | 'economic-department'
  | 'economic-government'
  | 'revenue';

/** Class, group, item. Economic subjects have classes and groups only. */
export type SubjectLevel = '类' | '款' | '项';

/** How sure one may be of a row, for the years that it gives. */
export type Confidence = 'high' | 'medium' | 'low';

/**
 * One code with one name. A subject that was renamed has an entry for each of its names, and some codes have two
 * acceptable names in one year: the key is code and name together.
 */
export interface SubjectEntry {
  readonly code: string;
  /** Official name: full-width punctuation, no white space. */
  readonly name: string;
  readonly level: SubjectLevel;
  /** First fiscal year in use. Absent: not established, which is no statement about any year. */
  readonly firstYear?: number;
  /** Last fiscal year in use. Absent: not established. */
  readonly lastYear?: number;
  /** Budget the subject belongs to, such as 政府性基金预算. Absent: the general public budget. */
  readonly book?: string;
  /** `document`: this code was seen with this name in a published report or notice. */
  readonly evidence: 'document' | 'unverified';
  /** Fiscal year of that report or notice. */
  readonly seenYear?: number;
  readonly confidence: Confidence;
}

/**
 * Level that a code has by its form: 3 digits 类, 5 款, 7 项, where economic codes (3…, 5…) end at 款. Undefined: the
 * code is malformed.
 */
export function levelOf(code: string): SubjectLevel | undefined {
  const { length } = code;
  if (length !== 3 && length !== 5 && length !== 7) return undefined;
  for (let at = 0; at < length; at += 1) {
    const digit = code.charCodeAt(at) - 0x30;
    if (digit < 0 || digit > 9) return undefined;
  }
  if (length === 3) return '类';
  if (length === 5) return '款';
  return isEconomic(code) ? undefined : '项';
}

/** Code of the subject that this one is part of: 2080505 → 20805 → 208. Undefined for a 类 or a malformed code. */
export function parentOf(code: string): string | undefined {
  const level = levelOf(code);
  return level === undefined || level === '类' ? undefined : code.slice(0, -2);
}

/** Code of the 类 of a code, whatever its length: its first three digits. */
export function classOf(code: string): string {
  return code.slice(0, 3);
}

function isEconomic(code: string): boolean {
  return code.startsWith('3') || code.startsWith('5');
}
