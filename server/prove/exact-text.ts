import type { Fraction } from '../reconcile/fraction.ts';

/** A fraction over a power of ten as decimal digits: 25/2 → `12.5`. Others are cut off after twenty places. */
export function exactText({ over, under }: Fraction): string {
  const size = over < 0n ? -over : over;
  let text = String(size / under);
  let rest = size % under;
  if (rest !== 0n) text += '.';
  for (let place = 0; rest !== 0n && place < 20; place++) {
    rest *= 10n;
    text += rest / under;
    rest %= under;
  }
  return over < 0n ? `-${text}` : text;
}
