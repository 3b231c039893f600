/** Every package that is installed is under a licence that goes with this project's; what reaches users under a plain one. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

interface Locked {
  readonly license?: string;
  readonly dev?: boolean;
  readonly link?: boolean;
}

/** Installed packages by their place, as the lock file has them for every system. */
function packagesIn(lockFile: string): readonly (readonly [string, Locked])[] {
  const { packages } = JSON.parse(readFileSync(join(root, lockFile), 'utf8'));
  return Object.entries<Locked>(packages).filter(([path, { link }]) => path !== '' && !link);
}

const plain = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'ISC',
  'MIT',
  'PSF-2.0',
  'Zlib',
]);

/** Tools of the developers alone: their licences bind changes of those files, not what is made with them. */
const forTools = new Set(['Artistic-2.0', 'MPL-2.0']);

/** Licences that a package states in its files and not where npm looks for them. */
const statedElsewhere: Readonly<Record<string, string>> = { httpolyglot: 'MIT' };

function nameOf(path: string): string {
  return path.replace(/^.*node_modules\//, '');
}

/** One of the choices of an expression, with all of its parts, is among the licences. */
function allows(licences: ReadonlySet<string>, expression: string): boolean {
  return expression
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((one) => licences.has(one.trim())));
}

describe.each(['package-lock.json', 'test/e2e/workbench/package-lock.json'])('%s', (lockFile) => {
  const packages = packagesIn(lockFile);

  test('names a licence of each package, and each goes with MIT', () => {
    expect(packages.length).toBeGreaterThan(10);
    const all = new Set([...plain, ...forTools]);
    const others = packages
      .map(([path, { license }]) => [nameOf(path), license ?? statedElsewhere[nameOf(path)] ?? ''])
      .filter(([, license = '']) => !allows(all, license));
    expect(others).toEqual([]);
  });
});

test('what reaches users is under plain licences', () => {
  const others = packagesIn('package-lock.json')
    .filter(([, { dev, license = '' }]) => !dev && !allows(plain, license))
    .map(([path]) => path);
  expect(others).toEqual([]);
});

test('what stands in for a package of another licence is this project’s own, and refuses', () => {
  const { license } = JSON.parse(readFileSync(join(root, 'build/vsce-sign/package.json'), 'utf8'));
  expect(license).toBe('MIT');
  const sign = createRequire(import.meta.url)('@vscode/vsce-sign');
  expect(() => sign.verify()).toThrow(/without @vscode\/vsce-sign/);
});
