/** What a cell is, what it stands for, and the identities that it stands in. */
import type { Range } from '../../grammar/syntax-tree.ts';
import type { Analysis } from '../analysis.ts';
import { printUnits } from '../reconcile/amount.ts';
import { askedCells } from '../reconcile/asked-value.ts';
import { rowName } from '../report/canonical.ts';
import type { Cell, Table } from '../report/model.ts';
import { cellExpression } from '../report/resolve.ts';
import { tableTitle } from '../rules/quote.ts';
import type { OpenDocument } from './documents.ts';
import { identitiesOf, identityText, standingOf } from './identities.ts';
import { mentionsOf } from './links.ts';
import { code, list, paragraphs, plain } from './markdown.ts';
import type { Say } from './messages.ts';
import { cellValue } from './values.ts';

/** A cell stands in up to some 20 identities; the broken ones come first. */
const MOST_IDENTITIES = 8;

const MOST_USES = 8;

export function cellMarkdown(
  analysis: Analysis,
  table: Table,
  cell: Cell,
  document: OpenDocument,
  say: Say,
): string {
  const { row, column } = cell;
  const instance = table.instance === undefined ? [] : [table.instance];
  const panel = row.panel.name === '' ? [] : [row.panel.name];
  const where = [tableTitle(table), ...instance, ...panel, rowName(table, row.panel, row)];
  const heads = [...column.path, column.name].filter((name) => name !== '');
  const title = [...where, heads.join('.')].filter((name) => name !== '').map(plain);
  return paragraphs(
    `**${title.join(' · ')}**`,
    meaning(analysis, cell, say),
    column.kind === 'amount' ? code(cellExpression(table, row, column)) : undefined,
    column.kind === 'amount' ? identities(analysis, cell, say) : undefined,
    usesMarkdown(analysis, [cell], document, say),
  );
}

/** `98.20万元`，取整区间 [98.195, 98.205] */
function meaning(analysis: Analysis, cell: Cell, say: Say): string | undefined {
  const { reading, column } = cell;
  switch (reading.kind) {
    case 'figure': {
      const { units, decimals, unit } = reading.figure;
      const value = code(cellValue(cell) ?? '');
      if (isCount(unit, decimals, column.decimals)) {
        return `${value}${say('comma')}${say('exactCount')}`;
      }
      const low = printUnits(units * 10 - 5, decimals + 1);
      const high = printUnits(units * 10 + 5, decimals + 1);
      return `${value}${say('comma')}${say('interval', { low, high })}`;
    }
    case 'empty':
      return column.kind === 'amount' ? say('blank') : undefined;
    case 'malformed': {
      const { repair } = reading;
      return repair === undefined ? say('malformed') : say('malformedRepair', { repair });
    }
    case 'asked': {
      const asked = askedCells(analysis).find((one) => one.cell === cell);
      const answer = asked?.against === undefined ? asked?.answer : undefined;
      if (answer === undefined) return say('askedUnknown');
      return say('asked', { value: printUnits(answer.units, answer.decimals) + column.unit });
    }
    case 'target':
      return code(cell.text.trim());
    case 'text':
      return undefined;
  }
}

/** Counts are what they say; money, percentages and anything printed with decimals are rounded (R1). */
function isCount(unit: string, decimals: number, usual: number): boolean {
  return decimals === 0 && usual === 0 && !/^(?:元|万元|亿元|%)$/.test(unit);
}

function identities(analysis: Analysis, cell: Cell, say: Say): string {
  const all = identitiesOf(analysis).get(cell) ?? [];
  if (all.length === 0) return say('noIdentities');
  const order = { broken: 0, rounding: 1, holds: 2, unknown: 3 };
  const sorted = [...all].sort(
    (a, b) => order[standingOf(a.verdict)] - order[standingOf(b.verdict)],
  );
  const items = sorted.slice(0, MOST_IDENTITIES).map((outcome) => {
    const { mark, formula, numbers, verdict } = identityText(outcome, say);
    return `${mark} ${code(formula)}  \n  ${plain(numbers)}${say('comma')}${verdict}`;
  });
  const rest = all.length - items.length;
  if (rest > 0) items.push(say('moreIdentities', { count: String(rest) }));
  return `${say('identities')}${say('colon')}\n\n${list(items)}`;
}

/** Places that speak of the cells: expressions, bindings, sentences. `except`: the one that is asked about. */
export function usesMarkdown(
  analysis: Analysis,
  cells: readonly Cell[],
  { places, uri }: OpenDocument,
  say: Say,
  except?: Range,
): string | undefined {
  const found = mentionsOf(analysis, { kind: 'cells', cells }).filter(
    ({ role, start, end }) =>
      role === 'use' && (except === undefined || end <= except.start || except.end <= start),
  );
  if (found.length === 0) return undefined;
  const { text } = analysis.tree;
  const items = found.slice(0, MOST_USES).map(({ start, end }) => {
    const line = String(places.position(start).line + 1);
    const link = `[${say('line', { line })}](${uri}#L${line})`;
    return `${link} ${code(text.slice(start, end))}`;
  });
  return `${say('usedAt')}${say('colon')}\n\n${list(items)}`;
}
