import type { Range } from '../../../grammar/syntax-tree.ts';
import { Positions } from '../../project/positions.ts';
import type { Ledger } from '../../reconcile/ledger.ts';
import { placeOf } from '../check-file.ts';
import type { Original } from '../original.ts';
import type { Place } from '../results.ts';
import type { TextFile } from '../source.ts';

/** What the outputs of `gouji facts` show. */
export interface FactsView {
  readonly file: TextFile;
  readonly ledger: Ledger;
  /** Of a published original: the way back to its own places. */
  readonly original: Original | undefined;
}

/** Places of a report's ranges in the file that the user knows. */
export function placesIn({ file, original }: FactsView): (range: Range) => Place {
  const positions = new Positions(file.text);
  return (range) => placeOf(positions, original?.originalRange(range) ?? range);
}
