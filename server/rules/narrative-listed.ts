/** Things that are counted and then named: as many names as the count says (N13). */

import type { Paragraph } from '../../grammar/syntax-tree.ts';
import type { NarrativeFigure } from '../claims/claim.ts';
import { type Enumeration, enumerationsIn, leadsToList } from '../claims/enumerations.ts';
import type { Roll } from '../report/narrative.ts';
import { verbatim } from './message.ts';
import { exampleReport } from './narrative-example.ts';
import { quote, subjectOf } from './narrative-finding.ts';
import type { Related, RuleContext, RuleFamily, RuleMetadata } from './rule.ts';

const metadata: readonly RuleMetadata[] = [
  {
    id: 'narrative/listed-count',
    catalogue: ['N13'],
    confidence: 'M',
    level: 'warning',
    title: { zh: '列出的个数与所说不符', en: 'As many are named as are counted' },
    description: {
      zh: '“内设机构3个，包括……”“3个项目，分别为……”之后逐一列出的名称，应与所说的个数相同；“具体是：”下面逐条编号的段落、绩效自评中逐项写出得分的项目也一样。写“等”“主要包括”的、列的是类别的、名称之间另有数字的，不作判断。用“、”列出的多于所说时，名称里可能本来就有顿号，所说的不是机构、单位、项目，又没有写“分别为”的，列的可能是组成部分，都只作提示；附件里的项目自评表多于所说的自评项目时，也只作提示，少于的可能只附了一部分，不作判断。',
      en: 'Names that follow a count one by one are as many as it says: behind 包括 and 分别为, in numbered paragraphs below 具体是：, and projects whose scores are given one by one. Lists that end with 等 or begin with 主要包括, kinds of things, and names among figures are not judged. More names than the count are a hint only, since a name may hold a 、 itself; so are names of what is no organisation and no project, unless 分别为 says that each is named, since they may be its parts; so are more self-evaluation forms than projects. Fewer forms may be a part of them.',
    },
    source: { zh: '算术', en: 'Arithmetic' },
    messages: {
      names: {
        zh: '这里说「{stated}」，列出的是 {listed} 个；请核对是个数写错，还是多列、漏列',
        en: 'This says "{stated}" and {listed} are named; check the count and the names',
      },
      scores: {
        zh: '这里说「{stated}」{total}，逐项写出得分的是 {listed} 个；请核对是个数写错，还是漏列',
        en: 'This says "{stated}"{total} and the scores of {listed} are given one by one; check the count and the list',
      },
      forms: {
        zh: '这里说「{stated}」{total}，附件里有 {listed} 张项目自评表；请核对个数',
        en: 'This says "{stated}"{total} and {listed} self-evaluation forms of projects are attached; check the count',
      },
    },
    options: {},
    bad: exampleReport(
      '',
      'performance',
      '我部门对3个项目开展绩效自评，分别为：档案数字化经费、库房维护费。',
    ),
    good: exampleReport(
      '',
      'performance',
      '我部门对3个项目开展绩效自评，分别为：档案数字化经费、库房维护费、编研经费。',
    ),
  },
];

export const narrativeListedFamily: RuleFamily = {
  rules: metadata,
  check(context) {
    if (context.level('narrative/listed-count') === 'off') return;
    const { tree } = context.report;
    const leading = context.among(tree.paragraphs, isLeading);
    for (const one of enumerationsIn(tree, leading)) checkNames(context, one);
    for (const { rolls } of context.profile.narrative) {
      const said = rolls.map((roll) => ({ roll, counts: countsOf(context, roll) }));
      const first = said.find(({ counts }) => counts.length > 0);
      if (first !== undefined) checkRoll(context, first.roll, first.counts);
    }
  },
};

function isLeading(paragraph: Paragraph, { report }: RuleContext): boolean {
  return leadsToList(paragraph, report.tree.text);
}

function checkNames(
  context: RuleContext,
  { stated, list, listed, most, inline, named }: Enumeration,
): void {
  const { count } = stated;
  if (count >= listed && count <= most) return;
  context.add(
    'narrative/listed-count',
    'names',
    stated,
    { stated: quote(context, stated), listed },
    {
      related: [{ ...list, message: { zh: `列出 ${listed} 个`, en: `${listed} named` } }],
      ...((!named || (inline && listed > count)) && { level: 'info' as const }),
    },
  );
}

