/**
 * For people at a terminal: under each file its findings, each with its place, level, words, evidence and repair, then
 * how much was checked. Lines are broken by display width, Han characters counting two.
 */
import picocolors from 'picocolors';
import type { Coverage } from '../../analysis.ts';
import { shownPath } from '../../project/shown-path.ts';
import { displayWidth, padEnd, wrap } from '../display-width.ts';
import { fixWords } from '../fix-words.ts';
import { oneLine } from '../plain-text.ts';
import type { FileResult, Message, RelatedPlace, Severity, Summary } from '../results.ts';
import { coverageLines, coverageTable } from './coverage.ts';
import type { Format, FormatOptions } from './format.ts';

// One finding must not fill the screen; the JSON output has them all.
const MOST_RELATED = 6;

type Colours = ReturnType<typeof picocolors.createColors>;

export function stylish(options: FormatOptions): Format {
  const { say, single } = options;
  const colours = picocolors.createColors(options.colour);
  const covered = (coverage: Coverage, width: number): readonly string[] =>
    options.coverage
      ? [...coverageTable(coverage, say), '']
      : coverageLines(coverage, say).flatMap((line) => wrap(line, width));
  return {
    begin: () => '',
    file(result) {
      if (result.messages.length === 0 && (single || !options.coverage)) return '';
      const lines = [
        colours.underline(oneLine(result.name)),
        ...findings(result, options, colours),
        '',
      ];
      if (!single) {
        for (const part of covered(result.coverage, options.width - 2)) {
          lines.push(`  ${colours.dim(part)}`);
        }
        lines.push('');
      }
      return `${lines.join('\n')}\n`;
    },
    end(summary) {
      const { text, colour } = inTotal(summary, options, colours);
      return [
        ...covered(summary.coverage, options.width),
        ...wrap(text, options.width).map(colour),
        ...[...afterwards(summary, options)].flatMap((line) => wrap(line, options.width)),
        '',
      ].join('\n');
    },
  };
}

function* findings(
  { messages }: FileResult,
  options: FormatOptions,
  colours: Colours,
): Generator<string> {
  const { say, width } = options;
  const places = messages.map(({ line, column }) => `${line}:${column}`);
  const placeWidth = places.reduce((widest, place) => Math.max(widest, place.length), 0);
  const labels = { error: say('error'), warning: say('warning'), info: say('info') };
  const labelWidth = Math.max(...Object.values(labels).map(displayWidth));
  const indent = ' '.repeat(2 + placeWidth + 2 + labelWidth + 2);
  for (const [at, message] of messages.entries()) {
    const lines = linesOf(message, options, width - indent.length);
    const label = paint(colours, message.severity)(padEnd(labels[message.severity], labelWidth));
    const place = (places[at] ?? '').padStart(placeWidth);
    const last = lines.pop() ?? { text: '', kind: 'message' };
    const room = width - indent.length - displayWidth(last.text) - 3;
    const rule = colours.dim(message.ruleId);
    if (message.ruleId.length <= room) lines.push({ ...last, rule });
    else lines.push(last, { text: '', rule, kind: 'evidence' });
    for (const [number, line] of lines.entries()) {
      const text = line.kind === 'message' ? line.text : colours.dim(line.text);
      const body =
        line.rule === undefined ? text : `${text}${line.text === '' ? '' : '   '}${line.rule}`;
      yield number === 0 ? `  ${colours.dim(place)}  ${label}  ${body}` : indent + body;
    }
  }
}

interface Line {
  readonly text: string;
  readonly kind: 'message' | 'evidence';
  readonly rule?: string;
}

function linesOf(message: Message, options: FormatOptions, width: number): Line[] {
  const { say } = options;
  const lines: Line[] = wrap(message.message, width).map((text) => ({ text, kind: 'message' }));
  const evidence = (head: string, items: readonly string[], separator: string): void => {
    const hang = displayWidth(head);
    for (const [at, line] of pack(items, separator, width - hang).entries()) {
      lines.push({ text: (at === 0 ? head : ' '.repeat(hang)) + line, kind: 'evidence' });
    }
  };
  const { related = [], suggestions = [] } = message;
  if (related.length > 0) {
    const shown = related.slice(0, MOST_RELATED).map((one) => relatedText(one, options));
    if (related.length > shown.length) shown.push(say('moreRelated', { count: related.length }));
    evidence(say('related'), shown, ' · ');
  }
  if (message.fix !== undefined && message.fixTitle)
    evidence(say('repair'), [message.fixTitle], '');
  if (suggestions.length > 0) {
    const titles = suggestions.map((one) => one.message);
    evidence(say('suggestion'), titles, say('or'));
  }
  return lines;
}

/** Items one after another, each whole on its line where it can be. */
function pack(items: readonly string[], separator: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const [at, item] of items.entries()) {
    const text = at < items.length - 1 ? item + separator : item;
    const last = lines.at(-1);
    if (last !== undefined && displayWidth(last + text.trimEnd()) <= width) {
      lines[lines.length - 1] = last + text;
    } else {
      const blanks = text.slice(text.trimEnd().length);
      const wrapped = wrap(text, width);
      lines.push(...wrapped.slice(0, -1), (wrapped.at(-1) ?? '') + blanks);
    }
  }
  return lines.map((line) => line.trimEnd());
}

function relatedText(
  { filePath, line, column, message }: RelatedPlace,
  { cwd }: FormatOptions,
): string {
  const place = `${line}:${column}`;
  return `${filePath === undefined ? place : `${shownPath(filePath, cwd)}:${place}`} ${message}`;
}

function inTotal(
  summary: Summary,
  { say }: FormatOptions,
  colours: Colours,
): { readonly text: string; readonly colour: (text: string) => string } {
  const { errorCount: errors, warningCount: warnings, infoCount: infos } = summary;
  const count = errors + warnings + infos;
  const files = say(summary.files === 1 ? 'oneFile' : 'severalFiles', { count: summary.files });
  if (count === 0) return { text: say('clean', { files }), colour: colours.green };
  const severity: Severity = errors > 0 ? 'error' : warnings > 0 ? 'warning' : 'info';
  const text = say('total', { files, count, errors, warnings, infos });
  return { text, colour: paint(colours, severity) };
}

/** What was repaired or can be, and what is known already. */
function* afterwards(
  { fixes, fixableCount, inBaseline }: Summary,
  { say }: FormatOptions,
): Generator<string> {
  if (inBaseline > 0) yield say('inBaseline', { count: inBaseline });
  if (fixes !== undefined) yield fixWords(fixes, say);
  else if (fixableCount > 0) yield say('fixable', { count: fixableCount });
}

function paint(colours: Colours, severity: Severity): (text: string) => string {
  return { error: colours.red, warning: colours.yellow, info: colours.cyan }[severity];
}
