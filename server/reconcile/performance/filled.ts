/** Filled cells of a row, and the numbers in them. */

import type { CellNode, RowLine } from '../../../grammar/syntax-tree.ts';
import { readCell } from '../../report/cells.ts';
import type { CellReading } from '../../report/model.ts';
import { readSpot, type Spot } from './evaluation.ts';

/** A filled cell: where in its row it stands, and what it says. */
export interface Filled {
  readonly at: number;
  readonly cell: CellNode;
  readonly reading: CellReading;
}

export function filledCells({ cells }: RowLine, from: number): Filled[] {
  const filled: Filled[] = [];
  for (let at = from; at < cells.length; at++) {
    const cell = cells[at] as CellNode;
    if (cell.value !== '') filled.push({ at, cell, reading: readCell(cell, '', 'text') });
  }
  return filled;
}

/** What is left of a number that was cut in two: `.87%`. */
export function isFragment({ cell, reading }: Filled): boolean {
  return reading.kind !== 'empty' && reading.kind !== 'figure' && /^[\d.,%．％]+$/.test(cell.value);
}

export function filledAt(cells: readonly CellNode[], at: number): CellNode | undefined {
  const cell = cells[at];
  return cell?.value ? cell : undefined;
}

/** The filled cell next to the left; -1. */
export function filledBefore(cells: readonly CellNode[], at: number): number {
  let before = at - 1;
  while (before >= 0 && cells[before]?.value === '') before--;
  return before;
}

export function spotOf({ cell, reading }: Filled): Spot | undefined {
  if (reading.kind !== 'figure') return undefined;
  const { units, decimals, unit } = reading.figure;
  return { cell, units, decimals, unit };
}

/** A number without a unit: points, amounts. */
export function bareSpot(filled: Filled | undefined): Spot | undefined {
  const spot = filled && spotOf(filled);
  return spot?.unit === '' || spot?.unit === '分' ? spot : undefined;
}

export function bareAt(cells: readonly CellNode[], at: number): Spot | undefined {
  const cell = cells[at];
  const spot = cell && readSpot(cell);
  return spot?.unit === '' || spot?.unit === '分' ? spot : undefined;
}

/** 偏差度 is printed in percent, with its sign or without. */
export function percent(spot: Spot): Spot {
  if (spot.unit === '%') return spot;
  const { cell, units, decimals } = spot;
  return { cell, units, decimals, unit: '%' };
}
