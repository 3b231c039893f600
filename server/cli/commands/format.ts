/** `gouji format`: lays out sources. What would not change is not written. */
import { type FoundFile, findFiles } from '../../project/find-files.ts';
import { formatSource } from '../../render/source.ts';
import { findFailure } from '../find-failure.ts';
import type { FormatOptions } from '../options.ts';
import { type ExitCode, Failure, reasonIn, type Session } from '../session.ts';
import { readStandardInput, readTextFile, type TextFile } from '../source.ts';
import { writeSource } from '../write-source.ts';

export async function format(
  patterns: readonly string[],
  options: FormatOptions,
  session: Session,
): Promise<ExitCode> {
  const { say, cwd } = session;
  if (options.stdin || patterns.includes('-')) {
    return formatStandardInput(
      patterns.filter((pattern) => pattern !== '-'),
      options,
      session,
    );
  }
  if (options.stdinFilename !== undefined) throw new Failure(say('filenameWithoutStdin'));
  const { files, problems } = await findFiles(patterns.length > 0 ? patterns : ['.'], {
    cwd,
    take: ['report'],
  });
  for (const problem of problems) session.complain(findFailure(problem, 'noSources', say));
  let failed = problems.length > 0;
  let changed = 0;
  for (const file of files) {
    try {
      if (await formatFile(file)) changed++;
    } catch (fault) {
      failed = true;
      const reason = reasonIn(fault);
      session.complain(
        fault instanceof Failure ? fault.message : say('failedOn', { file: file.name, reason }),
      );
    }
  }
  if (failed) return 2;
  return options.check && changed > 0 ? 1 : 0;

  async function formatFile(found: FoundFile): Promise<boolean> {
    const file = readTextFile(found, session);
    const text = formatted(file, session);
    if (text === file.text) return false;
    if (options.check) {
      session.write(`${say('wouldChange', { file: file.name })}\n`);
    } else {
      await writeSource(file, text, session);
      session.write(`${say('formatted', { file: file.name })}\n`);
    }
    return true;
  }
}

async function formatStandardInput(
  patterns: readonly string[],
  { check, stdinFilename }: FormatOptions,
  session: Session,
): Promise<ExitCode> {
  const { say } = session;
  if (patterns.length > 0) throw new Failure(say('stdinWithFiles'));
  const file = readStandardInput(stdinFilename, 'report', session);
  const text = formatted(file, session);
  if (!check) {
    session.write(text);
    return 0;
  }
  if (text === file.text) return 0;
  session.write(`${say('wouldChange', { file: file.name })}\n`);
  return 1;
}

function formatted({ name, kind, encoding, text }: TextFile, { say }: Session): string {
  if (kind !== 'report') throw new Failure(say('notASource', { file: name }));
  // Written back as UTF-8, the file would no longer be what the programs beside it expect.
  if (encoding !== 'UTF-8')
    throw new Failure(say('olderEncodingNotWritten', { file: name, encoding }));
  return formatSource(text);
}
