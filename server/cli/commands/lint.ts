/** `gouji lint`: checks reports, one file after another, and hands each on to the output as soon as it is done. */
import { closeSync, openSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { profiles } from '../../forms/profiles.ts';
import {
  type Configuration,
  type ConfigurationProblem,
  Configurations,
} from '../../project/configuration.ts';
import { levels } from '../../project/configuration-check.ts';
import { type FoundFile, findFiles, kindOf } from '../../project/find-files.ts';
import { nearest } from '../../project/nearest.ts';
import { ReportsAtHand } from '../../project/other-reports.ts';
import { shownPath } from '../../project/shown-path.ts';
import type { Level, RuleId } from '../../report/identifiers.ts';
import { isRuleId, rules } from '../../rules/catalogue.ts';
import { type Checked, checkFile } from '../check-file.ts';
import { FilesAtHand } from '../files-at-hand.ts';
import { addCoverage, noCoverage, percentCovered } from '../formats/coverage.ts';
import { createFormat } from '../formats/format.ts';
import type { LintOptions } from '../options.ts';
import type { FileResult, Summary } from '../results.ts';
import { type ExitCode, Failure, reasonIn, type Session, usesColour } from '../session.ts';
import { readStandardInput, readTextFile, type TextFile } from '../source.ts';
import { terminal } from '../standard-streams.ts';

export async function lint(
  patterns: readonly string[],
  options: LintOptions,
  session: Session,
): Promise<ExitCode> {
  const { say, cwd } = session;
  const maximum = warningLimit(options, session);
  const required = requiredCoverage(options, session);
  const configurations = new Configurations({
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
  const files = await filesToCheck(patterns, options, session, fail);
  if (files.length === 0) return 2;
  if (await reportProblems(files, configurations, session)) return 2;

  const output = openOutput(options.outputFile, session);
  const screen = terminal();
  const format = await createFormat(options.format, {
    ...session,
    colour: options.outputFile === undefined && usesColour(session, screen !== undefined),
    width: widthOf(session, screen?.columns),
    single: files.length === 1,
    coverage: options.coverage === true,
  });
  const hand = new FilesAtHand(files, cwd);
  const reports = new ReportsAtHand(hand);
  const totals = new Totals();
  const low: { readonly name: string; readonly percent: number }[] = [];
  output.write(format.begin());
  for (const file of files) {
    const configuration = await configurations.of(file.path);
    const result = await checkOne(file, configuration);
    if (result === undefined) continue;
    totals.add(result);
    const percent = percentCovered(result.coverage.narrative.nonZero);
    if (percent !== undefined && percent < required) low.push({ name: result.name, percent });
    const text = format.file(result);
    if (text !== '') output.write(text);
  }
  const summary = totals.summary(failures);
  output.write(format.end(summary));
  output.close();

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
    configuration: Configuration,
  ): Promise<FileResult | undefined> {
    try {
      const read = 'text' in file ? file : readTextFile(file, session);
      if (read.encoding !== 'UTF-8' && !options.quiet) {
        session.complain(say('olderEncoding', { file: read.name, encoding: read.encoding }));
      }
      if (read.kind === 'original') await loadImporter();
      const { result, fault } = await check(read, configuration);
      if (fault)
        failures.push(say('failedOn', { file: read.name, reason: 'internal/rule-failed' }));
      return result;
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

  async function check(file: TextFile, configuration: Configuration): Promise<Checked> {
    const original = file.kind === 'original' && hand.importer && new hand.importer(file.text);
    const checked = checkFile(file, {
      language: session.language,
      configuration,
      reports,
      original: original || undefined,
      otherFile: (name) => hand.otherFile(name),
      quiet: options.quiet === true,
    });
    if (!hand.missedImporter) return checked;
    // The report speaks of a published original, which could not be read so far.
    await loadImporter();
    return check(file, configuration);
  }

  async function loadImporter(): Promise<void> {
    hand.importer ??= (await import('../original.ts')).Original;
    if (hand.missedImporter) reports.forget();
    hand.missedImporter = false;
  }
}

async function filesToCheck(
  patterns: readonly string[],
  options: LintOptions,
  session: Session,
  fail: (line: string) => void,
): Promise<readonly (FoundFile | TextFile)[]> {
  const { say, cwd } = session;
  if (options.stdin) {
    if (patterns.length > 0) throw new Failure(say('stdinWithFiles'));
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

function warningLimit({ maxWarnings }: LintOptions, { say }: Session): number | undefined {
  if (maxWarnings === undefined) return undefined;
  if (/^\d{1,9}$/.test(maxWarnings)) return Number(maxWarnings);
  throw new Failure(say('wrongNumber', { name: '--max-warnings', value: maxWarnings }));
}

/** 0 where none is asked for. */
function requiredCoverage({ minCoverage = '0' }: LintOptions, { say }: Session): number {
  if (/^\d{1,3}$/.test(minCoverage) && Number(minCoverage) <= 100) return Number(minCoverage);
  throw new Failure(say('wrongPercentage', { name: '--min-coverage', value: minCoverage }));
}

// One line must stay readable.
const MOST_NAMED = 5;

function lowCoverage(
  low: readonly { readonly name: string; readonly percent: number }[],
  limit: number,
  { say }: Session,
): string {
  const [first, second] = low;
  if (first !== undefined && second === undefined) {
    return say('lowCoverage', { file: first.name, percent: `${first.percent}%`, limit });
  }
  const named = [...low].sort((a, b) => a.percent - b.percent).slice(0, MOST_NAMED);
  const files = named.map(({ name, percent }) => `${name} ${percent}%`).join(say('listSeparator'));
  const rest = low.length > named.length ? ' …' : '';
  return say('lowCoverages', { count: low.length, limit, files: files + rest });
}

function ruleLevels(settings: readonly string[], { say }: Session): ReadonlyMap<RuleId, Level> {
  const wanted = new Map<RuleId, Level>();
  for (const setting of settings) {
    const at = setting.indexOf('=');
    if (at < 1) throw new Failure(say('ruleWantsLevel', { value: setting }));
    const id = setting.slice(0, at).trim();
    const written = setting.slice(at + 1).trim();
    if (!isRuleId(id)) {
      const near = nearest(
        id,
        rules.map((rule) => rule.id),
      );
      const after = near === undefined ? say('listOfRules') : say('didYouMean', { near });
      throw new Failure(say('unknownRule', { name: id }) + say('separator') + after);
    }
    const level = levels.find((one) => one === written);
    if (level === undefined) throw new Failure(say('unknownLevel', { value: written }));
    wanted.set(id, level);
  }
  return wanted;
}

interface Output {
  write(text: string): void;
  close(): void;
}

function openOutput(file: string | undefined, session: Session): Output {
  if (file === undefined) return { write: session.write, close: () => {} };
  const attempt = <T>(action: () => T): T => {
    try {
      return action();
    } catch {
      throw new Failure(session.say('unwritable', { file }));
    }
  };
  const descriptor = attempt(() => openSync(resolve(session.cwd, file), 'w'));
  return {
    write: (text) => attempt(() => writeFileSync(descriptor, text)),
    close: () => attempt(() => closeSync(descriptor)),
  };
}

function widthOf({ environment }: Session, columns: number | undefined): number {
  const wanted = columns || Number(environment.COLUMNS) || 80;
  return Math.min(Math.max(wanted, 40), 120);
}

class Totals {
  #files = 0;
  #errors = 0;
  #warnings = 0;
  #infos = 0;
  #coverage = noCoverage;

  add({ errorCount, warningCount, infoCount, coverage }: FileResult): void {
    this.#files++;
    this.#errors += errorCount;
    this.#warnings += warningCount;
    this.#infos += infoCount;
    this.#coverage = addCoverage(this.#coverage, coverage);
  }

  summary(failures: readonly string[]): Summary {
    return {
      files: this.#files,
      errorCount: this.#errors,
      warningCount: this.#warnings,
      infoCount: this.#infos,
      coverage: this.#coverage,
      failures,
    };
  }
}
