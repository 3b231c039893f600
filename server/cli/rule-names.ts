/** How a rule is named on the command line: by id, by its title in either language, or by its id in the catalogue. */
import { nearestFew } from '../project/nearest.ts';
import { ruleById, rules } from '../rules/catalogue.ts';
import type { RuleMetadata } from '../rules/rule.ts';

export function ruleNamed(name: string): RuleMetadata | undefined {
  const wanted = name.trim();
  return (
    ruleById(wanted) ??
    rules.find(
      ({ title }) => title.zh === wanted || title.en.toLowerCase() === wanted.toLowerCase(),
    ) ??
    only(rules.filter(({ catalogue }) => catalogue.includes(wanted.toUpperCase())))
  );
}

/** Names that may have been meant, best first. */
export function namesNear(name: string): readonly string[] {
  const inCatalogue = rules.filter(({ catalogue }) =>
    catalogue.includes(name.trim().toUpperCase()),
  );
  if (inCatalogue.length > 0) return inCatalogue.map(({ id }) => id);
  const idOf = new Map<string, string>();
  for (const { id, title } of rules) {
    // The second half of an id is what people remember.
    for (const one of [id, id.slice(id.indexOf('/') + 1), title.zh, title.en]) idOf.set(one, id);
  }
  const near = nearestFew(name, idOf.keys(), 12).map((one) => idOf.get(one) ?? one);
  return [...new Set(near)].slice(0, 3);
}

function only<T>(items: readonly T[]): T | undefined {
  return items.length === 1 ? items[0] : undefined;
}
