/** The ledger for people: under each heading and table its figures, each with place, verdict, number and meaning. */
import type { LedgerEntry } from '../../analysis.ts';
import type { Aspect } from '../../claims/claim.ts';
import { displayWidth, padEnd, wrap } from '../display-width.ts';
import type { MessageKey, Say } from '../messages.ts';
import { coverageTable } from './coverage.ts';
import { type FactsView, placesIn } from './facts.ts';

const aspects: Readonly<Record<Aspect, MessageKey>> = {
  final: 'aspectFinal',
  budget: 'aspectBudget',
  'last-year': 'aspectLastYear',
  share: 'aspectShare',
  completion: 'aspectCompletion',
  change: 'aspectChange',
  rate: 'aspectRate',
  count: 'aspectCount',
  score: 'aspectScore',
  percentage: 'aspectPercentage',
};

// Longer numbers stand out of their column; few reports have any.
const WIDEST_NUMBER = 16;

export function factsTable(view: FactsView, say: Say, width: number): string {
  const { file, ledger } = view;
  const place = placesIn(view);
  const rows = ledger.entries.map((entry) => {
    const { line, column } = place(entry);
    return { entry, at: `${line}:${column}`, verdict: say(entry.verdict), printed: entry.printed };
  });
  const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map(displayWidth));
  const atWidth = widest(rows.map(({ at }) => at));
  const verdictWidth = widest(rows.map(({ verdict }) => verdict));
  const numberWidth = Math.min(WIDEST_NUMBER, widest(rows.map(({ printed }) => printed)));
  const indent = 2 + atWidth + 2 + verdictWidth + 2;
  const lines: string[] = [file.name];
  let where: string | undefined;
  for (const { entry, at, verdict, printed } of rows) {
    if (entry.where !== where || lines.length === 1) {
      where = entry.where;
      lines.push('', ...wrap(where ?? '', width));
    }
    const number = padStart(printed, numberWidth);
    const left = `  ${at.padStart(atWidth)}  ${padEnd(verdict, verdictWidth)}  ${number}`;
    const [first = '', ...rest] = wrap(meaningOf(entry, say), width - indent - numberWidth - 2);
    const hang = ' '.repeat(indent + numberWidth + 2);
    if (displayWidth(printed) > numberWidth) lines.push(left, `${hang}${first}`.trimEnd());
    else lines.push(`${left}  ${first}`.trimEnd());
    for (const line of rest) lines.push(hang + line);
  }
  return `${[...lines, '', ...coverageTable(ledger.coverage, say)].join('\n')}\n`;
}

/** 基本支出 占比：占比(98.20, 120.50) = 81.49%；应为 81.49% */
function meaningOf(entry: LedgerEntry, say: Say): string {
  const { subject, aspect, reading, calculation, expression, expected, verdict } = entry;
  const isPlain = aspect === undefined || aspect === 'final' || aspect === 'count';
  const name = [subject, isPlain ? undefined : say(aspects[aspect])].filter(Boolean).join(' ');
  const what = reading === 'bound' ? say('bound') : name;
  const how = calculation ?? (entry.kind === 'cell' ? undefined : expression);
  const parts = [what, how].filter((part) => part !== undefined && part !== '');
  const meaning = parts.join(say('colon'));
  if (verdict !== 'wrong' || expected === undefined) return meaning;
  return meaning + (meaning === '' ? '' : say('separator')) + say('shouldBe', { value: expected });
}

function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - displayWidth(text))) + text;
}
