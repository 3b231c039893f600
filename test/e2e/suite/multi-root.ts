import { expect } from 'chai';
import { commands, type Diagnostic, type TextDocument, Uri, window, workspace } from 'vscode';
import { diagnosticsUntil, SHORT_REPORT } from './report.ts';
import { write } from './workspace.ts';

const WRONG = SHORT_REPORT.replace(/(2070109 .*\|\s+)120\.50/, '$1125.00').replace(
  '青禾县文化馆',
  '青禾县美术馆',
);

async function writeSecond(name: string, text: string): Promise<Uri> {
  const [, second] = workspace.workspaceFolders ?? [];
  if (second === undefined) throw new Error('the tests need a second folder');
  const uri = Uri.joinPath(second.uri, name);
  await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

async function open(uri: Uri): Promise<TextDocument> {
  return (await window.showTextDocument(await workspace.openTextDocument(uri))).document;
}

function codeOf(diagnostic: Diagnostic | undefined): string {
  const code = diagnostic?.code;
  return String(typeof code === 'object' ? code.value : code);
}

describe('two folders', () => {
  it('each have their own configuration', async () => {
    const first = await open(await write('first.gouji', WRONG));
    const [found] = await diagnosticsUntil(first, (ones) => ones.length === 1);
    const rule = codeOf(found);
    await writeSecond('gouji.config.json', JSON.stringify({ rules: { [rule]: 'off' } }));
    const another = '\n表 馆藏\n| 项目 | 本年 |\n|---|---:|\n| 图书 | 1.2.3 |\n';
    const second = await open(await writeSecond('second.gouji', WRONG + another));
    const mark = 'cell/malformed-number';
    const ones = await diagnosticsUntil(second, (all) => all.map(codeOf).includes(mark));
    const codes = ones.map(codeOf);
    expect(codes.includes(rule)).to.equal(false);
    await diagnosticsUntil(await open(first.uri), (all) => all.map(codeOf).includes(rule));
  });

  it('are checked together', async () => {
    const all = await workspace.findFiles('**/*.gouji');
    const files = all.filter(({ path }) => !/\/(?:\.old|node_modules)\//.test(path));
    // As on the command line, neither of these is a report of the workspace.
    await write('.old/hidden.gouji', WRONG);
    await write('node_modules/a/hidden.gouji', WRONG);
    expect(files.some(({ path }) => path.endsWith('/second.gouji'))).to.equal(true);
    const totals = await commands.executeCommand<{ files: number }>('gouji.lintWorkspace');
    expect(totals.files).to.equal(files.length);
  });
});
