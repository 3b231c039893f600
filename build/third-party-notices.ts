/** Licences of the packages that the bundles are made of. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  /** A folder of this project under the name of a package. */
  readonly link?: boolean;
}

/** Every package that is installed for those who only use the project, with the text of its licence. */
export function thirdPartyNotices(root: string): string {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Readonly<Record<string, LockedPackage>>;
  };
  const sections = Object.entries(lock.packages)
    .filter(([path, one]) => path !== '' && !one.dev && !one.optional && !one.link)
    .map(([path, { version = '', license = '' }]) => {
      const name = path.replace(/^.*node_modules\//, '');
      const text = licenceText(join(root, path));
      return `${name} ${version} (${license})\n\n${text.trim()}\n`;
    });
  const line = `\n${'-'.repeat(80)}\n\n`;
  const head = 'gouji contains parts of these packages, under their licences.\n';
  return [head, ...new Set(sections)].join(line);
}

function licenceText(folder: string): string {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const name = names.find((one) => /^(?:licen[cs]e|copying)(?:\.(?:md|txt))?$/i.test(one));
  if (name !== undefined) return readFileSync(join(folder, name), 'utf8');
  const { author, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const who = typeof author === 'string' ? author : (author?.name ?? '');
  return `Licence: ${license}. ${who}`;
}
