/**
 * GitHub's workflow commands: each finding an annotation at its lines. Paths are relative to the checkout, as the
 * annotations want them.
 */
import { shownPath } from '../../project/shown-path.ts';
import type { FileResult, Message, Severity } from '../results.ts';
import { coverageLines } from './coverage.ts';
import type { Format, FormatOptions } from './format.ts';

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
};

export function github({ cwd, environment, say }: FormatOptions): Format {
  const root = environment.GITHUB_WORKSPACE || cwd;
  return {
    begin: () => '',
    file: (result) => result.messages.map((message) => annotation(result, message, root)).join(''),
    // Plain lines of the log, for what was not checked must show here too.
    end: ({ coverage }) =>
      coverageLines(coverage, say)
        .map((line) => `${line}\n`)
        .join(''),
  };
}

function annotation({ filePath }: FileResult, message: Message, root: string): string {
  const properties = Object.entries({
    file: shownPath(filePath, root),
    line: message.line,
    endLine: message.endLine,
    col: message.column,
    endColumn: message.endColumn,
    title: message.ruleId,
  }).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${commands[message.severity]} ${properties.join(',')}::${escapeData(message.message)}\n`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
