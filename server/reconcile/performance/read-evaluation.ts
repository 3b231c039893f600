/**
 * Reads a self-evaluation form by its heads. Its rows come from grids whose cells were merged, so a row may stand a cell to the
 * left or right of its heads; it is read then only where its cells, in order, can be nothing else.
 */
import type { CellNode, RowLine } from '../../../grammar/syntax-tree.ts';
import { readCell } from '../../report/cells.ts';
import { keptWith } from '../../report/kept-with.ts';
import type { CellReading, Table } from '../../report/model.ts';
import {
  type Evaluation,
  type FundColumn,
  type FundRow,
  isHan,
  readAim,
  readSpot,
  ScoredRow,
  type Spot,
  type TotalRow,
} from './evaluation.ts';
import {
  fundLabel,
  GRADE_HEAD,
  type HeadKey,
  headKey,
  isPercentHead,
  isSubtotalLabel,
  isTotalLabel,
} from './words.ts';

/** Whether a table calls itself a self-evaluation form; which it is, its heads say. */
export function mayBeEvaluation({ form, name }: Table): boolean {
  return form === undefined && /自评|绩效/.test(name);
}

/** What can be read of a form; kept with it. */
export const evaluationOf: (table: Table) => Evaluation = keptWith((table: Table) =>
  new Reader(table).read(),
);

/** A filled cell: where in its row it stands, and what it says. */
interface Filled {
  readonly at: number;
  readonly cell: CellNode;
  readonly reading: CellReading;
}

interface Head {
  readonly kind: 'funds' | 'scored';
  /** Place in the row, by what it is the head of. */
  readonly places: ReadonlyMap<HeadKey, number>;
  /** All heads from the first that is known, in order. */
  readonly order: readonly (readonly [place: number, key: HeadKey | undefined])[];
  readonly byPlace: ReadonlyMap<number, HeadKey | undefined>;
  readonly isPercent: boolean;
  readonly isManagement: boolean;
  /** Places that are asked for in every row; -1 where there is no such head. */
  readonly label: number;
  readonly target: number;
  readonly actual: number;
  readonly weight: number;
  readonly score: number;
  readonly deviation: number;
  readonly isAimBesideReached: boolean;
}

/** What a glance at a row of a scored block tells. */
interface Sight {
  readonly hasFigure: boolean;
  readonly isTotal: boolean;
  readonly isSubtotal: boolean;
  /** Where 等级 stands; -1. */
  readonly graded: number;
}

function lookAt(cells: readonly CellNode[], weight: number): Sight {
  let hasFigure = false;
  let isTotal = false;
  let isSubtotal = false;
  let graded = -1;
  let isFirst = true;
  for (let at = 0; at < cells.length; at++) {
    const { value } = cells[at] as CellNode;
    if (value === '') continue;
    if (isHan(value)) {
      if (value.length <= 12) {
        if (isFirst && isTotalLabel(value)) isTotal = true;
        if (at <= weight && isSubtotalLabel(value)) isSubtotal = true;
        if (value.length <= 8 && value.includes('等') && GRADE_HEAD.test(value)) graded = at;
      }
    } else if (!hasFigure) {
      const last = value.charCodeAt(value.length - 1);
      // Points, and deviations in percent.
      hasFigure =
        value.length <= 15 && ((last >= 0x30 && last <= 0x39) || last === 0x25 || last > 0x7f);
    }
    isFirst = false;
  }
  return { hasFigure, isTotal, isSubtotal, graded };
}

/**
 * A row whose numbers stand under their heads, to the last of them: there is no other way to read it. Undefined for all
 * others.
 */