// ---- things that have a quantity each -----------------------------------------------------------------------------------

/** The first statement of each count; none where one is not stated, or cannot be read. */
function countsOf({ narrative }: RuleContext, { counts }: Roll): readonly NarrativeFigure[] {
  const found = counts.flatMap(
    (name) =>
      narrative.figures.find(
        ({ subject, aspect, number }) =>
          subject === name && aspect === 'count' && number.malformed === undefined,
      ) ?? [],
  );
  return found.length === counts.length ? found : [];
}

function checkRoll(context: RuleContext, roll: Roll, counts: readonly NarrativeFigure[]): void {
  const [first] = counts;
  const last = counts.at(-1);
  if (first === undefined || last === undefined) return;
  // The same things may be counted again, or others of the kind.
  const totals = new Set([
    counts.reduce((sum, { number }) => sum + number.units, 0),
    ...context.narrative.figures.flatMap(({ subject, number }) =>
      counts.length === 1 && subject === roll.counts[0] ? number.units : [],
    ),
  ]);
  const [total = 0] = totals;
  const stated = { start: first.start, end: last.end };
  const say = (
    message: string,
    listed: number,
    places: readonly Related[],
    isHint: boolean,
  ): void => {
    const sum = { zh: `，共 ${total} 个`, en: `, ${total} in all` };
    const data = {
      stated: counts.map((count) => subjectOf(count) + quote(context, count)).join('、'),
      total: counts.length > 1 ? sum : '',
      listed,
    };
    const range = counts.length === 1 ? first : stated;
    context.add('narrative/listed-count', message, range, data, {
      related: places.slice(0, MOST_RELATED),
      ...(isHint && { level: 'info' as const }),
    });
  };
  const scores = scoresBehind(context, roll, last);
  if (scores.length > 0 && isNumbered(context, scores) && !totals.has(scores.length)) {
    const places = scores.map((one) => ({
      start: one.start,
      end: one.end,
      message: verbatim(`${one.subject ?? ''} ${quote(context, one)}`),
    }));
    say('scores', scores.length, places, false);
    return;
  }
  if (total === 0) return;
  const most = Math.max(...totals);
  const forms = formsOf(context, roll, most);
  if (forms.length > most) say('forms', forms.length, forms, true);
}

const MOST_RELATED = 8;

/** The quantities under names of their own that follow the counts in their section, each name once. */
function scoresBehind(
  { narrative }: RuleContext,
  { each }: Roll,
  { end, section }: NarrativeFigure,
): readonly NarrativeFigure[] {
  return narrative.figures.filter(
    (figure) =>
      figure.start > end && figure.section === section && isOf(figure.subject ?? '', each),
  );
}

/** 信访工作经费 项目自评得分, with 专项 … where something of the name was left out. */
function isOf(subject: string, each: string): boolean {
  return subject.endsWith(` ${each}`) || subject.endsWith(` ${each} …`);
}

/** Whether they are numbered from one on: nothing else tells that they are all. */
function isNumbered({ report }: RuleContext, figures: readonly NarrativeFigure[]): boolean {
  const { text } = report.tree;
  return figures.every(({ start }, at) => {
    const before = text.slice(figures[at - 1]?.end ?? Math.max(0, start - 200), start);
    return new RegExp(`(?:^|\\D)[(（]?${at + 1}[)）.．、]`).test(before);
  });
}

/** The attached forms of the things, each under its own name; none where there are no more than `most`. */
function formsOf(
  { report, profile }: RuleContext,
  { each }: Roll,
  most: number,
): readonly Related[] {
  const subject = profile.narrative
    .flatMap(({ subjects }) => subjects)
    .find(({ name }) => name === each);
  const form = subject?.scored;
  if (form === undefined) return [];
  const attached = report.tables.filter(({ syntax }) => syntax.startLine.form === form);
  if (attached.length <= most) return [];
  const names = new Set<string>();
  return attached.flatMap(({ syntax, instance }) => {
    if (instance === undefined) return [];
    const name = instance.replace(/\s+/g, '');
    if (name === '' || names.has(name)) return [];
    names.add(name);
    const { start, end } = syntax.startLine;
    return [{ start, end, message: verbatim(instance) }];
  });
}
