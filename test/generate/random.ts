/** A small seeded source of chance: the same seed gives the same report on every machine, for ever. */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  constructor(seed: number) {
    this.#a = 0x9e3779b9 ^ seed;
    this.#b = Math.imul(seed + 1, 0x85ebca6b);
    this.#c = Math.imul(seed ^ 0x5bd1e995, 0xc2b2ae35);
    for (let i = 0; i < 16; i++) this.#next();
  }

  /** An independent source, so that what one writer draws does not shift what another one does. */
  fork(name: string): Random {
    let hash = this.#next() | 0;
    for (const character of name)
      hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16777619);
    return new Random(hash);
  }

  /** 0 ≤ x < 1 */
  real(): number {
    return this.#next() / 4294967296;
  }

  /** least ≤ x ≤ most, both integers. */
  integer(least: number, most: number): number {
    return least + Math.floor(this.real() * (most - least + 1));
  }

  chance(probability: number): boolean {
    return this.real() < probability;
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.integer(0, items.length - 1)];
    if (item === undefined) throw new Error('Nothing to pick from');
    return item;
  }

  shuffle<Item>(items: readonly Item[]): Item[] {
    const result = [...items];
    for (let last = result.length - 1; last > 0; last--) {
      const other = this.integer(0, last);
      [result[last], result[other]] = [result[other] as Item, result[last] as Item];
    }
    return result;
  }

  // sfc32 by Chris Doty-Humphrey, in the public domain.
  #next(): number {
    const sum = (this.#a + this.#b + this.#counter++) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }
}
