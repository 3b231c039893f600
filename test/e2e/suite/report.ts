import {
  type Diagnostic,
  languages,
  type TextDocument,
  type TextEditor,
  type Uri,
  window,
  workspace,
} from 'vscode';

/** A short correct report, as lines that tests change. */
export const SHORT_REPORT = `报告：部门决算
名称：青禾县文化馆
年度：2023
金额单位：万元

# 第二部分 2023年度部门决算表

表 公开03表
| 科目编码 | 科目名称         | 本年支出合计 | 基本支出 | 项目支出 |
|----------|------------------|-------------:|---------:|---------:|
|          | 合计             |       120.50 |    98.20 |    22.30 |
| 207      | 文化旅游体育与传媒支出 |       120.50 |    98.20 |    22.30 |
| 20701    | 文化和旅游       |       120.50 |    98.20 |    22.30 |
| 2070109  | 群众文化         |       120.50 |    98.20 |    22.30 |
`;

/** Opens a text that is not saved anywhere. */
export async function openText(text: string): Promise<TextEditor> {
  const document = await workspace.openTextDocument({ language: 'gouji', content: text });
  return window.showTextDocument(document);
}

/** Replaces the first occurrence of some text, as typing would. */
export async function replace(editor: TextEditor, from: string, to: string): Promise<void> {
  const { document } = editor;
  const start = document.getText().indexOf(from);
  if (start < 0) throw new Error(`the text does not hold ${from}`);
  const end = document.positionAt(start + from.length);
  const changed = await editor.edit((edit) =>
    edit.replace(editor.selection.with(document.positionAt(start), end), to),
  );
  if (!changed) throw new Error(`the editor refused to replace ${from}`);
}

/** Waits until gouji's diagnostics of a text are as wanted; fails with those that stand there. */
export function diagnosticsUntil(
  document: TextDocument,
  wanted: (diagnostics: readonly Diagnostic[]) => boolean,
): Promise<readonly Diagnostic[]> {
  const now = () => diagnosticsOf(document.uri);
  return eventually(
    () => (wanted(now()) ? now() : undefined),
    () => `diagnostics: ${JSON.stringify(now())}`,
  );
}

export function diagnosticsOf(uri: Uri): readonly Diagnostic[] {
  return languages.getDiagnostics(uri).filter(({ source }) => source === 'gouji');
}

/** The first answer that is not undefined, asked for again and again. */
export async function eventually<T>(
  ask: () => T | undefined | Thenable<T | undefined>,
  explain: () => string = () => '',
  limit = 30_000,
): Promise<T> {
  const until = Date.now() + limit;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > until) throw new Error(`waited in vain; ${explain()}`);
    await new Promise((next) => setTimeout(next, 50));
  }
}
