#!/usr/bin/env node
/**
 * Stands in for the desktop program where that cannot be downloaded: takes its flags, runs the tests in VS Code's server
 * with the web workbench in a browser, and ends with their code. Environment:
 * - `GOUJI_WEB`: extensions run in the browser.
 * - `GOUJI_CONSOLE`: what the page and its workers print.
 * - `GOUJI_PICTURE`: file for a picture of the window as the tests leave it.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format } from 'node:util';
import type { Page } from 'playwright-core';
import { addressOf } from './address.ts';
import { startBrowser } from './browser.ts';
import { readFlags } from './flags.ts';
import { startServer } from './server.ts';
import { serveExtensions } from './web-extension.ts';

const LIMIT = 300_000;
const HUNG = 124;

/** What the workbench says of itself. */
const ownNoise =
  /^(Resolv(ing|ed) connection token|Creating a socket|\[reconnection-grace|Updating additional builtin|Ignoring fetching additional|\[Service Worker\]|\[AgentHost|\[AccountPolicyGate|\[ChatModel)/;

process.exitCode = await run();
process.exit();

async function run(): Promise<number> {
  const flags = readFlags(process.argv.slice(2));
  const web = Boolean(process.env.GOUJI_WEB);
  const folder = mkdtempSync(join(tmpdir(), 'gouji-workbench-'));
  const extensionsFolder = flags.extensionsFolder ?? join(folder, 'extensions');
  mkdirSync(extensionsFolder, { recursive: true });
  const server = await startServer({
    data: join(folder, 'server'),
    extensions: extensionsFolder,
    user: flags.userDataFolder,
  });
  try {
    const browser = await startBrowser(folder);
    if (web) await serveExtensions(browser, server.port, flags.extensions);
    const page = browser.pages()[0] ?? (await browser.newPage());
    const { code: ended } = await listen(page);
    await page.goto(addressOf({ ...flags, port: server.port, web }));
    const code = await ended;
    const picture = process.env.GOUJI_PICTURE;
    if (picture) await page.screenshot({ path: picture });
    await browser.close().catch(() => {});
    return code;
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Listens to the tests in the window; `code` is what they end with. */
async function listen(page: Page): Promise<{ readonly code: Promise<number> }> {
  let finish: (code: number) => void = () => {};
  const ended = new Promise<number>((done) => {
    finish = done;
  });
  await page.exposeFunction('codeAutomationLog', (kind: string, words: unknown[]) => {
    if (ownNoise.test(String(words[0]))) return;
    const serious = kind === 'error' || kind === 'warn';
    (serious ? process.stderr : process.stdout).write(`${format(...words)}\n`);
  });
  await page.exposeFunction('codeAutomationExit', (code: number) => finish(code));
  if (process.env.GOUJI_CONSOLE) {
    page.on('console', (message) => console.error(`[${message.type()}] ${message.text()}`));
  }
  page.on('crash', () => {
    console.error('the page crashed');
    finish(1);
  });
  const limit = setTimeout(() => {
    console.error(`the tests did not end within ${LIMIT / 1000} seconds`);
    finish(HUNG);
  }, LIMIT);
  void ended.then(() => clearTimeout(limit));
  return { code: ended };
}
