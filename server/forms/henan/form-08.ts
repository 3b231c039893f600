import type { FormDefinition } from '../../report/form.ts';
import { codedTotal, column, functionalKeys } from '../define.ts';

/** 公开08表: expenditure from the state capital operating budget by functional subject. */
export const form08: FormDefinition = {
  key: 'state-capital',
  number: '公开08表',
  name: '国有资本经营预算财政拨款支出决算表',
  aliases: [
    '国有资本经营预算财政拨款收入支出决算表',
    '国有资本经营预算财政拨款收支决算表',
    '国有资本经营预算支出决算表',
  ],
  shape: 'coded',
  classification: 'functional',
  leafLevel: '项',
  panels: [
    {
      name: '',
      groups: 1,
      keys: functionalKeys,
      columns: [
        column('小计', 1, ['合计', '本年支出合计', '本年支出'], ['本年支出']),
        column('基本支出', 2, [], ['本年支出']),
        column('项目支出', 3, [], ['本年支出']),
      ],
      alsoPrinted: ['年初结转和结余', '本年收入', '年末结转和结余'],
      rows: [codedTotal],
    },
  ],
  emptyStatement: '没有使用国有资本经营预算安排的支出，故本表无数据。',
  zerosExplained: true,
};
