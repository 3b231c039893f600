/**
 * Works something out once for each object and keeps it with that object, where nothing else sees it.
 *
 * Not a WeakMap: a collection of young objects takes all values of an old WeakMap for needed. A single one that holds rows or
 * panels would keep every report that was checked until the whole heap is swept, and have each of them copied twice.
 */
export function keptWith<
  Owner extends object,
  Kept extends object,
  More extends readonly unknown[],
>(make: (owner: Owner, ...more: More) => Kept): (owner: Owner, ...more: More) => Kept {
  const place = Symbol(make.name);
  return (owner, ...more) => {
    const known = (owner as { readonly [place]?: Kept })[place];
    if (known !== undefined) return known;
    const made = make(owner, ...more);
    Object.defineProperty(owner, place, { value: made });
    return made;
  };
}
