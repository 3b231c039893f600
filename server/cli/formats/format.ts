/** The contract of an output format: pieces of text, handed out as the files are done, so that none is held in memory. */
import type { Language } from '../../report/identifiers.ts';
import type { Say } from '../messages.ts';
import type { FileResult, Summary } from '../results.ts';

export interface Format {
  /** Before the first file. */
  begin(): string;
  file(result: FileResult): string;
  /** After the last file. */
  end(summary: Summary): string;
}

export interface FormatOptions {
  readonly language: Language;
  readonly say: Say;
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly colour: boolean;
  /** Columns that a line may take. */
  readonly width: number;
  /** True where one file at most is checked: what is said of it is said of the whole. */
  readonly single: boolean;
  /** Prints the whole coverage (`--coverage`). */
  readonly coverage: boolean;
}

export const formatNames = ['stylish', 'unix', 'json', 'sarif', 'github'] as const;

export type FormatName = (typeof formatNames)[number];

export async function createFormat(name: FormatName, options: FormatOptions): Promise<Format> {
  switch (name) {
    case 'stylish':
      return (await import('./stylish.ts')).stylish(options);
    case 'unix':
      return (await import('./unix.ts')).unix(options);
    case 'json':
      return (await import('./json.ts')).json();
    case 'sarif':
      return (await import('./sarif.ts')).sarif(options);
    case 'github':
      return (await import('./github.ts')).github(options);
  }
}
