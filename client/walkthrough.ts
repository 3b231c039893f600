/** The commands behind the walkthrough: a first report is opened, broken and repaired; each step notices when it is done. */
import {
  commands,
  DiagnosticSeverity,
  type Disposable,
  l10n,
  languages,
  Range,
  Selection,
  type TextDocument,
  type TextEditor,
  TextEditorRevealType,
  window,
  workspace,
} from 'vscode';
import { FIRST_REPORT, type FirstReport, LANGUAGE_ID } from '../server/lsp/protocol.ts';
import type { Reports } from './reports.ts';
import type { Server } from './server.ts';

export class Walkthrough implements Disposable {
  readonly #server: Server;
  readonly #reports: Reports;
  readonly #disposables: readonly Disposable[];
  #document: TextDocument | undefined;
  #isBroken = false;

  constructor(server: Server, reports: Reports) {
    this.#server = server;
    this.#reports = reports;
    this.#disposables = [
      commands.registerCommand('gouji.openWalkthrough', () =>
        commands.executeCommand(
          'workbench.action.openWalkthrough',
          'gouji.gouji#gouji.firstReport',
        ),
      ),
      commands.registerCommand('gouji.firstReport.open', () => this.#open()),
      commands.registerCommand('gouji.firstReport.break', () => this.#break()),
      commands.registerCommand('gouji.firstReport.repair', () => this.#repair()),
      reports.onDidChange(() => this.#notice()),
    ];
  }

  dispose(): void {
    for (const one of this.#disposables) one.dispose();
  }

  async #open(): Promise<TextEditor> {
    const present = workspace.textDocuments.find((one) => one === this.#document && !one.isClosed);
    if (present !== undefined) {
      const shown = window.visibleTextEditors.find(({ document }) => document === present);
      const { viewColumn } = shown ?? {};
      return window.showTextDocument(present, viewColumn === undefined ? {} : { viewColumn });
    }
    const { text } = await this.#server.ask<FirstReport>(FIRST_REPORT);
    this.#isBroken = false;
    this.#document = await workspace.openTextDocument({ language: LANGUAGE_ID, content: text });
    const editor = await window.showTextDocument(this.#document);
    done('opened');
    return editor;
  }

  /** Makes the mistake, unless the user has made one already. */
  async #break(): Promise<void> {
    const editor = await this.#open();
    const { mistake } = await this.#server.ask<FirstReport>(FIRST_REPORT);
    const { document } = editor;
    for (let number = 0; number < document.lineCount; number++) {
      const line = document.lineAt(number);
      const at = line.text.startsWith(mistake.row) ? line.text.indexOf(mistake.right) : -1;
      if (at < 0) continue;
      const range = new Range(number, at, number, at + mistake.right.length);
      await editor.edit((edit) => edit.replace(range, mistake.wrong));
      editor.selection = new Selection(range.start, range.end);
      editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
      return;
    }
    void window.showInformationMessage(
      l10n.t('That figure has been changed already. Look for the red line.'),
    );
  }

  /** Goes to the first error and opens the menu of repairs. */
  async #repair(): Promise<void> {
    const editor = await this.#open();
    const error = languages
      .getDiagnostics(editor.document.uri)
      .find(({ severity }) => severity === DiagnosticSeverity.Error);
    if (error === undefined) {
      void window.showInformationMessage(
        l10n.t('There is nothing to repair: make a mistake first.'),
      );
      return;
    }
    editor.selection = new Selection(error.range.start, error.range.start);
    editor.revealRange(error.range, TextEditorRevealType.InCenterIfOutsideViewport);
    await commands.executeCommand('editor.action.quickFix');
  }

  #notice(): void {
    const document = this.#document;
    const checked = document && this.#reports.checkOf(document);
    if (checked === undefined) return;
    if (checked.errors > 0) {
      this.#isBroken = true;
      done('broken');
    } else if (this.#isBroken) {
      done('repaired');
    }
  }
}

function done(step: 'opened' | 'broken' | 'repaired'): void {
  void commands.executeCommand('setContext', `gouji.firstReport.${step}`, true);
}
