import type { FormDefinition } from '../../report/form.ts';
import { codedTotal, column, functionalKeys } from '../define.ts';

/** 公开07表: government-managed funds, opening balance to closing balance by functional subject. */
export const form07: FormDefinition = {
  key: 'government-fund',
  number: '公开07表',
  name: '政府性基金预算财政拨款收入支出决算表',
  aliases: [
    '政府性基金预算财政拨款收支决算表',
    '政府性基金预算财政拨款支出决算表',
    '政府性基金预算收入支出决算表',
    '政府性基金预算支出决算表',
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
        column('年初结转和结余', 1, ['年初结转与结余', '年初结转结余', '上年结转和结余']),
        column('本年收入', 2, ['本年收入合计']),
        column('小计', 3, ['合计', '本年支出合计', '本年支出'], ['本年支出']),
        column('基本支出', 4, [], ['本年支出']),
        column('项目支出', 5, [], ['本年支出']),
        column('年末结转和结余', 6, ['年末结转与结余', '年末结转结余']),
      ],
      rows: [codedTotal],
    },
  ],
  emptyStatement: '没有政府性基金收入，也没有使用政府性基金安排的支出，故本表无数据。',
  zerosExplained: true,
};
