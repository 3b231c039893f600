/** What would change in a file, as `diff -u` and git show it and `patch` takes it. */
import { type StructuredPatchHunk, structuredPatch } from 'diff';
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
  const hunks = hunksBetween(inLines(before), inLines(after));
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

/** The shortest way from one text to another takes time in the square of its length: beyond this it is not looked for. */
const LONGEST_WAY = 2000;

function hunksBetween(before: string, after: string): readonly StructuredPatchHunk[] {
  const patch = structuredPatch('', '', before, after, '', '', {
    context: 3,
    maxEditLength: LONGEST_WAY,
  });
  if (patch !== undefined) return patch.hunks;
  return hunksLineByLine(before.split('\n'), after.split('\n'));
}

/** Line against line, all from the first that differs to the last in one hunk. */
function hunksLineByLine(
  before: readonly string[],
  after: readonly string[],
): readonly StructuredPatchHunk[] {
  let first = 0;
  while (before[first] === after[first]) first += 1;
  let last = 0;
  const shorter = Math.min(before.length, after.length) - first;
  while (last < shorter && before.at(-1 - last) === after.at(-1 - last)) last += 1;
  const removed = before.slice(first, before.length - last);
  const added = after.slice(first, after.length - last);
  const oldStart = first + 1;
  const open = last === 0 ? ['\\ No newline at end of file'] : [];
  const lines = [
    ...removed.map((line) => `-${line}`),
    ...(before.at(-1) === '' ? [] : open),
    ...added.map((line) => `+${line}`),
    ...(after.at(-1) === '' ? [] : open),
  ];
  const [oldLines, newLines] = [removed.length, added.length];
  return [{ oldStart, oldLines, newStart: oldStart, newLines, lines }];
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
