/** `npm run mutate`: makes mistakes in correct reports and measures what the checker makes of them. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type ChangeKind, changeKinds } from './changes.ts';
import { type Group, groups } from './figures.ts';
import { Listing } from './listing.ts';
import { run } from './run.ts';
import { criteria, percentages } from './tally.ts';

const usual = { seed: 1, count: 6000, pairs: 1200 };

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    count: { type: 'string' },
    pairs: { type: 'string' },
    kind: { type: 'string', multiple: true },
    group: { type: 'string', multiple: true },
    list: { type: 'string' },
    write: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  },
});

if (values.help) {
  console.log(`npm run mutate -- [options]

  --seed N      another series of mistakes (${usual.seed})
  --count N     single mistakes (${usual.count})
  --pairs N     pairs of mistakes (${usual.pairs})
  --kind NAME   only these kinds: ${changeKinds.join(', ')}
  --group NAME  only figures of these groups: ${groups.join(', ')}
  --list N      print the first N failures of each criterion
  --write       keep the result as the one that docs/mutation.md shows`);
} else {
  const options = {
    seed: whole(values.seed, usual.seed),
    count: whole(values.count, usual.count),
    pairs: whole(values.pairs, usual.pairs),
    kinds: chosen<ChangeKind>(values.kind, changeKinds),
    groups: chosen<Group>(values.group, groups),
  };
  const listing = new Listing(whole(values.list, 0));
  const started = performance.now();
  const { tally, reports } = run(options, listing);
  console.log(listing.text);
  const measured = percentages(tally);
  for (const criterion of criteria) console.log(`${criterion.padEnd(10)} ${measured[criterion]} %`);
  console.log(JSON.stringify(tally.all), JSON.stringify(tally.pairs));
  console.log(`${reports} reports, ${((performance.now() - started) / 1000).toFixed(0)} s`);
  if (values.write) {
    const { seed } = options;
    const text = `${JSON.stringify({ seed, reports, ...tally }, undefined, 2)}\n`;
    writeFileSync(join(import.meta.dirname, 'measured.json'), text);
    console.log('Kept. `npm run generate` writes the page.');
  }
}

function whole(value: string | undefined, otherwise: number): number {
  const number = value === undefined ? otherwise : Number(value);
  if (!Number.isSafeInteger(number) || number < 0) throw new Error(`Not a number: ${value}`);
  return number;
}

function chosen<Name extends string>(
  wanted: readonly string[] | undefined,
  known: readonly Name[],
): readonly Name[] {
  for (const name of wanted ?? []) {
    if (!known.includes(name as Name)) throw new Error(`${name}: one of ${known.join(', ')}`);
  }
  return wanted === undefined ? known : known.filter((name) => wanted.includes(name));
}
