import { BLANK_CLASS, skipBlanks, trimEnd } from './characters.ts';
import { COMMENT_MARK, DIRECTIVE_SCOPES } from './patterns.ts';
import { readLine } from './read-line.ts';
import type { Directive, Piece, Range } from './syntax-tree.ts';

const SCOPES: ReadonlyMap<string, Directive['scope']> = new Map(DIRECTIVE_SCOPES);

const WORDS = DIRECTIVE_SCOPES.map(([word]) => word).join('|');
const AT_END = new RegExp(`(?://|／／)[${BLANK_CLASS}]*(?:${WORDS})(?![-A-Za-z])`, 'g');
const COMMENT = new RegExp(COMMENT_MARK, 'y');
const MISSPELT = new RegExp(`[${BLANK_CLASS}]*(gouji-[-A-Za-z]*)`, 'y');

/** Length of the mark where a comment begins at `first`; 0 where none does. */
export function commentMarkAt(text: string, first: number): number {
  const code = text.charCodeAt(first);
  if (code !== 0x2f && code !== 0xff0f && code !== 0x3001) return 0;
  COMMENT.lastIndex = first;
  return COMMENT.exec(text)?.[0].length ?? 0;
}

/** The directive that begins at `start` with its comment mark and goes on to the end of the line. */
export function readDirective(
  text: string,
  start: number,
  end: number,
  line: number,
): Directive | undefined {
  const stop = trimEnd(text, start, end);
  const read = readLine('directive', 'directive', text, start, stop).value;
  const scope = read && SCOPES.get(read.word);
  if (!read || !scope) return undefined;
  return {
    scope,
    rules: read.rules,
    reason: read.reason && reason(text, read.reason),
    line,
    start,
    end: stop,
  };
}

function reason(text: string, range: Range): Piece | undefined {
  const start = skipBlanks(text, range.start, range.end);
  const end = trimEnd(text, start, range.end);
  return start < end ? { value: text.slice(start, end), start, end } : undefined;
}

/** Where a directive begins on the line, be it alone or after other text; -1 where the line holds none. */
export function findDirective(text: string, first: number, end: number): number {
  const line = text.slice(first, end);
  AT_END.lastIndex = 0;
  const found = AT_END.exec(line);
  return found ? first + found.index : -1;
}

/** `gouji-disable-nxt-line`: a comment that was meant as a directive and is none. Its range, or undefined. */
export function misspeltDirective(text: string, start: number, end: number): Range | undefined {
  MISSPELT.lastIndex = start;
  const found = MISSPELT.exec(text);
  if (!found || start + found[0].length > end) return undefined;
  const stop = start + found[0].length;
  return { start: stop - (found[1]?.length ?? 0), end: stop };
}
