import type { FormDefinition } from '../../report/form.ts';
import { codedTotal, column, functionalKeys } from '../define.ts';

/** 公开05表: expenditure from the general public budget by functional subject. */
export const form05: FormDefinition = {
  key: 'general-budget-expenditure',
  number: '公开05表',
  name: '一般公共预算财政拨款支出决算表',
  aliases: ['一般公共预算支出决算表', '一般公共预算财政拨款支出决算明细表'],
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
      rows: [codedTotal],
    },
  ],
  emptyStatement: '没有使用一般公共预算财政拨款安排的支出，故本表无数据。',
};
