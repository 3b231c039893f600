/**
 * Money of the generated reports: whole 分, exact. A cell is rounded on its own, half up, when it is printed and not
 * before.
 */
import type { Random } from './random.ts';

/** An amount in 分. Every sum of a report stays far below 2^53. */
export type Fen = number;

/** What 0.01 万元 is worth: the least amount that is drawn, so that no printed 0.00 hides money. */
export const LEAST: Fen = 10_000;

/** Log-uniform between 0.01 万元 and `most`; at times a round number, as grants are. */
export function drawAmount(random: Random, most: Fen): Fen {
  if (most <= LEAST) return LEAST;
  const amount = Math.floor(LEAST * (most / LEAST) ** random.real());
  if (!random.chance(0.12)) return amount;
  const step = random.pick([10_000, 1_000_000, 10_000_000]);
  return Math.max(LEAST, amount - (amount % step));
}

export type PrintedUnit = '万元' | '元';

/** The amount in hundredths of the unit, rounded half up. */
export function toHundredths(amount: Fen, unit: PrintedUnit): number {
  return unit === '元' ? amount : Math.floor((amount + 5_000) / 10_000);
}

/** 0.01 of the unit, in 分. */
export function hundredth(unit: PrintedUnit): Fen {
  return unit === '元' ? 1 : 10_000;
}

export interface NumberStyle {
  /** 1,234.50 rather than 1234.50 */
  readonly grouped: boolean;
  /** 12.5 rather than 12.50, and 12 rather than 12.00 */
  readonly dropZeros: boolean;
  readonly zero: '0.00' | '' | '-' | '—' | '0';
}

/** Hundredths as a table prints them. */
export function printHundredths(hundredths: number, style: NumberStyle): string {
  if (hundredths === 0) return style.zero;
  const digits = String(Math.abs(hundredths)).padStart(3, '0');
  let whole = digits.slice(0, -2);
  let fraction = digits.slice(-2);
  if (style.grouped) whole = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  if (style.dropZeros) fraction = fraction.replace(/0+$/, '');
  return `${hundredths < 0 ? '-' : ''}${whole}${fraction === '' ? '' : '.'}${fraction}`;
}

/** part ÷ whole in per cent, rounded half up on the exact value. */
export function percentage(part: Fen, whole: Fen, decimals = 2): string {
  const scale = 200n * 10n ** BigInt(decimals);
  const units = (BigInt(part) * scale + BigInt(whole)) / (BigInt(whole) * 2n);
  const digits = units.toString().padStart(decimals + 1, '0');
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}%`;
}
