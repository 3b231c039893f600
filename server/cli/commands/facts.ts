/** `gouji facts FILE`: the ledger of one report, every figure with what it was read as and what came of it. */
import { resolve } from 'node:path';
import { profiles } from '../../forms/profiles.ts';
import { Configurations } from '../../project/configuration.ts';
import { findFiles, kindOf } from '../../project/find-files.ts';
import { ReportsAtHand } from '../../project/other-reports.ts';
import { rules } from '../../rules/catalogue.ts';
import { analysisOf } from '../check-file.ts';
import { FilesAtHand } from '../files-at-hand.ts';
import { findFailure } from '../find-failure.ts';
import { factsJson } from '../formats/facts-json.ts';
import { factsTable } from '../formats/facts-table.ts';
import type { FactsOptions } from '../options.ts';
import { Original } from '../original.ts';
import { type ExitCode, Failure, type Session } from '../session.ts';
import { readStandardInput, readTextFile, type TextFile } from '../source.ts';
import { terminal } from '../standard-streams.ts';
import { configurationLine } from './lint.ts';

export async function facts(
  pattern: string,
  options: FactsOptions,
  session: Session,
): Promise<ExitCode> {
  const { say, cwd } = session;
  const file = await fileOf(pattern, options, session);
  if (file.encoding !== 'UTF-8') {
    session.complain(say('olderEncoding', { file: file.name, encoding: file.encoding }));
  }
  const given = options.config;
  const configurations = new Configurations({
    rules,
    profiles,
    file: typeof given === 'string' ? resolve(cwd, given) : given !== false && undefined,
    levels: new Map(),
  });
  const configuration = await configurations.of(file.path);
  for (const problem of configuration.problems) {
    session.complain(configurationLine(problem, session));
  }
  if (configuration.problems.length > 0) return 2;

  const hand = new FilesAtHand([{ path: file.path }], cwd);
  hand.importer = Original;
  const original = file.kind === 'original' ? new Original(file.text) : undefined;
  const reports = new ReportsAtHand(hand);
  const { ledger } = analysisOf(file, { configuration, reports, original });
  const view = { file, ledger, original };
  const width = Math.min(
    Math.max(terminal()?.columns || Number(session.environment.COLUMNS) || 80, 60),
    120,
  );
  session.write(options.format === 'json' ? factsJson(view) : factsTable(view, say, width));
  return 0;
}

async function fileOf(
  pattern: string,
  { stdinFilename }: FactsOptions,
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
