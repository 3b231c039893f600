/** What the extension's manifest says of the language. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const read = (path: string) => JSON.parse(readFileSync(resolve(root, path), 'utf8'));
const { contributes } = read('package.json');

test('the grammar and the language configuration are where the manifest says', () => {
  const [{ configuration, id }] = contributes.languages;
  const [{ path, scopeName, language }] = contributes.grammars;
  expect(language).toBe(id);
  expect(existsSync(resolve(root, configuration))).toBe(true);
  expect(read(path).scopeName).toBe(scopeName);
});

test('the editor leaves tables whole', () => {
  expect(contributes.configurationDefaults['[gouji]']).toMatchObject({
    'files.trimTrailingWhitespace': false,
    'editor.trimAutoWhitespace': false,
    'editor.insertSpaces': false,
    'editor.detectIndentation': false,
    'editor.wordWrap': 'on',
  });
});

test('words end at Chinese marks, and a number is one', () => {
  const { wordPattern } = read('syntaxes/language-configuration.json');
  const words = '核对 公开03表[2080505].基本支出，“三公”经费120.50万元；-1,234.5%（𠮷档）'.match(
    new RegExp(wordPattern, 'g'),
  );
  expect(words).toEqual([
    ...[
      '核对',
      '公开03表',
      '2080505',
      '基本支出',
      '三公',
      '经费',
      '120.50',
      '万元',
      '-1,234.5%',
      '𠮷档',
    ],
  ]);
});
