/** The wording of headings and prose: numbers that are none, years, what is left of the template, punctuation. */
import { paragraphNumbers } from '../../grammar/figures.ts';
import type { HeadingLine, Paragraph, Range } from '../../grammar/syntax-tree.ts';
import type { ClaimOutcome } from '../reconcile/claim-outcome.ts';
import { isPlace } from '../reconcile/quantity.ts';
import { reasons } from './cell.ts';
import { placeOf, printedText } from './identity-words.ts';
import { quote, shouldBe } from './narrative-finding.ts';
import { changeTo, textOf } from './quote.ts';
import type { Fix, RuleContext, RuleFamily } from './rule.ts';
import { residues } from './template-residue.ts';
import { textRules } from './text-metadata.ts';
import { comparedYears } from './year-comparison.ts';

export const textFamily: RuleFamily = {
  rules: textRules,
  check(context) {
    malformedNumbers(context);
    missingUnits(context);
    years(context);
    comparedYears(context);
    residues(context);
    doubledMarks(context);
  },
};

// ---- numbers -----------------------------------------------------------------------------------------------------------

function malformedNumbers(context: RuleContext): void {
  const { narrative, claimOutcomes } = context;
  for (const figure of narrative.figures) {
    const { malformed, number, unit } = figure.number;
    if (malformed === undefined || figure.bound) continue;
    const data = { text: quote(context, figure), reason: reasons[malformed.reason] };
    const outcome = claimOutcomes.find(
      ({ claim, verdict }) =>
        claim.kind === 'equals' && claim.figure === figure && verdict === 'malformed',
    );
    const repair = malformed.repair;
    const change = (text: string): Fix => ({
      title: changeTo(text + unit),
      edits: [{ start: number.start, end: number.end, text }],
    });
    if (outcome !== undefined) {
      const expected = shouldBe(context, figure, outcome);
      const digits = unit === '' ? expected : expected.slice(0, -unit.length);
      const isSure = repair === digits;
      context.add(
        'text/malformed-number',
        'known',
        figure,
        { ...data, expected, place: saidBy(outcome) },
        isSure ? { fix: change(digits) } : { suggestions: [change(digits)] },
      );
    } else if (repair === undefined) {
      context.add('text/malformed-number', 'unclear', figure, data);
    } else {
      const details = { fix: change(repair) };
      const expected = repair + unit;
      context.add('text/malformed-number', 'repairable', figure, { ...data, expected }, details);
    }
  }
  malformedElsewhere(context);
}

/** What a malformed amount or percentage looks like, to pass over paragraphs without one. */
const looksMalformed =
  /\d\s*[.．]\s*\d+\s*[.．]|\d[.．，,]{2,}\d|\d[.．](?:万元|亿元|%|％)|\d[,，]\d/;

/** Numbers outside the narrative (职责, 名词解释): no figure that anything claims, and with their unit surely a number. */
function malformedElsewhere(context: RuleContext): void {
  const { narrative, report } = context;
  const { tree } = report;
  const suspects = context.among(tree.paragraphs, holdsMalformed);
  if (suspects.length === 0) return;
  const counted = new Set(narrative.figures.map(({ start }) => start));
  for (const paragraph of suspects) {
    for (const number of paragraphNumbers(tree, paragraph)) {
      const { kind, malformed, unit, unitRange } = number;
      if (malformed === undefined || counted.has(number.start) || unitRange === undefined) continue;
      if (kind !== 'amount' && kind !== 'percentage') continue;
      const data = { text: quote(context, number), reason: reasons[malformed.reason] };
      const { repair } = malformed;
      if (repair === undefined) {
        context.add('text/malformed-number', 'unclear', number, data);
        continue;
      }
      const { start, end } = number.number;
      const fix = { title: changeTo(repair + unit), edits: [{ start, end, text: repair }] };
      const expected = repair + unit;
      context.add('text/malformed-number', 'repairable', number, { ...data, expected }, { fix });
    }
  }
}

