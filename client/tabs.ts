/**
 * A TAB that is typed stays one, for it parts the cells of a row. The defaults for the language say so; but a window that
 * opens with a report may show it before it knows the language, and then keeps blanks for that editor.
 */
import { type Disposable, type TextDocument, type TextEditor, window, workspace } from 'vscode';
import { LANGUAGE_ID } from '../server/lsp/protocol.ts';

export function keepTabs(): Disposable {
  // Whoever asks for blanks in an editor later on gets them.
  const seen = new WeakSet<TextDocument>();
  const look = (editors: readonly TextEditor[]): void => {
    for (const editor of editors) {
      const { document, options } = editor;
      if (document.languageId !== LANGUAGE_ID || seen.has(document)) continue;
      seen.add(document);
      const wished = workspace.getConfiguration('editor', document).get('insertSpaces');
      if (wished === false && options.insertSpaces === true)
        editor.options = { insertSpaces: false };
    }
  };
  look(window.visibleTextEditors);
  return window.onDidChangeVisibleTextEditors(look);
}
