/**
 * Where two values first differ, as a path; undefined where they are alike. Objects are compared once however often they
 * are referred to, also in circles, so that a whole analysis is compared in the time that it takes to walk it.
 */
export function difference(one: unknown, other: unknown): string | undefined {
  const partners = new Map<object, object>();
  const queue: [path: string, one: unknown, other: unknown][] = [['', one, other]];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const [path, a, b] = next;
    if (Object.is(a, b)) continue;
    if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) {
      // Functions are the same where what they were made of is.
      if (typeof a === 'function' && typeof b === 'function') continue;
      return `${path}: ${show(a)} is not ${show(b)}`;
    }
    const partner = partners.get(a);
    if (partner === b) continue;
    partners.set(a, b);
    if (a.constructor !== b.constructor) return `${path}: of another class`;
    const [left, right] = [entries(a), entries(b)];
    if (left.length !== right.length) return `${path}: ${left.length} parts and ${right.length}`;
    for (const [at, [name, value]] of left.entries()) {
      const [otherName, otherValue] = right[at] ?? [];
      if (typeof name === 'object' && typeof otherName === 'object') {
        queue.push([`${path}[key ${at}]`, name, otherName]);
      } else if (name !== otherName) return `${path}: ${String(name)} is not ${String(otherName)}`;
      queue.push([`${path}.${typeof name === 'object' ? at : String(name)}`, value, otherValue]);
    }
  }
  return undefined;
}

function entries(value: object): readonly [unknown, unknown][] {
  if (value instanceof Map) return [...value];
  if (value instanceof Set) return [...value].map((item) => [item, item]);
  return Object.entries(value);
}

function show(value: unknown): string {
  return typeof value === 'object' ? (value === null ? 'null' : 'object') : String(value);
}
