/** The figures of a report as a client's tree shows them: by section and table, with what came of each. */
import type { Range } from '../../grammar/syntax-tree.ts';
import type { Analysis } from '../analysis.ts';
import { aspectNames } from '../reconcile/aspect-names.ts';
import type { LedgerEntry } from '../reconcile/ledger.ts';
import type { Language } from '../report/identifiers.ts';
import { sections } from './outline.ts';
import type { Places } from './places.ts';
import type { Fact, FactGroup, FigureCounts } from './protocol.ts';

/** A heading or a table with the figures that are its own, before any group below it is counted. */
interface Stretch {
  readonly kind: FactGroup['kind'];
  readonly title: string;
  readonly place: Range;
  /** Its own figures and those of the groups below it lie in this range. */
  readonly whole: Range;
  readonly figures: readonly LedgerEntry[];
}

export function factGroups(analysis: Analysis, places: Places): readonly FactGroup[] {
  const stretches = stretchesOf(analysis);
  const roots: Growing[] = [];
  const open: { readonly end: number; readonly group: Growing }[] = [];
  for (const [id, { kind, title, place, whole, figures }] of stretches.entries()) {
    for (let outer = open.at(-1); outer && outer.end < whole.end; outer = open.at(-1)) open.pop();
    const own = figures.length;
    const counts = { verified: 0, wrong: 0, stated: 0, waived: 0, unread: 0 };
    const group = { id, kind, title, range: places.range(place), counts, own, groups: [] };
    (open.at(-1)?.group.groups ?? roots).push(group);
    open.push({ end: whole.end, group });
    for (const { verdict } of figures) {
      for (const { group: holder } of open) holder.counts[verdict] += 1;
    }
  }
  return roots;
}

interface Growing extends FactGroup {
  readonly counts: Record<keyof FigureCounts, number>;
  readonly groups: Growing[];
}

/** The figures of the group that `factGroups` numbered so. */
export function factsOf(
  analysis: Analysis,
  places: Places,
  group: number,
  language: Language,
): readonly Fact[] {
  return (stretchesOf(analysis)[group]?.figures ?? []).map((entry) => {
    const { printed, verdict, subject, aspect, expression, calculation, expected } = entry;
    const isPlain = aspect === undefined || aspect === 'final' || aspect === 'count';
    const words = [subject, isPlain ? undefined : aspectNames[aspect][language]];
    return {
      range: places.range(entry.number),
      printed,
      verdict,
      subject: words.filter(Boolean).join(' '),
      calculation: calculation ?? (entry.kind === 'cell' ? '' : (expression ?? '')),
      expression: expression ?? null,
      expected: (verdict === 'wrong' ? expected : undefined) ?? null,
    };
  });
}

/** In order of place, outer ones before those that they hold. */
function stretchesOf({ tree, report, ledger }: Analysis): readonly Stretch[] {
  const { headings, lines } = tree;
  const { prose, cells } = ledger;
  const first = headings[0]?.start ?? tree.text.length;
  const found: Stretch[] = [];
  const before = between(prose, 0, first);
  if (before.length > 0) {
    const place = { start: 0, end: lines[0]?.end ?? 0 };
    const whole = { start: 0, end: first };
    found.push({ kind: 'section', title: '', place, whole, figures: before });
  }
  for (const [at, { heading, end }] of sections(tree).entries()) {
    const { start } = heading;
    found.push({
      kind: 'section',
      title: heading.title.value,
      place: heading,
      whole: { start, end: lines[end - 1]?.end ?? heading.end },
      figures: between(prose, start, headings[at + 1]?.start ?? tree.text.length + 1),
    });
  }
  for (const { syntax, name, instance, number } of report.tables) {
    const title = number === name ? name : `${number} ${name}`;
    found.push({
      kind: 'table',
      title: [title, instance].filter(Boolean).join(' '),
      place: syntax.startLine,
      whole: syntax,
      figures: between(cells, syntax.start, syntax.end),
    });
  }
  return found.sort((a, b) => a.whole.start - b.whole.start || b.whole.end - a.whole.end);
}

/** The entries that start in a stretch; they are in order of place. */
export function between(
  entries: readonly LedgerEntry[],
  start: number,
  end: number,
): readonly LedgerEntry[] {
  return entries.slice(firstFrom(entries, start), firstFrom(entries, end));
}

function firstFrom(entries: readonly LedgerEntry[], offset: number): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
