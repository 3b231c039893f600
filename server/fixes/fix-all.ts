/**
 * Applies the fixes of a report's findings, again and again, until nothing is left to apply: a fix may uncover another
 * mistake, and of two that touch only the first by place is applied at once. Command line and editor share it.
 */
import { applyEdits, type Edit, TakenEdits } from './edits.ts';

export interface EditSet {
  readonly edits: readonly Edit[];
}

/** What is asked of a finding; findings come in order of place. */
export interface Fixable {
  /** Certain. */
  readonly fix: EditSet | undefined;
  /** Offered. */
  readonly suggestions: readonly EditSet[];
}

export interface FixChoice<F extends Fixable> {
  /** Which findings are fixed: those of one rule, errors only; default all. */
  readonly accepts?: ((finding: F) => boolean) | undefined;
  /** Applies the first suggestion of findings without a certain fix too, once nothing certain is left. */
  readonly suggestions?: boolean | undefined;
}

export interface FixedText {
  readonly text: string;
  /** How many fixes were applied, all passes together. */
  readonly applied: number;
  readonly passes: number;
  /** False where fixes undo each other, or where more was left to do after the last pass. */
  readonly settled: boolean;
}

/** More passes than this mean that fixes undo each other. */
export const MOST_PASSES = 10;

/**
 * @param findings of `text`
 * @param analyse the findings of another text in its place
 */
export async function fixAll<F extends Fixable>(
  text: string,
  findings: readonly F[],
  analyse: (text: string) => readonly F[] | Promise<readonly F[]>,
  choice: FixChoice<F> = {},
): Promise<FixedText> {
  // Nearly every report is as it should be, and nothing is remembered of it.
  const first = fixOnce(text, findings, choice);
  if (first === undefined) return { text, applied: 0, passes: 0, settled: true };
  const seen = new Set([text, first.text]);
  let { text: current, applied } = first;
  for (let passes = 1; passes <= MOST_PASSES; passes++) {
    const pass = fixOnce(current, await analyse(current), choice);
    if (pass === undefined) return { text: current, applied, passes, settled: true };
    if (passes === MOST_PASSES || seen.has(pass.text)) {
      return { text: current, applied, passes, settled: false };
    }
    seen.add(pass.text);
    current = pass.text;
    applied += pass.applied;
  }
  return { text: current, applied, passes: MOST_PASSES, settled: false };
}

/** One pass; undefined where it changes nothing. */
export function fixOnce<F extends Fixable>(
  text: string,
  findings: readonly F[],
  { accepts = () => true, suggestions = false }: FixChoice<F> = {},
): { readonly text: string; readonly applied: number } | undefined {
  const wanted = findings.filter(accepts);
  const certain = apply(
    text,
    wanted.flatMap(({ fix }) => fix ?? []),
  );
  if (certain !== undefined || !suggestions) return certain;
  return apply(
    text,
    wanted.flatMap((finding) => (finding.fix === undefined ? (finding.suggestions[0] ?? []) : [])),
  );
}

function apply(
  text: string,
  fixes: readonly EditSet[],
): { readonly text: string; readonly applied: number } | undefined {
  if (fixes.length === 0) return undefined;
  const taken = new TakenEdits();
  let ending: string | undefined;
  let applied = 0;
  for (const { edits } of fixes) {
    const own = edits.map((edit) => {
      if (!/[\r\n]/.test(edit.text)) return edit;
      ending ??= /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
      return { ...edit, text: edit.text.replace(/\r\n|\r|\n/g, ending) };
    });
    if (taken.take(own)) applied += 1;
  }
  const fixed = applyEdits(text, taken.edits);
  return fixed === text ? undefined : { text: fixed, applied };
}
