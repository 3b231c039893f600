/** One report that a command looks into: read, with its configuration and the other reports it speaks of. */
import { resolve } from 'node:path';
import type { Analysis } from '../analysis.ts';
import { profiles } from '../forms/profiles.ts';
import { Configurations } from '../project/configuration.ts';
import { diskFiles } from '../project/disk-files.ts';
import { kindOf } from '../project/file-kind.ts';
import { findFiles } from '../project/find-files.ts';
import { ReportsAtHand } from '../project/other-reports.ts';
import { rules } from '../rules/catalogue.ts';
import { analysisOf } from './check-file.ts';
import { configurationLine } from './commands/lint.ts';
import { FilesAtHand } from './files-at-hand.ts';
import { findFailure } from './find-failure.ts';
import { Original } from './original.ts';
import { Failure, type Session } from './session.ts';
import { readStandardInput, readTextFile, type TextFile } from './source.ts';

export interface OneReport {
  readonly file: TextFile;
  readonly analysis: Analysis;
  /** Undefined for a source in the language. */
  readonly original: Original | undefined;
}

export interface OneReportOptions {
  /** False: `--no-config`. True: neither option. */
  readonly config?: string | boolean;
  readonly stdinFilename?: string;
}

/** `-` is standard input. Undefined where the configuration cannot be used, which is said; throws a `Failure`. */
export async function oneReport(
  pattern: string,
  options: OneReportOptions,
  session: Session,
): Promise<OneReport | undefined> {
  const { say, cwd } = session;
  const file = await fileOf(pattern, options, session);
  if (file.encoding !== 'UTF-8') {
    session.complain(say('olderEncoding', { file: file.name, encoding: file.encoding }));
  }
  const given = options.config;
  const configurations = new Configurations({
    files: diskFiles,
    rules,
    profiles,
    file: typeof given === 'string' ? resolve(cwd, given) : given !== false && undefined,
    levels: new Map(),
  });
  const configuration = await configurations.of(file.path);
  for (const problem of configuration.problems) {
    session.complain(configurationLine(problem, session));
  }
  if (configuration.problems.length > 0) return undefined;
  const hand = new FilesAtHand([{ path: file.path }], cwd);
  hand.importer = Original;
  const original =
    file.kind === 'original' ? new Original(file.text, configuration.profile) : undefined;
  const reports = new ReportsAtHand(hand);
  return { file, original, analysis: analysisOf(file, { configuration, reports, original }) };
}

async function fileOf(
  pattern: string,
  { stdinFilename }: OneReportOptions,
  session: Session,
): Promise<TextFile> {
  const { say, cwd } = session;
  if (pattern === '-') {
    const kind = stdinFilename === undefined ? 'report' : kindOf(stdinFilename);
    return readStandardInput(stdinFilename, kind, session);
  }
  if (stdinFilename !== undefined) throw new Failure(say('filenameWithoutStdin'));
  const { files, problems } = await findFiles([pattern], { cwd });
  const [problem] = problems;
  if (problem !== undefined) throw new Failure(findFailure(problem, 'noReports', say));
  const [file, other] = files;
  if (file === undefined) throw new Failure(say('notFound', { file: pattern }));
  if (other !== undefined) throw new Failure(say('isDirectory', { file: pattern }));
  return readTextFile(file, session);
}
