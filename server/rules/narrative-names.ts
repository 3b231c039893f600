/** Names of subjects in sentences: the ones of the tables and the classification (S-NAME). */
import type { Misnamed } from '../claims/claim.ts';
import type { Localised } from '../report/identifiers.ts';
import { exampleTable } from './identity-rule.ts';
import { exampleReport } from './narrative-example.ts';
import { quote } from './narrative-finding.ts';
import { changeTo } from './quote.ts';
import type { RuleFamily, RuleMetadata } from './rule.ts';
import { slipInWords } from './slip.ts';

const items = exampleTable(
  '公开05表',
  ['科目编码', '科目名称', '小计', '基本支出', '项目支出'],
  '_ 合计 30.00 30.00 _',
  '201 一般公共服务支出 30.00 30.00 _',
  '20126 档案事务 30.00 30.00 _',
  '2012601 行政运行 20.00 20.00 _',
  '2012604 档案馆 10.00 10.00 _',
);

const metadata: readonly RuleMetadata[] = [
  {
    id: 'narrative/subject-name',
    catalogue: ['S-NAME', 'N5.3', 'N6-LIST'],
    confidence: 'H',
    level: 'error',
    title: { zh: '文中科目名称有误', en: 'Misspelt subject name in the text' },
    description: {
      zh: '类、款、项的名称应与表和分类科目一致。漏字、多字、错一个字、两字颠倒，“单位”“部门”换错，名称没有写完，都指出应是哪个科目，数字照常核对。“主要包括”后面的科目写错时作为警告。',
      en: 'Names of 类, 款 and 项 are those of the tables and of the classification. A character dropped, added, replaced or swapped, 部门 put for 单位, a name cut short: the finding says which subject is meant, and its figures are checked as ever. In a list after 主要包括 it is a warning.',
    },
    source: {
      zh: '政府收支分类科目；财预〔2016〕143号：公开的文字说明应与决算表一致',
      en: 'The classification of revenue and expenditure; 财预〔2016〕143号: the published explanation agrees with the tables',
    },
    messages: {
      path: {
        zh: '科目名称写作「{printed}」，应为「{right}」（{code}）：{slip}；请改正',
        en: 'The subject is written "{printed}" and is called "{right}" ({code}): {slip}. Correct it',
      },
    },
    options: {},
    bad: exampleReport(
      items,
      'items',
      '1. 一般公共服务支出（类）档案事务（款）行政运营（项）。支出决算为20.00万元。',
    ),
    good: exampleReport(
      items,
      'items',
      '1. 一般公共服务支出（类）档案事务（款）行政运行（项）。支出决算为20.00万元。',
    ),
  },
];

export const narrativeNamesFamily: RuleFamily = {
  rules: metadata,
  check(context) {
    for (const found of context.narrative.misnamed) {
      const { start, end, right, code, where, printed } = found;
      const fix = { title: changeTo(right), edits: [{ start, end, text: right }] };
      const isSure = printed && found.slip.kind !== 'cut';
      context.add(
        'narrative/subject-name',
        'path',
        found,
        { printed: quote(context, found), right, code, slip: slipOf(found) },
        {
          ...(where === 'list' && { level: 'warning' as const }),
          ...(isSure ? { fix } : { suggestions: [fix] }),
        },
      );
    }
  },
};

function slipOf({ slip }: Misnamed): Localised {
  switch (slip.kind) {
    case 'word':
      return {
        zh: `「${slip.text}」应为「${slip.right}」`,
        en: `"${slip.text}" stands for "${slip.right}"`,
      };
    case 'cut':
      return { zh: `少「${slip.text}」`, en: `"${slip.text}" is left out` };
    default:
      return slipInWords(slip);
  }
}
