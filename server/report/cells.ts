/** What one cell says: LANGUAGE §2 "Cells". */
import { readNumber, readTarget } from '../../grammar/number.ts';
import type { CellNode } from '../../grammar/syntax-tree.ts';
import type { Unit } from './figure.ts';
import type { CellReading } from './model.ts';

const EMPTY: CellReading = { kind: 'empty' };
const TEXT: CellReading = { kind: 'text' };
const ASKED: CellReading = { kind: 'asked' };

/** Digits that a double holds exactly. */
const MOST_DIGITS = 15;

/**
 * Reads a cell. `unit` is that of the column's bare numbers. In a column of text a number in brackets is an ordinal,
 * and what looks like a spoilt number is text.
 */
export function readCell(node: CellNode, unit: Unit, column: 'amount' | 'text'): CellReading {
  const text = node.value;
  const length = text.length;
  if (length === 0) return EMPTY;
  const first = text.charCodeAt(0);
  // Han characters: by far the most cells that are no number.
  if (first >= 0x4e00 && first <= 0x9fff) return TEXT;
  const units = scanAmount(text);
  if (!Number.isNaN(units)) {
    return {
      kind: 'figure',
      figure: { start: node.start, end: node.end, units, decimals: scannedDecimals, unit },
    };
  }
  return readRare(node, text, unit, column);
}

let scannedDecimals = 0;

/**
 * `1,234.56`, `-5`: half-width digits, grouped correctly or not at all. NaN for everything else, which is left to the
 * grammar's reader. The decimals stand in `scannedDecimals`: a pair returned would be one object more for each cell.
 */
function scanAmount(text: string): number {
  const end = text.length;
  let at = 0;
  const negative = text.charCodeAt(0) === 0x2d;
  if (negative) at = 1;
  let units = 0;
  let digits = 0;
  let point = -1;
  /** Position after the last comma; -1 before the first. */
  let group = -1;
  const start = at;
  for (; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 0x30 && code <= 0x39) {
      units = units * 10 + (code - 0x30);
      digits += 1;
    } else if (code === 0x2c) {
      if (point >= 0) return Number.NaN;
      const run = at - (group < 0 ? start : group);
      if (group < 0 ? run < 1 || run > 3 : run !== 3) return Number.NaN;
      group = at + 1;
    } else if (code === 0x2e) {
      if (point >= 0 || at === start || at === end - 1) return Number.NaN;
      point = at;
    } else return Number.NaN;
  }
  if (digits === 0 || digits > MOST_DIGITS) return Number.NaN;
  if (group >= 0 && (point < 0 ? end : point) - group !== 3) return Number.NaN;
  scannedDecimals = point < 0 ? 0 : end - point - 1;
  return negative && units !== 0 ? -units : units;
}

function readRare(
  node: CellNode,
  text: string,
  unit: Unit,
  column: 'amount' | 'text',
): CellReading {
  if (text === '=' || text === '＝') return ASKED;
  const number = readNumber(text);
  switch (number.kind) {
    case 'empty':
      return EMPTY;
    case 'number': {
      if (number.bracketed && column === 'text') return TEXT;
      const { units, decimals } = number;
      const figure = {
        start: node.start,
        end: node.end,
        units,
        decimals,
        unit: number.unit ?? unit,
      };
      return { kind: 'figure', figure };
    }
    case 'malformed':
      if (column === 'text') return TEXT;
      return { kind: 'malformed', reason: number.reason, repair: number.repair };
    case 'none':
      return readTargetCell(node, text, unit);
  }
}

function readTargetCell(node: CellNode, text: string, unit: Unit): CellReading {
  const target = readTarget(text);
  if (!target) return TEXT;
  const { units, decimals } = target.number;
  return {
    kind: 'target',
    relation: target.relation,
    figure: {
      start: Math.min(node.start + target.numberStart, node.end),
      end: node.end,
      units,
      decimals,
      unit: target.number.unit ?? unit,
    },
  };
}
