/** The reports that are open: which one the user works on, and what the last check of each came to. */
import {
  type Disposable,
  EventEmitter,
  type TextDocument,
  type TextEditor,
  Uri,
  window,
  workspace,
} from 'vscode';
import { type Checked, LANGUAGE_ID } from '../server/lsp/protocol.ts';
import type { Server } from './server.ts';

export class Reports implements Disposable {
  readonly #checked = new Map<string, Checked>();
  readonly #changed = new EventEmitter<void>();
  readonly #disposables: readonly Disposable[];
  #current: TextDocument | undefined;

  /** The report at hand is another one, or its check is. */
  readonly onDidChange = this.#changed.event;

  constructor(server: Server) {
    this.#follow(window.activeTextEditor);
    this.#disposables = [
      this.#changed,
      server.onDidCheck((checked) => {
        this.#checked.set(key(checked.uri), checked);
        if (this.#current && key(this.#current.uri.toString()) === key(checked.uri)) {
          this.#changed.fire();
        }
      }),
      server.onDidChangeState((state) => {
        if (state !== 'stopped') return;
        this.#checked.clear();
        this.#changed.fire();
      }),
      window.onDidChangeActiveTextEditor((editor) => this.#follow(editor)),
      workspace.onDidCloseTextDocument(({ uri }) => {
        this.#checked.delete(uri.toString());
        if (this.#current?.uri.toString() !== uri.toString()) return;
        this.#current = undefined;
        this.#changed.fire();
      }),
    ];
  }

  /** The report that was edited last; other editors do not take its place. */
  get current(): TextDocument | undefined {
    return this.#current;
  }

  /** What the last check came to; undefined while the first goes on. */
  checkOf({ uri }: TextDocument): Checked | undefined {
    return this.#checked.get(uri.toString());
  }

  dispose(): void {
    for (const one of this.#disposables) one.dispose();
  }

  #follow(editor: TextEditor | undefined): void {
    const document = editor?.document;
    if (document?.languageId === LANGUAGE_ID && document !== this.#current) {
      this.#current = document;
    }
    this.#changed.fire();
  }
}

/** The server may write a URI otherwise than the editor does. */
function key(uri: string): string {
  return Uri.parse(uri).toString();
}
