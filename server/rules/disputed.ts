/** Places that something speaks against: what is worked out from them is no more certain than they are. */
import { judgeAssertions } from '../reconcile/assertions.ts';
import type { Term } from '../reconcile/constraint.ts';
import { undisputedIn } from '../reconcile/undisputed.ts';
import type { RuleContext } from './rule.ts';

export function anyDisputed(context: RuleContext, places: readonly Term[]): boolean {
  const undisputed = undisputedIn(context);
  if (places.some((place) => undisputed.isDisputed(place))) return true;
  if (context.report.tree.assertions.length === 0) return false;
  return judgeAssertions(context).some(({ failures }) =>
    failures.some((failure) =>
      failure.places.some(({ cell }) => cell && places.some((place) => place.cell === cell)),
    ),
  );
}
