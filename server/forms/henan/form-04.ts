import type { FormDefinition } from '../../report/form.ts';
import { blankRows, column, labelKey, row, rowNumberKey } from '../define.ts';
import { expenditureClasses } from './classes.ts';

/** 公开04表: fiscal appropriations, income (行次 1–32) and expenditure by fund (33–64). */
export const form04: FormDefinition = {
  key: 'fiscal-appropriation-summary',
  number: '公开04表',
  name: '财政拨款收入支出决算总表',
  aliases: ['财政拨款收支决算总表'],
  shape: 'fixed',
  classification: undefined,
  leafLevel: undefined,
  panels: [
    {
      name: '收入',
      groups: 1,
      keys: [labelKey('项目', '收入项目'), rowNumberKey],
      columns: [column('金额', 1, ['决算数', '决算金额'])],
      rows: [
        row('item', '一、一般公共预算财政拨款', 1, ['一、一般公共预算财政拨款收入']),
        row('item', '二、政府性基金预算财政拨款', 2, ['二、政府性基金预算财政拨款收入']),
        row('item', '三、国有资本经营预算财政拨款', 3, ['三、国有资本经营预算财政拨款收入']),
        ...blankRows(4, 26),
        row('total', '本年收入合计', 27),
        row('subtotal', '年初财政拨款结转和结余', 28, [
          '年初财政拨款结转与结余',
          '年初财政拨款结转结余',
          '年初结转和结余',
        ]),
        row('item', '一般公共预算财政拨款', 29),
        row('item', '政府性基金预算财政拨款', 30),
        row('item', '国有资本经营预算财政拨款', 31),
        row('grand-total', '总计', 32, ['收入总计']),
      ],
    },
    {
      name: '支出',
      groups: 1,
      keys: [labelKey('项目', '支出项目'), rowNumberKey],
      columns: [
        column('合计', 2, ['小计']),
        column('一般公共预算财政拨款', 3, ['一般公共预算']),
        column('政府性基金预算财政拨款', 4, ['政府性基金预算']),
        column('国有资本经营预算财政拨款', 5, ['国有资本经营预算']),
      ],
      rows: [
        ...expenditureClasses(33),
        row('total', '本年支出合计', 59),
        row('item', '年末财政拨款结转和结余', 60, [
          '年末财政拨款结转与结余',
          '年末财政拨款结转结余',
          '年末结转和结余',
        ]),
        ...blankRows(61, 63),
        row('grand-total', '总计', 64, ['支出总计']),
      ],
    },
  ],
  emptyStatement: '没有财政拨款收入，也没有使用财政拨款安排的支出，故本表无数据。',
};
