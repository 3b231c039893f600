/** What must hold among the figures of one self-evaluation form. */
import type { Localised, RuleId } from '../../report/identifiers.ts';
import type { Fraction } from '../fraction.ts';
import type { Evaluation, FundRow, ScoredRow, Spot, Value } from './evaluation.ts';

/** What a place says, or is supposed to say. */
export type Read = (spot: Spot) => Value;

export interface Law {
  readonly rule: RuleId;
  /** The figure that follows from the others. */
  readonly result: Spot;
  readonly spots: readonly Spot[];
  /** Read beyond doubt: every cell under its head. */
  readonly isCertain: boolean;
  /** What the result is called: 年度资金总额 的执行率. */
  readonly place: Localised;
  holds(read: Read): boolean;
  /** What `spot` must be, where that can be told; `most` is how many decimals it may have. */
  solve(spot: Spot, read: Read): Fraction | undefined;
  /** Where the value comes from: 全年执行数 ÷ 全年预算数 = 3.04 ÷ 5.75. */
  because(read: Read): Localised;
  /** What else would give the printed figure. */
  readonly slip?: (read: Read) => Localised | undefined;
  /** What the parts come to, where their total is given. */
  readonly sum?: (read: Read) => Fraction;
  /** The line that is lost or printed twice, where the sums miss their totals by a whole line. */
  readonly line?: () => LineFault | undefined;
}

export interface LineFault {
  readonly kind: 'lost' | 'twice';
  readonly weight: Fraction;
  readonly points: Fraction;
  readonly row: ScoredRow | undefined;
}

export function partName(row: FundRow | ScoredRow, zh: string, en: string): Localised {
  const { label } = row;
  return label === '' ? { zh, en } : { zh: `${label} 的${zh}`, en: `${en} of ${label}` };
}

/** What a figure is called that nothing is worked out to. */
export function placeOf({ rows, funds, projects }: Evaluation, { cell }: Spot): Localised {
  for (const row of rows) {
    if (row.weight.cell === cell) return partName(row, '分值', 'weight');
    if (row.score.cell === cell) return partName(row, '得分', 'score');
    if (row.actualCell === cell) return partName(row, '实际完成值', 'actual value');
    if (row.targetCell === cell) return partName(row, '指标值', 'target');
  }
  for (const row of [...funds, ...projects]) {
    const { initial, budget, executed } = row.amounts;
    if (initial?.cell === cell) return partName(row, '年初预算数', 'initial budget');
    if (budget?.cell === cell) return partName(row, '全年预算数', 'annual budget');
    if (executed?.cell === cell) return partName(row, '全年执行数', 'execution');
    if (row.weight?.cell === cell) return partName(row, '分值', 'weight');
  }
  return { zh: cell.value, en: cell.value };
}
