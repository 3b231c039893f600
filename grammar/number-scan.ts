/** All numbers of a stretch of prose, each with its unit and with what it is. */
import { isBlank, isDigit, isLatinLetter, isLineEnd } from './characters.ts';
import { type DigitRun, readDigitRuns } from './digit-run.ts';
import { judgeDigits } from './number.ts';
import {
  beginsItem,
  codesOf,
  isCode,
  isDottedDate,
  isNumbering,
  isThreshold,
  isYearOfDocument,
  kindWithoutUnit,
  type Stretch,
  signStart,
  YEAR,
} from './number-surroundings.ts';
import { isFigure, type ProseNumber, type ProseNumberKind } from './prose-number.ts';
import type { Range } from './syntax-tree.ts';
import { type UnitAt, type UnitKind, unitAt } from './units.ts';

const KIND_OF_UNIT: Readonly<Record<UnitKind, ProseNumberKind>> = {
  money: 'amount',
  percentage: 'percentage',
  points: 'points',
  score: 'score',
  count: 'count',
  time: 'duration',
};

/** A number whose unit may still follow with a later number of its list. */
type Draft = { -readonly [K in keyof ProseNumber]: ProseNumber[K] };

/** `1.2023年度…`: the numbering of an item, and the year that its sentence begins with. */
const NUMBERED_YEAR = /^\d{1,2}\.(?:19|20)\d\d$/;
const DASHES = codesOf('-－–—~～至');

/** 余, 多 */
function isLoose(code: number): boolean {
  return code === 0x4f59 || code === 0x591a;
}

/** One pass over a stretch of prose, from number to number. */
export class NumberScan {
  readonly #stretch: Stretch;
  readonly #text: string;
  readonly #start: number;
  readonly #end: number;
  readonly #skip: readonly Range[];
  #skipAt = 0;
  readonly #found: Draft[] = [];
  /** Numbers of a list that wait for the unit of its last one. */
  #waiting: Draft[] = [];

  constructor(text: string, start: number, end: number, skip: readonly Range[]) {
    this.#stretch = { text, from: start, to: end };
    this.#text = text;
    this.#start = start;
    this.#end = end;
    this.#skip = skip;
  }

  run(): ProseNumber[] {
    let at = this.#start;
    while (at < this.#end) {
      const code = this.#text.charCodeAt(at);
      const skip = this.#skip[this.#skipAt];
      if (skip && at >= skip.start) {
        at = Math.max(at, skip.end);
        this.#skipAt++;
      } else if (isDigit(code)) at = this.#readFrom(at);
      else at++;
    }
    return this.#found;
  }

  /** Past the target of a binding that begins at `at`, to the unit behind it. */
  #overSkip(at: number): number {
    const skip = this.#skip[this.#skipAt];
    return skip && skip.start === at ? Math.min(skip.end, this.#end) : at;
  }

