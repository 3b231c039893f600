/** Metadata of the rules over the wording of the text. */
import { exampleReport, expenditure } from './narrative-example.ts';
import type { RuleMetadata } from './rule.ts';

const spelling = { zh: '数字书写', en: 'How numbers are written' };

const format = {
  zh: '部门决算公开格式：按模板填写，改去模板中的提示和空位',
  en: 'The format of published accounts: prompts and blanks of the template are replaced',
};

export const textRules: readonly RuleMetadata[] = [
  {
    id: 'text/malformed-number',
    catalogue: ['S-TYPO'],
    confidence: 'H',
    level: 'error',
    title: { zh: '文中数字书写错误', en: 'Malformed number in the text' },
    description: {
      zh: '看得出是数字、却读不成一个数：两个小数点、千分位逗号位置不对、多出的小数点。表里有这个数时指出应当是多少；只有唯一可能的写法才自动改正。',
      en: 'A number that is none: two decimal points, commas in the wrong places, a stray point. Where a table has it, the finding says what it should be; only a repair that leaves no choice is applied by itself.',
    },
    source: spelling,
    messages: {
      known: {
        zh: '「{text}」{reason}；{place}，应写作 {expected}',
        en: '"{text}": {reason}. {place}; it should be {expected}',
      },
      repairable: {
        zh: '「{text}」{reason}；应写作「{expected}」',
        en: '"{text}": {reason}; it should be written "{expected}"',
      },
      unclear: {
        zh: '「{text}」{reason}；请对照底稿改正，改正之前没有核对',
        en: '"{text}": {reason}. Correct it from the working papers; it was not checked',
      },
    },
    options: {},
    bad: exampleReport(expenditure, 'expenditure', '2023年度支出合计120.50.00万元。'),
    good: exampleReport(expenditure, 'expenditure', '2023年度支出合计120.50万元。'),
  },
  {
    id: 'text/missing-unit',
    catalogue: ['S-TYPO', 'N-UNIT'],
    confidence: 'M',
    level: 'warning',
    title: { zh: '文中数字缺单位', en: 'Number without a unit' },
    description: {
      zh: '叙述部分带小数的数后面没有单位（或者只有“万”“亿”），或者“占、增长、下降、完成”后面的百分比没有百分号。没有单位的数不参加核对。',
      en: 'A number with decimals has no unit behind it (or only 万 or 亿), or a percentage after 占, 增长, 下降, 完成 no percent sign. A number without a unit is not checked.',
    },
    source: spelling,
    messages: {
      amount: {
        zh: '「{text}」后面没有单位；是金额请写上{unit}，这个数没有核对',
        en: '"{text}" has no unit; write {unit} if it is an amount. It was not checked',
      },
      short: {
        zh: '「{text}」少了“元”字；是金额请写作{unit}，这个数没有核对',
        en: '"{text}" lacks the word 元; write {unit} if it is an amount. It was not checked',
      },
      percentage: {
        zh: '「{text}」后面没有百分号；这个数没有核对',
        en: '"{text}" has no percent sign. It was not checked',
      },
    },
    options: {},
    bad: exampleReport(
      expenditure,
      'expenditure',
      '2023年度支出合计120.50，其中：基本支出98.20万元。',
    ),
    good: exampleReport(
      expenditure,
      'expenditure',
      '2023年度支出合计120.50万元，其中：基本支出98.20万元。',
    ),
  },
  {
    id: 'text/year',
    catalogue: ['S-YEAR'],
    confidence: 'H',
    level: 'error',
    title: { zh: '文中年度有误', en: 'Wrong year in the text' },
    description: {
      zh: '标题里“YYYY年度……决算”和段首“YYYY年度……收入、支出、决算”的年度应当是本报告的年度，多半是从上年报告留下的。标题和正文至少三处都写同一个年度、没有一处是「年度」所写的，错的就是「年度」，只报一处。其他各处都与上年相比，有一处与前年相比的，只作提示；别的与往年比较的说法、项目名称、文号和日期不检查。',
      en: 'The year of a heading 「YYYY年度…决算」, and of a paragraph that begins 「YYYY年度…收入/支出/决算」, is that of the report; another is left over from last year. Where three places or more say the same year and none says that of the header, the header is wrong: one finding. A comparison with the year before last among others with last year is a hint; other comparisons, names of projects, document numbers and dates are not checked.',
    },
    source: format,
    messages: {
      comparison: {
        zh: '这里与 {printed} 年度比较，其他各处都与 {right} 年度（上年）比较；请核对是否上年报告留下的',
        en: 'This compares with {printed}, and the other places with {right}, last year; see whether it is left over from last year’s report',
      },
      heading: {
        zh: '标题写作 {printed} 年度，本报告是 {year} 年度；请改正',
        en: 'The heading says {printed}, and the report is of {year}; correct it',
      },
      header: {
        zh: '年度写作 {year}，而标题和正文 {count} 处都是 {printed} 年度；请核对年度',
        en: 'The header says {year}, and headings and sentences say {printed} in all {count} places; check the year',
      },
      sentence: {
        zh: '这一段说的是 {printed} 年度，本报告是 {year} 年度；请改正，并核对其中的数字是不是 {year} 年的',
        en: 'This paragraph speaks of {printed}, and the report is of {year}; correct it, and check that its figures are those of {year}',
      },
    },
    options: {},
    bad: exampleReport(expenditure, 'expenditure', '2022年度支出合计120.50万元。'),
    good: exampleReport(expenditure, 'expenditure', '2023年度支出合计120.50万元。'),
  },
  {
    id: 'text/template-residue',
    catalogue: ['S-TEMPL'],
    confidence: 'H',
    level: 'error',
    title: { zh: '模板残留', en: 'Left over from the template' },
    description: {
      zh: '模板里供选择的说法（“增加（减少）”“大（小）于”“（或与预算数持平）”）、填写提示（“仍保留该表格式……”）和没有填的空位（XX）应当改成实际内容。',
      en: 'Alternatives of the template (增加（减少）, 大（小）于), its instructions (仍保留该表格式…) and blanks that were not filled (XX) are replaced by what is the case.',
    },
    source: format,
    messages: {
      choice: {
        zh: '「{text}」是模板中供选择的说法；请只留下符合实际的一种',
        en: '"{text}" offers a choice of the template; keep what is the case',
      },
      prompt: {
        zh: '「{text}」是模板中的填写提示；请删去',
        en: '"{text}" is an instruction of the template; remove it',
      },
      blank: {
        zh: '「{text}」是模板中没有填的空位；请填上',
        en: '"{text}" is a blank of the template; fill it in',
      },
    },
    options: {},
    bad: exampleReport('', 'running', '机关运行经费比上年增加（减少），主要原因是办公费变动。'),
    good: exampleReport('', 'running', '机关运行经费比上年增加，主要原因是办公费变动。'),
  },
  {
    id: 'text/doubled-mark',
    catalogue: ['S-TYPO'],
    confidence: 'M',
    level: 'warning',
    title: { zh: '标点重复', en: 'Doubled punctuation' },
    description: {
      zh: '两个标点连在一起，多了一个。同一个标点重复时自动删去一个；不同的标点连在一起时由作者选择。',
      en: 'Two marks of punctuation side by side. Of the same mark twice, one is removed by itself; of two different ones the author chooses.',
    },
    source: { zh: '标点符号用法', en: 'The use of punctuation' },
    messages: {
      same: {
        zh: '「{text}」标点重复；请删去一个',
        en: '"{text}" is doubled; remove one',
      },
      different: {
        zh: '「{text}」两个标点连在一起；请只留一个',
        en: '"{text}": two marks side by side; keep one',
      },
    },
    options: {},
    bad: exampleReport('', 'running', '机关运行经费比上年增加，，主要原因是办公费变动。'),
    good: exampleReport('', 'running', '机关运行经费比上年增加，主要原因是办公费变动。'),
  },
];
