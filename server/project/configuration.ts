/**
 * `gouji.config.json`: levels and options of the rules, the profile, the user's own subject tables. The nearest file
 * upwards from a report applies, whole: there is no merging, so one file says all.
 */
import type { Profile } from '../report/form.ts';
import type { Level, Localised, RuleId } from '../report/identifiers.ts';
import type { RuleMetadata, RuleSettings } from '../rules/rule.ts';
import { settingsOf } from '../rules/settings.ts';
import type { SubjectTables } from '../subjects/subject-table.ts';
import { type ConfigurationContent, checkConfiguration } from './configuration-check.ts';
import type { ConfigurationFiles } from './configuration-files.ts';
import { configurationMessages as say } from './configuration-messages.ts';
import { CONFIGURATION_NAME } from './configuration-name.ts';
import { Positions } from './positions.ts';

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
  readonly files: ConfigurationFiles;
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
  #fileOfFolder = new Map<string, string | undefined>();
  readonly #read = new Map<string | undefined, Promise<Configuration>>();

  constructor(options: ConfigurationOptions) {
    this.#options = options;
  }

  /** What applies to the report at `path`, which need not exist. */
  async of(path: string): Promise<Configuration> {
    const { files, file } = this.#options;
    if (file === false) return this.#load(undefined);
    if (file !== undefined) return this.#load(files.absolute(file));
    return this.#load(await this.#find(files.above(files.absolute(path))));
  }

  /** Reads everything anew at the next question. */
  forget(): void {
    // A search that is under way ends with what it has found, and nobody else hears of that.
    this.#fileOfFolder = new Map();
    this.#read.clear();
  }

  async #find(folder: string): Promise<string | undefined> {
    const { files } = this.#options;
    const known = this.#fileOfFolder;
    const passed: string[] = [];
    let found: string | undefined;
    for (let at = folder; ; at = files.above(at)) {
      if (known.has(at)) {
        found = known.get(at);
        break;
      }
      passed.push(at);
      const file = files.inside(at, CONFIGURATION_NAME);
      const there = files.exists(file);
      if (there === true || (there !== false && (await there))) {
        found = file;
        break;
      }
      if (files.above(at) === at) break;
    }
    for (const one of passed) known.set(one, found);
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
    const { files, rules, levels } = this.#options;
    const content = file === undefined ? nothing : await readConfiguration(file, this.#options);
    const settings = new Map(settingsOf(rules));
    for (const [id, { level, options }] of content.rules) {
      const before = settings.get(id);
      settings.set(id, { level, options: { ...before?.options, ...options } });
    }
    for (const [id, level] of levels ?? []) {
      settings.set(id, { level, options: settings.get(id)?.options ?? {} });
    }
    const subjectFiles =
      file === undefined ? [] : content.subjects.map(({ path }) => files.beside(file, path));
    const problems = [...content.problems];
    const notes: ConfigurationProblem[] = [];
    let subjects: SubjectTables | undefined;
    if (file !== undefined && subjectFiles.length > 0 && problems.length === 0) {
      const { readSubjectFiles } = await import('./subject-files.ts');
      const places = content.subjects.map((subject, at) => ({
        path: subjectFiles[at] ?? subject.path,
        named: { file, line: subject.line, column: subject.column },
      }));
      const read = await readSubjectFiles(places, files);
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
  { files, rules, profiles }: ConfigurationOptions,
): Promise<ConfigurationContent> {
  const whole = (message: Localised): ConfigurationContent => ({
    ...nothing,
    problems: [{ file, line: 0, column: 0, message }],
  });
  const read = await files.read(file);
  if (read.kind === 'failed') return whole(say.unreadable(read.reason));
  if (read.kind === 'binary') return whole(say.notText());
  const positions = new Positions(read.text);
  return checkConfiguration(read.text, {
    rules,
    profiles,
    place: (offset) => ({ file, ...positions.at(offset) }),
  });
}
