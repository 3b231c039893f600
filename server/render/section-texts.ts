/**
 * Sections of the narrative as an author would begin them: their figures are asked for (`[](…)`), so that the tables
 * fill them in. `‹…›` are places for the author's own words; `{year}` and `{name}` are the report's.
 */
import type { Report } from '../report/model.ts';

interface SectionText {
  readonly title: string;
  readonly lines: readonly string[];
}

const totals = '公开01表.收入[总计]';
const spent = '公开03表[合计].本年支出合计';
const received = '公开02表[合计].本年收入合计';
const fiscal = '公开05表[合计].小计';

const parts: readonly SectionText[] = [
  {
    title: '# 第一部分 {name}概况',
    lines: ['## 一、部门职责', '', '‹主要职责›', '', '## 二、机构设置', '', '‹内设机构和所属单位›'],
  },
  { title: '# 第二部分 {year}年度部门决算表', lines: [] },
  { title: '# 第三部分 {year}年度部门决算情况说明', lines: [] },
  {
    title: '# 第四部分 名词解释',
    lines: ['一、财政拨款收入：‹单位从同级财政部门取得的财政预算资金。›'],
  },
];

const sections: readonly SectionText[] = [
  {
    title: '## 一、收入支出决算总体情况说明',
    lines: [`{year}年度收、支总计均为[](${totals})。‹与上年度相比的变动和原因。›`],
  },
  {
    title: '## 二、收入决算情况说明',
    lines: [
      `{year}年度收入合计[](${received})，其中：财政拨款收入[](公开02表[合计].财政拨款收入)，占[](占比(公开02表[合计].财政拨款收入, ${received}))。`,
    ],
  },
  {
    title: '## 三、支出决算情况说明',
    lines: [
      `{year}年度支出合计[](${spent})，其中：基本支出[](公开03表[合计].基本支出)，占[](占比(公开03表[合计].基本支出, ${spent}))；项目支出[](公开03表[合计].项目支出)，占[](占比(公开03表[合计].项目支出, ${spent}))。`,
    ],
  },
  {
    title: '## 四、财政拨款收入支出决算总体情况说明',
    lines: ['{year}年度财政拨款收、支总计均为[](公开04表.收入[总计])。‹变动和原因。›'],
  },
  {
    title: '## 五、一般公共预算财政拨款支出决算情况说明',
    lines: [
      `{year}年度一般公共预算财政拨款支出[](${fiscal})，占支出合计的[](占比(${fiscal}, ${spent}))。‹支出结构和具体情况。›`,
    ],
  },
  {
    title: '## 六、一般公共预算财政拨款基本支出决算情况说明',
    lines: [
      '{year}年度一般公共预算财政拨款基本支出[](公开05表[合计].基本支出)，其中：人员经费[](公开06表[人员经费合计])，主要包括：‹基本工资、津贴补贴›；公用经费[](公开06表[公用经费合计])，主要包括：‹办公费、差旅费›。',
    ],
  },
  {
    title: '## 七、政府性基金预算财政拨款支出决算情况说明',
    lines: ['‹我部门没有政府性基金收入，也没有使用政府性基金安排的支出。›'],
  },
  {
    title: '## 八、国有资本经营预算财政拨款支出决算情况说明',
    lines: ['‹我部门没有使用国有资本经营预算安排的支出。›'],
  },
  {
    title: '## 九、财政拨款“三公”经费支出决算情况说明',
    lines: [
      '{year}年度“三公”经费财政拨款支出预算为[](公开09表[合计].预算数)，支出决算为[](公开09表[合计].决算数)，完成预算的[](完成率(公开09表[合计].决算数, 公开09表[合计].预算数))。其中：公务接待费[](公开09表[公务接待费].决算数)。‹变动和原因。›',
    ],
  },
  {
    title: '## 十、机关运行经费支出情况说明',
    lines: ['{year}年度机关运行经费支出[](公开06表[公用经费合计])。‹变动和原因。›'],
  },
  {
    title: '## 十一、政府采购支出情况说明',
    lines: [
      '{year}年度政府采购支出总额‹0.00›万元，其中：政府采购货物支出‹0.00›万元、政府采购工程支出‹0.00›万元、政府采购服务支出‹0.00›万元。',
    ],
  },
  {
    title: '## 十二、国有资产占用情况说明',
    lines: [
      '{year}年期末，我部门共有车辆‹0›辆；单价100万元（含）以上设备（不含车辆）‹0›台（套）。',
    ],
  },
  {
    title: '## 十三、预算绩效情况说明',
    lines: ['我部门对{year}年度‹0›个项目开展了绩效自评，涉及资金‹0.00›万元。'],
  },
];

/** The report's own words. */
export interface SectionNames {
  readonly name: string;
  readonly year: string;
}

/** Headings of the first level, each with what stands below it before the first section. */
export function partTexts(names: SectionNames): readonly FilledText[] {
  return filled(parts, names);
}

/** The sections of the third part. */
export function sectionTexts(names: SectionNames): readonly FilledText[] {
  return filled(sections, names);
}

export interface FilledText {
  readonly title: string;
  /** Title and paragraphs, with `‹…›` where the author's own words belong; ends with a line ending. */
  readonly text: string;
}

/** Each section as a snippet, parts first. `quote` takes the meaning of a snippet from the report's own words. */
export function sectionSnippets(
  { header }: Report,
  quote: (text: string) => string,
): readonly { readonly title: string; readonly snippet: string }[] {
  const names = {
    name: header.name?.value ?? '',
    year: header.year === undefined ? '' : String(header.year),
  };
  const all = [...parts, ...sections];
  const titles = filled(all, names);
  return filled(all, { ...names, name: quote(names.name) }).map(({ text }, at) => ({
    title: titles[at]?.title ?? '',
    snippet: withPlaces(text),
  }));
}

function filled(texts: readonly SectionText[], { name, year }: SectionNames): FilledText[] {
  const fill = (text: string): string =>
    text.replace('{name}', () => name).replaceAll('{year}', () => year);
  return texts.map(({ title, lines }) => ({
    title: fill(title),
    text: fill([title, '', ...lines, ''].join('\n')),
  }));
}

function withPlaces(text: string): string {
  let count = 0;
  return text.replace(/‹([^›]*)›/g, (_, words: string) => {
    count += 1;
    return `\${${count}:${words}}`;
  });
}
