import type { FormDefinition } from '../../report/form.ts';
import { column, labelKey, row } from '../define.ts';

/**
 * 公开09表: the three public expenses. Published as one row of twelve figures, six of the budget and six of the
 * outturn (栏次 1–6 and 7–12), whose heads are the items; in the model the items are rows and 预算数, 决算数 columns.
 * Labels and columns stand in the published order: 栏次 = six times the column's place + the row's.
 */
export const form09: FormDefinition = {
  key: 'three-public-expenses',
  number: '公开09表',
  name: '财政拨款“三公”经费支出决算表',
  aliases: [
    '一般公共预算财政拨款“三公”经费支出决算表',
    '“三公”经费支出决算表',
    '“三公”经费财政拨款支出决算表',
    '财政拨款“三公”经费决算表',
  ],
  shape: 'items',
  classification: undefined,
  leafLevel: undefined,
  neverNegative: true,
  panels: [
    {
      name: '',
      groups: 1,
      keys: [labelKey('项目', '“三公”经费', '支出项目')],
      columns: [
        column('预算数', undefined, ['年初预算数', '全年预算数', '预算金额']),
        column('决算数', undefined, ['全年决算数', '决算金额']),
      ],
      rows: [
        row('grand-total', '合计', undefined, ['总计', '“三公”经费合计', '“三公”经费支出合计']),
        row('item', '因公出国（境）费', undefined, [
          '因公出国（境）费用',
          '因公出国（境）经费',
          '因公出国（境）支出',
          '因公出国（境）',
        ]),
        row('subtotal', '公务用车购置及运行维护费', undefined, [
          '公务用车购置及运行费',
          '公务用车购置和运行维护费',
          '公务用车购置和运行费',
          '公务用车购置及运行维护费小计',
          '公务用车购置及运行费小计',
          '小计',
        ]),
        row('item', '公务用车购置费', undefined, ['公务用车购置', '公务用车购置支出', '购置费']),
        row('item', '公务用车运行维护费', undefined, [
          '公务用车运行费',
          '公务用车运行维护',
          '公务用车运行维护支出',
          '运行维护费',
          '运行费',
        ]),
        row('item', '公务接待费', undefined, ['公务接待支出', '公务接待', '公务招待费']),
      ],
    },
  ],
  emptyStatement: '没有使用财政拨款安排的“三公”经费支出，故本表无数据。',
};
