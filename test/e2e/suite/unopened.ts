import { expect } from 'chai';
import {
  commands,
  type SymbolInformation,
  type TextDocument,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { diagnosticsOf, diagnosticsUntil, eventually, SHORT_REPORT } from './report.ts';
import { fileAt, withSettings, write } from './workspace.ts';

const WRONG = SHORT_REPORT.replace(/(2070109 .*\|\s+)120\.50/, '$1125.00');

const named = (name: string, text = SHORT_REPORT): string => text.replace('青禾县文化馆', name);

function withLastYear(path: string): string {
  return named('青禾县剧院').replace('金额单位', `上年：${path}\n金额单位`);
}

async function show(uri: Uri): Promise<TextDocument> {
  return (await window.showTextDocument(await workspace.openTextDocument(uri))).document;
}

function codesOf(uri: Uri): readonly string[] {
  return diagnosticsOf(uri).map(({ code }) =>
    String(typeof code === 'object' ? code.value : (code ?? '')),
  );
}

function until(uri: Uri, wanted: (codes: readonly string[]) => boolean): Promise<true> {
  return eventually(
    () => (wanted(codesOf(uri)) ? true : undefined),
    () => codesOf(uri).join(),
  );
}

const UNRESOLVED = 'header/unresolved-report';

describe('files that nobody opened', () => {
  it('are checked in the background where the user wishes it, and only then', async () => {
    const uri = await write('background.gouji', named('青禾县体育馆', WRONG));
    await withSettings({ 'gouji.checkWorkspace': true }, async () => {
      await eventually(() => diagnosticsOf(uri).find(({ message }) => message.includes('120.50')));
    });
    await eventually(() => (diagnosticsOf(uri).length === 0 ? true : undefined));
  });

  it('keep no diagnostics when they are closed', async () => {
    const uri = await write('closed.gouji', named('青禾县影剧院', WRONG));
    await diagnosticsUntil(await show(uri), (found) => found.length > 0);
    await commands.executeCommand('workbench.action.closeActiveEditor');
    await eventually(() => (diagnosticsOf(uri).length === 0 ? true : undefined));
  });

  it('count as last year’s report, and follow their files', async () => {
    const last = named('青禾县剧院').replace('2023', '2021');
    await write('unopened/last.gouji', last);
    const uri = await write('unopened/own.gouji', withLastYear('last.gouji'));
    await show(uri);
    await until(uri, (codes) => codes.includes(UNRESOLVED));
    await write('unopened/last.gouji', last.replaceAll('2021', '2022'));
    await until(uri, (codes) => !codes.includes(UNRESOLVED));
    await workspace.fs.delete(fileAt('unopened/last.gouji'));
    await until(uri, (codes) => codes.includes(UNRESOLVED));
  });

  it('configure the reports of their folder, and follow their files', async () => {
    const uri = await write('configured/own.gouji', named('青禾县画院', WRONG));
    await diagnosticsUntil(await show(uri), (found) => found.length > 0);
    const [rule] = codesOf(uri);
    await write('configured/gouji.config.json', JSON.stringify({ rules: { [rule ?? '']: 'off' } }));
    await until(uri, (codes) => codes.length === 0);
    await commands.executeCommand('gouji.showConfiguration');
    const { document } = await eventually(() =>
      window.activeTextEditor?.document.uri.scheme === 'gouji-configuration'
        ? window.activeTextEditor
        : undefined,
    );
    expect(document.getText()).to.contain(`"${rule}": "off"`);
    expect(document.getText()).to.contain('configured/gouji.config.json');
  });

  it('are found by their sections and tables', async () => {
    const uri = await write('unopened/symbols.gouji', named('青禾县评剧团'));
    const own = async () => {
      const found = await commands.executeCommand<SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        '青禾县评剧团',
      );
      return found.find(({ location }) => location.uri.path === uri.path);
    };
    expect((await eventually(own)).name).to.contain('青禾县评剧团');
  });

  it('are followed by the headers that name them when they are renamed', async () => {
    const from = await write('unopened/2022.gouji', named('青禾县剧院').replace('2023', '2022'));
    const uri = await write('unopened/renaming.gouji', withLastYear('2022.gouji'));
    const document = await show(uri);
    await until(uri, (codes) => !codes.includes(UNRESOLVED));
    const edit = new WorkspaceEdit();
    edit.renameFile(from, Uri.joinPath(from, '../旧/2022.gouji'));
    expect(await workspace.applyEdit(edit)).to.equal(true);
    await eventually(() => (document.getText().includes('上年：旧/2022.gouji') ? true : undefined));
    await document.save();
    await diagnosticsUntil(document, () => !codesOf(uri).includes(UNRESOLVED));
  });
});
