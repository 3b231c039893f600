import { expect } from 'chai';
import { commands, languages, window, workspace } from 'vscode';
import { extensionApi } from './extension.ts';
import { diagnosticsOf, diagnosticsUntil, eventually, openText, SHORT_REPORT } from './report.ts';
import { fileAt, isFile, read, write } from './workspace.ts';

describe('commands', () => {
  it('are all registered', async () => {
    await extensionApi();
    const present = new Set(await commands.getCommands(true));
    for (const name of [
      'newReport',
      'importFile',
      'lintWorkspace',
      'showConfiguration',
      'openRule',
    ]) {
      expect(present.has(`gouji.${name}`), name).to.equal(true);
    }
  });

  it('begin a new report, blank and without errors', async () => {
    const given = { profile: '河南', kind: '单位决算', name: '青禾县图书馆', year: 2024 };
    await commands.executeCommand('gouji.newReport', given);
    const editor = await eventually(() =>
      window.activeTextEditor?.document.getText().includes('名称：青禾县图书馆')
        ? window.activeTextEditor
        : undefined,
    );
    expect(editor.document.languageId).to.equal('gouji');
    expect(editor.document.isUntitled).to.equal(true);
    for (let number = 1; number <= 9; number++) {
      expect(editor.document.getText()).to.contain(`表 公开0${number}表`);
    }
    const found = await diagnosticsUntil(editor.document, (ones) => ones.length > 0);
    const loud = found.filter(({ severity }) => severity < 2);
    expect(loud.map(({ message }) => message).join('\n')).to.equal('');
  });

  it('check every report of the workspace, open or not', async () => {
    const uri = await write('unopened.gouji', SHORT_REPORT.replace('98.20', '99.20'));
    const totals = await commands.executeCommand<{ files: number; errors: number }>(
      'gouji.lintWorkspace',
    );
    expect(totals.files).to.be.greaterThan(3);
    expect(totals.errors).to.be.greaterThan(0);
    const [found] = diagnosticsOf(uri);
    expect(found?.message).to.contain('99.20');
    await window.showTextDocument(await workspace.openTextDocument(uri));
    await diagnosticsUntil(
      window.activeTextEditor?.document ?? fail(),
      (ones) => ones.length === 1,
    );
  });

  it('import a published report beside its original, and never over another file', async () => {
    const original =
      '青禾县文化馆\n2023年度部门决算\n\n第一部分 概况\n一、部门职责\n组织群众文化活动。\n';
    const uri = await write('published.txt', original);
    const target = fileAt('published.gouji');
    await commands.executeCommand('gouji.importFile', uri);
    expect(await isFile(target)).to.equal(true);
    expect(await read(target)).to.contain('组织群众文化活动。');
    await write('published.gouji', '名称：不动\n');
    void commands.executeCommand('gouji.importFile', uri);
    await new Promise((next) => setTimeout(next, 1500));
    expect(await read(target)).to.equal('名称：不动\n');
    expect(await read(uri)).to.equal(original);
  });

  it('show the configuration in effect', async () => {
    await openText(SHORT_REPORT);
    await commands.executeCommand('gouji.showConfiguration');
    const { document } = await eventually(() =>
      window.activeTextEditor?.document.uri.scheme === 'gouji-configuration'
        ? window.activeTextEditor
        : undefined,
    );
    expect(document.getText()).to.contain('"sum/children": "error"');
    expect(languages.match({ language: 'jsonc' }, document)).to.be.greaterThan(0);
  });

  it('open the page of a rule', async () => {
    await commands.executeCommand('gouji.openRule', 'sum/children');
    const page = await eventually(() =>
      workspace.textDocuments.find(({ uri }) => uri.scheme === 'gouji-rule'),
    );
    expect(page.getText()).to.contain('sum/children');
  });

  it('start the server anew, and go on', async () => {
    const { document } = await openText(SHORT_REPORT.replace('98.20', '99.20'));
    await diagnosticsUntil(document, (found) => found.length > 0);
    await commands.executeCommand('gouji.restartServer');
    await diagnosticsUntil(document, (found) => found.length > 0);
    const { status } = await extensionApi();
    await eventually(
      () => (/\$\(error\)/.test(status.text) ? true : undefined),
      () => status.text,
    );
  });

  it('write, break and repair a first report', async () => {
    await commands.executeCommand('gouji.firstReport.open');
    const { document } = await eventually(() => window.activeTextEditor);
    const right = document.getText();
    await diagnosticsUntil(document, (found) => found.length === 0);
    await commands.executeCommand('gouji.firstReport.break');
    const [wrong] = await diagnosticsUntil(document, (found) => found.length === 1);
    expect(document.getText(wrong?.range)).to.equal('87.00');
    expect(document.getText()).not.to.equal(right);
    await commands.executeCommand('gouji.firstReport.repair');
    // The menu of repairs is open; its first line is chosen as by the Enter key.
    await eventually(async () => {
      await commands.executeCommand('acceptSelectedCodeAction');
      return document.getText() === right ? true : undefined;
    });
    await diagnosticsUntil(document, (found) => found.length === 0);
  });
});

function fail(): never {
  throw new Error('no editor is open');
}
