/** What every command is told about its run, and the one kind of failure that a command reports by throwing. */
import type { Language } from '../report/identifiers.ts';
import type { Say } from './messages.ts';

/** 0 clean; 1 findings at error level or too many warnings; 2 wrong usage, unreadable input or an internal fault. */
export type ExitCode = 0 | 1 | 2;

export interface Session {
  readonly language: Language;
  readonly say: Say;
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** False: `--no-color`. True: as the environment and the terminal say. */
  readonly colour: boolean;
  /** Writes to standard output. */
  write(text: string): void;
  /** Writes one line to standard error, with the program's name before it. */
  complain(line: string): void;
}

/** Wrong usage or input that cannot be read: `message` is the one line that the user gets, in their language. */
export class Failure extends Error {}

/** What went wrong inside the program, in a few words on one line. */
export function reasonIn(fault: unknown): string {
  const text = fault instanceof Error ? `${fault.name}: ${fault.message}` : String(fault);
  return (text.split('\n', 1)[0] ?? '').slice(0, 200);
}

/** Whether the output is coloured. */
export function usesColour({ colour, environment }: Session, isTerminal: boolean): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = environment;
  if (!colour || (NO_COLOR !== undefined && NO_COLOR !== '')) return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return FORCE_COLOR !== '0';
  return isTerminal && TERM !== 'dumb';
}
