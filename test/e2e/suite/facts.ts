import { expect } from 'chai';
import { commands, window, workspace } from 'vscode';
import { extensionApi, treeLines } from './extension.ts';
import { diagnosticsUntil, eventually, openText, replace, SHORT_REPORT } from './report.ts';

describe('figures of the report', () => {
  it('are shown in the status bar, with errors and coverage', async () => {
    const { status } = await extensionApi();
    const editor = await openText(SHORT_REPORT);
    await eventually(
      () => (/\$\(check\).*100%/.test(status.text) ? true : undefined),
      () => status.text,
    );
    await replace(editor, '群众文化         |       120.50', '群众文化         |       125.00');
    await eventually(
      () => (/\$\(error\) 1.*100%/.test(status.text) ? true : undefined),
      () => status.text,
    );
    expect(status.tooltip).to.contain('|');
    // Beside another kind of text it is not shown.
    const plain = await workspace.openTextDocument({ language: 'plaintext', content: '' });
    await window.showTextDocument(plain);
    await eventually(() => (status.text === '' ? true : undefined));
    await window.showTextDocument(editor.document);
    await eventually(() => (/\$\(error\) 1/.test(status.text) ? true : undefined));
  });

  it('are a tree that follows the editor and each check', async () => {
    const api = await extensionApi();
    await commands.executeCommand('gouji.showFacts');
    const editor = await openText(SHORT_REPORT);
    await diagnosticsUntil(editor.document, (found) => found.length === 0);
    const whole = await eventually(async () => {
      const lines = await treeLines(api);
      return lines.length > 10 ? lines : undefined;
    });
    expect(whole[0]).to.match(/^第二部分 2023年度部门决算表 \| 12\/12$/);
    expect(whole[1]).to.match(/^ {2}公开03表 支出决算表 \| 12\/12$/);
    expect(whole).to.include('    98.20 | 合计 的基本支出');

    await replace(editor, '群众文化         |       120.50', '群众文化         |       125.00');
    const broken = await eventually(async () => {
      const lines = await treeLines(api);
      return lines.some((line) => line.includes('125.00')) ? lines : undefined;
    });
    expect(broken.find((line) => line.includes('125.00'))).to.contain('120.50');
  });

  it('can be filtered to those that need a look', async () => {
    const api = await extensionApi();
    await commands.executeCommand('gouji.facts.onlyOpen');
    const lines = await eventually(async () => {
      const found = await treeLines(api);
      return found.length === 3 ? found : undefined;
    });
    expect(lines[2]).to.contain('125.00');
    await commands.executeCommand('gouji.facts.all');
    expect((await treeLines(api)).length).to.be.greaterThan(10);
  });

  it('lead to their place', async () => {
    const { facts } = await extensionApi();
    const [part] = await facts.getChildren();
    const [table] = part ? await facts.getChildren(part) : [];
    const [first] = table ? await facts.getChildren(table) : [];
    await commands.executeCommand('gouji.facts.reveal', first);
    const editor = window.activeTextEditor;
    expect(editor?.document.getText(editor.selection)).to.equal('120.50');
  });
});
