/** How one number may have become another under somebody's fingers. */

export type Slip =
  | 'swapped-digits'
  | 'one-digit'
  | 'lost-digit'
  | 'extra-digit'
  | 'doubled-digit'
  | 'shifted-point'
  | 'sign';

/** What turned `right` into `printed`, both in the same last places; undefined: nothing that is seen at a glance. */
export function slipBetween(printed: number, right: number): Slip | undefined {
  if (printed !== 0 && printed === -right) return 'sign';
  const a = String(Math.abs(printed));
  const b = String(Math.abs(right));
  if (printed === 0 || right === 0 || Math.sign(printed) !== Math.sign(right)) return undefined;
  const stripped = (text: string): string => text.replace(/0+$/, '');
  if (a.length !== b.length && stripped(a) === stripped(b)) return 'shifted-point';
  if (a.length === b.length) {
    const differing: number[] = [];
    for (let index = 0; index < a.length; index++) if (a[index] !== b[index]) differing.push(index);
    const [first, second] = differing;
    if (differing.length === 1) return 'one-digit';
    if (
      differing.length === 2 &&
      first !== undefined &&
      second === first + 1 &&
      a[first] === b[second] &&
      a[second] === b[first]
    ) {
      return 'swapped-digits';
    }
    return undefined;
  }
  if (a.length + 1 === b.length && isOneShort(a, b)) return 'lost-digit';
  if (b.length + 1 === a.length && isOneShort(b, a)) {
    return isDoubled(b, a) ? 'doubled-digit' : 'extra-digit';
  }
  return undefined;
}

/**
 * The power of ten by which `printed` is `right` in another unit of money, rounded: 4 for 364,827.50 where 36.48 is
 * right (元 in a table of 万元), −4 the other way round, 8 between 元 and 亿元; else 0. Both in the same last places.
 */
export function unitSlipBetween(printed: number, right: number): UnitSlip {
  if (Math.sign(printed) !== Math.sign(right)) return 0;
  const large = Math.max(Math.abs(printed), Math.abs(right));
  const small = Math.min(Math.abs(printed), Math.abs(right));
  // Three digits that agree are no coincidence.
  if (small < 100) return 0;
  for (const power of [4, 8] as const) {
    const scale = 10 ** power;
    if (2 * Math.abs(large - small * scale) > scale) continue;
    return Math.abs(printed) === large ? power : (-power as UnitSlip);
  }
  return 0;
}

export type UnitSlip = 0 | 4 | 8 | -4 | -8;

/** True where the digit put in stands beside its like. */
function isDoubled(short: string, long: string): boolean {
  let index = 0;
  while (index < short.length && short[index] === long[index]) index++;
  return long[index] === long[index - 1] || long[index] === long[index + 1];
}

/** True where `long` is `short` with one digit put in. */
function isOneShort(short: string, long: string): boolean {
  let index = 0;
  while (index < short.length && short[index] === long[index]) index++;
  return short.slice(index) === long.slice(index + 1);
}
