/**
 * Texts with marks: `<|>` is the cursor, `<|…|>` a range; `§` is nothing, and in the twin of a fixture Han characters of
 * which two are surrogate pairs. The twin also begins with a line of such characters.
 */
import type { Position, Range } from 'vscode-languageserver';
import { offsetAt } from './client.ts';

export interface Fixture {
  readonly text: string;
  /** The cursor, or the start of the range. */
  readonly position: Position;
  readonly range: Range;
  /** The way this variant writes a text that may hold `§`. */
  spelt(text: string): string;
}

const WIDE = '𠮷档𠀀';
const FIRST_LINE = '// 𠮷𠀀 一行汉字';

/** `[name, fixture]` for the text as it is and for its twin. */
export function variants(marked: string): readonly (readonly [string, Fixture])[] {
  return [
    ['plain', read(marked, '', '')],
    ['twin', read(marked, FIRST_LINE + (/\r\n|\r|\n/.exec(marked)?.[0] ?? '\n'), WIDE)],
  ];
}

function read(marked: string, before: string, wide: string): Fixture {
  const spelt = (text: string): string => text.replaceAll('§', wide);
  const source = before + spelt(wide === '' ? marked : withSentence(marked));
  const start = source.search(/<\|/);
  const isCursor = source.startsWith('<|>', start);
  const end = isCursor ? start : source.indexOf('|>', start) - 2;
  const text = source.replace(/<\|>|<\||\|>/g, '');
  const position = positionAt(text, Math.max(0, start));
  return {
    text,
    position,
    range: { start: position, end: positionAt(text, Math.max(0, end)) },
    spelt,
  };
}

/** Puts `§。` before the line of prose that holds the first mark, unless `§` stands there already. */
function withSentence(marked: string): string {
  const mark = marked.indexOf('<|');
  const start = Math.max(marked.lastIndexOf('\n', mark), marked.lastIndexOf('\r', mark)) + 1;
  const line = marked.slice(start, Math.max(start, mark));
  const isProse =
    /^[^|｜#＃/\t]*[，。；、][^|｜\t]*$/.test(line) && !/^(?:表|设|核对)[ \u3000]/.test(line);
  return isProse && !line.includes('§')
    ? `${marked.slice(0, start)}§。${marked.slice(start)}`
    : marked;
}

export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

/** What a range holds. */
export function textIn(text: string, { start, end }: Range): string {
  return text.slice(offsetAt(text, start), offsetAt(text, end));
}

/** The lines of a text that hold one of the ranges, the ranges marked `[…]` in them. */
export function marked(text: string, ranges: readonly Range[]): readonly string[] {
  const byLine = new Map<number, Range[]>();
  for (const range of ranges) {
    const list = byLine.get(range.start.line) ?? [];
    byLine.set(range.start.line, [...list, range]);
  }
  const lines = text.split('\n');
  return [...byLine]
    .sort(([a], [b]) => a - b)
    .map(([line, found]) => {
      let shown = lines[line] ?? '';
      for (const { start, end } of [...found].sort(
        (a, b) => b.start.character - a.start.character,
      )) {
        shown = `${shown.slice(0, start.character)}«${shown.slice(start.character, end.character)}»${shown.slice(end.character)}`;
      }
      return shown;
    });
}
