import { parseAssertion } from '../../grammar/expression-parser.ts';
import type { Expression } from '../../grammar/syntax-tree.ts';
import type { NarrativeIdentity } from '../report/narrative.ts';

/** `total = a + b`, or `lesser ≤ greater` with the greater as total and the lesser as its only part. */
export interface IdentitySides {
  readonly relation: '=' | '≤';
  readonly total: string;
  readonly parts: readonly string[];
}

const known = new WeakMap<NarrativeIdentity, IdentitySides | { readonly relation: undefined }>();

/** The subject names of an identity; undefined for one of another shape, which says nothing of sentences. */
export function identitySides(identity: NarrativeIdentity): IdentitySides | undefined {
  let found = known.get(identity);
  if (!found) {
    found = read(identity) ?? { relation: undefined };
    known.set(identity, found);
  }
  return found.relation === undefined ? undefined : found;
}

/** Of several ways to make up one total (优良中差, 优良合格不合格) the one that the sentences follow. */
export function followed(
  identities: readonly NarrativeIdentity[],
  names: ReadonlyMap<string, unknown>,
): readonly NarrativeIdentity[] {
  const best = new Map<string, { readonly identity: NarrativeIdentity; readonly known: number }>();
  for (const identity of identities) {
    const sides = identitySides(identity);
    if (sides?.relation !== '=') continue;
    const known = sides.parts.filter((part) => names.has(part)).length;
    const other = best.get(sides.total);
    if (!other || known > other.known) best.set(sides.total, { identity, known });
  }
  return identities.filter((identity) => {
    const sides = identitySides(identity);
    return sides?.relation !== '=' || best.get(sides.total)?.identity === identity;
  });
}

function read({ statement }: NarrativeIdentity): IdentitySides | undefined {
  const { left, relation, right } = parseAssertion(statement);
  if (!left || !right) return undefined;
  const lefts = names(left);
  const rights = names(right);
  if (!lefts || !rights) return undefined;
  const [total] = lefts;
  const [only, second] = rights;
  if (total === undefined || lefts.length > 1 || only === undefined) return undefined;
  if (relation === '=') return { relation: '=', total, parts: rights };
  if (relation === '≤' && second === undefined) return { relation: '≤', total: only, parts: lefts };
  return undefined;
}

function names(expression: Expression): string[] | undefined {
  if (expression.kind === 'name') return [expression.name];
  if (expression.kind !== 'sum') return undefined;
  const found: string[] = [];
  for (const { sign, operand } of expression.terms) {
    if (sign !== 1 || operand.kind !== 'name') return undefined;
    found.push(operand.name);
  }
  return found;
}
