import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rooms, roomsBelow } from '../../build/rooms.ts';

const root = resolve(import.meta.dirname, '../..');

const refused: readonly (readonly [string, string])[] = [
  ['grammar/parser.ts', "import type { Report } from '../server/report/report.ts';"],
  ['grammar/parser.ts', "import { Decimal } from 'decimal.js';"],
  ['server/forms/henan.ts', "import { check } from '../rules/sums.ts';"],
  ['server/forms/henan/sheet.ts', "export { check } from '../../rules/sums.ts';"],
  ['server/forms/henan.ts', "import { subjects } from '../subjects/table.ts';"],
  ['server/rules/sums.ts', "import { analyse } from '../analysis.ts';"],
  ['server/rules/sums.ts', "export const later = () => import('../lsp/server.ts');"],
  ['server/analysis.ts', "import { run } from './cli/main.ts';"],
  ['server/cli/main.ts', "import { connect } from '../lsp/server.ts';"],
  ['server/lsp/server.ts', "import { activate } from '../../client/main.ts';"],
  ['client/main.ts', "import { analyse } from '../server/analysis.ts';"],
  ['client/main.ts', "import { connect } from '../server/lsp/server.ts';"],
  ['build/bundle.ts', "import { seeded } from '../test/generate/random.ts';"],
  ...rooms
    .filter((room) => !room.node)
    .flatMap((room) =>
      ['node:fs', 'fs', 'node:fs/promises', 'node:process'].map(
        (name) => [`${room.path}/${room.files?.[0] ?? 'file.ts'}`, `import '${name}';`] as const,
      ),
    ),
];

const welcome: readonly (readonly [string, string])[] = [
  ['grammar/parser.ts', "import { EmbeddedActionsParser } from 'chevrotain';"],
  ['grammar/parser.ts', "import { lex } from './lexer.ts';"],
  ['server/forms/henan.ts', "import type { Report } from '../report/report.ts';"],
  ['server/rules/sums.ts', "import { parse } from '../../grammar/parser.ts';"],
  ['server/analysis.ts', "import { rules } from './rules/table.ts';"],
  ['server/cli/main.ts', "import { analyse } from '../analysis.ts';"],
  ['server/cli/main.ts', "import { readFile } from 'node:fs/promises';"],
  ['server/cli/main.ts', "import { listen } from '../lsp/stdio.ts';"],
  ['client/main.ts', "import type { Coverage } from '../server/lsp/protocol.ts';"],
  ['client/main.ts', "import { LanguageClient } from 'vscode-languageclient/node';"],
  ['test/rules/sums.test.ts', "import { analyse } from '../../server/analysis.ts';"],
];

/** Every case is a line of a file in its room, in a copy of the repository that holds only those. */
const sources = new Map<string, string[]>();
const restricted = new Set<string>();
const copy = realpathSync(mkdtempSync(join(tmpdir(), 'gouji-directions-')));

beforeAll(() => {
  for (const file of ['biome.json', 'biome.directions.json', '.gitignore']) {
    copyFileSync(join(root, file), join(copy, file));
  }
  for (const [path, line] of [...refused, ...welcome]) {
    sources.set(path, [...(sources.get(path) ?? []), line]);
  }
  for (const [path, lines] of sources) {
    mkdirSync(join(copy, dirname(path)), { recursive: true });
    writeFileSync(join(copy, path), `${lines.join('\n')}\n`);
  }
  const { stdout } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/@biomejs/biome/bin/biome'),
      'lint',
      '--only=style/noRestrictedImports',
      '--reporter=github',
      '--max-diagnostics=none',
      '.',
    ],
    { cwd: copy, encoding: 'utf8' },
  );
  const finding = /::error title=lint\/style\/noRestrictedImports,file=([^,]+),line=(\d+)/g;
  for (const [, file = '', line] of stdout.matchAll(finding)) {
    const path = relative(copy, file).replaceAll('\\', '/');
    restricted.add(`${path}: ${sources.get(path)?.[Number(line) - 1]}`);
  }
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

test.each(refused)('%s may not say %s', (path, line) => {
  expect(restricted).toContain(`${path}: ${line}`);
});

test.each(welcome)('%s may say %s', (path, line) => {
  expect(restricted).not.toContain(`${path}: ${line}`);
});

test('a room stands only on rooms that come before it in the table', () => {
  for (const [index, room] of rooms.entries()) {
    for (const below of roomsBelow(room)) expect(rooms.indexOf(below)).toBeLessThan(index);
  }
});
