/**
 * Differences that are told without any reason, where the report gives one for the others (N5.3, N-REASON). A report that
 * explains nothing, or all at once, says nothing wrong.
 */
import type { Paragraph } from '../../grammar/syntax-tree.ts';
import type { NarrativeFigure } from '../claims/claim.ts';
import { holds } from '../reconcile/claim-outcome.ts';
import { compareTwo } from '../reconcile/compare-two.ts';
import { figuresOf } from '../reconcile/figure-states.ts';
import { FigureValue } from '../reconcile/quantity.ts';
import type { Localised } from '../report/identifiers.ts';
import { quote, shortQuote, subjectOf } from './narrative-finding.ts';
import type { RuleContext } from './rule.ts';

/** Words that give a reason, or may: whatever is not sure counts as one. */
const MAY_EXPLAIN =
  /因|由于|缘|系|致|主要|造成|所致|影响|根据|按照|依据|为了|用于|追加|调[整剂增减]|结转|结余|政策|新增|增加了|减少了|压[减缩]|节[约省]|从严|严格|未|尚|推迟|下达|安排|统计|人员|项目/;

/** Words that certainly do. */
const EXPLAINS = /原因|由于|因为|主要[是系为]|是因/;

/** Words by which there is nothing to explain. */
const LEVEL = /持平|一致|相同|相等|等于|无差异|(?:没有|不存在|无)(?:增减)?(?:差异|变化|变动)/;

/** One reason for many. */
const FOR_ALL = /(?:以上|上述|各项|各科目|总体)[^。]{0,40}(?:原因|由于|因)/;

interface Difference {
  readonly figure: NarrativeFigure;
  /** What may hold its reason. */
  readonly words: string;
}

export function checkUnexplained(context: RuleContext): void {
  for (const items of itemsBySection(context)) {
    for (const { figure } of unexplained(items)) {
      context.add('narrative/reason', 'missing', figure, {
        subject: subjectOf(figure).trim(),
        printed: quote(context, figure),
      });
    }
  }
  for (const { figure } of unexplained(changesOf(context))) {
    context.add(
      'narrative/reason',
      'unexplained',
      figure,
      { subject: nameOf(figure), words: shortQuote(context, figure) },
      { level: 'info' },
    );
  }
}

function nameOf(figure: NarrativeFigure): Localised | string {
  return subjectOf(figure).trim() || { zh: '这里', en: 'An amount' };
}

/** Those without a reason, where they are exceptions. */
function unexplained(differences: readonly Difference[]): readonly Difference[] {
  if (differences.some(({ words }) => FOR_ALL.test(words))) return [];
  const explained = differences.filter(({ words }) => EXPLAINS.test(words));
  const without = differences.filter(({ words }) => !MAY_EXPLAIN.test(words));
  return explained.length >= 2 && 2 * without.length <= explained.length ? without : [];
}

interface Item {
  readonly start: number;
  final: NarrativeFigure | undefined;
  budget: NarrativeFigure | undefined;
}

/** The items of each section whose outturn differs from their budget. */
function itemsBySection(context: RuleContext): readonly (readonly Difference[])[] {
  const { narrative } = context;
  const sections = new Map<string, Item[]>();
  let latest: { readonly subject: string; readonly item: Item } | undefined;
  for (const figure of narrative.figures) {
    const { subject = '', aspect, section = '', start } = figure;
    if (!/^\d{7}/.test(subject) || (aspect !== 'final' && aspect !== 'budget')) continue;
    if (latest?.subject !== subject) {
      latest = { subject, item: { start, final: undefined, budget: undefined } };
      const items = sections.get(section) ?? [];
      sections.set(section, items);
      items.push(latest.item);
    }
    latest.item[aspect] ??= figure;
  }
  const doubtful = doubtfulFigures(context);
  const text = new Words(context);
  return [...sections.values()].map((items) =>
    items.flatMap((item, at): Difference[] => {
      const { final, budget, start } = item;
      if (final === undefined || budget === undefined) return [];
      if (doubtful.has(final) || doubtful.has(budget) || !isApart(final, budget)) return [];
      const words = text.from(start, items[at + 1]?.start);
      return LEVEL.test(words) ? [] : [{ figure: final, words }];
    }),
  );
}

/** Changes against last year; of a paragraph the first. */
function changesOf(context: RuleContext): readonly Difference[] {
  const doubtful = doubtfulFigures(context);
  const text = new Words(context);
  const found = new Map<number, Difference>();
  for (const { claim } of context.claimOutcomes) {
    if (claim.kind !== 'change' || claim.against !== 'last-year') continue;
    const { figure } = claim;
    const start = text.paragraphStart(figure.start);
    if (figure.number.units === 0 || doubtful.has(figure) || found.has(start)) continue;
    found.set(start, { figure, words: text.from(start, undefined) });
  }
  return [...found.values()];
}

/** What is wrong has a finding already. */
function doubtfulFigures({ claimOutcomes }: RuleContext): ReadonlySet<NarrativeFigure> {
  return new Set(
    claimOutcomes.flatMap(({ claim, verdict, misprint }) =>
      misprint === undefined && (holds(verdict) || verdict === 'unknown' || verdict === 'shortfall')
        ? []
        : figuresOf(claim),
    ),
  );
}

/** Whether both can be read, and differ by more than a last place. */
function isApart(a: NarrativeFigure, b: NarrativeFigure): boolean {
  const [left, right] = [new FigureValue(a, 2), new FigureValue(b, 2)];
  if (left.state === 'unreadable' || right.state === 'unreadable') return false;
  if (left.dimension !== right.dimension) return false;
  const { verdict } = compareTwo(left, right);
  return verdict === 'apart';
}

/** Stretches of the text that belong to what a figure says. */
class Words {
  readonly #context: RuleContext;

  constructor(context: RuleContext) {
    this.#context = context;
  }

  paragraphStart(offset: number): number {
    return this.#paragraphs[this.#paragraphAt(offset)]?.start ?? offset;
  }

  /** From a figure to the next item, else to the end of the paragraph and of the one below it under the same heading. */
  from(start: number, next: number | undefined): string {
    const { text } = this.#context.report.tree;
    const at = this.#paragraphAt(start);
    const own = this.#paragraphs[at];
    if (own === undefined) return '';
    if (next !== undefined && next < own.end) {
      // The next item begins with its name.
      const words = text.slice(start, next);
      return words.slice(0, Math.max(words.lastIndexOf('。'), words.lastIndexOf('；')) + 1);
    }
    const below = this.#paragraphs[at + 1];
    if (below === undefined || below.heading !== own.heading) return text.slice(start, own.end);
    if (next === undefined || next >= below.end) return text.slice(start, below.end);
    return text.slice(start, own.end);
  }

  get #paragraphs(): readonly Paragraph[] {
    return this.#context.report.tree.paragraphs;
  }

  /** The last paragraph that begins at or before an offset. */
  #paragraphAt(offset: number): number {
    let [low, high] = [0, this.#paragraphs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#paragraphs[middle]?.start ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}
