/** Structural faults of tables in words. */
import { unitExponent } from '../reconcile/amount.ts';
import type { StructuralFault } from '../reconcile/localise/explanation.ts';
import type { CellFact } from '../reconcile/localise/fact.ts';
import type { Change } from '../reconcile/localise/hypothesis.ts';
import type { Localised } from '../report/identifiers.ts';
import type { Column, Row } from '../report/model.ts';
import { titleOf } from './identity-words.ts';
import { tableNumber } from './quote.ts';

/** 公开03表 的「基本支出」「项目支出」两栏填反了 */
export function structureText({ kind, changes }: StructuralFault): Localised {
  const facts = changes.flatMap(({ fact }) => (fact.kind === 'cell' ? fact : []));
  const [first] = facts;
  if (first === undefined) return { zh: '', en: '' };
  const table = tableNumber(first.term.table);
  const columns = distinct<Column>(facts.map(({ term }) => term.column)).map(({ name }) => name);
  const rows = distinct<Row | undefined>(facts.map(({ term }) => term.row)).map((row) =>
    row === undefined ? '' : titleOf(row),
  );
  switch (kind) {
    case 'swapped-columns':
      return {
        zh: `${table} 的「${columns[0]}」「${columns[1]}」两栏填反了`,
        en: `In ${table} the columns ${columns[0]} and ${columns[1]} are swapped`,
      };
    case 'swapped-rows':
      return {
        zh: `${table} 的「${rows[0]}」「${rows[1]}」两行填反了`,
        en: `In ${table} the rows ${rows[0]} and ${rows[1]} are swapped`,
      };
    case 'shifted-row':
      return {
        zh: `${table}「${rows[0]}」一行的数错了一栏`,
        en: `In ${table} the figures of the row ${rows[0]} stand one column off`,
      };
    case 'copied-row':
      return {
        zh: `${table}「${rows[0]}」一行照抄了相邻一行，应为 ${listed(changes)}`,
        en: `In ${table} the row ${rows[0]} repeats its neighbour; it should be ${listed(changes)}`,
      };
    case 'wrong-row':
      return {
        zh: `${table}「${rows[0]}」整行有误，应为 ${listed(changes)}`,
        en: `In ${table} the whole row ${rows[0]} is wrong; it should be ${listed(changes)}`,
      };
    case 'other-unit':
      return unitText(table, first, changes[0]);
  }
}

function unitText(
  table: string,
  { unit, exponent, printed }: CellFact,
  change: Change | undefined,
): Localised {
  const right = change?.value.unit ?? unit;
  const power = Math.abs(unitExponent(right) - exponent - printed.decimals);
  return {
    zh: `${table} 的单位写作${unit}，而各数是${right}：与其他表数字相同而相差 ${power === 8 ? '一亿倍' : '一万倍'}`,
    en: `The unit of ${table} is given as ${unit}, but its figures are in ${right}: the same digits as in other tables, ${power === 8 ? '100,000,000' : '10,000'} times apart`,
  };
}

function listed(changes: readonly Change[]): string {
  return changes
    .slice(0, 6)
    .map(({ value }) => (value.units / 10 ** value.decimals).toFixed(value.decimals))
    .join('、');
}

function distinct<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}
