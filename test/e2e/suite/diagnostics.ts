import { expect } from 'chai';
import { extensions } from 'vscode';
import { diagnosticsUntil, openText, replace, SHORT_REPORT } from './report.ts';

describe('diagnostics', () => {
  it('starts with the first report', async () => {
    await openText(SHORT_REPORT);
    const extension = extensions.getExtension('gouji.gouji');
    expect(extension, 'the extension is installed').not.to.equal(undefined);
    await extension?.activate();
    expect(extension?.isActive).to.equal(true);
  });

  it('finds a broken sum while one types, and nothing once it is right again', async () => {
    const editor = await openText(SHORT_REPORT);
    await diagnosticsUntil(editor.document, (found) => found.length === 0);
    await replace(editor, '群众文化         |       120.50', '群众文化         |       125.00');
    const [wrong] = await diagnosticsUntil(editor.document, (found) => found.length > 0);
    expect(editor.document.getText(wrong?.range)).to.equal('125.00');
    expect(wrong?.message).to.contain('120.50');
    await replace(editor, '125.00', '120.50');
    await diagnosticsUntil(editor.document, (found) => found.length === 0);
  });
});
