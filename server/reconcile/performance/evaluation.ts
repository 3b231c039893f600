/**
 * A performance self-evaluation form (绩效自评表) as far as it can be read for certain: the money with its execution rate, the
 * scored lines, the total score. A row that does not keep to its heads (cells lost or moved when the form was extracted, two
 * figures in one cell) is counted and not guessed at.
 */
import type { CellNode } from '../../../grammar/syntax-tree.ts';
import { readCell } from '../../report/cells.ts';
import type { Table } from '../../report/model.ts';

/** A number of the form: `units × 10^-decimals`, of money, points or percent as its head says. */
export interface Spot {
  readonly cell: CellNode;
  readonly units: number;
  readonly decimals: number;
  /** 万元, %, a measure word; empty where only the head says. */
  readonly unit: string;
}

/** What a number may be replaced by: as `Spot`. */
export interface Value {
  readonly units: number;
  readonly decimals: number;
}

export type FundColumn = 'initial' | 'budget' | 'executed';

export interface FundRow {
  readonly label: string;
  readonly isTotal: boolean;
  /** One that is part of the source above it, or may be. */
  readonly isNested: boolean;
  readonly amounts: Readonly<Partial<Record<FundColumn, Spot>>>;
  readonly rate: Spot | undefined;
  readonly weight: Spot | undefined;
  readonly score: Spot | undefined;
  /** Every number stands under the head that it belongs to. */
  readonly isInPlace: boolean;
  /** It prints something in each of the columns of money. */
  readonly isFilled: boolean;
}

export interface Target {
  readonly relation: '≥' | '≤' | '=' | '>' | '<';
  /** False for a bare 100%: to exceed it is no deviation for certain. */
  readonly isStated: boolean;
  readonly spot: Spot;
}

/** One line with 分值 and 得分. What was aimed at and what was reached is read when it is asked for: nearly all lines are met. */
export class ScoredRow {
  readonly block: 'management' | 'indicator';
  readonly labelCell: CellNode | undefined;
  readonly targetCell: CellNode | undefined;
  readonly actualCell: CellNode | undefined;
  readonly weight: Spot;
  readonly score: Spot;
  readonly deviation: Spot | undefined;
  readonly hasReason: boolean;
  readonly isInPlace: boolean;

  constructor(
    block: 'management' | 'indicator',
    labelCell: CellNode | undefined,
    targetCell: CellNode | undefined,
    actualCell: CellNode | undefined,
    weight: Spot,
    score: Spot,
    deviation: Spot | undefined,
    hasReason: boolean,
    isInPlace: boolean,
  ) {
    this.block = block;
    this.labelCell = labelCell;
    this.targetCell = targetCell;
    this.actualCell = actualCell;
    this.weight = weight;
    this.score = score;
    this.deviation = deviation;
    this.hasReason = hasReason;
    this.isInPlace = isInPlace;
  }

  get label(): string {
    return this.labelCell?.value ?? '';
  }

  /** Where the label stands, or the score. */
  get place(): CellNode {
    return this.labelCell ?? this.score.cell;
  }

  get target(): Target | undefined {
    return this.targetCell && readAim(this.targetCell);
  }

  get actual(): Spot | undefined {
    return this.actualCell && readSpot(this.actualCell);
  }

  /** All points, no deviation, and nothing that speaks against it: no law over it can be broken. */
  get isPlainlyMet(): boolean {
    const { weight, score, deviation, targetCell, actualCell } = this;
    if (weight.units !== score.units || weight.decimals !== score.decimals || weight.units < 0)
      return false;
    if (deviation !== undefined && deviation.units !== 0) return false;
    if (targetCell === undefined || actualCell === undefined) return true;
    const [aim, reached] = [targetCell.value, actualCell.value];
    if (isHan(aim) || isHan(reached)) return true;
    // 100% of =100%, 3次 of ≥3次.
    if (aim === reached) return true;
    return aim.length === reached.length + 1 && RELATIONS.has(aim[0]) && aim.endsWith(reached);
  }
}

const RELATIONS: ReadonlySet<string | undefined> = new Set(['≥', '≤', '=', '＝']);

/** True where a text begins with a Han character: by far the most cells that hold no number. */
export function isHan(text: string): boolean {
  const first = text.charCodeAt(0);
  return first >= 0x4e00 && first <= 0x9fff;
}

/** The number that a cell holds and nothing else. */
export function readSpot(cell: CellNode): Spot | undefined {
  const text = cell.value;
  if (text === '' || isHan(text)) return undefined;
  return readShort(cell, text) ?? readAny(cell);
}

/** What nearly all are: 20, 1.5, 0.00%, without a sign. */
function readShort(cell: CellNode, text: string): Spot | undefined {
  const { length } = text;
  const isPercent = text.charCodeAt(length - 1) === 0x25;
  const end = isPercent ? length - 1 : length;
  if (end === 0 || end > 9) return undefined;
  let units = 0;
  let point = -1;
  for (let at = 0; at < end; at++) {
    const digit = text.charCodeAt(at) - 0x30;
    if (digit >= 0 && digit <= 9) units = units * 10 + digit;
    else if (digit === -2 && point < 0 && at > 0 && at < end - 1) point = at;
    else return undefined;
  }
  return { cell, units, decimals: point < 0 ? 0 : end - point - 1, unit: isPercent ? '%' : '' };
}

function readAny(cell: CellNode): Spot | undefined {
  const reading = readCell(cell, '', 'text');
  if (reading.kind !== 'figure') return undefined;
  const { units, decimals, unit } = reading.figure;
  return { cell, units, decimals, unit };
}

/** ≥95%, ≤0次, or a bare 100%. */
export function readAim(cell: CellNode): Target | undefined {
  if (cell.value === '' || isHan(cell.value)) return undefined;
  const reading = readCell(cell, '', 'text');
  if (reading.kind !== 'target') {
    const spot = readSpot(cell);
    return spot && { relation: '=', isStated: false, spot };
  }
  const { units, decimals, unit } = reading.figure;
  return { relation: reading.relation, isStated: true, spot: { cell, units, decimals, unit } };
}

export interface TotalRow {
  readonly weight: Spot | undefined;
  readonly score: Spot;
}

export interface Evaluation {
  readonly table: Table;
  readonly kind: 'department' | 'project';
  readonly funds: readonly FundRow[];
  /** Rows of a list of projects (自评汇总表), named after them. */
  readonly projects: readonly FundRow[];
  readonly rows: readonly ScoredRow[];
  /** Undefined where it is not printed, or more than once. */
  readonly total: TotalRow | undefined;
  readonly grade: CellNode | undefined;
  /** Points are given to as many decimals, two at most. */
  readonly decimals: number;
  /** A line of it prints a deviation. */
  readonly printsDeviation: boolean;
  /** The heads of the indicators name a reason (偏差原因分析). */
  readonly asksReasons: boolean;
  /** Rows with figures that do not keep to their heads, of the money and of what is scored. */
  readonly unreadFunds: number;
  readonly unreadRows: number;
}
