/** The packed extension: what is in it, what is not, how large it is. Packs what the build wrote to `dist/`. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pack } from '../../build/package.ts';

const root = resolve(import.meta.dirname, '../..');
const LARGEST = 1.5e6;

const folder = mkdtempSync(join(tmpdir(), 'gouji-pack-test-'));
let bytes = 0;
let files: ReadonlyMap<string, string>;
beforeAll(async () => {
  const packed = await pack(join(folder, 'gouji.vsix'));
  bytes = packed.bytes;
  files = unzip(readFileSync(packed.path));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const named = (pattern: RegExp): string[] => [...files.keys()].filter((name) => pattern.test(name));

test('is under 1.5 MB', () => {
  expect(bytes).toBeLessThan(LARGEST);
});

test('holds these files, and parts of the server and the command', () => {
  const parts = /^extension\/dist\/lsp\/main-parts\/[\w-]+\.js$/;
  expect(named(parts).length).toBeGreaterThan(0);
  const rest = [...files.keys()].filter((name) => !parts.test(name)).sort();
  const walkthrough = ['break', 'look', 'own', 'repair', 'write'];
  expect(rest).toEqual(
    [
      '[Content_Types].xml',
      'extension.vsixmanifest',
      ...[
        'LICENSE.txt',
        'ThirdPartyNotices.txt',
        'changelog.md',
        'client/l10n/bundle.l10n.zh-cn.json',
        'dist/client.cjs',
        'dist/lsp/command.js',
        'dist/lsp/main.js',
        'dist/lsp/worker.js',
        'dist/server.js',
        'dist/web.cjs',
        'docs/gouji.config.schema.json',
        'media/activity-bar.svg',
        'media/icon.png',
        ...walkthrough.map((name) => `media/walkthrough/${name}.svg`),
        'package.json',
        'package.nls.json',
        'package.nls.zh-cn.json',
        'readme.md',
        'syntaxes/gouji.tmLanguage.json',
        'syntaxes/language-configuration.json',
      ].map((name) => `extension/${name}`),
    ].sort(),
  );
});

test('has no source maps and names no file of the machine that packed it', () => {
  for (const [name, text] of files) {
    expect(text.includes('sourceMappingURL='), name).toBe(false);
    expect(text.includes(root), name).toBe(false);
  }
});

test('carries the licences of what it is made of', () => {
  expect(files.get('extension/LICENSE.txt')).toContain('MIT');
  const notices = files.get('extension/ThirdPartyNotices.txt') ?? '';
  for (const name of ['chevrotain', 'vscode-languageclient', 'decimal.js', 'commander']) {
    expect(notices).toMatch(new RegExp(`^${name} \\d`, 'm'));
  }
  expect(notices).not.toMatch(/^(?:vitest|esbuild|@vscode\/vsce) \d/m);
});

describe('its manifest', () => {
  const manifest = () => JSON.parse(files.get('extension/package.json') ?? '{}');

  test('names files that are in it', () => {
    const { main, browser, icon, contributes } = manifest();
    const paths: string[] = [main, browser, icon, contributes.languages[0].configuration];
    paths.push(contributes.grammars[0].path, contributes.jsonValidation[0].url);
    for (const path of paths) expect(files.has(join('extension', path)), path).toBe(true);
  });

  test('has nothing that runs, installs or depends', () => {
    const { scripts, dependencies, devDependencies, engines } = manifest();
    expect([scripts, dependencies, devDependencies]).toEqual([undefined, undefined, undefined]);
    expect(Object.keys(engines)).toEqual(['vscode']);
  });
});

test('its readme is that of the project, without links that lead nowhere', () => {
  const readme = files.get('extension/readme.md') ?? '';
  expect(readme).toContain('# gouji 勾稽');
  const plain = readme.replace(/^```[\s\S]*?^```$/gm, '');
  const targets = [...plain.matchAll(/\]\(([^)]*)\)|src="([^"]*)"/g)].map(
    ([, link, image]) => link ?? image ?? '',
  );
  expect(targets.filter((target) => !/^(?:https:|#)/.test(target))).toEqual([]);
});

/** Names and texts of a zip archive, from its directory at the end. */
function unzip(archive: Buffer): ReadonlyMap<string, string> {
  const end = archive.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  const count = archive.readUInt16LE(end + 10);
  let at = archive.readUInt32LE(end + 16);
  const found = new Map<string, string>();
  for (let entry = 0; entry < count; entry++) {
    const packed = archive.readUInt32LE(at + 20);
    const [name, extra, comment] = [28, 30, 32].map((place) => archive.readUInt16LE(at + place));
    const header = archive.readUInt32LE(at + 42);
    const text = archive.toString('utf8', at + 46, at + 46 + (name ?? 0));
    const skipped = archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28);
    const start = header + 30 + skipped;
    const data = archive.subarray(start, start + packed);
    const isPacked = archive.readUInt16LE(at + 10) === 8;
    found.set(text, (isPacked ? inflateRawSync(data) : data).toString('utf8'));
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return found;
}
