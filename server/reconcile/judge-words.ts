/** Claims made in words: nothing was spent, it grew or fell, it consists of these. */
import type {
  AbsenceClaim,
  CompletedClaim,
  DirectionClaim,
  ListClaim,
  Place,
  TogetherClaim,
} from '../claims/claim.ts';
import { type Judged, judged, UNKNOWN, type Values } from './claim-judge.ts';
import type { Term } from './constraint.ts';
import { turned } from './judge-percentage.ts';

/** 没有…: every place that it speaks of is zero. */
export function judgeAbsence({ places }: AbsenceClaim, values: Values): Judged {
  const terms = places.flatMap((place) => values.places.at(place) ?? []);
  const against = terms.filter(({ state }) => state === 'figure');
  if (against.length > 0) return judged('broken', { against });
  return terms.length === 0 ? UNKNOWN : judged('exact');
}

/** There are teams, vehicles, guests where there is money for them, and only there (N9). */
export function judgeTogether({ figure, amount }: TogetherClaim, values: Values): Judged {
  return values.weigh([amount], (read) => {
    const money = read(amount);
    const count = values.of(figure);
    if (money === undefined || money.state === 'unreadable' || count.state === 'unreadable') {
      return UNKNOWN;
    }
    return money.state === count.state ? judged('exact') : judged('broken', { against: [money] });
  });
}

/** 增加 beside 下降. A negative rate of growth is a fall. */
export function judgeDirection({ change, rate, figures }: DirectionClaim, values: Values): Judged {
  let [ofChange, ofRate] = [change, rate];
  for (const figure of figures) {
    if (figure.aspect === 'rate') ofRate = turned(ofRate, values.of(figure).figure);
    else ofChange = turned(ofChange, values.of(figure).figure);
  }
  return judged(ofChange === ofRate ? 'exact' : 'broken');
}

/** More than the budget is more than 100 %; what rounds to 100 % may be more or less than that. */
export function judgeCompleted({ relation, figure }: CompletedClaim, values: Values): Judged {
  const { units, decimals } = values.of(figure).figure.number;
  const sign = Math.sign(units - 100 * 10 ** decimals);
  const isFitting = sign === 0 || relation === '≠' || (relation === '>' ? sign > 0 : sign < 0);
  return judged((relation === '=' ? sign === 0 : isFitting) ? 'exact' : 'broken');
}

/** What a list names has money, and what has money is named (N6-LIST). `against`: the places of both kinds. */
export function judgeList({ items, expected, open }: ListClaim, values: Values): Judged {
  const against: Term[] = [];
  const named = new Set<string>();
  let known = false;
  for (const { place } of items) {
    if (place === undefined) continue;
    known = true;
    named.add(keyOf(place));
    const term = values.places.at(place);
    if (term?.state === 'zero') against.push(term);
  }
  if (!known) return UNKNOWN;
  for (const place of open ? [] : expected) {
    if (named.has(keyOf(place))) continue;
    const term = values.places.at(place);
    if (term?.state === 'figure') against.push(term);
  }
  return judged(against.length === 0 ? 'exact' : 'broken', { against });
}

function keyOf({ code, definition, row }: Place): string {
  return code ?? definition?.label ?? row?.label ?? '';
}
