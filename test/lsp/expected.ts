/** What an editor must show of a text, straight from a fresh analysis and without the server's own conversions. */
import type { Diagnostic } from 'vscode-languageserver';
import { type AnalysisInput, analyse } from '../../server/analysis.ts';
import type { Language } from '../../server/report/identifiers.ts';

/** The part of a diagnostic that is compared. */
export interface Shown {
  readonly range: string;
  readonly severity: number | undefined;
  readonly code: string | number | undefined;
  readonly message: string;
  readonly related: readonly string[];
}

const severities = { error: 1, warning: 2, info: 3 };

export function expectedDiagnostics(
  input: AnalysisInput,
  language: Language = 'zh',
): readonly Shown[] {
  const at = lineTable(input.text);
  return analyse(input).findings.map(({ start, end, level, rule, message, related }) => ({
    range: `${at(start)}-${at(end)}`,
    severity: severities[level],
    code: rule,
    message: message[language],
    related: related
      .filter(({ report }) => report === undefined)
      .map((one) => `${at(one.start)}-${at(one.end)} ${one.message[language]}`),
  }));
}

export function shown(diagnostics: readonly Diagnostic[]): readonly Shown[] {
  return diagnostics.map(({ range, severity, code, message, relatedInformation = [] }) => ({
    range: rangeText(range),
    severity,
    code,
    message: messageOf(message),
    related: relatedInformation.map((one) => `${rangeText(one.location.range)} ${one.message}`),
  }));
}

/** The protocol has room for Markdown; the server sends plain text. */
export function messageOf(message: Diagnostic['message']): string {
  return typeof message === 'string' ? message : `Markdown: ${message.value}`;
}

export function rangeText({ start, end }: Diagnostic['range']): string {
  return `${start.line}:${start.character}-${end.line}:${end.character}`;
}

/** Position of an offset as text: counted character by character, once for the whole text. */
export function lineTable(text: string): (offset: number) => string {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const code = text[at];
    if (code === '\n' || (code === '\r' && text[at + 1] !== '\n')) starts.push(at + 1);
  }
  return (offset) => {
    const line = starts.findLastIndex((start) => start <= offset);
    return `${line}:${offset - (starts[line] ?? 0)}`;
  };
}
