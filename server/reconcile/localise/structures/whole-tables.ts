/** Tables in another unit, and columns under each other's heads. */
import { MONEY_EXPONENT } from '../../../report/figure.ts';
import type { CellFact } from '../fact.ts';
import type { Change } from '../hypothesis.ts';
import { isLawful } from '../suspicion.ts';
import type { Structure } from './structure.ts';
import type { FactTable } from './tables.ts';

/** The same digits in another unit: 元 under a head that says 万元, and the other way round. */
export function tablesInOtherUnits({ rows }: FactTable): readonly Structure[] {
  const found: Structure[] = [];
  for (const unit of ['万元', '元', '亿元'] as const) {
    const changes: Change[] = [];
    for (const row of rows.values()) {
      for (const fact of row.values()) {
        if (fact.unit === unit || !(fact.unit in MONEY_EXPONENT)) continue;
        const { units, decimals } = fact.printed;
        if (units !== 0) changes.push({ fact, value: { units, decimals, unit } });
      }
    }
    if (changes.length > 1) found.push({ kind: 'other-unit', changes });
  }
  return found;
}

export function swappedColumns({ table, rows }: FactTable): readonly Structure[] {
  const found: Structure[] = [];
  for (const { columns } of table.panels) {
    for (let a = 0; a < columns.length; a++) {
      for (let b = a + 1; b < columns.length; b++) {
        const changes: Change[] = [];
        for (const [row, facts] of rows) {
          const [left, right] = [facts.get(a), facts.get(b)];
          if (row.panel.columns !== columns || left === undefined || right === undefined) continue;
          swap(changes, left, right);
        }
        if (changes.length > 1) found.push({ kind: 'swapped-columns', changes });
      }
    }
  }
  return found;
}

/** Nothing where the two print the same. */
export function swap(changes: Change[], a: CellFact, b: CellFact): void {
  if (a.exponent !== b.exponent) return;
  put(changes, a, b.printed.units);
  put(changes, b, a.printed.units);
}

export function put(changes: Change[], fact: CellFact, units: number): void {
  if (!isLawful(fact, units)) return;
  changes.push({ fact, value: { units, decimals: fact.printed.decimals } });
}
