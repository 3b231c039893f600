import { wrap } from './display-width.ts';

/** A text in lines of at most 80 columns, its own line breaks kept. */
export function indentLines(text: string, indent: number): readonly string[] {
  const margin = ' '.repeat(indent);
  return wrap(text, 80 - indent).map((line) => (line === '' ? '' : margin + line));
}

export function heading(title: string): readonly string[] {
  return ['', `── ${title}`];
}
