import { expect } from 'chai';
import {
  type CodeAction,
  CodeActionKind,
  type CompletionList,
  commands,
  type Hover,
  type Location,
  type LocationLink,
  type MarkdownString,
  Position,
  type Range,
  type TextDocument,
  type TextEdit,
  window,
  workspace,
} from 'vscode';
import {
  diagnosticsOf,
  diagnosticsUntil,
  eventually,
  openText,
  replace,
  SHORT_REPORT,
} from './report.ts';
import { fileAt, read, withSettings, write } from './workspace.ts';

const WRONG = SHORT_REPORT.replace(/(2070109 .*\|\s+)120\.50/, '$1125.00');

const PROSE = `
# 第三部分 2023年度部门决算情况说明

## 三、支出决算情况说明

2023年度支出合计120.50万元，其中：基本支出98.20万元，占81.49%；项目支出22.30万元，占18.51%。
`;

function placeOf(document: TextDocument, text: string, inside = 1): Position {
  const start = document.getText().indexOf(text);
  if (start < 0) throw new Error(`the text does not hold ${text}`);
  return document.positionAt(start + inside);
}

async function actionsAt(document: TextDocument, range: Range): Promise<readonly CodeAction[]> {
  const { QuickFix } = CodeActionKind;
  return commands.executeCommand(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    QuickFix.value,
    100,
  );
}

async function apply({ edit, command }: CodeAction): Promise<void> {
  if (edit !== undefined) await workspace.applyEdit(edit);
  if (command !== undefined) {
    await commands.executeCommand(command.command, ...(command.arguments ?? []));
  }
}

describe('editing', () => {
  it('repairs a figure by the first quick-fix', async () => {
    const { document } = await openText(WRONG);
    const [wrong] = await diagnosticsUntil(document, (found) => found.length > 0);
    if (wrong === undefined) throw new Error('nothing was found');
    const [first] = await actionsAt(document, wrong.range);
    expect(first?.title).to.contain('120.50');
    if (first) await apply(first);
    expect(document.getText()).to.equal(SHORT_REPORT);
    await diagnosticsUntil(document, (found) => found.length === 0);
  });

  it('applies each quick-fix, and each leaves the finding repaired or silenced', async () => {
    const { document: first } = await openText(WRONG);
    const [wrong] = await diagnosticsUntil(first, (found) => found.length > 0);
    if (wrong === undefined) throw new Error('nothing was found');
    const titles = (await actionsAt(first, wrong.range))
      // Edits that only the server knows at the end are its own tests' matter.
      .filter(({ edit }) => edit !== undefined)
      .map(({ title }) => title);
    expect(titles.length).to.be.greaterThan(0);
    for (const title of titles) {
      const { document } = await openText(WRONG);
      const [found] = await diagnosticsUntil(document, (ones) => ones.length > 0);
      const actions = found ? await actionsAt(document, found.range) : [];
      const action = actions.find((one) => one.title === title);
      expect(action, title).not.to.equal(undefined);
      if (action) await apply(action);
      expect(document.getText(), title).not.to.equal(WRONG);
      await diagnosticsUntil(document, (ones) =>
        ones.every(({ code }) => !sameCode(code, found?.code)),
      );
    }
  });

  it('completes subject codes and rows, with Chinese names', async () => {
    const editor = await openText(`${SHORT_REPORT}\n核对 公开03表[207`);
    const { document } = editor;
    const end = document.positionAt(document.getText().length);
    const { items } = await commands.executeCommand<CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      end,
    );
    const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    expect(labels.join('\n')).to.contain('2070109');
  });

  it('explains a figure of a sentence where the mouse rests', async () => {
    const { document } = await openText(SHORT_REPORT + PROSE);
    await diagnosticsUntil(document, (found) => found.length === 0);
    const hovers = await commands.executeCommand<Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      placeOf(document, '81.49%'),
    );
    const words = hovers.flatMap(({ contents }) =>
      contents.map((one) => (typeof one === 'string' ? one : (one as MarkdownString).value)),
    );
    expect(words.join('\n')).to.contain('98.20');
  });

  it('goes from a figure of a sentence to its cell', async () => {
    const { document } = await openText(SHORT_REPORT + PROSE);
    await diagnosticsUntil(document, (found) => found.length === 0);
    const targets = await commands.executeCommand<(Location | LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      placeOf(document, '支出合计120.50', 5),
    );
    const lines = targets.map(
      (one) => ('targetRange' in one ? one.targetRange : one.range).start.line,
    );
    expect(lines).to.include(placeOf(document, '|          | 合计').line);
  });

  it('aligns the columns when the text is formatted', async () => {
    const { document } = await openText(SHORT_REPORT);
    const edits = await commands.executeCommand<TextEdit[]>(
      'vscode.executeFormatDocumentProvider',
      document.uri,
      { tabSize: 4, insertSpaces: false },
    );
    expect(edits.length).to.be.greaterThan(0);
  });

  it('formats on save', async () => {
    await withSettings({ 'editor.formatOnSave': true }, async () => {
      const uri = await write(
        'save-format.gouji',
        '名称：青禾县文化馆\n年度：2023\n\n表 馆藏\n|项目|本年|\n|-|-|\n|档案|12|\n',
      );
      const editor = await window.showTextDocument(await workspace.openTextDocument(uri));
      await replace(editor, '|12|', '|123456|');
      const saved = await eventually(async () => {
        // A window that is busy may save before it knows the setting: one saves again then.
        if (!editor.document.isDirty) {
          await editor.edit((edit) => edit.insert(new Position(0, 0), '// 送审稿\n'));
        }
        await editor.document.save();
        const text = await read(uri);
        return /\| 档案 \| +123456 +\|/.test(text) ? text : undefined;
      });
      expect(saved).to.match(/\| 项目 \| +本年 +\|/);
    });
  });

  it('fixes on save all that is certain', async () => {
    const actions = { 'editor.codeActionsOnSave': { 'source.fixAll.gouji': 'explicit' } };
    await withSettings(actions, async () => {
      const asked = SHORT_REPORT.replace(/(20701 .*\|\s+)120\.50/, '$1=');
      const uri = await write('save-fix.gouji', asked);
      const editor = await window.showTextDocument(await workspace.openTextDocument(uri));
      await diagnosticsUntil(editor.document, (found) => found.length > 0);
      await editor.edit((edit) => edit.insert(new Position(0, 0), '// 送审稿\n'));
      await diagnosticsUntil(editor.document, (found) =>
        found.some(({ range }) => range.start.line > 10),
      );
      await editor.document.save();
      await eventually(async () =>
        (await read(fileAt('save-fix.gouji'))).includes('=') ? undefined : true,
      );
      expect(diagnosticsOf(uri).filter(({ code }) => sameCode(code, 'asked/value'))).to.have.length(
        0,
      );
    });
  });
});

function sameCode(a: unknown, b: unknown): boolean {
  const plain = (code: unknown) =>
    typeof code === 'object' && code !== null && 'value' in code ? code.value : code;
  return plain(a) === plain(b);
}
