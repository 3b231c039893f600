/** Reports for the examples of the rules over sentences: as little as a sentence needs to be judged. */
import { exampleHead, exampleTable } from './identity-rule.ts';

/** 公开03表 of a body that spent 120.50: 98.20 basic, 22.30 on projects. */
export const expenditure = exampleTable(
  '公开03表',
  ['科目编码', '科目名称', '本年支出合计', '基本支出', '项目支出'],
  '_ 合计 120.50 98.20 22.30',
);

/** 公开09表: 10.00 budgeted for the three public expenses, 8.00 spent. */
export const threePublic = exampleTable(
  '公开09表',
  ['项目', '预算数', '决算数'],
  '合计 10.00 8.00',
  '公务用车购置及运行维护费 8.00 8.00',
  '公务用车运行维护费 8.00 8.00',
  '公务接待费 2.00 _',
);

const titles = {
  totals: '一、收入支出决算总体情况说明',
  expenditure: '三、支出决算情况说明',
  items: '五、一般公共预算财政拨款支出决算情况说明',
  basic: '六、一般公共预算财政拨款基本支出决算情况说明',
  threePublic: '九、财政拨款“三公”经费支出决算情况说明',
  running: '十、机关运行经费支出情况说明',
  procurement: '十一、政府采购支出情况说明',
  performance: '十三、预算绩效情况说明',
} as const;

export function exampleReport(
  tables: string,
  section: keyof typeof titles,
  ...paragraphs: readonly string[]
): string {
  const heads = `# 第三部分 2023年度部门决算情况说明\n\n## ${titles[section]}\n\n`;
  return `${exampleHead}${tables}${heads}${paragraphs.join('\n\n')}\n`;
}

/** What the sentences are held against. */
export const narrativeSource = {
  zh: '财预〔2016〕143号：公开的文字说明应与决算表一致；算术',
  en: '财预〔2016〕143号: the published explanation agrees with the tables; arithmetic',
};
