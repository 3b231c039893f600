/** Names that share one statement: `A、B和C`. Which 和 parts two names and which stands within one only the names can say. */

const JOINT = /[和与及]/g;
/** More ways to part a text than these are not tried: it is no list of names. */
const MOST_WAYS = 6;

/** Every way to take the text for several names, the plainest first; with `count` only those with so many names. */
export function nameLists(text: string, count: number | undefined): string[][] {
  const parts = text.split('、');
  const lists: string[][] = [];
  const add = (list: string[]): void => {
    if (list.length < 2 || list.some((name) => name === '')) return;
    if (count === undefined || list.length === count) lists.push(list);
  };
  add(parts);
  const last = parts[parts.length - 1] ?? '';
  let ways = 0;
  for (const joint of last.matchAll(JOINT)) {
    if (++ways > MOST_WAYS) break;
    const before = last.slice(0, joint.index).replace(/以$/, '');
    add([...parts.slice(0, -1), before, last.slice(joint.index + 1)]);
  }
  return lists;
}
