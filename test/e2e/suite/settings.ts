import { expect } from 'chai';
import { type CodeLens, commands, languages, tasks, window, workspace } from 'vscode';
import { diagnosticsUntil, eventually, openText, SHORT_REPORT } from './report.ts';
import { isWeb, withSettings, write } from './workspace.ts';

const WRONG = SHORT_REPORT.replace(/(2070109 .*\|\s+)120\.50/, '$1125.00');

describe('settings', () => {
  it('give rules another level where no configuration file applies', async () => {
    const { document } = await openText(WRONG);
    const [found] = await diagnosticsUntil(document, (ones) => ones.length > 0);
    const rule = typeof found?.code === 'object' ? found.code.value : found?.code;
    await withSettings({ 'gouji.rules': { [String(rule)]: 'off' } }, async () => {
      await diagnosticsUntil(document, (ones) => ones.length === 0);
    });
    await diagnosticsUntil(document, (ones) => ones.length > 0);
  });

  it('take the lines above tables away', async () => {
    const { document } = await openText(SHORT_REPORT);
    await diagnosticsUntil(document, (ones) => ones.length === 0);
    const lenses = () =>
      commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', document.uri);
    await eventually(async () => ((await lenses()).length > 0 ? true : undefined));
    await withSettings({ 'gouji.codeLens': false }, async () => {
      expect(await lenses()).to.have.length(0);
    });
  });

  it('let words end at Chinese marks', async () => {
    const { document } = await openText('其中：基本支出98.20万元，占81.49%');
    const word = (column: number) => {
      const range = document.getWordRangeAtPosition(document.positionAt(column));
      return document.getText(range);
    };
    expect([word(4), word(8), word(17)]).to.deep.equal(['基本支出', '98.20', '81.49%']);
  });
});

// In a browser nothing can be run.
if (!isWeb) {
  describe('tasks', () => {
    it('run the command that the extension brings along, and its findings are problems', async () => {
      const uri = await write('task.gouji', WRONG.replace('青禾县文化馆', '青禾县博物馆'));
      const offered = await tasks.fetchTasks({ type: 'gouji' });
      expect(offered.length).to.equal(workspace.workspaceFolders?.length);
      const [task] = offered;
      if (task === undefined) throw new Error('no task is offered');
      const ended = new Promise<number | undefined>((resolve) => {
        tasks.onDidEndTaskProcess(({ exitCode }) => resolve(exitCode));
      });
      await tasks.executeTask(task);
      expect(await ended).to.equal(1);
      const found = await eventually(() =>
        languages.getDiagnostics(uri).find(({ message }) => message.includes('120.50')),
      );
      expect(found.range.start.line).to.be.greaterThan(9);
      await commands.executeCommand('workbench.action.closePanel');
      await window.showTextDocument(await workspace.openTextDocument(uri));
    });
  });
}
