import type { FormDefinition } from '../../report/form.ts';
import { codedTotal, column, functionalKeys } from '../define.ts';

/** 公开03表: expenditure by functional subject and by kind. */
export const form03: FormDefinition = {
  key: 'expenditure',
  number: '公开03表',
  name: '支出决算表',
  aliases: ['支出明细表', '部门支出决算表', '单位支出决算表'],
  shape: 'coded',
  classification: 'functional',
  leafLevel: '项',
  panels: [
    {
      name: '',
      groups: 1,
      keys: functionalKeys,
      columns: [
        column('本年支出合计', 1, ['本年支出', '合计']),
        column('基本支出', 2),
        column('项目支出', 3),
        column('上缴上级支出', 4),
        column('经营支出', 5),
        column('对附属单位补助支出', 6, ['对附属部门补助支出']),
      ],
      rows: [codedTotal],
    },
  ],
  emptyStatement: undefined,
};
