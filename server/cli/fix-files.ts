/**
 * `gouji lint --fix`: the fixes of all files, each to its fixed point, before anything is written or listed. Reports that
 * refer to each other see the fixed text of one another.
 */
import type { Analysis } from '../analysis.ts';
import { type FixedText, fixAll } from '../fixes/fix-all.ts';
import type { FoundFile } from '../project/find-files.ts';
import type { Finding } from '../rules/rule.ts';
import { Failure } from './session.ts';
import type { TextFile } from './source.ts';

export interface FixRequest {
  /** Applies first suggestions too (`--fix-suggestions`). */
  readonly suggestions: boolean;
  accepts(finding: Finding): boolean;
}

export interface Fixed extends FixedText {
  readonly file: TextFile;
}

/** What fixing asks of the run that it is part of. */
export interface FixContext {
  /** Throws a `Failure` where the file cannot be read. */
  read(file: FoundFile | TextFile): TextFile;
  analyse(file: TextFile): Promise<Analysis>;
  /** Tells of a program fault. */
  failed(name: string, fault: unknown): void;
  /** From now on other reports see this text of a file. */
  keep(file: TextFile, text: string): void;
}

/** More rounds over the files than this change nothing that anyone could follow. */
const MOST_ROUNDS = 10;

/** By path, the files that change. What cannot be read is left to whoever reads it next. */
export async function fixFiles(
  files: readonly (FoundFile | TextFile)[],
  request: FixRequest,
  context: FixContext,
): Promise<ReadonlyMap<string, Fixed>> {
  const fixed = new Map<string, Fixed>();
  let round: readonly (FoundFile | TextFile)[] = files;
  for (let count = 0; count < MOST_ROUNDS; count++) {
    const dependent: (FoundFile | TextFile)[] = [];
    let changed = false;
    for (const one of round) {
      if (one.kind === 'original') continue;
      const found = await fixFile(one, fixed.get(one.path), request, context);
      if (found === undefined) continue;
      if (found.refers) dependent.push(one);
      if (!found.changed) continue;
      changed = true;
      context.keep(found.fixed.file, found.fixed.text);
      fixed.set(one.path, found.fixed);
    }
    // A fix in one report is seen by those that refer to it.
    if (!changed || dependent.length === 0) break;
    round = dependent;
  }
  return fixed;
}

/** Undefined where there is no source to fix; a program fault is told and leaves the file as it is. */
async function fixFile(
  one: FoundFile | TextFile,
  before: Fixed | undefined,
  request: FixRequest,
  context: FixContext,
): Promise<{ fixed: Fixed; changed: boolean; refers: boolean } | undefined> {
  try {
    const file = before?.file ?? context.read(one);
    if (file.kind !== 'report') return undefined;
    const text = before?.text ?? file.text;
    let refers = false;
    const findings = async (now: string): Promise<readonly Finding[]> => {
      const analysis = await context.analyse({ ...file, text: now });
      const { lastYear, subordinates } = analysis.others;
      refers ||= lastYear !== undefined || subordinates.length > 0;
      return analysis.findings;
    };
    const found = await fixAll(text, await findings(text), findings, request);
    const applied = found.applied + (before?.applied ?? 0);
    return { fixed: { ...found, file, applied }, changed: found.text !== text, refers };
  } catch (fault) {
    if (!(fault instanceof Failure)) context.failed(one.name, fault);
    return undefined;
  }
}