function rowInPlace(cells: readonly CellNode[], head: Head): ScoredRow | undefined {
  const weight = bareAt(cells, head.weight);
  const score = weight && bareAt(cells, head.score);
  if (!weight || !score) return undefined;
  const labelCell = filledAt(cells, head.label);
  const targetCell = filledAt(cells, head.target);
  const actualCell = filledAt(cells, head.actual);
  if (!labelCell || !actualCell || !isHan(labelCell.value)) return undefined;
  let end = head.score;
  let deviation: Spot | undefined;
  if (head.deviation >= 0) {
    const cell = cells[head.deviation];
    deviation = cell && readSpot(cell);
    if (!deviation) return undefined;
    end = head.deviation;
  }
  let hasReason = false;
  for (let at = end + 1; at < cells.length; at++) {
    const { value } = cells[at] as CellNode;
    if (value === '') continue;
    if (!isHan(value)) return undefined;
    hasReason = true;
  }
  return new ScoredRow(
    head.isManagement ? 'management' : 'indicator',
    labelCell,
    targetCell,
    actualCell,
    weight,
    score,
    deviation && percent(deviation),
    hasReason,
    true,
  );
}

/**
 * A row that was moved as a whole: from its end a reason or none, the deviation, the score, its weight, what was reached and
 * aimed at, a name. Undefined where its numbers might be read under their heads as well.
 */
function rowInOrder(cells: readonly CellNode[], head: Head): ScoredRow | undefined {
  if (head.deviation < 0 || !head.isAimBesideReached) return undefined;
  if (isNumberAt(cells, head.weight) && isNumberAt(cells, head.score)) return undefined;
  let at = filledBefore(cells, cells.length);
  const reason = cells[at];
  const hasReason = reason !== undefined && isHan(reason.value);
  if (hasReason) at = filledBefore(cells, at);
  const last = cells[at];
  const deviation = last && readSpot(last);
  if (deviation === undefined) return undefined;
  const scoreAt = filledBefore(cells, at);
  const weightAt = filledBefore(cells, scoreAt);
  const score = bareAt(cells, scoreAt);
  const weight = score && bareAt(cells, weightAt);
  if (!score || !weight) return undefined;
  const actualAt = filledBefore(cells, weightAt);
  const targetAt = filledBefore(cells, actualAt);
  const labelAt = filledBefore(cells, targetAt);
  const [actual, target, label] = [cells[actualAt], cells[targetAt], cells[labelAt]];
  if (!actual || !target || !label || readAim(actual)?.isStated === true) return undefined;
  return new ScoredRow(
    head.isManagement ? 'management' : 'indicator',
    label,
    target,
    actual,
    weight,
    score,
    percent(deviation),
    hasReason,
    false,
  );
}

function isNumberAt(cells: readonly CellNode[], at: number): boolean {
  const first = cells[at]?.value.charCodeAt(0) ?? 0;
  const isDigit = (first >= 0x30 && first <= 0x39) || (first >= 0xff10 && first <= 0xff19);
  return isDigit && bareAt(cells, at) !== undefined;
}

/** The filled cell next to the left; -1. */
function filledBefore(cells: readonly CellNode[], at: number): number {
  let before = at - 1;
  while (before >= 0 && cells[before]?.value === '') before--;
  return before;
}

function bareAt(cells: readonly CellNode[], at: number): Spot | undefined {
  const cell = cells[at];
  const spot = cell && readSpot(cell);
  return spot?.unit === '' || spot?.unit === '分' ? spot : undefined;
}

function filledAt(cells: readonly CellNode[], at: number): CellNode | undefined {
  const cell = cells[at];
  return cell?.value ? cell : undefined;
}

class Reader {
  readonly #table: Table;
  readonly #funds: FundRow[] = [];
  readonly #projects: FundRow[] = [];
  readonly #rows: ScoredRow[] = [];
  readonly #totals: TotalRow[] = [];
  #grade: CellNode | undefined;
  #asksReasons = false;
  #unreadFunds = 0;
  #unreadRows = 0;

  constructor(table: Table) {
    this.#table = table;
  }

