/** One line for each finding, as compilers print them: `file:line:column: level: words [rule]`. Editors match such lines. */
import { shownPath } from '../../project/shown-path.ts';
import { oneLine } from '../plain-text.ts';
import type { Format, FormatOptions } from './format.ts';

export function unix({ cwd }: FormatOptions): Format {
  return {
    begin: () => '',
    file: ({ filePath, messages }) =>
      messages
        .map(({ line, column, severity, message, ruleId }) => {
          const place = `${oneLine(shownPath(filePath, cwd))}:${line}:${column}`;
          return `${place}: ${severity}: ${oneLine(message)} [${ruleId}]\n`;
        })
        .join(''),
    end: () => '',
  };
}
