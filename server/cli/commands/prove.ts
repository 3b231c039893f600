/** `gouji prove FILE`: what was checked and what came of it, as data that `gouji verify`, or anyone, can redo. */
import { resolve } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { Range } from '../../../grammar/syntax-tree.ts';
import { Positions } from '../../project/positions.ts';
import { proofOf } from '../../prove/proof.ts';
import { digestOf, proofJson } from '../formats/proof-json.ts';
import { oneReport } from '../one-report.ts';
import type { ProveOptions } from '../options.ts';
import { type ExitCode, Failure, type Session } from '../session.ts';

export async function prove(
  pattern: string,
  options: ProveOptions,
  session: Session,
): Promise<ExitCode> {
  const { say, cwd } = session;
  const report = await oneReport(pattern, options, session);
  if (report === undefined) return 2;
  const { file, original, analysis } = report;
  const positions = new Positions(file.text);
  const proof = proofOf(analysis, {
    name: file.name,
    digest: digestOf(file.text),
    text: file.text,
    language: session.language,
    place(range: Range) {
      const { start, end } = original?.originalRange(range) ?? range;
      return { ...positions.at(start), start, end };
    },
  });
  const text = proofJson(proof);
  if (options.out === undefined) {
    session.write(text);
    return 0;
  }
  try {
    await writeFileAtomic(resolve(cwd, options.out), text, 'utf8');
  } catch {
    throw new Failure(say('unwritable', { file: options.out }));
  }
  const { facts, constraints, conflicts } = proof;
  const broken = constraints.filter(({ verdict }) => verdict === 'broken').length;
  session.complain(
    say('proved', {
      file: options.out,
      facts: facts.length,
      constraints: constraints.length,
      broken,
      conflicts: conflicts.length,
    }),
  );
  return 0;
}
