/** Examples of the command line for its page. A test runs each in a folder that holds what they name. */
import type { Localised } from '../server/report/identifiers.ts';

export interface CommandExample {
  readonly command: string;
  /** As it is typed into a shell. */
  readonly line: string;
  readonly about: Localised;
  /** Its exit status in the folder of the test. */
  readonly exits: 0 | 1 | 2;
}

export const commandExamples: readonly CommandExample[] = [
  {
    command: 'lint',
    line: 'gouji lint report.gouji',
    about: { zh: '检查一份报告', en: 'Check a report' },
    exits: 1,
  },
  {
    command: 'lint',
    line: "gouji lint reports 'originals/*.txt'",
    about: {
      zh: '检查一个文件夹里的全部报告，和几份已公开的原文',
      en: 'Check all reports of a folder, and some published originals',
    },
    exits: 1,
  },
  {
    command: 'lint',
    line: 'gouji lint report.gouji --fix-dry-run',
    about: {
      zh: '看看可以确定的修复会改什么；输出可以交给 patch',
      en: 'See what the certain repairs would change; the output is a patch',
    },
    exits: 1,
  },
  {
    command: 'lint',
    line: 'gouji lint report.gouji --fix',
    about: {
      zh: '修复可以确定的：书写错误的数字、`=` 和 `[]`、由无争议的数得出的合计与百分比、分类科目与本报告都认定的科目名称、多余的免核',
      en: 'Repair what is certain: malformed numbers, `=` and `[]`, totals and percentages that follow from undisputed figures, names that the classification and the report itself confirm, directives without effect',
    },
    exits: 1,
  },
  {
    command: 'lint',
    line: 'gouji lint report.gouji --fix-suggestions --fix-dry-run',
    about: {
      zh: '同时采用建议：先看再写',
      en: 'Apply suggestions too: look before writing',
    },
    exits: 0,
  },
  {
    command: 'lint',
    line: 'gouji lint report.gouji --fix --fix-rule asked/value',
    about: { zh: '只修复一条规则的问题', en: 'Repair the findings of one rule' },
    exits: 1,
  },
  {
    command: 'lint',
    line: 'cat report.gouji | gouji lint - --stdin-filename reports/report.gouji -f unix',
    about: {
      zh: '从标准输入检查，配置按文件名查找；每个问题一行',
      en: 'Check standard input, with the configuration for that name; a line for each finding',
    },
    exits: 1,
  },
  {
    command: 'lint',
    line: 'gouji lint reports --max-warnings 0 --min-coverage 85 -f github',
    about: { zh: '在持续集成中', en: 'In continuous integration' },
    exits: 1,
  },
  {
    command: 'lint',
    line: 'gouji lint reports --baseline known.json --update-baseline',
    about: {
      zh: '记下现有的问题，以后用 --baseline 只列新的。问题按规则和所在处的内容认，与行号、措辞、排版无关',
      en: 'Note what there is; from then on --baseline lists what is new. A finding is known by its rule and by what stands at its place, not by line number, words or layout',
    },
    exits: 0,
  },
  {
    command: 'lint',
    line: 'gouji lint reports --baseline known.json',
    about: { zh: '只列新的问题', en: 'List new findings only' },
    exits: 0,
  },
  {
    command: 'lint',
    line: 'gouji lint reports --cache',
    about: {
      zh: '许多报告：只检查有变化的。一份报告的结果取决于它自己、配置、它提到的报告、各报告的表头，其中任何一项变了都重新检查',
      en: 'Many reports: check only what has changed. The result of a report depends on itself, the configuration, the reports that it refers to and the headers of all; a change of any of these has it checked again',
    },
    exits: 1,
  },
  {
    command: 'lint',
    line: 'gouji lint reports -f sarif -o findings.sarif --exit-zero',
    about: { zh: '写成 SARIF，供其他工具读取', en: 'Write SARIF for other tools' },
    exits: 0,
  },
  {
    command: 'lint',
    line: 'gouji lint report.gouji --rule subject/standard-name=off --rule rounding/last-place=warning',
    about: { zh: '这一次改变规则的级别', en: 'Other levels for this run' },
    exits: 1,
  },
  {
    command: 'facts',
    line: 'gouji facts report.gouji',
    about: {
      zh: '每个数字读作什么、怎样核对',
      en: 'What each figure was read as, and how it was checked',
    },
    exits: 0,
  },
  {
    command: 'prove',
    line: 'gouji prove report.gouji --out proof.json',
    about: {
      zh: '把核对写成数据，供他人重算',
      en: 'Write the check down as data, for others to redo',
    },
    exits: 0,
  },
  {
    command: 'verify',
    line: 'gouji verify proof.json report.gouji',
    about: { zh: '重算这份证明', en: 'Redo that proof' },
    exits: 0,
  },
  {
    command: 'import',
    line: 'gouji import originals/published.txt -o imported.gouji',
    about: {
      zh: '把已公开报告的文本转为源文件，表格已对齐',
      en: 'Turn the text of a published report into a source, tables aligned',
    },
    exits: 0,
  },
  {
    command: 'format',
    line: 'gouji format reports',
    about: { zh: '整理排版', en: 'Lay out sources' },
    exits: 0,
  },
  {
    command: 'format',
    line: 'gouji format --check reports',
    about: { zh: '只检查排版', en: 'Only check the layout' },
    exits: 0,
  },
  {
    command: 'explain',
    line: 'gouji explain sum/children',
    about: { zh: '一条规则查什么、依据什么', en: 'What a rule checks, and on what ground' },
    exits: 0,
  },
  {
    command: 'rules',
    line: 'gouji rules -f json',
    about: { zh: '全部规则，供程序读取', en: 'All rules, for programs' },
    exits: 0,
  },
];
