import type { FormDefinition } from '../../report/form.ts';
import { column, economicKeys, row } from '../define.ts';

/**
 * 公开06表: basic expenditure from the general public budget by economic subject. It is printed in three groups of
 * columns side by side; which classes stand in which group differs, so the groups carry no meaning of their own.
 */
export const form06: FormDefinition = {
  key: 'basic-expenditure-detail',
  number: '公开06表',
  name: '一般公共预算财政拨款基本支出决算明细表',
  aliases: ['一般公共预算财政拨款基本支出决算表', '一般公共预算基本支出决算表'],
  shape: 'coded',
  classification: 'economic-department',
  leafLevel: '款',
  panels: [
    {
      name: '',
      groups: 3,
      keys: economicKeys,
      columns: [column('决算数', undefined, ['金额', '决算金额', '合计', '小计'])],
      rows: [
        row('total', '人员经费合计', undefined, ['人员经费小计', '人员经费']),
        row('total', '公用经费合计', undefined, ['公用经费小计', '公用经费', '日常公用经费合计']),
        row('grand-total', '合计', undefined, ['总计', '基本支出合计']),
      ],
    },
  ],
  emptyStatement: '没有使用一般公共预算财政拨款安排的基本支出，故本表无数据。',
};
