/**
 * The rows of a form by the names that running text gives them: as the table prints them, without brackets, and of a 类
 * without 支出 at its end. What the form does not print is looked up in the classification.
 */
import { plainLabel, withoutOrdinal } from '../report/label.ts';
import type { Row } from '../report/model.ts';
import { levelOf, type SubjectLevel } from '../subjects/subject.ts';
import type { SubjectTable } from '../subjects/subject-table.ts';
import { type NameSlip, slipAmong } from './near-names.ts';
import { withoutBrackets } from './phrase-forms.ts';
import type { ColumnPlace } from './reference-places.ts';
import type { SubjectPath } from './subject.ts';

/** A subject by code; its row where the form prints it. */
export interface NamedCode {
  readonly code: string | undefined;
  readonly level: SubjectLevel;
  /** Its name, as the table prints it, else as the classification or the text has it. */
  readonly name: string;
  readonly row: Row | undefined;
}

interface Words {
  readonly words: string;
  /** （类） and its kin, wherever in the words it stood. */
  readonly level: SubjectLevel | undefined;
}

const MARK = /\(([类款项])\)/;

export class CodedNames {
  readonly place: ColumnPlace;
  readonly #subjects: SubjectTable;
  readonly #byName = new Map<string, NamedCode[]>();
  readonly #byStem = new Map<string, NamedCode[]>();
  readonly #byCode = new Map<string, NamedCode>();

  constructor(place: ColumnPlace, subjects: SubjectTable) {
    this.place = place;
    this.#subjects = subjects;
    for (const row of place.panel.rows) this.#addRow(row);
  }

  #addRow(row: Row): void {
    const code = row.definition?.code ?? row.code;
    const level = code === undefined ? undefined : levelOf(code);
    if (code === undefined || level === undefined || this.#byCode.has(code)) return;
    const printed = withoutOrdinal(plainLabel(row.label));
    const name = printed === '' ? this.#officialName(code) : printed;
    const named = { code, level, name, row };
    this.#byCode.set(code, named);
    put(this.#byName, name, named);
    const bare = withoutBrackets(name);
    if (bare !== name) put(this.#byName, bare, named);
    if (level === '类') put(this.#byStem, stemOf(bare), named);
  }

  /** A row may leave its name out. */
  #officialName(code: string): string {
    return plainLabel(this.#subjects.entries(code)[0]?.name ?? '');
  }

  byCode(code: string): NamedCode | undefined {
    return this.#byCode.get(code);
  }

  /** What a name on its own means; several where it recurs (行政运行). */
  named(text: string): readonly NamedCode[] {
    const { words, level } = readMark(text);
    const found = this.#rowsNamed(words, level);
    if (found.length > 0) return innermost(found);
    const code = /^\d{3,7}$/.exec(text)?.[0];
    const coded = code === undefined ? undefined : this.#byCode.get(code);
    if (coded) return [coded];
    // Only a 类 is told by its name alone among all that the form could print.
    return level === undefined || level === '类' ? this.#unprintedClass(words, level) : [];
  }

  #rowsNamed(words: string, level: SubjectLevel | undefined): readonly NamedCode[] {
    const exact = this.#byName.get(words) ?? this.#byName.get(withoutBrackets(words)) ?? [];
    const fitting = level === undefined ? exact : exact.filter((one) => one.level === level);
    if (fitting.length > 0) return fitting;
    if (level !== undefined && level !== '类') return NONE;
    return this.#byStem.get(stemOf(withoutBrackets(words))) ?? [];
  }

  #unprintedClass(words: string, level: SubjectLevel | undefined): readonly NamedCode[] {
    if (level === undefined && !words.endsWith('支出')) return NONE;
    const entry = classesOf(this.#subjects).get(stemOf(words));
    if (!entry) return NONE;
    return [this.#byCode.get(entry.code ?? '') ?? entry];
  }

  /** The subject at the end of a path. Every name that the path gives must be right. */
  path(path: SubjectPath): readonly NamedCode[] {
    const names = (['class', 'group', 'item'] as const).flatMap((part, at) => {
      const text = path[part];
      return text === undefined ? [] : [{ words: readMark(text).words, level: LEVELS[at] ?? '项' }];
    });
    const last = names.at(-1);
    if (!last) return NONE;
    const above = names.slice(0, -1);
    const rows = this.#rowsNamed(last.words, last.level).filter((one) => this.#below(one, above));
    if (rows.length > 0) return rows;
    const cut = above.length === 2 ? this.#cutShort(last, above) : undefined;
    if (cut) return [cut];
    const unprinted =
      last.level === '类' ? this.#unprintedClass(last.words, '类') : this.#unprinted(names, path);
    if (unprinted.some(({ code }) => code !== undefined)) return unprinted;
    const near = this.#near(names);
    return near ? [near] : unprinted;
  }

  /** The only row whose path the names are, but for slips in some of them. */
  #near(names: readonly Required<Words>[]): NamedCode | undefined {
    const last = names.at(-1);
    // One name alone says too little to be guessed at.
    if (names.length < 2 && last?.level !== '类') return undefined;
    let found: NamedCode | undefined;
    for (const one of this.#byCode.values()) {
      if (one.level !== last?.level) continue;
      const isNear = names.every(({ words, level }) => {
        const code = one.code?.slice(0, DIGITS[level ?? '项']) ?? '';
        return this.#isNamed(code, words, level) || this.slip(code, words, level) !== undefined;
      });
      if (!isNear) continue;
      if (found) return undefined;
      found = one;
    }
    return found;
  }

  #isNamed(code: string, words: string, level: SubjectLevel | undefined): boolean {
    const printed = this.#byCode.get(code)?.name;
    if (printed !== undefined && sameName(printed, words, level)) return true;
    return this.#subjects
      .entries(code)
      .some((entry) => sameName(plainLabel(entry.name), words, level));
  }

  /** The names of a code: those of the classification before the one that the form prints. */
  #namesOf(code: string): string[] {
    const names = this.#subjects.entries(code).map((entry) => plainLabel(entry.name));
    const printed = this.#byCode.get(code)?.name;
    return printed === undefined || names.includes(printed) ? names : [...names, printed];
  }

