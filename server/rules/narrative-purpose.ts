/**
 * A sentence of purpose or reason that was copied from another 项 (N-PURPOSE). Several 项 may lawfully share one, word for
 * word; but one that names the other's subject, and not its own, is the other's.
 */
import { dropBlanks, foldWidth } from '../../grammar/width.ts';
import type { NarrativeFigure } from '../claims/claim.ts';
import { exampleTable } from './identity-rule.ts';
import { exampleReport } from './narrative-example.ts';
import type { RuleContext, RuleFamily, RuleMetadata } from './rule.ts';

const items = exampleTable(
  '公开05表',
  ['科目编码', '科目名称', '小计', '基本支出', '项目支出'],
  '_ 合计 50.00 50.00 _',
  '208 社会保障和就业支出 20.00 20.00 _',
  '20805 行政事业单位养老支出 20.00 20.00 _',
  '2080505 机关事业单位基本养老保险缴费支出 20.00 20.00 _',
  '221 住房保障支出 30.00 30.00 _',
  '22102 住房改革支出 30.00 30.00 _',
  '2210201 住房公积金 30.00 30.00 _',
);

const first =
  '1. 社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位基本养老保险缴费支出（项）。支出决算为20.00万元。主要用于缴纳机关事业单位基本养老保险缴费。';

const metadata: readonly RuleMetadata[] = [
  {
    id: 'narrative/purpose',
    catalogue: ['N-PURPOSE', 'N-REASON'],
    confidence: 'L',
    level: 'info',
    title: { zh: '用途或原因像是别的项的', en: 'Purpose or reason of another item' },
    description: {
      zh: '同一句用途或原因写在两个项下面，句中提到的又是其中一个项的名称而不是另一个的，另一个项下面多半是复制时忘了改。几个项写同样的话而没有提到项名的，不作判断。',
      en: 'One sentence of purpose or reason stands under two 项 and names the subject of the one and not of the other: under the other it was probably copied. Sentences that several 项 share without such a name are not judged.',
    },
    source: {
      zh: '财预〔2016〕143号：支出应逐项说明',
      en: '财预〔2016〕143号: expenditure is explained item by item',
    },
    messages: {
      copied: {
        zh: '{subject} 下面的这句话与 {other} 的一字不差，说的是「{name}」；请核对是否复制后没有改',
        en: 'This sentence under {subject} is word for word that of {other} and speaks of "{name}"; see whether it was copied',
      },
    },
    options: {},
    bad: exampleReport(
      items,
      'items',
      first,
      '2. 住房保障支出（类）住房改革支出（款）住房公积金（项）。支出决算为30.00万元。主要用于缴纳机关事业单位基本养老保险缴费。',
    ),
    good: exampleReport(
      items,
      'items',
      first,
      '2. 住房保障支出（类）住房改革支出（款）住房公积金（项）。支出决算为30.00万元。主要用于缴纳职工住房公积金。',
    ),
  },
];

interface Item {
  readonly subject: string;
  /** Its name without 支出 at the end. */
  readonly name: string;
  readonly start: number;
}

interface Sentence {
  readonly item: Item;
  readonly start: number;
  readonly end: number;
}

export const narrativePurposeFamily: RuleFamily = {
  rules: metadata,
  check(context) {
    if (context.level('narrative/purpose') === 'off') return;
    const all = itemsOf(context.narrative.figures);
    if (all.length < 2) return;
    for (const [words, sentences] of sentencesOf(context, all)) {
      if (sentences.length === 2) checkShared(context, words, sentences);
    }
  },
};

/** Whose name the words say, where they say that of one alone. */
function checkShared(context: RuleContext, words: string, [one, other]: readonly Sentence[]): void {
  if (one === undefined || other === undefined || one.item.name === other.item.name) return;
  const [isOne, isOther] = [words.includes(one.item.name), words.includes(other.item.name)];
  if (isOne === isOther) return;
  const [own, copy] = isOne ? [one, other] : [other, one];
  // Part of a longer name: 住房公积金 in 住房公积金管理.
  if (copy.item.name.includes(own.item.name)) return;
  const { start, end } = own;
  context.add(
    'narrative/purpose',
    'copied',
    { start: copy.start, end: copy.end },
    { subject: copy.item.subject, other: own.item.subject, name: own.item.name },
    { related: [{ start, end, message: { zh: own.item.subject, en: own.item.subject } }] },
  );
}

/** Shorter names are words of many sentences: 行政运行, 医院. */
const LEAST_NAME = 5;

function itemsOf(figures: readonly NarrativeFigure[]): readonly Item[] {
  const found = new Map<string, Item>();
  for (const { subject = '', aspect, start } of figures) {
    if (aspect !== 'final' || found.has(subject)) continue;
    const [, plain] = /^\d{7} (.+)$/.exec(subject) ?? [];
    if (plain === undefined) continue;
    const name = dropBlanks(foldWidth(plain)).replace(/支出$/, '');
    found.set(subject, { subject, name, start });
  }
  return [...found.values()].sort((a, b) => a.start - b.start);
}

const PURPOSE = /用于|用途|反映|原因|由于|因为/;
const LEAST_SENTENCE = 12;

/** The sentences of purpose and reason under each item, by their words. */
function sentencesOf(
  { report }: RuleContext,
  all: readonly Item[],
): ReadonlyMap<string, readonly Sentence[]> {
  const { text, paragraphs } = report.tree;
  const found = new Map<string, Sentence[]>();
  const last = paragraphs.findLast(({ start }) => start <= (all.at(-1)?.start ?? 0));
  all.forEach((item, at) => {
    const until = all[at + 1]?.start ?? last?.end ?? item.start;
    for (const { 0: raw, index } of text.slice(item.start, until).matchAll(/[^。；;\n]+/g)) {
      if (raw.length < LEAST_SENTENCE || !PURPOSE.test(raw)) continue;
      // The name of the next item.
      if (/[（(][类款项][)）]/.test(raw)) continue;
      const words = dropBlanks(foldWidth(raw));
      const start = item.start + index;
      const sentence = { item, start, end: start + raw.length };
      const same = found.get(words);
      if (same === undefined) found.set(words, [sentence]);
      else same.push(sentence);
    }
  });
  for (const [words, sentences] of found) {
    if (sentences.some(({ item }) => item.name.length < LEAST_NAME && words.includes(item.name))) {
      found.delete(words);
    }
  }
  return found;
}
