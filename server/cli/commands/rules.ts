/** `gouji rules`: all rules in a table, or all that is known of them as JSON. */
import { rules } from '../../rules/catalogue.ts';
import { displayWidth, padEnd } from '../display-width.ts';
import type { RulesOptions } from '../options.ts';
import type { ExitCode, Session } from '../session.ts';

export async function listRules({ format }: RulesOptions, session: Session): Promise<ExitCode> {
  session.write(format === 'json' ? `${JSON.stringify(rules, undefined, 2)}\n` : table(session));
  return 0;
}

function table({ say, language }: Session): string {
  const rows = rules.map((rule) => [
    rule.id,
    say(rule.level),
    rule.catalogue.join(' '),
    rule.title[language],
  ]);
  const widths = [0, 1, 2].map((column) =>
    Math.max(...rows.map((row) => displayWidth(row[column] ?? ''))),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => padEnd(cell, widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join('');
}