  /** How words differ from the name of a code that they stand for; undefined where they are that name, or another one. */
  slip(
    code: string,
    words: string,
    level: SubjectLevel | undefined,
  ): { readonly right: string; readonly slip: NameSlip; readonly printed: boolean } | undefined {
    if (this.#isNamed(code, words, level)) return undefined;
    // 社会保障和就业（类）支出: 支出 may stand behind the mark.
    const names = this.#namesOf(code).flatMap((name) =>
      level === '类' && stemOf(name) !== name ? [name, stemOf(name)] : [name],
    );
    const found = slipAmong(words, names);
    return found && { ...found, printed: this.#byCode.get(code)?.name === found.right };
  }

  /** 公务员医疗（项） for 公务员医疗补助: under a right 类 and 款 the only 项 that begins so can be no other one. */
  #cutShort({ words, level }: Words, above: readonly Required<Words>[]): NamedCode | undefined {
    if (words.length < SHORTEST) return undefined;
    let found: NamedCode | undefined;
    for (const one of this.#byCode.values()) {
      if (one.level !== level || !one.name.startsWith(words) || !this.#below(one, above)) continue;
      if (found) return undefined;
      found = one;
    }
    return found;
  }

  #below({ code }: NamedCode, above: readonly Required<Words>[]): boolean {
    return above.every(({ words, level }) => {
      const ancestor = code?.slice(0, DIGITS[level ?? '项']) ?? '';
      const printed = this.#byCode.get(ancestor)?.name;
      if (printed !== undefined) return sameName(printed, words, level);
      return this.#subjects
        .entries(ancestor)
        .some((entry) => sameName(plainLabel(entry.name), words, level));
    });
  }

  /** A path that the form does not print: its code from the classification, as far as that knows it. */
  #unprinted(names: readonly Required<Words>[], path: SubjectPath): readonly NamedCode[] {
    const last = names.at(-1);
    if (!last || names.length < 2 || path.class === undefined) return NONE;
    let parents: readonly string[] = [''];
    for (const { words, level } of names) {
      const next = parents.flatMap((parent) =>
        [words, `${words}支出`]
          .flatMap((name) => this.#subjects.byName(name, { parent }))
          .map((entry) => entry.code),
      );
      parents = [...new Set(next)];
      if (parents.length === 0) break;
      // A path that leaves a level out names nothing among some thousand subjects.
      if (level === '类' && path.group === undefined && path.item !== undefined) return NONE;
    }
    const name = names.map(({ words, level }) => `${words}(${level})`).join('');
    const level = last.level ?? '项';
    if (parents.length === 0) return [{ code: undefined, level, name, row: undefined }];
    return parents.map(
      (code) => this.#byCode.get(code) ?? { code, level, name: last.words, row: undefined },
    );
  }
}

const NONE: readonly NamedCode[] = [];

const classes = new WeakMap<SubjectTable, ReadonlyMap<string, NamedCode>>();

/** Every 类 of a classification by its names without 支出, those that earlier years gave it too. */
function classesOf(subjects: SubjectTable): ReadonlyMap<string, NamedCode> {
  let found = classes.get(subjects);
  if (!found) {
    found = new Map(
      subjects.children('', YEAR).flatMap(({ code }) =>
        subjects.entries(code).map((entry) => {
          const name = plainLabel(entry.name);
          return [stemOf(name), { code, level: '类' as const, name, row: undefined }] as const;
        }),
      ),
    );
    classes.set(subjects, found);
  }
  return found;
}

/** Any year will do: the 类 themselves are the same ones since 2019, only their names changed. */
const YEAR = 2023;

/** Fewer characters begin too many names. */
const SHORTEST = 4;

const LEVELS = ['类', '款', '项'] as const;
const DIGITS = { 类: 3, 款: 5, 项: 7 } as const;

function readMark(text: string): Words {
  const mark = text.includes('(') ? MARK.exec(text) : null;
  if (!mark) return { words: text, level: undefined };
  return { words: text.replace(mark[0], ''), level: mark[1] as SubjectLevel };
}

function sameName(printed: string, words: string, level: SubjectLevel | undefined): boolean {
  if (printed === words) return true;
  const left = withoutBrackets(printed);
  const right = withoutBrackets(words);
  return left === right || (level === '类' && stemOf(left) === stemOf(right));
}

/** 卫生健康 of 卫生健康支出, and of 卫生健康支出支出, which is how 卫生健康支出（类）支出 is cut. */
function stemOf(name: string): string {
  let end = name.length;
  while (end > 2 && name.endsWith('支出', end)) end -= 2;
  return name.slice(0, end);
}

/** 其他科学技术支出 is a 款 and its only 项: the innermost is meant, the others say the same. */
function innermost(found: readonly NamedCode[]): readonly NamedCode[] {
  if (found.length < 2) return found;
  const inner = found.filter(
    (one) => !found.some((other) => other !== one && isBelow(other.code, one.code)),
  );
  return inner.length === 1 ? inner : found;
}

function isBelow(code: string | undefined, above: string | undefined): boolean {
  return (
    code !== undefined &&
    above !== undefined &&
    code.length > above.length &&
    code.startsWith(above)
  );
}

function put(map: Map<string, NamedCode[]>, key: string, value: NamedCode): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
