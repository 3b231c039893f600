/** What the output formats get: findings as lines and columns of the file that the user knows. */
import type { Coverage } from '../analysis.ts';

export type Severity = 'error' | 'warning' | 'info';

/** Lines and columns from 1, columns in UTF-16 code units; the end is exclusive. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A replacement: offsets in UTF-16 code units of the file's text, byte-order mark included. */
export interface TextEdit {
  readonly range: readonly [start: number, end: number];
  readonly text: string;
}

export interface Message extends Place {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly message: string;
  readonly fix?: TextEdit;
  readonly suggestions?: readonly { readonly message: string; readonly fix: TextEdit }[];
  readonly related?: readonly RelatedPlace[];
  /** What the fix is called; for people, not part of the JSON output. */
  readonly fixTitle?: string;
}

export interface RelatedPlace extends Place {
  readonly message: string;
  /** The file, where it is another one. */
  readonly filePath?: string;
}

export interface FileResult {
  /** Absolute. */
  readonly filePath: string;
  /** As the user gave it. */
  readonly name: string;
  readonly messages: readonly Message[];
  readonly errorCount: number;
  readonly warningCount: number;
  readonly infoCount: number;
  readonly coverage: Coverage;
  /** How many of the messages have a certain fix. */
  readonly fixableCount: number;
  /** The text with its fixes, where they were worked out and not written (`--fix-dry-run`). */
  readonly output?: string | undefined;
}

/** Of a whole run. */
export interface Summary {
  readonly files: number;
  readonly errorCount: number;
  readonly warningCount: number;
  readonly infoCount: number;
  readonly coverage: Coverage;
  readonly fixableCount: number;
  /** Where fixing was asked for: what was done, or would be done. */
  readonly fixes?: FixSummary | undefined;
  /** Findings that the baseline holds, where there is one. */
  readonly inBaseline: number;
  /** Lines of standard error about input that could not be checked. */
  readonly failures: readonly string[];
}

export interface FixSummary {
  readonly count: number;
  readonly files: number;
  readonly written: boolean;
  /** First suggestions were applied too. */
  readonly suggestions: boolean;
}
