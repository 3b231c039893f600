/** The page on profiles: what each is, in figures and names from the data itself. */
import { henan, profiles } from '../server/forms/profiles.ts';
import type { Practice, Profile } from '../server/report/form.ts';
import type { Language, Localised } from '../server/report/identifiers.ts';

export function profilePage(): ReadonlyMap<string, string> {
  return new Map([
    ['docs/profiles.md', page('en')],
    ['docs/profiles.zh-CN.md', page('zh')],
  ]);
}

const NUMBERS: Readonly<Record<Practice['numbers'], Localised>> = {
  fixed: { zh: '公开01表起，写错即错误', en: 'from 公开01表; another one is an error' },
  usual: { zh: '公开01表起，多数如此', en: 'from 公开01表, mostly' },
  ordinal: { zh: '表一起', en: 'from 表一' },
  none: { zh: '不编号', en: 'none' },
  any: { zh: '以报告所印为准', en: 'as the report prints them' },
};

const THREE_PUBLIC: Readonly<Record<Practice['threePublic'], Localised>> = {
  last: { zh: '最后', en: 'last' },
  seventh: { zh: '第七', en: 'seventh' },
  either: { zh: '第七或最后', en: 'seventh or last' },
  apart: { zh: '另行公开', en: 'published apart' },
};

function rowOf(profile: Profile, language: Language): string {
  const { name, forms, practice } = profile;
  const { numbers, threePublic, places, marks, optional, unmarked } = practice;
  const count = forms.length - optional.length;
  const others = forms.filter(({ key, panels }) => {
    const usual = henan.forms.find((form) => form.key === key)?.panels;
    return panels.some(
      ({ rows, columns }, index) =>
        rows !== usual?.[index]?.rows || columns !== usual[index]?.columns,
    );
  });
  const told = [
    ...(unmarked || places.length === 0
      ? []
      : [language === 'zh' ? '表的次序和编号' : 'order and numbers of its tables']),
    ...marks.slice(0, 1).map((mark) => `「${mark}」`),
    ...places.map((place) => (language === 'zh' ? `名称里的“${place}”` : `${place} in the name`)),
  ];
  const cells = [
    name,
    String(count),
    THREE_PUBLIC[threePublic][language],
    NUMBERS[numbers][language],
    others.map((form) => form.name).join('、') || '—',
    told.join(language === 'zh' ? '；' : '; ') || '—',
  ];
  return `| ${cells.join(' | ')} |`;
}

function table(language: Language): string {
  const heads =
    language === 'zh'
      ? ['版式', '应有的表', '“三公”表的位置', '表号', '栏目与河南不同的表', '由什么认出']
      : [
          'profile',
          'forms it must have',
          'the three public expenses',
          'numbers',
          'forms with other columns than in 河南',
          'recognised by',
        ];
  return [
    `| ${heads.join(' | ')} |`,
    `|${' --- |'.repeat(heads.length)}`,
    ...profiles.map((profile) => rowOf(profile, language)),
  ].join('\n');
}

function page(language: Language): string {
  return language === 'zh'
    ? `# 版式

[English](profiles.md)

版式是一个地方公开决算所用的一套表：有哪几张、叫什么、怎样编号、栏目有哪些，以及表与表之间怎样勾稽。
由 \`build/profile-page.ts\` 从数据生成。

${table('zh')}

勾稽关系按表名成立，不按表号，所以在每个版式里都核对；只有栏目不同的表另有自己的勾稽关系（上海的国有资本经营预算按年初、收入、支出、年末滚存核对，
陕西的会议费、培训费与“三公”经费分开加总）。安徽和通用的表可以另印预算数一栏。不知道的地方不作规定：报告怎样印就怎样认。

## 怎样选定

\`\`\`gouji
名称：青禾区文化馆
年度：2023
版式：上海
\`\`\`

1. 报告开头写了 \`版式\` 的，用所写的版式。
2. 没有写的，用 \`gouji.config.json\` 的 \`profile\`。
3. 都没有的，由报告自己的表认出：名称里的地名，表上的编号，“三公”表排在基金表之前还是之后。至少要有 5 张写明表名的表；不到 5 张时按${henan.name}。
4. 导入公开的报告时，认出的版式写进开头，可以改。

与哪个都不合的，用“通用”：各表的栏目本身说明了什么就核对什么，只有各地都有的表缺了才提醒，不作错误。认出来的版式（不是作者写明的）缺表也只提醒。

版式之外的表（按单位的收支表、资产表、项目表）按它自己的规律核对：其他栏、行都相加得出合计而这一处不是的，由 \`sum/own-table\` 提醒。

消息里的表用报告自己的编号来称呼；没有编号的用表名。
`
    : `# Profiles

[中文](profiles.zh-CN.md)

A profile (版式) is the set of forms that a place publishes final accounts in: which there are, what they are called
and how they are numbered, their columns, and what must hold among them. Generated from the data by
\`build/profile-page.ts\`.

${table('en')}

Identities hold by the names of forms and not by their numbers, so every profile has them. Only forms with other columns
have identities of their own (in 上海 the state capital operating budget goes from opening to closing balance; in 陕西
meetings and training are added up beside the three public expenses). The forms of 安徽 and of 通用 may print a column of
the budget. What is not known is left open: the report is taken as it is printed.

## Which one applies

\`\`\`gouji
名称：青禾区文化馆
年度：2023
版式：上海
\`\`\`

1. The one that the header names as \`版式\`.
2. Without it the \`profile\` of \`gouji.config.json\`.
3. Without either the one that the report's own tables show: the place in the body's name, the numbers above the tables,
   whether the three public expenses stand before or behind the funds. At least 5 tables must have their names; with
   fewer it is ${henan.name}.
4. A published report that is imported gets the one that was recognised into its header, where it can be changed.

Where none fits, it is 通用 (general): what the heads of the tables themselves promise is checked, and a form is missed
only if all provinces print it, as a warning. Under a profile that was recognised and not named, a missing form is a
warning too.

Tables beside the forms (by unit, of assets, of projects) are kept to what they keep to themselves: where the other
columns or rows add up to the total and one does not, \`sum/own-table\` warns.

Messages call a table by the report's own number, or by its name where it has none.
`;
}
