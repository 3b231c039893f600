/**
 * Applies the fixes of a report's findings, again and again, until nothing is left to apply: a fix may uncover another
 * mistake, and of two that touch only the first by place is applied at once. Command line and editor share it.
 */
import { inLine } from './cell-padding.ts';
import { applyEdits, type Edit, TakenEdits } from './edits.ts';

export interface EditSet {
  readonly edits: readonly Edit[];
}

/** What is asked of a finding; findings come in order of place. */
export interface Fixable {
  readonly level: 'error' | 'warning' | 'info';
  /** Certain. */
  readonly fix: EditSet | undefined;
  /** Offered. */
  readonly suggestions: readonly EditSet[];
}

export interface FixChoice<F extends Fixable> {
  /** Which findings are fixed: those of one rule, errors only; default all. */
  readonly accepts?: ((finding: F) => boolean) | undefined;
  /**
   * Applies the first suggestion of findings without a certain fix too, once nothing certain is left. One that leaves
   * as many findings as there were is taken back: it only moves the mistake.
   */
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

/** Suggestions that are tried one by one where they do not help together: each costs an analysis. */
const MOST_TRIALS = 40;

type Analyse<F> = (text: string) => readonly F[] | Promise<readonly F[]>;

interface Pass<F> {
  readonly text: string;
  readonly applied: number;
  /** Of the text, where they are known already. */
  readonly findings?: readonly F[];
}

/**
 * @param findings of `text`
 * @param analyse the findings of another text in its place
 */
export async function fixAll<F extends Fixable>(
  text: string,
  findings: readonly F[],
  analyse: Analyse<F>,
  { accepts = () => true, suggestions = false }: FixChoice<F> = {},
): Promise<FixedText> {
  const seen = new Set([text]);
  let current: Pass<F> = { text, applied: 0, findings };
  let applied = 0;
  for (let passes = 0; ; passes++) {
    const found = current.findings ?? (await analyse(current.text));
    const pass =
      applyFixes(
        current.text,
        found.filter(accepts).flatMap(({ fix }) => fix ?? []),
      ) ??
      (suggestions ? await applySuggestions(current.text, found, analyse, accepts) : undefined);
    const settled = pass === undefined;
    if (settled || passes === MOST_PASSES || seen.has(pass.text)) {
      return { text: current.text, applied, passes, settled };
    }
    seen.add(pass.text);
    applied += pass.applied;
    current = pass;
  }
}

/** One pass of fixes, each whole or not at all; undefined where it changes nothing. */
export function applyFixes(text: string, fixes: readonly EditSet[]): Pass<never> | undefined {
  if (fixes.length === 0) return undefined;
  const taken = new TakenEdits();
  let ending: string | undefined;
  let applied = 0;
  for (const { edits } of fixes) {
    const own = edits.map((edit) => {
      if (!/[\r\n]/.test(edit.text)) return inLine(text, edit);
      ending ??= /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
      return { ...edit, text: edit.text.replace(/\r\n|\r|\n/g, ending) };
    });
    if (taken.take(own)) applied += 1;
  }
  const fixed = applyEdits(text, taken.edits);
  return fixed === text ? undefined : { text: fixed, applied };
}

/** All at once where that helps, else the first one that helps by itself. */
async function applySuggestions<F extends Fixable>(
  text: string,
  findings: readonly F[],
  analyse: Analyse<F>,
  accepts: (finding: F) => boolean,
): Promise<Pass<F> | undefined> {
  const offers = findings.filter(accepts).flatMap(({ fix, suggestions: [first] }) => {
    return fix === undefined && first !== undefined ? [first] : [];
  });
  const before = gravity(findings);
  const attempt = async (fixes: readonly EditSet[]): Promise<Pass<F> | undefined> => {
    const pass = applyFixes(text, fixes);
    if (pass === undefined) return undefined;
    const after = await analyse(pass.text);
    return gravity(after) < before ? { ...pass, findings: after } : undefined;
  };
  const together = await attempt(offers);
  if (together !== undefined || offers.length < 2) return together;
  for (const offer of offers.slice(0, MOST_TRIALS)) {
    const alone = await attempt([offer]);
    if (alone !== undefined) return alone;
  }
  return undefined;
}

/** Fewer errors are better, then fewer warnings, then fewer hints. */
function gravity(findings: readonly Fixable[]): number {
  let sum = 0;
  for (const { level } of findings) sum += { error: 1e10, warning: 1e5, info: 1 }[level];
  return sum;
}
