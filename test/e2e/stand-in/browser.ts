import { join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';
import { chromiumProgram } from './installed.ts';

export const VIEW = { width: 1280, height: 800 };

/** A browser with an empty profile below `folder` that reaches this machine alone. */
export function startBrowser(folder: string, language = 'zh-CN'): Promise<BrowserContext> {
  return chromium.launchPersistentContext(join(folder, 'browser'), {
    executablePath: chromiumProgram(),
    headless: true,
    viewport: VIEW,
    locale: language,
    permissions: ['clipboard-read', 'clipboard-write'],
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  });
}
