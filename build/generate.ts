import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { commandPage } from './command-page.ts';
import { schema } from './configuration-schema.ts';
import { grammarPage } from './grammar-page.ts';
import { mutationPage } from './mutation-page.ts';
import { pinyinTable } from './pinyin.ts';
import { profilePage } from './profile-page.ts';
import { proofPage } from './proof-page.ts';
import { references } from './references.ts';
import { rulePages } from './rule-pages.ts';
import { ruleSettings } from './rule-settings.ts';
import { statements } from './statements.ts';
import { subjects } from './subjects.ts';
import { version } from './version.ts';

type Generator = () => ReadonlyMap<string, string>;

const generators: readonly Generator[] = [
  references,
  subjects,
  statements,
  version,
  schema,
  grammarPage,
  rulePages,
  commandPage,
  ruleSettings,
  pinyinTable,
  mutationPage,
  profilePage,
  proofPage,
];

const root = resolve(import.meta.dirname, '..');
const check = process.argv.includes('--check');
const stale: string[] = [];

for (const generator of generators) {
  for (const [path, text] of generator()) {
    const file = join(root, path);
    if (readIfPresent(file) === text) continue;
    stale.push(path);
    if (check) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

if (check && stale.length > 0) {
  console.error(`Out of date, run \`npm run generate\`:\n${stale.map((s) => `  ${s}`).join('\n')}`);
  process.exitCode = 1;
} else if (!check) {
  console.log(stale.length > 0 ? `Written: ${stale.join(', ')}` : 'Everything was up to date.');
}

function readIfPresent(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
