/** What would change in a file, as `diff -u` and git show it and `patch` takes it. */
import { structuredPatch } from 'diff';
import picocolors from 'picocolors';

export interface Change {
  /** The file as it is shown, with `/`. */
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** With its last line end; empty where nothing changes. Line ends are part of the lines, so that the patch applies. */
export function unifiedDiff({ name, before, after }: Change, colour: boolean): string {
  const colours = picocolors.createColors(colour);
  const { hunks } = structuredPatch('', '', inLines(before), inLines(after), '', '', {
    context: 3,
  });
  if (hunks.length === 0) return '';
  const lines = [
    colours.bold(`--- ${label('a', name)}`),
    colours.bold(`+++ ${label('b', name)}`),
    ...hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines: changed }) => [
      colours.cyan(`@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`),
      ...changed.map((line) => {
        if (line.startsWith('-')) return colours.red(line);
        return line.startsWith('+') ? colours.green(line) : line;
      }),
    ]),
  ];
  return `${lines.join('\n')}\n`;
}

/** A name with a blank ends in a tab, as git writes it; one that would break its line is quoted. */
function label(side: 'a' | 'b', name: string): string {
  const path = name.startsWith('/') ? name : `${side}/${name}`;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: names may hold any character
  if (/["\\\u0000-\u001f]/.test(path)) return JSON.stringify(path);
  return path.includes(' ') ? `${path}\t` : path;
}

/** Lines that end in a lone carriage return are told apart for the eye; no patch knows such lines. */
function inLines(text: string): string {
  return text.includes('\n') ? text : text.replaceAll('\r', '\n');
}
