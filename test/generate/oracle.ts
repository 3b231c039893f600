/**
 * Whether the printed figures of a report can be what the identities ask for: worked out from the places alone, without
 * the program. Each identity is judged for itself, by RULES R2 and R3.
 */
import { identitiesOver, type PlaceIdentity } from './identities.ts';
import { hundredth, toHundredths } from './money.ts';
import { type Sheet, unitOf } from './sheet.ts';

export interface Oracle {
  /** Printed amounts by place, in 分. */
  readonly printed: ReadonlyMap<string, number>;
  readonly identities: readonly PlaceIdentity[];
  readonly byPlace: ReadonlyMap<string, readonly PlaceIdentity[]>;
}

export function oracleOf(sheet: Sheet): Oracle {
  const printed = new Map<string, number>();
  for (const [key, amount] of sheet.cells) {
    const unit = unitOf(sheet, Number(key.slice(0, 1)));
    printed.set(key, toHundredths(amount, unit) * hundredth(unit));
  }
  const identities = identitiesOver(sheet.cells);
  const byPlace = new Map<string, PlaceIdentity[]>();
  for (const identity of identities) {
    for (const key of [...identity.whole, ...identity.parts]) {
      const known = byPlace.get(key);
      if (known === undefined) byPlace.set(key, [identity]);
      else known.push(identity);
    }
  }
  return { printed, identities, byPlace };
}

/** Identities of a place that no rounding can save once it prints `amount` 分. */
export function brokenBy(
  oracle: Oracle,
  sheet: Sheet,
  key: string,
  amount: number,
): PlaceIdentity[] {
  const value = (of: string): number => (of === key ? amount : (oracle.printed.get(of) ?? 0));
  return (oracle.byPlace.get(key) ?? []).filter(({ id, whole, parts, relation }) => {
    const difference = sum(whole, value) - sum(parts, value);
    const step = (of: string): number => hundredth(unitOf(sheet, Number(of.slice(0, 1))));
    // Half a printed place for every figure that is not zero.
    const places = [...whole, ...parts].filter((of) => value(of) !== 0);
    const rounding = places.reduce((all, of) => all + step(of) / 2, 0);
    // Between two tables one last place is listed, and no more (R3).
    const listed = id.startsWith('X') ? Math.max(...places.map(step), 0) : 0;
    const slack = Math.max(rounding, listed);
    return relation === '=' ? Math.abs(difference) > slack : -difference > slack;
  });
}

function sum(places: readonly string[], value: (place: string) => number): number {
  return places.reduce((all, place) => all + value(place), 0);
}
