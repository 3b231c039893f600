/** The texts of the package that differ from those of the checkout. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The manifest without what only a checkout can use. */
export function packagedManifest(root: string): string {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const { scripts, dependencies, devDependencies, allowScripts, overrides, files, bin, ...packed } =
    manifest;
  void [scripts, dependencies, devDependencies, allowScripts, overrides, files, bin];
  // Node is VS Code's own.
  packed.engines = { vscode: manifest.engines.vscode };
  return `${JSON.stringify(packed, undefined, 2)}\n`;
}

/**
 * The readme without links into the checkout, which lead nowhere from where it is read: their words stay, images go.
 */
export function packagedReadme(root: string): string {
  const text = readFileSync(join(root, 'README.md'), 'utf8');
  const parts = text.split(/^(```[\s\S]*?^```\n)/m);
  return parts
    .map((part) => (part.startsWith('```') ? part : withoutRelativeLinks(part)))
    .join('')
    .replace(/\n{3,}/g, '\n\n');
}

function withoutRelativeLinks(markdown: string): string {
  return markdown
    .replace(/^[ \t]*!\[[^\]]*\]\((?!https:)[^)]*\)[ \t]*\n/gm, '')
    .replace(/!\[[^\]]*\]\((?!https:)[^)]*\)/g, '')
    .replace(/<img\b[^>]*\bsrc="(?!https:)[^>]*>/g, '')
    .replace(/\[([^\]]*)\]\((?!https?:|#)[^)]*\)/g, '$1');
}
