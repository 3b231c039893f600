import { expect } from 'chai';
import { commands, Uri, window, workspace } from 'vscode';
import { MemoryFiles } from './memory-files.ts';
import { diagnosticsOf, diagnosticsUntil, eventually, SHORT_REPORT } from './report.ts';

const WRONG = SHORT_REPORT.replace(/(2070109 .*\|\s+)120\.50/, '$1125.00').replace(
  '青禾县文化馆',
  '青禾县陈列馆',
);

function codesOf(uri: Uri): readonly string[] {
  return diagnosticsOf(uri).map(({ code }) =>
    String(typeof code === 'object' ? code.value : (code ?? '')),
  );
}

async function until(uri: Uri, wanted: (codes: readonly string[]) => boolean): Promise<void> {
  await eventually(
    () => (wanted(codesOf(uri)) ? true : undefined),
    () => codesOf(uri).join(),
  );
}

describe('a folder that is on no disk', () => {
  const files = new MemoryFiles('gouji-memory');

  before(async () => {
    files.write('/reports/2022.gouji', SHORT_REPORT.replace('2023', '2021'));
    files.write('/reports/2023.gouji', WRONG.replace('金额单位', '上年：2022.gouji\n金额单位'));
    files.write('/reports/unopened.gouji', WRONG.replace('青禾县陈列馆', '青禾县展览馆'));
    workspace.registerFileSystemProvider(files.scheme, files, { isCaseSensitive: true });
    const changed = new Promise((resolve) => workspace.onDidChangeWorkspaceFolders(resolve));
    const at = workspace.workspaceFolders?.length ?? 0;
    workspace.updateWorkspaceFolders(at, 0, { uri: files.uri('/reports'), name: 'virtual' });
    await changed;
  });

  after(async () => {
    const at = workspace.workspaceFolders?.findIndex(({ uri }) => uri.scheme === files.scheme);
    if (at === undefined || at < 0) return;
    const changed = new Promise((resolve) => workspace.onDidChangeWorkspaceFolders(resolve));
    workspace.updateWorkspaceFolders(at, 1);
    await changed;
  });

  it('has its other reports and its configuration, and follows them', async () => {
    const uri = files.uri('/reports/2023.gouji');
    await window.showTextDocument(await workspace.openTextDocument(uri));
    await until(uri, (codes) => codes.includes('header/unresolved-report') && codes.length > 1);
    files.write('/reports/2022.gouji', SHORT_REPORT.replace('2023', '2022'));
    await until(uri, (codes) => !codes.includes('header/unresolved-report'));
    const [rule = ''] = codesOf(uri);
    files.write('/reports/gouji.config.json', JSON.stringify({ rules: { [rule]: 'off' } }));
    await until(uri, (codes) => codes.length === 0);
    files.delete(files.uri('/reports/gouji.config.json'));
    await until(uri, (codes) => codes.includes(rule));
  });

  it('is checked with the rest of the workspace', async () => {
    const { files: count } = await commands.executeCommand<{ files: number }>(
      'gouji.lintWorkspace',
    );
    const found = diagnosticsOf(files.uri('/reports/unopened.gouji'));
    expect(found.map(({ message }) => message).join()).to.contain('120.50');
    expect(count).to.be.greaterThan(3);
  });

  it('takes what is edited in it', async () => {
    const uri = files.uri('/reports/2023.gouji');
    const document = await workspace.openTextDocument(uri);
    const editor = await window.showTextDocument(document);
    const at = document.positionAt(document.getText().indexOf('125.00'));
    await editor.edit((edit) =>
      edit.replace(editor.selection.with(at, at.translate(0, 6)), '120.50'),
    );
    await diagnosticsUntil(document, (ones) => ones.length === 0);
    expect(await document.save()).to.equal(true);
    expect(new TextDecoder().decode(files.readFile(Uri.from(uri)))).to.contain('120.50 |    98.20');
  });
});
