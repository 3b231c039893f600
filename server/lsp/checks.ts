/**
 * The check of each open text: at most one at a time for a text, begun when somebody wants to know, kept until the
 * text or what it stands on changes. A check of a text that has changed meanwhile stops and answers `undefined`; so
 * no result of an older version can reach anybody.
 */
import type { Diagnostic } from 'vscode-languageserver';
import { type Analysis, analyse } from '../analysis.ts';
import type { Configuration } from '../project/configuration.ts';
import type { Finding } from '../rules/rule.ts';
import type { ConfigurationProblems } from './configuration-problems.ts';
import type { DiagnosticWriter } from './diagnostic-writer.ts';
import type { Documents, OpenDocument } from './documents.ts';
import { EditorLevels } from './editor-levels.ts';
import type { Host } from './host.ts';
import type { Preferences } from './preferences.ts';
import type { Workspace } from './workspace.ts';

export interface Check {
  /** Changes whenever the result may. */
  readonly id: string;
  readonly document: OpenDocument;
  /** Undefined where the text could not be checked; the diagnostics say why. */
  readonly analysis: Analysis | undefined;
  readonly findings: readonly Finding[];
  /** Those of the findings first, in their order. */
  readonly diagnostics: readonly Diagnostic[];
  /** Path of the configuration file that applies. */
  readonly configuration?: string | undefined;
}

interface Run {
  readonly id: string;
  readonly document: OpenDocument;
  result: Promise<Check | undefined>;
}

interface Begun {
  readonly document: OpenDocument;
  readonly configuration: Configuration;
  readonly analysis: Analysis;
}

export interface ChecksInput {
  readonly documents: Documents;
  readonly workspace: Workspace;
  readonly host: Host;
  readonly preferences: Preferences;
  readonly writer: DiagnosticWriter;
  readonly configurationProblems: ConfigurationProblems;
  /** Hears of every check that was not out of date by its end. */
  readonly done?: ((check: Check) => void) | undefined;
  /** The analysis itself; tests put a broken one in its place. */
  readonly analyse?: typeof analyse;
}

/**
 * Messages that arrived together are handled in turns of the event loop, each within two of the one before. After so
 * many turns without an edit none is waiting: a burst is checked once, and nobody waits for a clock.
 */
const QUIET_TURNS = 3;

/** An analysis lets others have a turn after as many milliseconds, at the next boundary of its stages. */
const SLICE = 5;

const stages = ['tree', 'report', 'others', 'completeness', 'outcomes'] as const;

export class Checks {
  readonly #input: ChecksInput;
  readonly #analyse: typeof analyse;
  readonly #runs = new Map<string, Run>();
  readonly #begun = new Map<string, Begun>();
  /** The last analysis of a text that has changed since: the next one goes on from it. */
  readonly #left = new Map<string, Analysis>();
  readonly #editorLevels = new EditorLevels();
  #count = 0;

  constructor(input: ChecksInput) {
    this.#input = input;
    this.#analyse = input.analyse ?? analyse;
  }

