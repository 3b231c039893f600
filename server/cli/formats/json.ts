/** One array, one object a file, as described by `docs/lint-output.schema.json`. */
import type { FileResult, Message } from '../results.ts';
import type { Format } from './format.ts';

export function json(): Format {
  let separator = '\n';
  return {
    begin: () => '[',
    file(result) {
      const text = separator + JSON.stringify(published(result));
      separator = ',\n';
      return text;
    },
    end: () => '\n]\n',
  };
}

function published(result: FileResult): object {
  const { filePath, messages, errorCount, warningCount, infoCount, coverage, output } = result;
  return {
    filePath,
    messages: messages.map(withoutTitle),
    errorCount,
    warningCount,
    infoCount,
    coverage,
    output,
  };
}

// Spelled out, since the order of the keys is what people see.
function withoutTitle(message: Message): object {
  const { ruleId, severity, line, column, endLine, endColumn, fix, suggestions, related } = message;
  return {
    ruleId,
    severity,
    message: message.message,
    line,
    column,
    endLine,
    endColumn,
    fix,
    suggestions,
    related,
  };
}
