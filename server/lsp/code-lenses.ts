/** Lines above tables and sections that sum up how they were checked. */
import type { CodeLens } from 'vscode-languageserver';
import type { Range } from '../../grammar/syntax-tree.ts';
import type { Analysis } from '../analysis.ts';
import type { Outcome } from '../reconcile/constraint.ts';
import type { LedgerEntry } from '../reconcile/ledger.ts';
import type { Table } from '../report/model.ts';
import { between } from './fact-groups.ts';
import { identitiesOf, tally } from './identities.ts';
import type { Say } from './messages.ts';
import { sections } from './outline.ts';
import type { Places } from './places.ts';

export function codeLenses(analysis: Analysis, places: Places, say: Say): CodeLens[] {
  const lens = (range: Range, title: string): CodeLens => ({
    range: places.range(range),
    // Nothing happens on a click: the line only says something.
    command: { title, command: '' },
  });
  const lenses = analysis.report.tables.map((table) =>
    lens(table.syntax.startLine, ofTable(analysis, table, say)),
  );
  const { prose } = analysis.ledger;
  const { lines } = analysis.tree;
  for (const { heading, end } of sections(analysis.tree)) {
    const last = lines[end - 1]?.end ?? heading.end;
    const within = between(prose, heading.start, last);
    if (within.length > 0) lenses.push(lens(heading, ofSection(within, say)));
  }
  return lenses.sort((a, b) => a.range.start.line - b.range.start.line);
}

/** 12 identities hold · 1 broken */
function ofTable(analysis: Analysis, table: Table, say: Say): string {
  const byCell = identitiesOf(analysis);
  const outcomes = new Set<Outcome>();
  for (const { cells } of table.rows) {
    for (const cell of cells) {
      for (const outcome of (cell && byCell.get(cell)) ?? []) outcomes.add(outcome);
    }
  }
  const { holding, broken } = tally(outcomes);
  if (holding + broken === 0) return say('lensNone');
  const parts = [say('lensHolding', { holding: String(holding) })];
  if (broken > 0) parts.push(say('lensBroken', { broken: String(broken) }));
  return parts.join(' · ');
}

/** 34 of 36 figures checked · 1 wrong */
function ofSection(entries: readonly LedgerEntry[], say: Say): string {
  const count = (verdict: LedgerEntry['verdict']): number =>
    entries.filter((entry) => entry.verdict === verdict).length;
  const wrong = count('wrong');
  const checked = String(count('verified') + wrong);
  const parts = [say('lensFigures', { checked, all: String(entries.length) })];
  if (wrong > 0) parts.push(say('lensWrong', { wrong: String(wrong) }));
  return parts.join(' · ');
}
