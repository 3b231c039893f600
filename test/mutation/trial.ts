/** One mistake in a correct report: what the oracle knows of it, and what the checker says. */
import type { Range } from '../../grammar/syntax-tree.ts';
import type { Analysis } from '../../server/analysis.ts';
import type { Edit, Finding } from '../../server/rules/rule.ts';
import type { ChangeKind } from './changes.ts';
import type { Ground, Group, Mutable } from './figures.ts';
import type { Suspect } from './oracle.ts';

export interface Mutation {
  readonly figure: Mutable;
  readonly kind: ChangeKind;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Its digits alone, and the unit beside them where that is changed. */
  readonly digits: string;
  readonly unit?: string;
}

export interface Trial {
  readonly kind: ChangeKind;
  readonly group: Group;
  readonly text: string;
  readonly figure: Range;
  readonly printed: string;
  readonly wrong: string;
  /** Constraints that no choice of values fulfils. */
  readonly broken: number;
  /** Not one of them for more than a last place, or money behind a zero. */
  readonly doubtful: boolean;
  /** The figures of which each by itself would explain it. */
  readonly suspects: readonly Suspect[];
  /** What the checker says that it does not say of the correct report. */
  readonly findings: readonly Finding[];
  readonly detected: boolean;
  /** The rule of the most serious finding. */
  readonly rule: string | undefined;
  /** The only most serious finding stands at the figure. */
  readonly atFigure: boolean;
  readonly one: boolean;
  readonly restored: boolean;
  /** One finding offers every figure that the oracle knows of. */
  readonly listed: boolean;
  readonly first: boolean;
}

/** The text with some stretches replaced. */
export function withEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, text: put } of [...edits].sort((a, b) => a.start - b.start)) {
    if (start < at) return text;
    result += text.slice(at, start) + put;
    at = end;
  }
  return result + text.slice(at);
}

export function tryMutation(
  ground: Ground,
  clean: readonly Finding[],
  analyse: (text: string) => Analysis,
  mutation: Mutation,
): Trial | undefined {
  const { oracle, text } = ground;
  const { figure, kind } = mutation;
  const value = oracle.changedValue(figure.fact, mutation.digits, mutation.unit);
  if (value === undefined) return undefined;
  const changed = new Map([[figure.fact, value]]);
  const broken = oracle.broken(changed);
  const suspects = oracle.suspects(changed);
  const wrong = withEdits(text, [mutation]);
  const findings = newFindings(clean, analyse(wrong).findings, [mutation]);
  const range = { start: figure.start, end: figure.start + mutation.text.length };
  const shift = mutation.text.length - (mutation.end - mutation.start);
  const serious = mostSerious(findings);
  const [top] = serious;
  const one = serious.length === 1;
  const atFigure = one && top !== undefined && touches(top, range);
  const offered = top === undefined ? [] : [top.fix, ...top.suggestions].filter((fix) => !!fix);
  const places = offered.flatMap(({ edits }) => edits);
  if (top !== undefined) places.push({ start: top.start, end: top.end, text: '' });
  const placeOf = (fact: number): Range => {
    if (fact === figure.fact) return range;
    const place = oracle.facts[fact]?.place ?? { start: -1, end: -1 };
    const by = place.start > figure.start ? shift : 0;
    return { start: place.start + by, end: place.end + by };
  };
  const isOffered = (fact: number): boolean =>
    places.some((place) => touches(place, placeOf(fact)));
  const [firstFix] = offered;
  return {
    kind,
    group: figure.group,
    text: wrong,
    figure: range,
    printed: text.slice(mutation.start, mutation.end),
    wrong: mutation.text,
    broken: broken.length,
    doubtful: !broken.some((one) => oracle.isHard(one, changed)),
    suspects,
    findings,
    detected: findings.length > 0,
    rule: top?.rule,
    atFigure,
    one,
    restored: firstFix !== undefined && withEdits(wrong, firstFix.edits) === text,
    listed: one && suspects.every(({ fact }) => isOffered(fact)),
    first:
      firstFix !== undefined
        ? firstFix.edits.some((edit) => touches(edit, range))
        : top !== undefined && touches(top, range),
  };
}

/** What is said of the wrong text and not of the correct one: by the same rule, at the same place, as seriously. */
export function newFindings(
  before: readonly Finding[],
  after: readonly Finding[],
  edits: readonly Edit[],
): readonly Finding[] {
  const known = new Set(before.map(({ rule, level, start }) => `${rule} ${level} ${start}`));
  return after.filter(({ rule, level, start }) => {
    let offset = start;
    for (const edit of [...edits].sort((one, other) => one.start - other.start)) {
      if (offset <= edit.start) break;
      offset = Math.max(offset - edit.text.length + (edit.end - edit.start), edit.start);
    }
    return !known.has(`${rule} ${level} ${offset}`);
  });
}

const LEVELS = ['error', 'warning', 'info'] as const;

export function mostSerious(findings: readonly Finding[]): readonly Finding[] {
  for (const level of LEVELS) {
    const found = findings.filter((finding) => finding.level === level);
    if (found.length > 0) return found;
  }
  return [];
}

export function touches(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}
