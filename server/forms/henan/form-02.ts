import type { FormDefinition } from '../../report/form.ts';
import { codedTotal, column, functionalKeys } from '../define.ts';

/** 公开02表: income by functional subject and by source. */
export const form02: FormDefinition = {
  key: 'income',
  number: '公开02表',
  name: '收入决算表',
  aliases: ['收入明细表', '部门收入决算表', '单位收入决算表'],
  shape: 'coded',
  classification: 'functional',
  leafLevel: '项',
  panels: [
    {
      name: '',
      groups: 1,
      keys: functionalKeys,
      columns: [
        column('本年收入合计', 1, ['本年收入', '合计']),
        column('财政拨款收入', 2, ['财政拨款']),
        column('上级补助收入', 3),
        column('事业收入', 4),
        column('经营收入', 5),
        column('附属单位上缴收入', 6, ['附属部门上缴收入']),
        column('其他收入', 7),
      ],
      rows: [codedTotal],
    },
  ],
  emptyStatement: undefined,
};
