/**
 * The narrative of Henan's reports: what its thirteen sections speak of, and in which words. The words are wider than one
 * province's, since bodies write as their neighbours do and a report of another province is laid against this profile too.
 */
import type { SectionDefinition } from '../../report/narrative.ts';
import { budgets } from './narrative-budgets.ts';
import { others } from './narrative-other.ts';
import { threePublic } from './narrative-three-public.ts';
import { totals } from './narrative-totals.ts';

export const narrative: readonly SectionDefinition[] = [
  ...totals,
  ...budgets,
  ...threePublic,
  ...others,
];
