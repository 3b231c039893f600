/**
 * `gouji.config.json`: levels and options of the rules, the profile, the user's own subject tables. The nearest file
 * upwards from a report applies, whole: there is no merging, so one file says all.
 */
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Profile } from '../report/form.ts';
import type { Level, Localised, RuleId } from '../report/identifiers.ts';
import type { RuleMetadata, RuleSettings } from '../rules/rule.ts';
import { settingsOf } from '../rules/settings.ts';
import type { SubjectTables } from '../subjects/subject-table.ts';
import { type ConfigurationContent, checkConfiguration } from './configuration-check.ts';
import { configurationMessages as say } from './configuration-messages.ts';
import { CONFIGURATION_NAME } from './configuration-name.ts';
import { decode } from './decode.ts';
import { Positions } from './positions.ts';
import { readFileBytes } from './read-file.ts';

/** Something wrong in a configuration, or in a file that it names. */
export interface ConfigurationProblem {
  readonly file: string;
  /** From 1; 0 where the file as a whole is meant. */
  readonly line: number;
  readonly column: number;
  readonly message: Localised;
}

/** What applies to a report. */
export interface Configuration {
  /** Path of the file; undefined: nothing is configured. */
  readonly file: string | undefined;
  readonly settings: RuleSettings;
  /** Undefined: the default. */
  readonly profile: Profile | undefined;
  /** Paths of the subject tables as resolved. */
  readonly subjectFiles: readonly string[];
  /** Undefined: the built-in tables. */
  readonly subjects: SubjectTables | undefined;
  /** Any of these makes the configuration unusable. */
  readonly problems: readonly ConfigurationProblem[];
  /** Faults that leave it usable, such as a faulty row of a subject table. */
  readonly notes: readonly ConfigurationProblem[];
}

export interface ConfigurationOptions {
  readonly rules: readonly RuleMetadata[];
  readonly profiles: readonly Profile[];
  /** One file for all reports in place of the search (`--config`); `false`: none at all (`--no-config`). */
  readonly file?: string | false | undefined;
  /** Levels laid over every configuration (`--rule`). */
  readonly levels?: ReadonlyMap<RuleId, Level> | undefined;
}

/** The configurations of a run or of an editor's session. Each file is read once, until `forget`. */
export class Configurations {
  readonly #options: ConfigurationOptions;
  readonly #fileOfFolder = new Map<string, string | undefined>();
  readonly #read = new Map<string | undefined, Promise<Configuration>>();

  constructor(options: ConfigurationOptions) {
    this.#options = options;
  }

  /** What applies to the report at `path`, which need not exist. */
  of(path: string): Promise<Configuration> {
    const { file } = this.#options;
    if (file === false) return this.#load(undefined);
    return this.#load(file === undefined ? this.#find(dirname(resolve(path))) : resolve(file));
  }

  /** Reads everything anew at the next question. */
  forget(): void {
    this.#fileOfFolder.clear();
    this.#read.clear();
  }

  #find(folder: string): string | undefined {
    const passed: string[] = [];
    let found: string | undefined;
    for (let at = folder; ; at = dirname(at)) {
      if (this.#fileOfFolder.has(at)) {
        found = this.#fileOfFolder.get(at);
        break;
      }
      passed.push(at);
      const file = join(at, CONFIGURATION_NAME);
      if (existsSync(file)) {
        found = file;
        break;
      }
      if (dirname(at) === at) break;
    }
    for (const one of passed) this.#fileOfFolder.set(one, found);
    return found;
  }

  #load(file: string | undefined): Promise<Configuration> {
    let configuration = this.#read.get(file);
    if (configuration === undefined) {
      configuration = this.#build(file);
      this.#read.set(file, configuration);
    }
    return configuration;
  }

  async #build(file: string | undefined): Promise<Configuration> {
    const { rules, profiles, levels } = this.#options;
    const content = file === undefined ? nothing : await readConfiguration(file, rules, profiles);
    const settings = new Map(settingsOf(rules));
    for (const [id, { level, options }] of content.rules) {
      const before = settings.get(id);
      settings.set(id, { level, options: { ...before?.options, ...options } });
    }
    for (const [id, level] of levels ?? []) {
      settings.set(id, { level, options: settings.get(id)?.options ?? {} });
    }
    const subjectFiles = content.subjects.map(({ path }) => resolve(dirname(file ?? '.'), path));
    const problems = [...content.problems];
    const notes: ConfigurationProblem[] = [];
    let subjects: SubjectTables | undefined;
    if (file !== undefined && subjectFiles.length > 0 && problems.length === 0) {
      const { readSubjectFiles } = await import('./subject-files.ts');
      const places = content.subjects.map((subject, at) => ({
        path: subjectFiles[at] ?? subject.path,
        named: { file, line: subject.line, column: subject.column },
      }));
      const read = readSubjectFiles(places);
      subjects = read.tables;
      problems.push(...read.problems);
      notes.push(...read.notes);
    }
    const { profile } = content;
    return { file, settings, profile, subjectFiles, subjects, problems, notes };
  }
}

const nothing: ConfigurationContent = {
  rules: new Map(),
  profile: undefined,
  subjects: [],
  problems: [],
};

async function readConfiguration(
  file: string,
  rules: readonly RuleMetadata[],
  profiles: readonly Profile[],
): Promise<ConfigurationContent> {
  const whole = (message: Localised): ConfigurationContent => ({
    ...nothing,
    problems: [{ file, line: 0, column: 0, message }],
  });
  const read = readFileBytes(file);
  if (read.kind === 'failed') return whole(say.unreadable(read.reason));
  const decoded = decode(read.bytes);
  if (decoded.kind === 'binary') return whole(say.notText());
  const positions = new Positions(decoded.text);
  return checkConfiguration(decoded.text, {
    rules,
    profiles,
    place: (offset) => ({ file, ...positions.at(offset) }),
  });
}
