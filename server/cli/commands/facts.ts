/** `gouji facts FILE`: the ledger of one report, every figure with what it was read as and what came of it. */
import { factsJson } from '../formats/facts-json.ts';
import { factsTable } from '../formats/facts-table.ts';
import { oneReport } from '../one-report.ts';
import type { FactsOptions } from '../options.ts';
import type { ExitCode, Session } from '../session.ts';
import { terminal } from '../standard-streams.ts';

export async function facts(
  pattern: string,
  options: FactsOptions,
  session: Session,
): Promise<ExitCode> {
  const report = await oneReport(pattern, options, session);
  if (report === undefined) return 2;
  const { file, original, analysis } = report;
  const view = { file, ledger: analysis.ledger, original };
  const width = Math.min(
    Math.max(terminal()?.columns || Number(session.environment.COLUMNS) || 80, 60),
    120,
  );
  session.write(options.format === 'json' ? factsJson(view) : factsTable(view, session.say, width));
  return 0;
}
