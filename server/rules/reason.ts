/** What an identity says of one of its figures, in a word or two: 下级之和, 本行合计, 公开05表. */
import type { Outcome, Term } from '../reconcile/constraint.ts';
import type { Localised } from '../report/identifiers.ts';
import { tableNumber } from './quote.ts';

/** By the catalogue's id of the identity: what it says of its total, and of one of its parts. */
const REASONS: readonly (readonly [prefix: string, total: Localised, part: Localised])[] = [
  [
    'TREE',
    { zh: '下级之和', en: 'the sum of the subjects below' },
    { zh: '上级合计', en: 'the total above' },
  ],
  [
    'T6-SUB',
    { zh: '下级之和', en: 'the sum of the subjects below' },
    { zh: '类合计', en: 'the total of the class' },
  ],
  ['T6-SUM', { zh: '各类之和', en: 'the sum of the classes' }, { zh: '合计', en: 'the total' }],
  [
    'T6-P',
    { zh: '各类之和', en: 'the sum of the classes' },
    { zh: '经费合计', en: 'the total of the costs' },
  ],
  [
    'T9-SUM',
    { zh: '各项之和', en: 'the sum of the items' },
    { zh: '“三公”经费合计', en: 'the total of the three public expenses' },
  ],
  ['T1-BAL', { zh: '收支相等', en: 'the balance' }, { zh: '收支相等', en: 'the balance' }],
  ['T4-OUT.3', { zh: '收支相等', en: 'the balance' }, { zh: '收支相等', en: 'the balance' }],
  [
    'T1-INTOT',
    { zh: '总计的组成', en: 'what makes up the grand total' },
    { zh: '总计', en: 'the grand total' },
  ],
  [
    'T1-OUTTOT',
    { zh: '总计的组成', en: 'what makes up the grand total' },
    { zh: '总计', en: 'the grand total' },
  ],
  [
    'T4-IN.3',
    { zh: '总计的组成', en: 'what makes up the grand total' },
    { zh: '总计', en: 'the grand total' },
  ],
  [
    'T4-OUT.2',
    { zh: '总计的组成', en: 'what makes up the grand total' },
    { zh: '总计', en: 'the grand total' },
  ],
  [
    'T4-OUT.1',
    { zh: '各类之和', en: 'the sum of the classes' },
    { zh: '本年支出合计', en: 'the total of the year' },
  ],
  [
    'T4-OUT',
    { zh: '收支结转相等', en: 'income and carry-over against spending' },
    { zh: '收支结转相等', en: 'income and carry-over against spending' },
  ],
  [
    'T7-ROLL',
    { zh: '年初加收入减支出', en: 'opening plus income less spending' },
    { zh: '年末结转和结余', en: 'the closing carry-over' },
  ],
  [
    'T8-ROLL',
    { zh: '年初加收入减支出', en: 'opening plus income less spending' },
    { zh: '年末结转和结余', en: 'the closing carry-over' },
  ],
  ['OWN-SUM', { zh: '其余各数之和', en: 'the sum of the others' }, { zh: '合计', en: 'the total' }],
  ['T9-ALL', { zh: '各项之和', en: 'the sum of the items' }, { zh: '合计', en: 'the total' }],
  [
    'T1-',
    { zh: '各项之和', en: 'the sum of the items' },
    { zh: '本年合计', en: 'the total of the year' },
  ],
  ['T4-IN', { zh: '各项之和', en: 'the sum of the items' }, { zh: '小计', en: 'the subtotal' }],
];

const ROW: readonly [Localised, Localised] = [
  { zh: '本行各栏之和', en: 'the sum of the row' },
  { zh: '本行合计', en: 'the total of the row' },
];

const CLASSES: readonly [Localised, Localised] = [
  { zh: '各类之和', en: 'the sum of the classes' },
  { zh: '合计行', en: 'the total row' },
];

/** What an outcome's identity says of `place`, one of its figures. */
export function reasonOf({ constraint }: Outcome, place: Term): Localised {
  const id = 'identity' in constraint.origin ? constraint.origin.identity.id : '';
  const { left, right } = constraint;
  const total = left.length === 1 ? left[0] : right.length === 1 ? right[0] : undefined;
  const isTotal = total?.base === place.base;
  if (/^TREE\.\d+\.1$/.test(id)) return CLASSES[isTotal ? 0 : 1];
  if (id.endsWith('-ROW')) return ROW[isTotal ? 0 : 1];
  for (const [prefix, total, part] of REASONS)
    if (id.startsWith(prefix)) return isTotal ? total : part;
  // Between tables: the other table says it.
  const others = [...left, ...right].filter(({ table }) => table !== place.table);
  const other = others.find(({ state }) => state === 'figure') ?? others[0];
  const text = other === undefined ? '勾稽' : tableNumber(other.table);
  const report = other?.report === undefined ? '' : `${other.report.name} `;
  return { zh: `${report}${text}`, en: `${report}${text}` };
}