  read(): Evaluation {
    let head: Head | undefined;
    for (const row of this.#table.syntax.rows) {
      if (row.separator) continue;
      if (head?.kind === 'scored') {
        const scored = rowInPlace(row.cells, head) ?? rowInOrder(row.cells, head);
        if (scored !== undefined) {
          this.#rows.push(scored);
          continue;
        }
      }
      const next = readHead(row);
      if (next !== undefined) {
        head = next;
        if (!head.isManagement && head.kind === 'scored') {
          this.#asksReasons ||= head.places.has('reason');
        }
        continue;
      }
      if (head === undefined) continue;
      if (head.kind === 'scored') this.#scored(row, head);
      else if (head.places.has('project')) this.#project(row, head);
      else if (!this.#fund(row, head)) head = undefined;
    }
    const [total, another] = this.#totals;
    return {
      table: this.#table,
      kind:
        /部门|单位整体/.test(this.#table.name) && !/项目/.test(this.#table.name)
          ? 'department'
          : 'project',
      funds: this.#funds,
      projects: this.#projects,
      rows: this.#rows,
      total: another === undefined ? total : undefined,
      grade: this.#grade,
      decimals: this.#decimals(),
      printsDeviation: this.#rows.some(({ deviation }) => deviation !== undefined),
      asksReasons: this.#asksReasons,
      unreadFunds: this.#unreadFunds,
      unreadRows: this.#unreadRows,
    };
  }

  #decimals(): number {
    let most = 0;
    const look = (spot: Spot | undefined): void => {
      if (spot && spot.decimals > most) most = spot.decimals;
    };
    for (const { score } of this.#rows) look(score);
    for (const { score } of this.#funds) look(score);
    for (const { score } of this.#totals) look(score);
    return Math.min(most, 2);
  }

  /** False where the row is none of the money any more. */
  #fund(row: RowLine, head: Head): boolean {
    let named: ReturnType<typeof fundLabel>;
    let from = -1;
    for (let at = 0; at < row.cells.length; at++) {
      const { value } = row.cells[at] as CellNode;
      if (value === '') continue;
      const label = isHan(value) || /^[(（“"其]/.test(value) ? fundLabel(value) : undefined;
      if (label === undefined) {
        if (named !== undefined) break;
        if (!isHan(value)) return true;
        continue;
      }
      named = { ...label, isWithin: label.isWithin || named?.isWithin === true };
      from = at;
    }
    if (named === undefined) return row.cells.every(({ value }) => value === '' || isShort(value));
    const values = filledCells(row, from + 1);
    if (values.length === 0) {
      this.#funds.push({ ...emptyFund(named), isInPlace: true, isFilled: false });
      return true;
    }
    const read = fundCells(values, head, from);
    if (read === undefined) {
      this.#unreadFunds += 1;
      return true;
    }
    const fund = fundRow(named, read, head);
    if (fund === undefined) this.#unreadFunds += 1;
    else this.#funds.push(fund);
    return true;
  }

  /** A row of a list, where every cell stands under its head. */
  #project({ cells }: RowLine, head: Head): void {
    const name = filledAt(cells, head.places.get('project') ?? -1);
    if (name === undefined) return;
    const found = new Map<HeadKey, Filled>();
    for (const [key, at] of head.places) {
      const cell = filledAt(cells, at);
      if (cell) found.set(key, { at, cell, reading: readCell(cell, '', 'text') });
    }
    const named = { label: name.value, isTotal: false, isWithin: false };
    const project = fundRow(named, { cells: found, isInPlace: true }, head);
    if (project === undefined) this.#unreadFunds += 1;
    else this.#projects.push(project);
  }

  #scored(row: RowLine, head: Head): void {
    const { cells } = row;
    const sight = lookAt(cells, head.weight);
    if (sight.graded >= 0)
      this.#grade = cells.find((cell, at) => at > sight.graded && cell.value !== '');
    if (!sight.hasFigure || sight.isSubtotal) return;
    if (sight.isTotal) {
      this.#total(filledCells(row, 0));
      return;
    }
    const scored = scoredRow(filledCells(row, 0), head);
    if (scored === undefined) this.#unreadRows += 1;
    else this.#rows.push(scored);
  }

  #total(filled: readonly Filled[]): void {
    const spots = filled.flatMap((one) => bareSpot(one) ?? []);
    const [first, second, more] = spots;
    if (first === undefined || more !== undefined) this.#unreadRows += 1;
    else
      this.#totals.push(
        second === undefined
          ? { weight: undefined, score: first }
          : { weight: first, score: second },
      );
  }
}

function readHead({ cells }: RowLine): Head | undefined {
  if (!mayBeHead(cells)) return undefined;
  const order: (readonly [number, HeadKey | undefined])[] = [];
  const places = new Map<HeadKey, number>();
  let isPercent = false;
  let isManagement = false;
  let isRepeated = false;
  for (let at = 0; at < cells.length; at++) {
    const { value } = cells[at] as CellNode;
    if (value === '') continue;
    const key = headKey(value);
    if (key === undefined && order.length === 0) continue;
    order.push([at, key]);
    if (key === undefined) continue;
    if (key === 'rate') isPercent = isPercentHead(value);
    if (value.includes('情况说明')) isManagement = true;
    // Of two 分值 the one beside 得分 counts: the other is that of the group.
    isRepeated ||= key !== 'weight' && places.has(key);
    places.set(key, at);
  }
  if (isRepeated || places.size < 2) return undefined;
  const isFunds = places.has('executed') || (places.has('rate') && places.has('budget'));
  if (!isFunds && !(places.has('weight') && places.has('score'))) return undefined;
  const place = (key: HeadKey): number => places.get(key) ?? -1;
  return {
    kind: isFunds ? 'funds' : 'scored',
    places,
    order,
    byPlace: new Map(order),
    isPercent,
    isManagement,
    label: place('label'),
    target: place('target'),
    actual: place('actual'),
    weight: place('weight'),
    score: place('score'),
    deviation: place('deviation'),
    isAimBesideReached: isNext(order, 'target', 'actual'),
  };
}

/** Every head that counts names points or execution: 分值, 权重, 标准分值, 全年执行数, 执行率. */
function mayBeHead(cells: readonly CellNode[]): boolean {
  for (const { value } of cells) {
    if (value.length < 2 || value.length > 24) continue;
    switch (value.charCodeAt(0)) {
      case 0x5206: // 分
      case 0x6743: // 权
      case 0x6807: // 标
      case 0x6307: // 指
        if (value.includes('分值') || value.includes('权重')) return true;
        break;
      case 0x6267: // 执
      case 0x5168: // 全
      case 0x9884: // 预
        if (value.includes('执行')) return true;
        break;
      default:
    }
  }
  return false;
}

function isShort(text: string): boolean {
  return text.length <= 2;
}

function filledCells({ cells }: RowLine, from: number): Filled[] {
  const filled: Filled[] = [];
  for (let at = from; at < cells.length; at++) {
    const cell = cells[at] as CellNode;
    if (cell.value !== '') filled.push({ at, cell, reading: readCell(cell, '', 'text') });
  }
  return filled;
}

function spotOf({ cell, reading }: Filled): Spot | undefined {
  if (reading.kind !== 'figure') return undefined;
  const { units, decimals, unit } = reading.figure;
  return { cell, units, decimals, unit };
}

/** A number without a unit: points, amounts. */
function bareSpot(filled: Filled | undefined): Spot | undefined {
  const spot = filled && spotOf(filled);
  return spot?.unit === '' || spot?.unit === '分' ? spot : undefined;
}

type Named = NonNullable<ReturnType<typeof fundLabel>>;
type FundCells = { readonly cells: ReadonlyMap<HeadKey, Filled>; readonly isInPlace: boolean };

function emptyFund({ label, isTotal, isWithin }: Named): Omit<FundRow, 'isInPlace' | 'isFilled'> {
  return {
    label,
    isTotal,
    isNested: isWithin,
    amounts: {},
    rate: undefined,
    weight: undefined,
    score: undefined,
  };
}

/** All of them under their heads, or as many as there are heads. */
function fundCells(values: readonly Filled[], head: Head, label: number): FundCells | undefined {
  const first = head.order[0]?.[0] ?? 0;
  const { byPlace } = head;
  const cells = new Map<HeadKey, Filled>();
  if (label < first && values.every(({ at }) => byPlace.get(at) !== undefined)) {
    for (const value of values) cells.set(byPlace.get(value.at) as HeadKey, value);
    return { cells, isInPlace: true };
  }
  if (values.length !== head.order.length) return undefined;
  for (const [index, [, key]] of head.order.entries()) {
    if (key !== undefined) cells.set(key, values[index] as Filled);
  }
  return { cells, isInPlace: false };
}

const AMOUNTS: readonly FundColumn[] = ['initial', 'budget', 'executed'];

/** Undefined where a cell holds what its head can't mean. */
function fundRow(named: Named, { cells, isInPlace }: FundCells, head: Head): FundRow | undefined {
  const amounts: Partial<Record<FundColumn, Spot>> = {};
  let isFilled = true;
  for (const column of AMOUNTS) {
    if (!head.places.has(column)) continue;
    const filled = cells.get(column);
    const spot = bareSpot(filled);
    if (spot !== undefined) amounts[column] = spot;
    else if (filled !== undefined && filled.reading.kind !== 'empty') return undefined;
    else isFilled = false;
  }
  const rateCell = cells.get('rate');
  const printed = rateCell && spotOf(rateCell);
  if (rateCell && !printed && rateCell.reading.kind !== 'empty') return undefined;
  if (printed && printed.unit !== '%' && printed.unit !== '') return undefined;
  const rate =
    printed && (printed.unit === '%' || head.isPercent) ? { ...printed, unit: '%' } : printed;
  const weight = pointsOf(cells.get('weight'));
  const score = pointsOf(cells.get('score'));
  if (weight === null || score === null) return undefined;
  return { ...emptyFund(named), amounts, rate, weight, score, isInPlace, isFilled };
}

/** Null where it is no number of points. */
function pointsOf(filled: Filled | undefined): Spot | undefined | null {
  if (filled === undefined || filled.reading.kind === 'empty') return undefined;
  return bareSpot(filled) ?? null;
}

interface Tail {
  readonly target: Filled | undefined;
  readonly actual: Filled | undefined;
  readonly weight: Spot;
  readonly score: Spot;
  readonly deviation: Spot | undefined;
  readonly hasReason: boolean;
  readonly label: Filled | undefined;
  readonly isInPlace: boolean;
}

function scoredRow(filled: readonly Filled[], head: Head): ScoredRow | undefined {
  const inPlace = tailInPlace(filled, head);
  const inOrder = tailInOrder(filled, head);
  const tail = chosen(inPlace, inOrder);
  if (tail === undefined) return undefined;
  const { weight, score, deviation, hasReason, isInPlace } = tail;
  // What is said of the management of money may be long and stands beside its name.
  const named = head.isManagement
    ? filled.find(({ reading }) => reading.kind === 'text')
    : tail.label;
  return new ScoredRow(
    head.isManagement ? 'management' : 'indicator',
    named?.cell,
    tail.target?.cell,
    tail.actual?.cell,
    weight,
    score,
    deviation,
    hasReason,
    isInPlace,
  );
}

/** Two readings of one row that disagree are none, unless one of them is against sense. */
function chosen(inPlace: Tail | undefined, inOrder: Tail | undefined): Tail | undefined {
  if (inPlace === undefined || inOrder === undefined) return inPlace ?? inOrder;
  if (inPlace.score.cell === inOrder.score.cell) return inPlace;
  const [first, second] = [makesSense(inPlace), makesSense(inOrder)];
  return first === second ? undefined : first ? inPlace : inOrder;
}

function makesSense({ target, actual, label }: Tail): boolean {
  if (label === undefined || label.reading.kind === 'figure') return false;
  if (actual === undefined || actual.reading.kind === 'target') return false;
  const aim = target && readAim(target.cell)?.spot;
  if (aim === undefined)
    return actual.reading.kind !== 'figure' || actual.reading.figure.unit !== '';
  return actual.reading.kind !== 'figure' || actual.reading.figure.unit === aim.unit;
}

/** Every number under its head. */
function tailInPlace(filled: readonly Filled[], { places }: Head): Tail | undefined {
  const byPlace = new Map(filled.map((one) => [one.at, one]));
  const at = (key: HeadKey): Filled | undefined => byPlace.get(places.get(key) ?? -1);
  const weight = bareSpot(at('weight'));
  const score = bareSpot(at('score'));
  if (weight === undefined || score === undefined) return undefined;
  const deviationCell = at('deviation');
  const deviation = deviationCell && spotOf(deviationCell);
  if (deviationCell && !deviation && deviationCell.reading.kind !== 'empty') return undefined;
  const end = places.get('deviation') ?? (places.get('score') as number);
  const rest = filled.filter((one) => one.at > end);
  if (rest.some(({ reading }) => reading.kind === 'figure')) return undefined;
  const start = Math.min(
    places.get('target') ?? 99,
    places.get('actual') ?? 99,
    places.get('weight') as number,
  );
  const label = at('label') ?? filled.findLast((one) => one.at < start);
  return {
    target: at('target'),
    actual: at('actual'),
    weight,
    score,
    deviation: deviation && percent(deviation),
    hasReason: rest.some(({ reading }) => reading.kind === 'text'),
    label,
    isInPlace: label === undefined || label.at < start,
  };
}

/** From the end: a reason or none, the deviation, the score, its weight, what was reached, what was aimed at, the name. */
function tailInOrder(filled: readonly Filled[], { places, order }: Head): Tail | undefined {
  let end = filled.length - 1;
  const last = filled[end];
  const hasReason = last?.reading.kind === 'text';
  if (last?.reading.kind !== 'figure') end -= 1;
  const deviation = places.has('deviation') ? filled[end] : undefined;
  if (places.has('deviation')) end -= 1;
  if (deviation && !spotOf(deviation)) return undefined;
  const score = filled[end];
  const weight = filled[end - 1];
  const [points, full] = [bareSpot(score), bareSpot(weight)];
  if (!score || !points || !full) return undefined;
  const known = ['target', 'actual'].filter((key) => places.has(key as HeadKey)).length;
  const before = filled.slice(0, end - 1);
  // Nothing tells which of fewer cells is missing.
  if (before.length < known + 1) return undefined;
  const shift = score.at - (places.get('score') as number);
  const aside = (key: HeadKey): Filled | undefined => {
    const place = places.get(key);
    return place === undefined ? undefined : before.find(({ at }) => at === place + shift);
  };
  const actual = places.has('actual') ? before.at(-1) : undefined;
  const isBeside = isNext(order, 'target', 'actual');
  const target = !places.has('target') ? undefined : isBeside ? before.at(-2) : aside('target');
  const label =
    aside('label') ?? before[before.indexOf(target ?? actual ?? (weight as Filled)) - 1];
  const spot = deviation && spotOf(deviation);
  return {
    target,
    actual,
    weight: full,
    score: points,
    deviation: spot && percent(spot),
    hasReason,
    label: label ?? before.at(-known - 1),
    isInPlace: false,
  };
}

function isNext(order: Head['order'], first: HeadKey, second: HeadKey): boolean {
  const at = order.findIndex(([, key]) => key === first);
  return at >= 0 && order[at + 1]?.[1] === second;
}

/** 偏差度 is printed in percent, with its sign or without. */
function percent(spot: Spot): Spot {
  return { ...spot, unit: '%' };
}
