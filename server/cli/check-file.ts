/** Checks one file: text in, findings at lines and columns of that text out. */

import type { Range } from '../../grammar/syntax-tree.ts';
import { type Analysis, analyse, type Coverage } from '../analysis.ts';
import type { Configuration } from '../project/configuration.ts';
import type { ReportsAtHand } from '../project/other-reports.ts';
import { Positions } from '../project/positions.ts';
import type { Language } from '../report/identifiers.ts';
import type { Edit, Finding, Fix, Related } from '../rules/rule.ts';
import type { Original } from './original.ts';
import type { FileResult, Message, Place, RelatedPlace, Severity, TextEdit } from './results.ts';
import type { TextFile } from './source.ts';

export interface CheckContext {
  readonly language: Language;
  readonly configuration: Configuration;
  readonly reports: ReportsAtHand;
  /** The importer's view of a published original; undefined for a source in the language. */
  readonly original: Original | undefined;
  /** Text and path of another report that a finding points into, by the name that findings use. */
  otherFile(name: string): OtherFile | undefined;
}

export interface OtherFile {
  readonly path: string;
  /** Where a range of the report's text stands in its file. */
  place(range: Range): Place;
}

export interface Checked {
  /** In order of place. */
  readonly messages: readonly Message[];
  readonly coverage: Coverage;
  /** Names of the other reports that were read for it; undefined where one was looked for in vain. */
  readonly others: readonly string[] | undefined;
  /** A rule broke down: the findings are incomplete. */
  readonly fault: boolean;
}

/** The analysis of a file; of a published original that of the importer's text. */
export function analysisOf(
  file: TextFile,
  {
    configuration,
    original,
    reports,
  }: Pick<CheckContext, 'configuration' | 'original' | 'reports'>,
): Analysis {
  return analyse({
    text: original?.report ?? file.text,
    settings: configuration.settings,
    profile: configuration.profile,
    subjects: configuration.subjects,
    others: reports.of(file.path),
    published: original !== undefined,
  });
}

export function checkFile(file: TextFile, context: CheckContext): Checked {
  const { configuration, original } = context;
  const analysis = analysisOf(file, context);
  const { findings } = analysis;
  const converter = new Converter(file.text, context);
  const messages = findings.map((finding) => converter.message(finding));
  if (original !== undefined) {
    const converterOfOriginal = new Converter(file.text, { ...context, original: undefined });
    for (const one of original.findings(configuration.settings)) {
      messages.push(converterOfOriginal.message(one));
    }
    messages.sort(byPlace);
  }
  return {
    messages,
    coverage: analysis.coverage,
    others: othersOf(analysis),
    fault: findings.some(({ rule }) => rule === 'internal/rule-failed'),
  };
}

function othersOf({
  others: { lastYear, subordinates, problems },
}: Analysis): string[] | undefined {
  if (problems.length > 0) return undefined;
  const reports = lastYear === undefined ? subordinates : [lastYear, ...subordinates];
  return reports.map(({ name }) => name);
}

/** The result of a file. `quiet` leaves out what is no error (`--quiet`); warnings are counted all the same. */
export function resultOf(
  { path, name, kind }: TextFile,
  { messages, coverage }: Checked,
  quiet: boolean,
): FileResult {
  const count = (severity: Severity): number =>
    messages.reduce((sum, message) => (message.severity === severity ? sum + 1 : sum), 0);
  const listed = quiet ? messages.filter(({ severity }) => severity === 'error') : messages;
  return {
    filePath: path,
    name,
    messages: listed,
    errorCount: count('error'),
    warningCount: count('warning'),
    infoCount: count('info'),
    // Originals are never written.
    fixableCount: kind === 'report' ? listed.filter(({ fix }) => fix !== undefined).length : 0,
    coverage,
  };
}

class Converter {
  readonly #positions: Positions;
  readonly #context: CheckContext;
  readonly #language: Language;

  constructor(text: string, context: CheckContext) {
    this.#positions = new Positions(text);
    this.#context = context;
    this.#language = context.language;
  }

  message(finding: Finding): Message {
    const fix = finding.fix && this.#edit(finding.fix);
    const suggestions = finding.suggestions.flatMap((one) => {
      const edit = this.#edit(one);
      return edit === undefined ? [] : [{ message: one.title[this.#language], fix: edit }];
    });
    const related = finding.related.flatMap((one) => this.#related(one));
    return {
      ruleId: finding.rule,
      severity: finding.level,
      message: finding.message[this.#language],
      ...this.#place(finding),
      ...(fix !== undefined && { fix }),
      ...(suggestions.length > 0 && { suggestions }),
      ...(related.length > 0 && { related }),
      ...(finding.fix !== undefined && { fixTitle: finding.fix.title[this.#language] }),
    };
  }

  #related({ message, report, ...range }: Related): readonly RelatedPlace[] {
    const text = message[this.#language];
    if (report === undefined) return [{ message: text, ...this.#place(range) }];
    const other = this.#context.otherFile(report);
    return other ? [{ message: text, ...other.place(range), filePath: other.path }] : [];
  }

  #place(range: Range): Place {
    return placeOf(this.#positions, this.#context.original?.originalRange(range) ?? range);
  }

  /** Several edits become one, with what stands between them; an edit that has no place in the original is none. */
  #edit({ edits }: Fix): TextEdit | undefined {
    const ordered = [...edits].sort((a, b) => a.start - b.start);
    const first = ordered[0];
    const last = ordered.at(-1);
    if (first === undefined || last === undefined) return undefined;
    const text = this.#between(ordered);
    if (text === undefined) return undefined;
    const whole = { start: first.start, end: last.end };
    const { original } = this.#context;
    const range = original === undefined ? whole : original.editableRange(whole);
    return range && { range: [range.start, range.end], text };
  }

  #between(edits: readonly Edit[]): string | undefined {
    const source = this.#context.original?.report ?? this.#positions.text;
    let text = '';
    let at = edits[0]?.start ?? 0;
    for (const edit of edits) {
      if (edit.start < at) return undefined;
      text += source.slice(at, edit.start) + edit.text;
      at = edit.end;
    }
    return text;
  }
}

export function placeOf(positions: Positions, { start, end }: Range): Place {
  const from = positions.at(start);
  const to = positions.at(Math.max(start, end));
  return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}

function byPlace(a: Message, b: Message): number {
  return a.line - b.line || a.column - b.column;
}
