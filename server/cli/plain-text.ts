import { wrap } from './display-width.ts';

/** A text in lines of at most 80 columns, its own line breaks kept. */
export function indentLines(text: string, indent: number): readonly string[] {
  const margin = ' '.repeat(indent);
  return wrap(text, 80 - indent).map((line) => (line === '' ? '' : margin + line));
}

export function heading(title: string): readonly string[] {
  return ['', `── ${title}`];
}

/** A text that may hold line breaks, as names of files may, on one line. */
export function oneLine(text: string): string {
  return text.replaceAll(/[\r\n]+/g, ' ');
}
