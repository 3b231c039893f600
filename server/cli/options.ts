/** The options of the commands, as they come from the command line. */
import type { FormatName } from './formats/format.ts';

export interface LintOptions {
  readonly format: FormatName;
  readonly outputFile?: string;
  readonly quiet?: true;
  readonly maxWarnings?: string;
  readonly coverage?: true;
  readonly minCoverage?: string;
  readonly exitZero?: true;
  readonly rule?: readonly string[];
  readonly fix?: true;
  readonly fixDryRun?: true;
  readonly fixSuggestions?: true;
  readonly fixRule?: readonly string[];
  readonly baseline?: string;
  readonly updateBaseline?: true;
  readonly cache?: true;
  readonly cacheLocation?: string;
  /** False: `--no-config`. True: neither option. */
  readonly config?: string | boolean;
  readonly printConfig?: string;
  readonly stdin?: true;
  readonly stdinFilename?: string;
}

export interface ImportOptions {
  readonly output?: string;
  readonly force?: true;
}

export interface FormatOptions {
  readonly check?: true;
  readonly stdin?: true;
  readonly stdinFilename?: string;
}

export interface FactsOptions {
  readonly format: 'table' | 'json';
  /** False: `--no-config`. True: neither option. */
  readonly config?: string | boolean;
  readonly stdinFilename?: string;
}

export interface ProveOptions {
  readonly out?: string;
  /** False: `--no-config`. True: neither option. */
  readonly config?: string | boolean;
  readonly stdinFilename?: string;
}

export interface RulesOptions {
  readonly format: 'text' | 'json';
}
