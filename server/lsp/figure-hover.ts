/** What a figure of a sentence was read as, how it is reckoned, how closely, where it comes from, and whether it is right. */
import type { Range } from '../../grammar/syntax-tree.ts';
import type { Analysis } from '../analysis.ts';
import { printUnits } from '../reconcile/amount.ts';
import type { Fraction } from '../reconcile/fraction.ts';
import { quotientRange } from '../reconcile/judge-ratio.ts';
import type { FigureVerdict, LedgerEntry } from '../reconcile/ledger.ts';
import { FigureValue } from '../reconcile/quantity.ts';
import type { Cell } from '../report/model.ts';
import { usesMarkdown } from './cell-hover.ts';
import type { OpenDocument } from './documents.ts';
import { cellsReckonedAt } from './links.ts';
import { code, list, paragraphs, plain } from './markdown.ts';
import type { MessageKey, Say } from './messages.ts';

const verdictKeys: Readonly<Record<FigureVerdict, MessageKey>> = {
  verified: 'verdictVerified',
  wrong: 'verdictWrong',
  stated: 'verdictStated',
  waived: 'verdictWaived',
  unread: 'verdictUnread',
};

const MOST_CELLS = 6;

export function figureMarkdown(
  analysis: Analysis,
  entry: LedgerEntry,
  document: OpenDocument,
  say: Say,
): string {
  const { printed, subject, verdict, expression, calculation, expected } = entry;
  const should =
    expected === undefined ? '' : `${say('comma')}${say('shouldBe', { value: expected })}`;
  const cells = cellsReckonedAt(analysis, entry);
  return paragraphs(
    `**${plain(printed)}** ${subject === undefined ? '' : plain(subject)}`.trim(),
    `${say(verdictKeys[verdict])}${should}`,
    expression === undefined ? undefined : code(expression),
    calculation === undefined || calculation === expression ? undefined : plain(calculation),
    tolerance(analysis, entry, say),
    sources(cells, document, say),
    usesMarkdown(analysis, cells, document, say, entry),
  );
}

/** What the figure stands for; of a percentage also what its numbers, each rounded by itself, allow. */
function tolerance(analysis: Analysis, entry: LedgerEntry, say: Say): string | undefined {
  const figure = analysis.narrative.figures.find((one) => overlaps(one, entry));
  if (figure === undefined) return undefined;
  const { units, decimals, unit, malformed, upper } = figure.number;
  if (malformed !== undefined || upper !== undefined) return undefined;
  if (!new FigureValue(figure, 0).rounded) return say('exactCount');
  const mark = unit === '%' ? unit : '';
  const low = printUnits(units * 10 - 5, decimals + 1) + mark;
  const high = printUnits(units * 10 + 5, decimals + 1) + mark;
  const own = say('interval', { low, high });
  const range = unit === '%' ? rangeOf(analysis, entry) : undefined;
  if (range === undefined) return own;
  const places = decimals + 4;
  const allowed = {
    low: `${percentage(range.low, places, false)}%`,
    high: `${percentage(range.high, places, true)}%`,
  };
  return `${own}${say('comma')}${say('allowed', allowed)}`;
}

function rangeOf(analysis: Analysis, entry: Range) {
  for (const { constraint } of analysis.claimOutcomes) {
    if (constraint?.kind !== 'ratio') continue;
    const { value, over, under } = constraint;
    if (value instanceof FigureValue && overlaps(value.figure, entry)) {
      return quotientRange(over, under);
    }
  }
  return undefined;
}

/** A fraction as a percentage of so many places less two, rounded away from what it bounds. */
function percentage({ over, under }: Fraction, places: number, up: boolean): string {
  const scaled = over * 10n ** BigInt(places);
  const floor = scaled / under - (scaled % under < 0n ? 1n : 0n);
  const units = up && scaled % under !== 0n ? floor + 1n : floor;
  return printUnits(Number(units), places - 2);
}

/** The cells that the figure repeats, or is reckoned from. */
function sources(
  cells: readonly Cell[],
  { places, uri }: OpenDocument,
  say: Say,
): string | undefined {
  if (cells.length === 0) return undefined;
  const items = cells.slice(0, MOST_CELLS).map(({ range, text, row }) => {
    const line = String(places.position(range.start).line + 1);
    const name = [row.code, row.label]
      .filter((part) => part !== undefined && part !== '')
      .join(' ');
    return `[${say('line', { line })}](${uri}#L${line}) ${plain(name)} ${code(text.trim())}`;
  });
  return `${say('takenFrom')}${say('colon')}\n\n${list(items)}`;
}

function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}