  /** The check of this version; undefined where it is out of date before the check is done. Never rejects. */
  of(document: OpenDocument): Promise<Check | undefined> {
    const present = this.#runs.get(document.uri);
    if (present?.document === document) return present.result;
    this.#count++;
    const run: Run = { id: String(this.#count), document, result: Promise.resolve(undefined) };
    if (!this.#isOpen(document)) return run.result;
    this.#runs.set(document.uri, run);
    run.result = this.#check(run);
    const { done } = this.#input;
    if (done) void run.result.then((check) => check && done(check));
    return run.result;
  }

  /**
   * The check of this version, begun anew where only what the text stands on has changed; undefined once the text
   * itself has changed or is closed.
   */
  async settled(document: OpenDocument): Promise<Check | undefined> {
    while (this.#isOpen(document)) {
      const check = await this.of(document);
      if (check !== undefined) return this.#isOpen(document) ? check : undefined;
    }
    return undefined;
  }

  /** What applies to a document: the configuration file above it, else the editor's settings. */
  async configurationOf(document: OpenDocument): Promise<Configuration> {
    const { host, workspace, preferences } = this.#input;
    const configuration = await host.configurationOf(workspace.placeOf(document));
    return this.#editorLevels.over(configuration, preferences.ruleLevels);
  }

  /** The analysis of this version, for who wants no more of it than the tree or the report. */
  async analysisOf(document: OpenDocument): Promise<Analysis> {
    return this.#begin(document, await this.configurationOf(document));
  }

  /** The analysis of another text, as if the document held it. */
  async analyseInPlaceOf(document: OpenDocument, text: string): Promise<Analysis> {
    const configuration = await this.configurationOf(document);
    return this.#analyseBy(configuration, document, text);
  }

  /** The diagnostics of a text that lies in a file and is not open. Never rejects. */
  async ofStored(document: OpenDocument): Promise<readonly Diagnostic[]> {
    const { host, preferences, workspace, writer, configurationProblems } = this.#input;
    const { language } = preferences;
    try {
      const configuration = await this.configurationOf(document);
      configurationProblems.show(configuration, language);
      if (configuration.problems.length > 0) return [writer.unusable(configuration, language)];
      const analysis = this.#analyseBy(configuration, document, document.text);
      let begun = host.now();
      for (const stage of stages) {
        try {
          void analysis[stage];
        } catch {
          // The rules that need this stage fail each by itself, and say so.
        }
        if (host.now() - begun < SLICE) continue;
        await host.nextTurn();
        begun = host.now();
      }
      const { findings, others } = analysis;
      workspace.noteOthers(document, others);
      return findings.map((finding, index) =>
        writer.diagnostic(finding, document, language, { check: '', finding: index }),
      );
    } catch (fault) {
      return [writer.failed(fault, language)];
    }
  }

  /** What was found no longer holds. */
  forget(uri: string): void {
    this.#runs.delete(uri);
    const begun = this.#begun.get(uri);
    if (begun === undefined) return;
    this.#begun.delete(uri);
    this.#left.set(uri, begun.analysis);
  }

  /** The text is closed. */
  evict(uri: string): void {
    this.forget(uri);
    this.#left.delete(uri);
  }

  #begin(document: OpenDocument, configuration: Configuration): Analysis {
    const { uri, text } = document;
    const present = this.#begun.get(uri);
    if (present?.document === document && present.configuration === configuration) {
      return present.analysis;
    }
    // Only the newest version may use up what the one before has left.
    if (!this.#isOpen(document)) return this.#analyseBy(configuration, document, text);
    const previous = present?.analysis ?? this.#left.get(uri);
    this.#left.delete(uri);
    const analysis = this.#analyseBy(configuration, document, text, previous);
    this.#begun.set(uri, { document, configuration, analysis });
    return analysis;
  }

  #analyseBy(
    configuration: Configuration,
    document: OpenDocument,
    text: string,
    previous?: Analysis,
  ): Analysis {
    const { settings, profile, subjects } = configuration;
    const others = this.#input.workspace.othersOf(document);
    return this.#analyse({ text, settings, profile, subjects, others, previous });
  }

  async #check(run: Run): Promise<Check | undefined> {
    const { document, id } = run;
    const { preferences, workspace, writer, configurationProblems } = this.#input;
    const language = () => preferences.language;
    try {
      if (!(await this.#quiet(run))) return undefined;
      await Promise.all([preferences.ready, workspace.readyForWriting]);
      const configuration = await this.configurationOf(document);
      if (!this.#isCurrent(run)) return undefined;
      configurationProblems.show(configuration, language());
      if (configuration.problems.length > 0) {
        const diagnostics = [writer.unusable(configuration, language())];
        const { file } = configuration;
        return {
          id,
          document,
          analysis: undefined,
          findings: [],
          diagnostics,
          configuration: file,
        };
      }
      const analysis = this.#begin(document, configuration);
      if (!(await this.#prepare(analysis, run))) return undefined;
      const { findings, others } = analysis;
      workspace.noteOthers(document, others);
      const diagnostics = findings.map((finding, index) =>
        writer.diagnostic(finding, document, language(), { check: id, finding: index }),
      );
      return { id, document, analysis, findings, diagnostics, configuration: configuration.file };
    } catch (fault) {
      const diagnostics = [writer.failed(fault, language())];
      return { id, document, analysis: undefined, findings: [], diagnostics };
    }
  }

  /** Works out what the rules stand on, stage by stage, with room for an edit between them; false: out of date. */
  async #prepare(analysis: Analysis, run: Run): Promise<boolean> {
    const { host } = this.#input;
    let begun = host.now();
    for (const stage of stages) {
      try {
        void analysis[stage];
      } catch {
        // The rules that need this stage fail each by itself, and say so.
      }
      if (host.now() - begun < SLICE) continue;
      if (!(await this.#quiet(run))) return false;
      begun = host.now();
    }
    return true;
  }

  /** Lets the edits that have arrived come first; false: there was one. */
  async #quiet(run: Run): Promise<boolean> {
    for (let turn = 0; turn < QUIET_TURNS; turn++) {
      await this.#input.host.nextTurn();
      if (!this.#isCurrent(run)) return false;
    }
    return true;
  }

  #isCurrent(run: Run): boolean {
    return this.#runs.get(run.document.uri) === run && this.#isOpen(run.document);
  }

  #isOpen(document: OpenDocument): boolean {
    return this.#input.documents.get(document.uri) === document;
  }
}
