/** The texts that are open in the editor. */
import { type TextDocumentContentChangeEvent, TextDocuments } from 'vscode-languageserver';
import { Places } from './places.ts';

/**
 * One version of an open text. It never changes: an edit gives another one, so a version is out of date as soon as
 * `Documents.get` answers with another object.
 */
export class OpenDocument {
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  readonly text: string;
  readonly places: Places;

  constructor(uri: string, languageId: string, version: number, text: string) {
    this.uri = uri;
    this.languageId = languageId;
    this.version = version;
    this.text = text;
    this.places = new Places(text);
  }

  /** Applies edits one after another, each to what the one before left. */
  changed(edits: readonly TextDocumentContentChangeEvent[], version: number): OpenDocument {
    let { text, places } = this;
    for (const edit of edits) {
      if ('range' in edit) {
        const { start, end } = places.stretch(edit.range);
        text = text.slice(0, start) + edit.text + text.slice(end);
      } else {
        text = edit.text;
      }
      places = new Places(text);
    }
    return new OpenDocument(this.uri, this.languageId, version, text);
  }
}

export type Documents = TextDocuments<OpenDocument>;

export function createDocuments(): Documents {
  return new TextDocuments<OpenDocument>({
    create: (uri, languageId, version, text) => new OpenDocument(uri, languageId, version, text),
    update: (document, edits, version) => document.changed(edits, version),
  });
}
