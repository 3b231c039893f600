/** The packed extension, installed in a workbench that shows one report. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createVSIX } from '@vscode/vsce';
import type { Page } from 'playwright-core';
import { pack } from '../../../build/package.ts';
import { addressOf } from './address.ts';
import { startBrowser } from './browser.ts';
import { installWorkbench, needHanFont } from './installed.ts';
import { installExtension, startServer } from './server.ts';

export interface InstalledInput {
  /** Settings of the user beside those that keep the workbench quiet. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Name of the report's file. */
  readonly name: string;
  readonly text: string;
  /** Display language; default: English. */
  readonly language?: 'en' | 'zh-cn';
}

export interface InstalledWorkbench {
  readonly page: Page;
  /** Path of the report. */
  readonly file: string;
  stop(): Promise<void>;
}

const quiet = {
  'workbench.startupEditor': 'none',
  'telemetry.telemetryLevel': 'off',
  'extensions.ignoreRecommendations': true,
  'workbench.enableExperiments': false,
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'editor.fontFamily': "'Noto Sans Mono CJK SC', monospace",
  'editor.fontSize': 14,
  'editor.minimap.enabled': false,
};

export async function startInstalled(input: InstalledInput): Promise<InstalledWorkbench> {
  installWorkbench();
  needHanFont();
  const { settings, name, text, language = 'en' } = input;
  const folder = mkdtempSync(join(tmpdir(), 'gouji-installed-'));
  const folders = { data: join(folder, 'server'), extensions: join(folder, 'extensions') };
  const [user, workspace] = [join(folder, 'user'), join(folder, 'workspace')];
  for (const path of [folders.extensions, join(user, 'User'), workspace]) {
    mkdirSync(path, { recursive: true });
  }
  writeFileSync(join(user, 'User', 'settings.json'), JSON.stringify({ ...quiet, ...settings }));
  const file = join(workspace, name);
  writeFileSync(file, text);
  const vsix = join(folder, 'gouji.vsix');
  await pack(vsix);
  installExtension(vsix, folders);
  if (language !== 'en') await installLanguagePack(join(folder, 'language-pack.vsix'), folders);
  const server = await startServer({ ...folders, user, language });
  const browser = await startBrowser(folder, language);
  const page = browser.pages()[0] ?? (await browser.newPage());
  await page.goto(addressOf({ port: server.port, target: workspace, file }));
  await page.locator('.monaco-editor .view-lines').first().waitFor({ timeout: 60_000 });
  return {
    page,
    file,
    async stop() {
      await browser.close().catch(() => {});
      await server.stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

const LANGUAGE_PACK = resolve(import.meta.dirname, '../language-pack');

/** VS Code takes a display language other than English only from an extension that is a language pack. */
async function installLanguagePack(
  packagePath: string,
  folders: { readonly data: string; readonly extensions: string },
): Promise<void> {
  await createVSIX({
    cwd: LANGUAGE_PACK,
    packagePath,
    dependencies: false,
    allowMissingRepository: true,
    skipLicense: true,
  });
  installExtension(packagePath, folders);
  const { name, publisher, version, contributes } = JSON.parse(
    readFileSync(join(LANGUAGE_PACK, 'package.json'), 'utf8'),
  );
  const [{ languageId, localizedLanguageName, translations }] = contributes.localizations;
  const id = `${publisher}.${name}`;
  // The workbench writes this list where it installs a pack itself; the command that installs without one does not.
  const packs = {
    [languageId]: {
      hash: `${id}-${version}`,
      label: localizedLanguageName,
      extensions: [{ extensionIdentifier: { id }, version }],
      translations: Object.fromEntries(
        translations.map((one: { id: string; path: string }) => [
          one.id,
          join(folders.extensions, `${id}-${version}`, one.path),
        ]),
      ),
    },
  };
  mkdirSync(join(folders.data, 'data'), { recursive: true });
  writeFileSync(join(folders.data, 'data', 'languagepacks.json'), JSON.stringify(packs));
}

/** Runs a command by its title, from the palette. */
export async function run(page: Page, title: string): Promise<void> {
  await searchCommand(page, title);
  await page.keyboard.press('Enter');
}

/** The first lines of the palette for some words. */
export async function searchCommand(page: Page, words: string): Promise<readonly string[]> {
  await page.keyboard.press('F1');
  const input = page.locator('.quick-input-widget input').first();
  await input.waitFor({ timeout: 30_000 });
  await input.fill(`>${words}`);
  const rows = page.locator('.quick-input-list .monaco-list-row');
  await rows.first().waitFor({ timeout: 30_000 });
  return rows.allInnerTexts();
}
