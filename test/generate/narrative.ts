/** The text around the tables: headings, and the paragraphs of the thirteen sections with their figures marked. */
import { chineseNumber, formNames } from './layout.ts';
import { type MarkedFigure, type Prose, plain } from './prose.ts';
import {
  Author,
  fiscalTotals,
  generalBudget,
  income,
  spending,
  totals,
  type Write,
} from './sections.ts';
import {
  basic,
  capital,
  fund,
  performance,
  procurement,
  running,
  threePublic,
  vehicles,
} from './sections-other.ts';
import type { Sheet } from './sheet.ts';

export interface Heading {
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3 | 4;
  readonly title: string;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: string;
  readonly figures: readonly MarkedFigure[];
}

/** Where the nine forms stand. */
export interface Forms {
  readonly kind: 'forms';
}

export type Part = Heading | Paragraph | Forms;

const heading = (level: Heading['level'], title: string): Heading => ({
  kind: 'heading',
  level,
  title,
});

const paragraph = ({ text, figures }: Prose): Paragraph => ({ kind: 'paragraph', text, figures });

/** The whole report in reading order. */
export function partsOf(sheet: Sheet): Part[] {
  const { body, year } = sheet.accounts;
  const author = new Author(sheet);
  return [
    heading(1, `第一部分 ${body.name}概况`),
    heading(2, `一、${body.kind}职责`),
    paragraph(plain('负责本领域公共事务的组织和管理，完成上级交办的其他工作。')),
    heading(2, '二、机构设置'),
    paragraph(
      plain(`${body.name}设办公室和业务科。纳入本${body.kind}${year}年度决算编制范围的单位共1个。`),
    ),
    heading(1, `第二部分 ${year}年度${body.kind}决算表`),
    { kind: 'forms' },
    heading(1, `第三部分 ${year}年度${body.kind}决算情况说明`),
    ...narrative.flatMap(([title, write], index): Part[] => [
      heading(2, `${chineseNumber(index + 1)}、${title}`),
      ...write(author).map(
        (prose): Part =>
          /^（[一二三]）.{1,9}情况。$/.test(prose.text) ? heading(3, prose.text) : paragraph(prose),
      ),
    ]),
    heading(1, '第四部分 名词解释'),
    paragraph(plain('一、财政拨款收入：从同级财政部门取得的预算资金。')),
    paragraph(plain('二、基本支出：维持机构运转、完成日常任务的人员和公用支出。')),
    paragraph(plain('三、项目支出：为特定任务安排的、基本支出以外的支出。')),
  ];
}

/** What a contents page lists: parts, their sections, the forms. */
export function contentsOf(parts: readonly Part[]): string[] {
  return parts.flatMap((part) => {
    if (part.kind === 'forms') {
      return formNames.map((name, index) => `${chineseNumber(index + 1)}、${name}`);
    }
    return part.kind === 'heading' && part.level <= 2 ? [part.title] : [];
  });
}

const narrative: readonly (readonly [title: string, write: Write])[] = [
  ['收入支出决算总体情况说明', totals],
  ['收入决算情况说明', income],
  ['支出决算情况说明', spending],
  ['财政拨款收入支出决算总体情况说明', fiscalTotals],
  ['一般公共预算财政拨款支出决算情况说明', generalBudget],
  ['一般公共预算财政拨款基本支出决算情况说明', basic],
  ['政府性基金预算财政拨款支出决算情况说明', fund],
  ['国有资本经营预算财政拨款支出决算情况说明', capital],
  ['财政拨款“三公”经费支出决算情况说明', threePublic],
  ['机关运行经费支出情况说明', running],
  ['政府采购支出情况说明', procurement],
  ['国有资产占用情况说明', vehicles],
  ['预算绩效情况说明', performance],
];
