/** Gives the browser extensions from this machine's folders, by the workbench's own origin. */
import { readFileSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { BrowserContext } from 'playwright-core';
import { SERVED } from './address.ts';

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.cjs': 'text/javascript',
  '.json': 'application/json',
};

export async function serveExtensions(
  context: BrowserContext,
  port: number,
  extensions: readonly string[],
): Promise<void> {
  const authority = `127.0.0.1:${port}`;
  await context.route(`http://${authority}${SERVED}/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    const path = fileURLToPath(`file://${pathname.slice(SERVED.length)}`);
    const allowed = extensions.some((folder) => path.startsWith(`${folder}/`));
    if (!allowed || !statSync(path, { throwIfNoEntry: false })?.isFile()) {
      return route.fulfill({ status: 404, body: '' });
    }
    return route.fulfill({
      status: 200,
      contentType: types[extname(path)] ?? 'text/plain; charset=utf-8',
      headers: { 'access-control-allow-origin': '*' },
      body: readFileSync(path),
    });
  });
  const served = extensions.map((folder) => ({
    scheme: 'http',
    authority,
    path: SERVED + pathToFileURL(folder).pathname,
  }));
  // Only extensions named in the page's own configuration are loaded over http.
  await context.addInitScript(`{
    const read = Element.prototype.getAttribute;
    Element.prototype.getAttribute = function (name) {
      const value = read.call(this, name);
      const isSettings = name === 'data-settings' && this.id === 'vscode-workbench-web-configuration';
      if (!isSettings) return value;
      const settings = JSON.parse(value);
      const extensions = ${JSON.stringify(served)};
      settings.developmentOptions = { ...settings.developmentOptions, extensions };
      return JSON.stringify(settings);
    };
  }`);
}
