import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainValue, readJson } from '../../server/project/json-places.ts';

function faultAt(text: string): string {
  const reading = readJson(text);
  return 'fault' in reading ? `${reading.fault.code}@${reading.fault.start}` : 'none';
}

test.each([
  ['', 'value@0'],
  ['{', 'key@1'],
  ['{"a" 1}', 'colon@5'],
  ['{"a": }', 'value@6'],
  ['{"a": 1 "b": 2}', 'comma@8'],
  ['{"a": 1,}', 'key@8'],
  ['[1, 2', 'comma@5'],
  ['{"a": "b}', 'text@6'],
  ['{"a": "C:\\data"}', 'text@6'],
  ['{"a": "b\nc"}', 'text@6'],
  ['{} x', 'rest@3'],
  ["{'a': 1}", 'key@1'],
  ['// why\n{}', 'value@0'],
])('%j: %s', (text, fault) => {
  expect(faultAt(text)).toBe(fault);
});

test('deep nesting is a fault and no stack overflow', () => {
  expect(faultAt('['.repeat(100_000))).toBe('depth@65');
});

test('whatever JSON.parse reads is read alike, and nothing else', () => {
  const parsed = (text: string): unknown => {
    try {
      return { value: JSON.parse(text) };
    } catch {
      return 'fault';
    }
  };
  const read = (text: string): unknown => {
    const reading = readJson(text);
    return 'fault' in reading ? 'fault' : { value: plainValue(reading.node) };
  };
  fc.assert(
    fc.property(fc.json({ maxDepth: 4 }), fc.nat(200), fc.boolean(), (json, at, damage) => {
      const text = damage
        ? json.slice(0, at % json.length) + json.slice((at % json.length) + 1)
        : json;
      // Repeated keys and `__proto__` are another matter: the last one would win.
      fc.pre(!text.includes('__proto__'));
      expect(read(text)).toEqual(parsed(text));
    }),
  );
});

test('values know their places', () => {
  const text = '\ufeff{ "规则": [ true, -1.5e2 ] }';
  const reading = readJson(text);
  if ('fault' in reading || reading.node.kind !== 'object') throw new Error('not read');
  const [member] = reading.node.members;
  expect(text.slice(member?.keyRange.start, member?.keyRange.end)).toBe('"规则"');
  expect(text.slice(member?.value.start, member?.value.end)).toBe('[ true, -1.5e2 ]');
});