function holdsMalformed(paragraph: Paragraph, context: RuleContext): boolean {
  return looksMalformed.test(textOf(paragraph, context));
}

function saidBy({ against }: ClaimOutcome) {
  const [place] = against;
  if (place === undefined || !isPlace(place)) return { zh: '表中另有此数', en: 'A table has it' };
  const { zh, en } = placeOf(place, true);
  const value = printedText(place);
  return { zh: `${zh} 为 ${value}`, en: `${en} is ${value}` };
}

/** A number with decimals right before a mark of punctuation. */
const bareDecimal = /\d[.．]\d+\s*[万亿]?\s*[，,；;。、：:]/;

/** 63.80万，for 63.80万元. */
const shortUnit = /^\s*([万亿])?\s*[，,；;。、]/;

const ratioWord = /(?:占|占比|比重|增长|下降|增幅|降幅|完成|完成率)[为的达到约]*\s*$/;

function missingUnits(context: RuleContext): void {
  const { report, narrative } = context;
  const { tree, header } = report;
  const { figures } = narrative;
  let next = 0;
  for (const paragraph of context.among(tree.paragraphs, holdsBareDecimal)) {
    while ((figures[next]?.start ?? Number.POSITIVE_INFINITY) < paragraph.start) next += 1;
    // Only where amounts are spoken of.
    const first = figures[next];
    if (first === undefined || first.start >= paragraph.end) continue;
    for (const number of paragraphNumbers(tree, paragraph)) {
      const { kind, decimals, start, end } = number;
      if (kind !== 'bare' || decimals === 0 || decimals > 2) continue;
      const behind = shortUnit.exec(tree.text.slice(end, end + 4));
      if (behind === null) continue;
      const [, short] = behind;
      const before = tree.text.slice(Math.max(paragraph.start, start - 12), start);
      const isRatio = short === undefined && ratioWord.test(before);
      // Amounts have two decimals; a version 2.0 is none.
      if (!isRatio && decimals !== 2) continue;
      const unit = short !== undefined ? '元' : isRatio ? '%' : header.unit;
      const at = short === undefined ? end : tree.text.indexOf(short, end) + 1;
      const range = { start, end: at };
      context.add(
        'text/missing-unit',
        short !== undefined ? 'short' : isRatio ? 'percentage' : 'amount',
        range,
        { text: quote(context, range), unit: `${short ?? ''}${unit}` },
        {
          suggestions: [
            {
              title: { zh: `补上${unit}`, en: `Add ${unit}` },
              edits: [{ start: at, end: at, text: unit }],
            },
          ],
        },
      );
    }
  }
}

function holdsBareDecimal(paragraph: Paragraph, context: RuleContext): boolean {
  return bareDecimal.test(textOf(paragraph, context));
}

// ---- years -------------------------------------------------------------------------------------------------------------

const headingYear = /((?:19|20)\d\d)\s*年度?[^，。；]{0,30}?决算/;
const sentenceYear =
  /^\s*(?:(?:我|本)(?:部门|单位|局|委|办|中心)?)?\s*((?:19|20)\d\d)\s*年度[^，。；：]{0,40}?(?:收入|支出|决算|总计|合计|经费)/;

interface YearSaid {
  readonly message: 'heading' | 'sentence';
  readonly range: Range;
  readonly printed: string;
}

function years(context: RuleContext): void {
  const { year, yearField } = context.report.header;
  if (year === undefined) return;
  const said = yearsSaid(context);
  const others = said.filter(({ printed }) => Number(printed) !== year);
  const [first] = others;
  const isEverywhere =
    others.length >= EVERYWHERE &&
    others.length === said.length &&
    others.every(({ printed }) => printed === first?.printed);
  if (isEverywhere && first !== undefined && yearField !== undefined) {
    const { printed } = first;
    const at = context.report.tree.text.indexOf(String(year), yearField.start);
    const edits = [{ start: at, end: at + String(year).length, text: printed }];
    const data = { year, printed, count: others.length };
    const suggestions = at < 0 ? [] : [{ title: changeTo(printed), edits }];
    const related = others.slice(0, EVERYWHERE).map(({ range }) => ({
      ...range,
      message: { zh: `这里写作 ${printed} 年度`, en: `Here it is ${printed}` },
    }));
    context.add('text/year', 'header', yearField, data, { suggestions, related });
    return;
  }
  for (const { message, range, printed } of others) {
    addYear(context, message, range, printed, year);
  }
}

