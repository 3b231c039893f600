/** Lines with a weight and a score, in their places or moved as a whole. */

import type { CellNode } from '../../../grammar/syntax-tree.ts';
import { isHan, readAim, readSpot, ScoredRow, type Spot } from './evaluation.ts';
import {
  bareAt,
  bareSpot,
  type Filled,
  filledAt,
  filledBefore,
  isFragment,
  percent,
  spotOf,
} from './filled.ts';
import type { Head } from './read-head.ts';
import type { HeadKey } from './words.ts';

/**
 * A row whose numbers stand under their heads, to the last of them: there is no other way to read it. Undefined for all
 * others.
 */
export function rowInPlace(cells: readonly CellNode[], head: Head): ScoredRow | undefined {
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
export function rowInOrder(cells: readonly CellNode[], head: Head): ScoredRow | undefined {
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

export function scoredRow(filled: readonly Filled[], head: Head): ScoredRow | undefined {
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
  if (rest.some((one) => one.reading.kind === 'figure' || isFragment(one))) return undefined;
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
function tailInOrder(
  filled: readonly Filled[],
  { places, isAimBesideReached }: Head,
): Tail | undefined {
  let end = filled.length - 1;
  const last = filled[end];
  if (last && isFragment(last)) return undefined;
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
  const target = !places.has('target')
    ? undefined
    : isAimBesideReached
      ? before.at(-2)
      : aside('target');
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
