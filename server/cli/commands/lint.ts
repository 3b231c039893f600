/** `gouji lint`: checks reports, one file after another, and hands each on to the output as soon as it is done. */
import { resolve } from 'node:path';
import { profiles } from '../../forms/profiles.ts';
import {
  type Configuration,
  type ConfigurationProblem,
  Configurations,
} from '../../project/configuration.ts';
import { diskFiles } from '../../project/disk-files.ts';
import { kindOf } from '../../project/file-kind.ts';
import { type FoundFile, findFiles } from '../../project/find-files.ts';
import { shownPath } from '../../project/shown-path.ts';
import { percentCovered } from '../../reconcile/verdict-count.ts';
import { rules } from '../../rules/catalogue.ts';
import { resultOf } from '../check-file.ts';
import { Checker } from '../checker.ts';
import type { Fixed } from '../fix-files.ts';
import type { FixRun } from '../fix-run.ts';
import { createFormat } from '../formats/format.ts';
import type { KnownFindings } from '../known-findings.ts';
import {
  fixRequest,
  lowCoverage,
  requiredCoverage,
  ruleLevels,
  warningLimit,
} from '../lint-settings.ts';
import type { LintOptions } from '../options.ts';
import { openOutput } from '../output.ts';
import type { ResultCache } from '../result-cache.ts';
import type { FileResult } from '../results.ts';
import { type ExitCode, Failure, reasonIn, type Session, usesColour } from '../session.ts';
import { readStandardInput, type TextFile } from '../source.ts';
import { terminal } from '../standard-streams.ts';
import { Totals } from '../totals.ts';

export async function lint(
  patterns: readonly string[],
  options: LintOptions,
  session: Session,
): Promise<ExitCode> {
  const { say, cwd } = session;
  const maximum = warningLimit(options, session);
  const required = requiredCoverage(options, session);
  const isStandardInput = options.stdin === true || patterns.includes('-');
  const fixing = fixRequest(options, isStandardInput, session);
  const configurations = new Configurations({
    files: diskFiles,
    rules,
    profiles,
    file:
      typeof options.config === 'string'
        ? resolve(cwd, options.config)
        : options.config !== false && undefined,
    levels: ruleLevels(options.rule ?? [], session),
  });
  if (options.printConfig !== undefined) {
    const { printConfiguration } = await import('../print-configuration.ts');
    return printConfiguration(resolve(cwd, options.printConfig), configurations, session);
  }

  const failures: string[] = [];
  const fail = (line: string): void => {
    failures.push(line);
    session.complain(line);
  };
  const known = await knownFindings(options, session);
  const files = await filesToCheck(patterns, options, session, fail);
  if (files.length === 0) return 2;
  if (await reportProblems(files, configurations, session)) return 2;

  const output = openOutput(options.outputFile, session);
  const screen = terminal();
  const checker = new Checker(files, configurations, session);
  let fixes: FixRun | undefined;
  if (fixing !== undefined) {
    const { FixRun } = await import('../fix-run.ts');
    fixes = new FixRun(fixing, checker, session);
    for (const line of await fixes.run(files)) fail(line);
    if (options.format === 'stylish') await fixes.show(usesColour(session, screen !== undefined));
  }
  const cache = fixing === undefined ? await resultCache(checker, options, session) : undefined;
  const format = await createFormat(options.format, {
    ...session,
    colour: options.outputFile === undefined && usesColour(session, screen !== undefined),
    width: widthOf(session, screen?.columns),
    single: files.length === 1,
    coverage: options.coverage === true,
  });
  const totals = new Totals();
  const low: { readonly name: string; readonly percent: number }[] = [];
  output.write(format.begin());
  for (const file of files) {
    const result = await checkOne(file, fixes?.of(file.path));
    if (result === undefined) continue;
    totals.add(result);
    const percent = percentCovered(result.coverage.narrative.nonZero);
    if (percent !== undefined && percent < required) low.push({ name: result.name, percent });
    const text = format.file(result);
    if (text !== '') output.write(text);
  }
  const summary = totals.summary({
    failures,
    fixes: fixes?.summary,
    inBaseline: known?.found ?? 0,
  });
  output.write(format.end(summary));
  output.close();
  if (options.format !== 'stylish' && fixes !== undefined) session.complain(fixes.words);
  await known?.close();
  await cache?.close();

  if (failures.length > 0) return 2;
  const tooMany = maximum !== undefined && summary.warningCount > maximum;
  if (tooMany) {
    session.complain(say('tooManyWarnings', { count: summary.warningCount, limit: maximum }));
  }
  if (low.length > 0) session.complain(lowCoverage(low, required, session));
  const failed = summary.errorCount > 0 || tooMany || low.length > 0;
  return failed && !options.exitZero ? 1 : 0;

  async function checkOne(
    file: FoundFile | TextFile,
    fixed: Fixed | undefined,
  ): Promise<FileResult | undefined> {
    try {
      const read = fixed === undefined ? checker.read(file) : { ...fixed.file, text: fixed.text };
      if (read.encoding !== 'UTF-8' && !options.quiet) {
        session.complain(say('olderEncoding', { file: read.name, encoding: read.encoding }));
      }
      const configuration = await configurations.of(read.path);
      const kept = cache?.get(read, configuration);
      const checked = kept ?? (await checker.check(read));
      if (kept === undefined) cache?.put(read, configuration, checked);
      if (checked.fault) {
        failures.push(say('failedOn', { file: read.name, reason: 'internal/rule-failed' }));
      }
      const messages = known?.unknown(read, checked.messages) ?? checked.messages;
      if (fixing !== undefined && read.kind === 'original' && messages.some(isRepairable)) {
        session.complain(say('originalNotFixed', { file: read.name }));
      }
      const result = resultOf(read, { ...checked, messages }, options.quiet === true);
      return fixed !== undefined && fixing?.write === false
        ? { ...result, output: fixed.text }
        : result;
    } catch (fault) {
      if (fault instanceof Failure) {
        fail(fault.message);
      } else {
        fail(say('failedOn', { file: file.name, reason: reasonIn(fault) }));
        if (session.environment.GOUJI_DEBUG === '1') console.error(fault);
      }
      return undefined;
    }
  }
}

