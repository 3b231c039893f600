/** The state capital operating budget as 上海 prints it: income and spending from opening to closing balance. */
import type { ColumnDefinition, FormDefinition, Identity } from '../../report/form.ts';
import { same, sum } from '../define.ts';
import { form07 } from '../henan/form-07.ts';
import { form08 } from '../henan/form-08.ts';

const [fund] = form07.panels;
const [spending] = form08.panels;

/** 国有资本经营预算财政拨款收入支出决算表: the columns of the form of government-managed funds. */
export const stateCapitalBalances: FormDefinition = {
  ...form08,
  name: '国有资本经营预算财政拨款收入支出决算表',
  aliases: [form08.name, ...form08.aliases.filter((alias) => !alias.includes('财政拨款收入支出'))],
  panels:
    fund === undefined || spending === undefined
      ? form08.panels
      : [{ ...spending, columns: fund.columns.map(inThisForm) }],
};

/** The balances may be left out, as elsewhere. */
function inThisForm(column: ColumnDefinition): ColumnDefinition {
  const { name, path } = column;
  const isSpending = spending?.columns.some((one) => one.name === name && one.path[0] === path[0]);
  return isSpending ? column : { ...column, mayLack: true };
}

const FUND = '国有资本经营预算财政拨款';

export const stateCapitalIdentities: readonly Identity[] = [
  sum(
    'T8-ROLL',
    'sum/fund-balance',
    '公开08表.年初结转和结余 + 公开08表.本年收入 - 公开08表.本年支出.小计 = 公开08表.年末结转和结余',
  ),
  same('X4-8.3', 'cross/state-capital', `公开04表.收入[三、${FUND}] = 公开08表[合计].本年收入`),
  same('X4-8.4', 'cross/state-capital', `公开04表.收入[${FUND}] = 公开08表[合计].年初结转和结余`),
  same(
    'X4-8.5',
    'cross/state-capital',
    `公开04表.支出[年末财政拨款结转和结余].${FUND} = 公开08表[合计].年末结转和结余`,
  ),
];
