/**
 * Packs the extension: `npm run package` writes `gouji-<version>.vsix`. The files are laid out in a folder of their
 * own first, so that the package holds what is listed here and nothing else.
 */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { packagedManifest, packagedReadme } from './packaged-texts.ts';
import { thirdPartyNotices } from './third-party-notices.ts';

const root = resolve(import.meta.dirname, '..');

/** Files and folders of the checkout that go into the package as they are. */
const copied = [
  'CHANGELOG.md',
  'LICENSE',
  'client/l10n',
  'dist',
  'docs/gouji.config.schema.json',
  'media',
  'package.nls.json',
  'package.nls.zh-cn.json',
  'syntaxes',
] as const;

/** What lies among them and stays out: caches, and the command as it stands alone, for `dist/lsp` holds it as well. */
const left = ['dist/cache', 'dist/cli', 'dist/gouji.js', 'dist/test', 'media/icon.svg'];

export interface Packed {
  readonly path: string;
  readonly bytes: number;
}

/** Packs what `dist/` holds into `target`. */
export async function pack(target: string): Promise<Packed> {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-package-'));
  try {
    for (const path of copied) {
      cpSync(join(root, path), join(folder, path), {
        recursive: true,
        filter: (source) => isPacked(relative(root, source).replaceAll('\\', '/')),
      });
    }
    const write = (path: string, text: string): void => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    };
    write('package.json', packagedManifest(root));
    write('README.md', packagedReadme(root));
    write('ThirdPartyNotices.txt', thirdPartyNotices(root));
    await createVSIX({
      cwd: folder,
      packagePath: target,
      dependencies: false,
      allowMissingRepository: true,
      rewriteRelativeLinks: false,
    });
    return { path: target, bytes: statSync(target).size };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function isPacked(path: string): boolean {
  return !path.endsWith('.map') && !left.some((one) => path === one || path.startsWith(`${one}/`));
}

if (import.meta.main) {
  const { status } = spawnSync(process.execPath, ['build/bundle.ts'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0 || !existsSync(join(root, 'dist/client.cjs'))) process.exit(1);
  const { version } = (await import('../server/version.ts')) as { version: string };
  const { path, bytes } = await pack(join(root, `gouji-${version}.vsix`));
  console.log(`${relative(process.cwd(), path)}: ${(bytes / 1e6).toFixed(2)} MB`);
}