function isRepairable({ fix, suggestions }: FileResult['messages'][number]): boolean {
  return fix !== undefined || suggestions !== undefined;
}

async function resultCache(
  checker: Checker,
  { cache, cacheLocation }: LintOptions,
  session: Session,
): Promise<ResultCache | undefined> {
  if (!cache) return undefined;
  const { ResultCache } = await import('../result-cache.ts');
  return new ResultCache(cacheLocation ?? '.goujicache', checker, session);
}

async function knownFindings(
  { baseline, updateBaseline }: LintOptions,
  session: Session,
): Promise<KnownFindings | undefined> {
  if (baseline === undefined) {
    if (updateBaseline) throw new Failure(session.say('updateWithoutBaseline'));
    return undefined;
  }
  const { KnownFindings } = await import('../known-findings.ts');
  return new KnownFindings(baseline, updateBaseline === true, session);
}

async function filesToCheck(
  patterns: readonly string[],
  options: LintOptions,
  session: Session,
  fail: (line: string) => void,
): Promise<readonly (FoundFile | TextFile)[]> {
  const { say, cwd } = session;
  // A lone - is standard input, as it is to most programs.
  const isDash = patterns.includes('-');
  if (options.stdin || isDash) {
    if (patterns.length > (isDash ? 1 : 0)) throw new Failure(say('stdinWithFiles'));
    const name = options.stdinFilename;
    return [readStandardInput(name, name === undefined ? 'report' : kindOf(name), session)];
  }
  if (options.stdinFilename !== undefined) throw new Failure(say('filenameWithoutStdin'));
  const { files, problems } = await findFiles(patterns.length > 0 ? patterns : ['.'], { cwd });
  const { findFailure } = await import('../find-failure.ts');
  for (const problem of problems) fail(findFailure(problem, 'noReports', say));
  return files;
}

/** Says what is wrong with the configurations of the files, each once; true if any cannot be used. */
async function reportProblems(
  files: readonly (FoundFile | TextFile)[],
  configurations: Configurations,
  session: Session,
): Promise<boolean> {
  const used = new Set<Configuration>();
  for (const { path } of files) used.add(await configurations.of(path));
  let unusable = false;
  for (const { problems, notes } of used) {
    for (const problem of problems) session.complain(configurationLine(problem, session));
    for (const note of notes.slice(0, 5)) session.complain(configurationLine(note, session));
    if (notes.length > 5) session.complain(session.say('moreNotes', { count: notes.length - 5 }));
    unusable ||= problems.length > 0;
  }
  return unusable;
}

export function configurationLine(
  { file, line, column, message }: ConfigurationProblem,
  { cwd, language }: Session,
): string {
  const place = line === 0 ? '' : `:${line}:${column}`;
  return `${shownPath(file, cwd)}${place} ${message[language]}`;
}

function widthOf({ environment }: Session, columns: number | undefined): number {
  const wanted = columns || Number(environment.COLUMNS) || 80;
  return Math.min(Math.max(wanted, 40), 120);
}
