/**
 * SARIF 2.1.0, written as the files are done. Offsets and columns are UTF-16 code units; coverage stands in the
 * properties of the run.
 */
import { pathToFileURL } from 'node:url';
import type { ReportingDescriptor, Result, Run } from 'sarif';
import { shownPath } from '../../project/shown-path.ts';
import type { Level } from '../../report/identifiers.ts';
import { rules } from '../../rules/catalogue.ts';
import { version } from '../../version.ts';
import type { FileResult, Message, Place, Severity, TextEdit } from '../results.ts';
import type { Format, FormatOptions } from './format.ts';

const ROOT = 'SRCROOT';
const levels: Readonly<Record<Severity | Level, Result.level>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  off: 'none',
};

export function sarif({ cwd, language }: FormatOptions): Format {
  const numbers = new Map(rules.map(({ id }, at) => [id as string, at]));
  let separator = '\n';
  return {
    begin() {
      const driver = {
        name: 'gouji',
        version,
        semanticVersion: version,
        language: language === 'zh' ? 'zh-CN' : 'en-US',
        rules: rules.map(
          (rule): ReportingDescriptor => ({
            id: rule.id,
            shortDescription: { text: rule.title[language] },
            fullDescription: { text: rule.description[language] },
            help: { text: rule.description[language], markdown: rule.description[language] },
            defaultConfiguration: {
              enabled: rule.level !== 'off',
              ...(rule.level !== 'off' && { level: levels[rule.level] }),
            },
            properties: { confidence: rule.confidence, catalogue: [...rule.catalogue] },
          }),
        ),
      };
      const root = pathToFileURL(cwd).href.replace(/\/?$/, '/');
      const run = {
        tool: { driver },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [ROOT]: { uri: root } },
      } satisfies Partial<Run>;
      const opening = JSON.stringify({
        $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
        version: '2.1.0',
        runs: [run],
      });
      // The run stays open for its results.
      return `${opening.slice(0, -3)},"results":[`;
    },
    file(result) {
      return result.messages
        .map((message) => {
          const text = separator + JSON.stringify(resultOf(result, message));
          separator = ',\n';
          return text;
        })
        .join('');
    },
    end(summary) {
      const invocation = {
        executionSuccessful: summary.failures.length === 0,
        toolExecutionNotifications: summary.failures.map((text) => ({
          level: 'error',
          message: { text },
        })),
      };
      const rest = { invocations: [invocation], properties: { coverage: summary.coverage } };
      return `\n],${JSON.stringify(rest).slice(1)}]}\n`;
    },
  };

  function resultOf({ filePath }: FileResult, message: Message): Result {
    const { ruleId, severity, fix, fixTitle, suggestions = [], related = [] } = message;
    const number = numbers.get(ruleId);
    const fixes = [
      ...(fix === undefined ? [] : [{ fix, title: fixTitle }]),
      ...suggestions.map((one) => ({ fix: one.fix, title: one.message })),
    ];
    return {
      ruleId,
      ...(number !== undefined && { ruleIndex: number }),
      level: levels[severity],
      message: { text: message.message },
      locations: [{ physicalLocation: location(filePath, message) }],
      ...(related.length > 0 && {
        relatedLocations: related.map((one, at) => ({
          id: at,
          message: { text: one.message },
          physicalLocation: location(one.filePath ?? filePath, one),
        })),
      }),
      ...(fixes.length > 0 && { fixes: fixes.map((one) => fixOf(filePath, one.fix, one.title)) }),
    };
  }

  function fixOf(filePath: string, { range, text }: TextEdit, title: string | undefined) {
    const [start, end] = range;
    return {
      ...(title !== undefined && { description: { text: title } }),
      artifactChanges: [
        {
          artifactLocation: artifact(filePath),
          replacements: [
            {
              deletedRegion: { charOffset: start, charLength: end - start },
              insertedContent: { text },
            },
          ],
        },
      ],
    };
  }

  function location(filePath: string, { line, column, endLine, endColumn }: Place) {
    const region = { startLine: line, startColumn: column, endLine, endColumn };
    return { artifactLocation: artifact(filePath), region };
  }

  function artifact(filePath: string) {
    const shown = shownPath(filePath, cwd);
    if (shown === filePath.replaceAll('\\', '/')) return { uri: pathToFileURL(filePath).href };
    return { uri: shown.split('/').map(encodeURIComponent).join('/'), uriBaseId: ROOT };
  }
}
