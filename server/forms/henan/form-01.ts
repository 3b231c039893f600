import type { FormDefinition } from '../../report/form.ts';
import { blankRows, column, labelKey, row, rowNumberKey } from '../define.ts';
import { expenditureClasses } from './classes.ts';

/** 公开01表: income on the left (行次 1–31), expenditure on the right (32–62). */
export const form01: FormDefinition = {
  key: 'income-expenditure-summary',
  number: '公开01表',
  name: '收入支出决算总表',
  aliases: ['收支决算总表', '部门收支决算总表', '单位收支决算总表'],
  shape: 'fixed',
  classification: undefined,
  leafLevel: undefined,
  panels: [
    {
      name: '收入',
      groups: 1,
      keys: [labelKey('项目', '收入项目'), rowNumberKey],
      columns: [column('决算数', 1, ['金额', '决算金额'])],
      rows: [
        row('item', '一、一般公共预算财政拨款收入', 1, ['一、一般公共预算财政拨款']),
        row('item', '二、政府性基金预算财政拨款收入', 2, ['二、政府性基金预算财政拨款']),
        row('item', '三、国有资本经营预算财政拨款收入', 3, ['三、国有资本经营预算财政拨款']),
        row('item', '四、上级补助收入', 4),
        row('item', '五、事业收入', 5),
        row('item', '六、经营收入', 6),
        row('item', '七、附属单位上缴收入', 7, ['七、附属部门上缴收入']),
        row('item', '八、其他收入', 8),
        ...blankRows(9, 26),
        row('total', '本年收入合计', 27),
        row('item', '使用非财政拨款结余和专用结余', 28, [
          '使用非财政拨款结余',
          '使用非财政拨款结余（含专用结余）',
          '使用专用结余',
          '用事业基金弥补收支差额',
        ]),
        row('item', '年初结转和结余', 29, ['年初结转与结余', '年初结转结余', '上年结转和结余']),
        ...blankRows(30, 30),
        row('grand-total', '总计', 31, ['收入总计']),
      ],
    },
    {
      name: '支出',
      groups: 1,
      keys: [labelKey('项目', '支出项目'), rowNumberKey],
      columns: [column('决算数', 2, ['金额', '决算金额'])],
      rows: [
        ...expenditureClasses(32),
        row('total', '本年支出合计', 58),
        row('item', '结余分配', 59),
        row('item', '年末结转和结余', 60, ['年末结转与结余', '年末结转结余']),
        ...blankRows(61, 61),
        row('grand-total', '总计', 62, ['支出总计']),
      ],
    },
  ],
  emptyStatement: undefined,
};
