/** Shows what is wrong with a configuration, or with a table that it names, in the file itself. */
import type { Connection, Diagnostic } from 'vscode-languageserver';
import type { Configuration, ConfigurationProblem } from '../project/configuration.ts';
import type { Language } from '../report/identifiers.ts';
import type { Host } from './host.ts';

const severity = { error: 1, warning: 2 } as const;

export class ConfigurationProblems {
  readonly #connection: Connection;
  readonly #host: Host;
  /** The configurations in use whose problems are shown. */
  readonly #shown = new Set<Configuration>();
  readonly #files = new Set<string>();

  constructor(connection: Connection, host: Host) {
    this.#connection = connection;
    this.#host = host;
  }

  show(configuration: Configuration, language: Language): void {
    if (this.#shown.has(configuration)) return;
    this.#shown.add(configuration);
    const byFile = new Map<string, Diagnostic[]>();
    const add = (problem: ConfigurationProblem, level: keyof typeof severity): void => {
      const start = positionOf(problem);
      const diagnostic = {
        range: { start, end: start },
        severity: severity[level],
        source: 'gouji',
        message: problem.message[language],
      };
      const present = byFile.get(problem.file);
      if (present === undefined) byFile.set(problem.file, [diagnostic]);
      else present.push(diagnostic);
    };
    for (const problem of configuration.problems) add(problem, 'error');
    for (const note of configuration.notes) add(note, 'warning');
    for (const [file, diagnostics] of byFile) {
      this.#files.add(file);
      void this.#connection.sendDiagnostics({ uri: this.#host.uriOf(file), diagnostics });
    }
  }

  /** True for a subject table that a configuration in use names. */
  isSubjectFile(path: string): boolean {
    return [...this.#shown].some(({ subjectFiles }) => subjectFiles.includes(path));
  }

  /** Takes everything back; what is still wrong is shown again when it is met again. */
  clear(): void {
    this.#shown.clear();
    for (const file of this.#files) {
      void this.#connection.sendDiagnostics({ uri: this.#host.uriOf(file), diagnostics: [] });
    }
    this.#files.clear();
  }
}

/** Problems count lines and columns from 1; 0 stands for the whole file. */
export function positionOf({ line, column }: ConfigurationProblem): {
  line: number;
  character: number;
} {
  return { line: Math.max(line - 1, 0), character: Math.max(column - 1, 0) };
}