  #limit(at: number): number {
    const skip = this.#skip[this.#skipAt];
    return skip && skip.start >= at && skip.start < this.#end ? skip.start : this.#end;
  }

  #readFrom(at: number): number {
    const runs = readDigitRuns(this.#text, at, this.#limit(at));
    let end = at;
    for (const run of runs) {
      const last = run === runs[runs.length - 1];
      const year = last ? this.#yearBehindNumbering(run) : -1;
      if (year >= 0) {
        const digits = { ...run, end: year - 1, written: run.written.slice(0, -5) };
        this.#found.push(
          this.#draft({ ...digits, reading: judgeDigits(digits.written) }, 'numbering'),
        );
        return this.#readFrom(year);
      }
      end = last ? this.#readNumber(run) : this.#listed(run);
    }
    return end;
  }

  /** Where the year begins in `1.2023年度`; -1 where this is none. */
  #yearBehindNumbering(run: DigitRun): number {
    if (
      run.written.length < 6 ||
      !NUMBERED_YEAR.test(run.written) ||
      run.end - run.start !== run.written.length
    )
      return -1;
    if (!unitAt(this.#text, run.end, this.#end)?.word.startsWith('年')) return -1;
    return beginsItem(this.#text, this.#start, run.start) ? run.end - 4 : -1;
  }

  /** A number that only a comma parts from the next one: their unit may follow the last. */
  #listed(run: DigitRun): number {
    const draft = this.#draft(run, 'bare');
    this.#found.push(draft);
    this.#waiting.push(draft);
    return run.end;
  }

  #readNumber(run: DigitRun): number {
    const text = this.#text;
    const named = this.#named(run);
    if (named) {
      named.malformed = undefined;
      this.#waiting = [];
      this.#found.push(named);
      return named.end;
    }
    const after = this.#overSkip(run.end);
    const unit = this.#unitAfter(after);
    if (unit?.word.startsWith('年') && YEAR.test(run.written)) return this.#addYear(run, unit);
    const range = this.#range(run, unit);
    if (range) {
      this.#addFinished(range);
      return range.end;
    }
    if (unit) {
      const draft = this.#draft(run, this.#kindOf(run, unit));
      setUnit(draft, unit);
      draft.isLoose = isLoose(text.charCodeAt(after));
      this.#addFinished(draft);
      return unit.end;
    }
    const draft = this.#draft(run, kindWithoutUnit(this.#stretch, run));
    this.#found.push(draft);
    if (text[run.end] === '、' && isDigit(text.charCodeAt(run.end + 1))) this.#waiting.push(draft);
    else this.#finishList(draft);
    return run.end;
  }

  /** The unit at `at`, or behind 余 or 多: 500余万元. */
  #unitAfter(at: number): UnitAt | undefined {
    const loose = isLoose(this.#text.charCodeAt(at)) && at < this.#end;
    return unitAt(this.#text, loose ? at + 1 : at, this.#end);
  }

  /** Numbers that what stands around them names: identifiers, numbering, ordinals, documents, dates. */
  #named(run: DigitRun): Draft | undefined {
    const text = this.#text;
    const before = run.start > this.#start ? text.charCodeAt(run.start - 1) : 0;
    const after = run.end < this.#end ? text.charCodeAt(run.end) : 0;
    const whole = !run.written.includes('.') && !run.written.includes(',');
    if (isLatinLetter(before) || isLatinLetter(after)) return this.#draft(run, 'identifier');
    if (text[run.start - 1] === '第' && run.start > this.#start) {
      const draft = this.#draft(run, 'ordinal');
      return draft;
    }
    if (whole && text[run.end] === '号') return this.#draft(run, 'document');
    if (whole && isYearOfDocument(text, run, this.#end)) return this.#draft(run, 'document');
    if (!whole && isDottedDate(run)) return this.#draft(run, 'date');
    if (isNumbering(this.#stretch, run, whole)) return this.#draft(run, 'numbering');
    const unit = whole && run.written.length <= 2 ? unitAt(text, run.end, this.#end) : undefined;
    if (unit && (unit.word === '月' || unit.word === '月份' || unit.word === '日')) {
      const draft = this.#draft(run, 'date');
      setUnit(draft, unit);
      return draft;
    }
    return undefined;
  }

  #addYear(run: DigitRun, unit: UnitAt): number {
    const text = this.#text;
    const draft = this.#draft(run, 'year');
    setUnit(draft, unit);
    let end = unit.end;
    // 年 with month and day is one date.
    const month = isLikelyMonth(text.charCodeAt(unit.end))
      ? DATE_AFTER_YEAR.exec(text.slice(unit.end, Math.min(this.#end, unit.end + 16)))
      : null;
    if (month) {
      draft.kind = 'date';
      end = unit.end + month[0].length;
      draft.end = end;
    }
    this.#found.push(draft);
    this.#finishList(draft);
    return end;
  }

  /** `5-10万元`, `100%-80%`, `2015-2020`: one figure with two ends. */
  #range(run: DigitRun, unit: UnitAt | undefined): Draft | undefined {
    const text = this.#text;
    const from = unit ? unit.end : run.end;
    const dashEnd = this.#dashAt(from);
    if (dashEnd < 0) return undefined;
    const upper = readDigitRuns(text, dashEnd, this.#limit(dashEnd))[0];
    if (!upper) return undefined;
    if (text[upper.end] === '号') return this.#joined(run, upper, 'document');
    const upperUnit = unitAt(text, upper.end, this.#end);
    if (
      YEAR.test(run.written) &&
      YEAR.test(upper.written) &&
      (!upperUnit || upperUnit.word.startsWith('年'))
    ) {
      const years = this.#joined(run, upper, 'year');
      if (upperUnit) setUnit(years, upperUnit);
      years.upper = upperEnd(upper);
      return years;
    }
    if (!unit && !upperUnit) {
      if (isDigit(text.charCodeAt(upper.end)) || isLatinLetter(text.charCodeAt(upper.end)))
        return undefined;
      const thirdDash = this.#dashAt(upper.end);
      if (YEAR.test(run.written) && thirdDash >= 0) {
        const day = readDigitRuns(text, thirdDash, this.#limit(thirdDash))[0];
        if (day) return this.#joined(run, day, 'date');
      }
      return this.#joined(run, upper, 'identifier');
    }
    if (unit && upperUnit && unit.kind !== upperUnit.kind) return undefined;
    if (unit && unit.kind === 'time') return undefined;
    const draft = this.#draft(run, 'bare');
    const last = upperUnit ?? unit;
    if (!last) return undefined;
    setUnit(draft, last);
    draft.kind = this.#kindOf(run, last, Math.max(last.end, upper.end));
    draft.end = Math.max(last.end, upper.end);
    draft.upper = upperEnd(upper);
    if (upper.reading.kind === 'malformed') {
      draft.malformed ??= { reason: upper.reading.reason, repair: undefined };
    }
    return draft;
  }

  #joined(run: DigitRun, last: DigitRun, kind: ProseNumberKind): Draft {
    const draft = this.#draft(run, kind);
    draft.end = last.end;
    return draft;
  }

  /** Where the digits begin behind a dash at `at`; -1 where none does. */
  #dashAt(at: number): number {
    if (at >= this.#end || !DASHES.has(this.#text.charCodeAt(at))) return -1;
    let next = at + 1;
    if (this.#text[at] === '—' && this.#text[next] === '—') next++;
    return next < this.#end && isDigit(this.#text.charCodeAt(next)) ? next : -1;
  }

  #kindOf(run: DigitRun, unit: UnitAt, end = unit.end): ProseNumberKind {
    const kind = KIND_OF_UNIT[unit.kind];
    if (isCode(this.#text, run.start, unit)) return 'identifier';
    return kind !== 'duration' && isThreshold(this.#stretch, run.start, end) ? 'threshold' : kind;
  }

  #addFinished(draft: Draft): void {
    this.#found.push(draft);
    this.#finishList(draft);
  }

  /** The unit of a list's last number is that of all. */
  #finishList(last: Draft): void {
    for (const draft of this.#waiting) {
      if (last.kind === 'year' ? !YEAR.test(this.#written(draft)) : !isFigure(last)) continue;
      draft.kind = last.kind;
      draft.unit = last.unit;
      draft.unitRange = last.unitRange;
    }
    this.#waiting = [];
  }

  #written(draft: Draft): string {
    return this.#text.slice(draft.number.start, draft.number.end);
  }

  #draft(run: DigitRun, kind: ProseNumberKind): Draft {
    const { reading } = run;
    const start = signStart(this.#stretch, run.start);
    const digits = reading.kind === 'digits' ? reading : undefined;
    const negative = start < run.start && !/[+＋]/.test(this.#text.charAt(start));
    return {
      kind,
      start,
      end: run.end,
      number: { start, end: run.end },
      unit: '',
      unitRange: undefined,
      isLoose: false,
      units: digits ? (negative && digits.units !== 0 ? -digits.units : digits.units) : 0,
      decimals: digits?.decimals ?? 0,
      upper: undefined,
      malformed:
        reading.kind === 'malformed'
          ? { reason: reading.reason, repair: reading.repair }
          : undefined,
    };
  }
}

/** Whether 月 may follow: most years stand before a word. */
function isLikelyMonth(code: number): boolean {
  return isDigit(code) || isBlank(code) || isLineEnd(code);
}

const DATE_AFTER_YEAR = /^\s*[0-9０-９]{1,2}\s*月(?:\s*[0-9０-９]{1,2}\s*日)?/;

function setUnit(draft: Draft, unit: UnitAt): void {
  draft.unit = unit.word;
  draft.unitRange = { start: unit.start, end: unit.end };
  draft.end = Math.max(draft.end, unit.end);
}

function upperEnd({ reading, start, end }: DigitRun): ProseNumber['upper'] {
  if (reading.kind !== 'digits') return undefined;
  return { units: reading.units, decimals: reading.decimals, number: { start, end } };
}
