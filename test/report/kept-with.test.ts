import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { keptWith } from '../../server/report/kept-with.ts';

test('is worked out once for each object, and nothing else sees it', () => {
  const made: unknown[] = [];
  const lengthOf = keptWith((list: readonly number[], more: string) => {
    made.push(list);
    return { length: list.length, more };
  });
  const one = [1, 2];
  const other = [1, 2];
  expect(lengthOf(one, 'a')).toBe(lengthOf(one, 'b'));
  expect(lengthOf(one, 'c').more).toBe('a');
  expect(lengthOf(other, 'd').more).toBe('d');
  expect(made).toEqual([
    [1, 2],
    [1, 2],
  ]);
  expect(one).toEqual([1, 2]);
  expect({ ...one }).toEqual({ 0: 1, 1: 2 });
  expect(JSON.stringify(one)).toBe('[1,2]');
});

test('two makers do not mix what they keep', () => {
  const owner = {};
  expect(keptWith(() => ({ of: 'one' }))(owner)).toEqual({ of: 'one' });
  expect(keptWith(() => ({ of: 'other' }))(owner)).toEqual({ of: 'other' });
});

const root = resolve(import.meta.dirname, '../..');

/** Data of a profile, of the classification and of the rules: there are few, and they last. */
const LASTING =
  /^(?:Profile|FormDefinition|readonly FormDefinition\[\]|PanelDefinition|IdentityPlan|NarrativeIdentity|SubjectTable|Reference|readonly RuleFamily\[\]|RuleContext\['profile'\])$/;

test('no WeakMap of the core holds anything of a report', () => {
  const keys: string[] = [];
  for (const room of ['report', 'forms', 'subjects', 'claims', 'reconcile', 'rules', 'fixes']) {
    const folder = join(root, 'server', room);
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.ts')) continue;
      const source = readFileSync(join(folder, name), 'utf8');
      for (const [, key = '', value = ''] of source.matchAll(
        /new WeakMap<\s*([^,]+),\s*([^()]+)>\(/g,
      )) {
        // A flag or a word of text keeps nothing alive.
        if (!LASTING.test(key) && !/^(?:boolean|number|string|ColumnStyle)$/.test(value.trim())) {
          keys.push(`${room}/${name}: ${key}`);
        }
      }
    }
  }
  expect(keys).toEqual([]);
});
