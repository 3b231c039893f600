/**
 * A baseline: the findings of a report that its owners know of and leave as they are, so that only new ones are listed.
 * A finding is known by its rule and by what stands at its place, never by its words or its line number: it is still the
 * same one when the text above it grows, when the table is aligned again, and in another language.
 *
 * The file is JSON, sorted, with a line for each finding, so that it can be reviewed and merged.
 */
import { createHash } from 'node:crypto';
import type { Localised } from '../report/identifiers.ts';

/** A finding as a baseline knows it. */
export interface BaselineFinding {
  readonly rule: string;
  /** The line on which it begins, and the part of it that it is about. */
  readonly line: string;
  readonly quoted: string;
}

/** By file (relative to the baseline, with `/`), by rule, by the mark of what stands there: how many. */
type Content = Map<string, Map<string, Map<string, number>>>;

const VERSION = 1;

export class Baseline {
  readonly #content: Content;

  private constructor(content: Content) {
    this.#content = content;
  }

  static empty(): Baseline {
    return new Baseline(new Map());
  }

  /** The baseline that a file's text holds, or why it holds none. */
  static read(text: string): Baseline | Localised {
    let value: unknown;
    try {
      value = JSON.parse(text.replace(/^\uFEFF/, ''));
    } catch {
      return { zh: '不是 JSON', en: 'it is no JSON' };
    }
    if (!isRecord(value) || !isRecord(value.files)) {
      return { zh: '不是 gouji 写出的基线', en: 'it is no baseline that gouji wrote' };
    }
    if (value.version !== VERSION) {
      return {
        zh: `版本是 ${String(value.version)}，这里只认 ${VERSION}`,
        en: `its version is ${String(value.version)}, and ${VERSION} is wanted`,
      };
    }
    const content: Content = new Map();
    for (const [file, rules] of Object.entries(value.files)) {
      for (const [rule, marks] of isRecord(rules) ? Object.entries(rules) : []) {
        for (const [mark, count] of isRecord(marks) ? Object.entries(marks) : []) {
          if (typeof count === 'number' && Number.isSafeInteger(count) && count > 0) {
            add(content, file, rule, mark, count);
          }
        }
      }
    }
    return new Baseline(content);
  }

  /** Holds a finding of a file from now on. */
  add(file: string, finding: BaselineFinding): void {
    add(this.#content, file, finding.rule, markOf(finding), 1);
  }

  /** Takes one finding out, if there is such a one: what is left at the end is no longer found. */
  take(file: string, finding: BaselineFinding): boolean {
    const marks = this.#content.get(file)?.get(finding.rule);
    const mark = markOf(finding);
    const count = marks?.get(mark) ?? 0;
    if (count > 1) marks?.set(mark, count - 1);
    else marks?.delete(mark);
    return count > 0;
  }

  /** Forgets a file. */
  remove(file: string): void {
    this.#content.delete(file);
  }

  get files(): readonly string[] {
    return [...this.#content.keys()];
  }

  /** How many findings it holds, of one file or of all. */
  count(file?: string): number {
    let sum = 0;
    for (const [name, rules] of this.#content) {
      if (file !== undefined && name !== file) continue;
      for (const marks of rules.values()) for (const count of marks.values()) sum += count;
    }
    return sum;
  }

  /** As it is written: the same findings always give the same text. */
  print(): string {
    const files = sorted(this.#content, (rules) => sorted(rules, (marks) => sorted(marks)));
    return `${JSON.stringify({ version: VERSION, files }, undefined, 2)}\n`;
  }
}

/** What stands at a finding's place, without blanks and bars: laying out a table again changes nothing. */
function markOf({ rule, line, quoted }: BaselineFinding): string {
  const plain = (text: string): string => text.replace(/[\s|｜\u3000\uFEFF]+/g, '');
  const content = `${rule}\n${plain(line)}\n${plain(quoted)}`;
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}

function add(content: Content, file: string, rule: string, mark: string, count: number): void {
  const rules = content.get(file) ?? new Map<string, Map<string, number>>();
  content.set(file, rules);
  const marks = rules.get(rule) ?? new Map<string, number>();
  rules.set(rule, marks);
  marks.set(mark, (marks.get(mark) ?? 0) + count);
}

/** An object in the order of its keys, without what is empty. */
function sorted<T>(map: ReadonlyMap<string, T>, value: (one: T) => unknown = (one) => one): object {
  const entries = [...map].map(([key, one]) => [key, value(one)] as const);
  const kept = entries.filter(([, one]) => !isRecord(one) || Object.keys(one).length > 0);
  return Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
