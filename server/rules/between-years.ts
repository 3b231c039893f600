/** One report against last year's and against its units' (Y-OPEN, Y-UNITS). */
import { breachMessages, reportBreaches } from './breach.ts';
import { arithmetic, exampleHead, exampleTable as table } from './identity-rule.ts';
import type { RuleFamily, RuleMetadata } from './rule.ts';

const sides = ['项目', '行次', '决算数', '项目', '行次', '决算数'];

const summary = (opening: string, total: string): string =>
  table(
    '公开01表',
    sides,
    '一、一般公共预算财政拨款收入 1 120.50 一、一般公共服务支出 32 120.50',
    '本年收入合计 27 120.50 本年支出合计 58 120.50',
    `年初结转和结余 29 ${opening} 年末结转和结余 60 ${opening}`,
    `总计 31 ${total} 总计 62 ${total}`,
  );

const year: readonly RuleMetadata[] = [
  {
    id: 'year/opening-balance',
    catalogue: ['Y-OPEN'],
    confidence: 'M',
    level: 'warning',
    title: { zh: '年初结转与上年年末', en: "Opening balance and last year's closing" },
    description: {
      zh: '本年年初结转和结余应等于上年年末结转和结余；经批准调整年初数的除外，所以只是警告。上年报告由文件开头的「上年」指明，或按名称和年度在手头的文件里找到。',
      en: "The opening carry-over is last year's closing carry-over. Approved adjustments exist, so this is a warning. Last year's report is named by 上年 in the header, or found by name and year among the files at hand.",
    },
    source: arithmetic,
    messages: breachMessages,
    options: {},
    bad: exampleHead + summary('8.00', '128.50'),
    good: exampleHead + summary('8.00', '128.50'),
  },
];

const units: readonly RuleMetadata[] = [
  {
    id: 'consolidated/units',
    catalogue: ['Y-UNITS'],
    confidence: 'M',
    level: 'warning',
    title: { zh: '汇总数与下级之和', en: 'Department and its units' },
    description: {
      zh: '汇总部门的总计、支出合计不应大于各下级单位之和（单位之间的往来会抵销，所以可以小于）。',
      en: 'The totals of a consolidated department cannot exceed the sum of its units; transfers among them are set off, so they may be smaller.',
    },
    source: arithmetic,
    messages: breachMessages,
    options: {},
    bad: exampleHead + summary('8.00', '128.50'),
    good: exampleHead + summary('8.00', '128.50'),
  },
];

export const yearFamily: RuleFamily = {
  rules: year,
  check: (context) => reportBreaches(context, new Set(year.map(({ id }) => id))),
};

export const consolidatedFamily: RuleFamily = {
  rules: units,
  check: (context) => reportBreaches(context, new Set(units.map(({ id }) => id))),
};
