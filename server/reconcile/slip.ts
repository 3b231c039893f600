/** How one number may have become another under somebody's fingers. */

export type Slip = 'swapped-digits' | 'one-digit' | 'lost-digit' | 'extra-digit' | 'shifted-point';

/** What turned `right` into `printed`, both in the same last places; undefined: nothing that is seen at a glance. */
export function slipBetween(printed: number, right: number): Slip | undefined {
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
  if (b.length + 1 === a.length && isOneShort(b, a)) return 'extra-digit';
  return undefined;
}

/** True where `long` is `short` with one digit put in. */
function isOneShort(short: string, long: string): boolean {
  let index = 0;
  while (index < short.length && short[index] === long[index]) index++;
  return short.slice(index) === long.slice(index + 1);
}
