/** Markdown for hovers and documentation. */

/** Text from a report, which may hold characters that Markdown gives a meaning. */
export function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&').replace(/\s+/g, ' ');
}

/** Text as code; a back-tick inside is no end of it. */
export function code(text: string): string {
  const fence = text.includes('`') ? '``' : '`';
  return `${fence}${text.replace(/\s+/g, ' ')}${fence}`;
}

/** Paragraphs, those that are left out skipped. */
export function paragraphs(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('\n\n');
}

export function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

/** For a client that shows nothing but plain text. */
export function withoutMarks(markdown: string): string {
  return markdown
    .replace(/^```\w*\n|\n```$/gm, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\*\*|(?<!\\)``?| {2}$/gm, '')
    .replace(/\\([\\`*_{}[\]<>#|~])/g, '$1');
}

/** As much of a client's wish for a format as is acted on: undefined where it says nothing. */
export function readsMarkdown(formats: readonly string[] | undefined): boolean {
  return formats === undefined || formats.length === 0 || formats.includes('markdown');
}

export interface MarkupText {
  readonly kind: 'markdown' | 'plaintext';
  readonly value: string;
}

export function markup(value: string, isMarkdown: boolean): MarkupText {
  return isMarkdown
    ? { kind: 'markdown', value }
    : { kind: 'plaintext', value: withoutMarks(value) };
}