/** So many places that say the same are right, and the header is wrong. */
const EVERYWHERE = 3;

/** The years of headings and of sentences that begin with one. */
function yearsSaid(context: RuleContext): YearSaid[] {
  const { tree, header } = context.report;
  const said: YearSaid[] = [];
  for (const { title } of context.among(tree.headings, saysYear)) {
    const printed = headingYear.exec(title.value)?.[1];
    if (printed === undefined) continue;
    said.push({ message: 'heading', range: { start: title.start, end: title.end }, printed });
  }
  for (const paragraph of context.among(tree.paragraphs, beginsWithYear)) {
    const text = textOf(paragraph, context);
    const found = sentenceYear.exec(text);
    const printed = found?.[1];
    if (found === null || printed === undefined) continue;
    // Both years side by side compare; the other one alone was left over.
    if (Number(printed) !== header.year && text.includes(String(header.year))) continue;
    const start = paragraph.start + found[0].indexOf(printed);
    const range = { start, end: paragraph.start + found[0].length };
    said.push({ message: 'sentence', range, printed });
  }
  return said;
}

function saysYear({ title }: HeadingLine): boolean {
  return headingYear.test(title.value);
}

function beginsWithYear(paragraph: Paragraph, context: RuleContext): boolean {
  return sentenceYear.test(textOf(paragraph, context));
}

function addYear(
  context: RuleContext,
  message: 'heading' | 'sentence',
  range: Range,
  printed: string,
  year: number,
): void {
  const at = context.report.tree.text.indexOf(printed, range.start);
  const edits = [{ start: at, end: at + printed.length, text: String(year) }];
  const details = at < 0 ? {} : { suggestions: [{ title: changeTo(`${year}年度`), edits }] };
  context.add('text/year', message, range, { printed, year }, details);
}

// ---- punctuation -------------------------------------------------------------------------------------------------------

const doubled: ReadonlySet<string> = new Set([
  '，，',
  '。。',
  '；；',
  '：：',
  '、，',
  '，、',
  '，。',
  '。，',
  '；，',
  '，；',
  '；。',
  '。；',
  '、。',
]);

const twoMarks = /[，。；：、](?=[，。；：、])/g;

function doubledMarks(context: RuleContext): void {
  for (const paragraph of context.among(context.report.tree.paragraphs, holdsTwoMarks)) {
    doubledMarksIn(context, paragraph);
  }
}

function holdsTwoMarks(paragraph: Paragraph, context: RuleContext): boolean {
  return textOf(paragraph, context).search(twoMarks) >= 0;
}

function doubledMarksIn(context: RuleContext, paragraph: Paragraph): void {
  const text = textOf(paragraph, context);
  /** By pair, where its last one ends: of three marks, two are doubled. */
  const ends = new Map<string, number>();
  for (const { index } of text.matchAll(twoMarks)) {
    const pair = text.slice(index, index + 2);
    if (!doubled.has(pair) || index < (ends.get(pair) ?? 0)) continue;
    ends.set(pair, index + 2);
    const [first = '', second = ''] = pair;
    const at = paragraph.start + index;
    const range = { start: at, end: at + 2 };
    const leave = (mark: string): Fix => ({
      title: changeTo(mark),
      edits: [{ ...range, text: mark }],
    });
    const isSame = first === second;
    context.add(
      'text/doubled-mark',
      isSame ? 'same' : 'different',
      range,
      { text: pair },
      isSame ? { fix: leave(first) } : { suggestions: [leave(first), leave(second)] },
    );
  }
}
