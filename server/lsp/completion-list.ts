/** What a completion is built of: candidates that are filtered here, so that they can be found by their readings. */
import {
  type CompletionItem,
  type CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
} from 'vscode-languageserver';
import type { Range } from '../../grammar/syntax-tree.ts';
import { rankOf } from './pinyin.ts';
import type { Places } from './places.ts';

export interface Candidate {
  readonly label: string;
  readonly kind: CompletionItemKind;
  /** Other words that find it: a code, a name. */
  readonly also?: readonly string[];
  /** The value it has at present; worked out for those that are shown. */
  readonly value?: () => string | undefined;
  readonly detail?: string | undefined;
  /** What is written; default the label. */
  readonly text?: string;
  /** `text` holds places of a snippet. */
  readonly isSnippet?: boolean;
  /** What is written in its place where the client takes no snippets; without it such a client is not offered it. */
  readonly plainText?: string;
  readonly more?: readonly { readonly range: Range; readonly text: string }[];
  /** What its documentation is made from when it is asked for. */
  readonly about?: About;
  /** Among those that fit equally well those of a lower order come first. */
  readonly order?: number;
}

export type About =
  | { readonly kind: 'subject'; readonly code: string; readonly classification: string }
  | { readonly kind: 'rule'; readonly id: string }
  | { readonly kind: 'expression'; readonly expression: string }
  | { readonly kind: 'function'; readonly name: string }
  | { readonly kind: 'form'; readonly key: string }
  /** A table of the report, by its place among them. */
  | { readonly kind: 'table'; readonly table: number }
  | { readonly kind: 'text'; readonly text: string };

/** Comes back with a candidate whose documentation is asked for. */
export interface CandidateData {
  readonly uri: string;
  readonly about: About;
}

export interface Candidates {
  /** From where what was typed is replaced. */
  readonly range: Range;
  readonly typed: string;
  /** What stands in the range. */
  readonly written: string;
  readonly candidates: Iterable<Candidate>;
}

/** What the client can do with a candidate. */
export interface CompletionSupport {
  readonly takesSnippets: boolean;
  readonly showsDetails: boolean;
}

const MOST = 200;

export function completionList(
  { range, typed, written, candidates }: Candidates,
  uri: string,
  places: Places,
  { takesSnippets, showsDetails }: CompletionSupport,
): CompletionList {
  const found: { readonly candidate: Candidate; readonly rank: number; readonly place: number }[] =
    [];
  let place = 0;
  for (const candidate of candidates) {
    place += 1;
    const isPlain = candidate.isSnippet !== true || takesSnippets;
    if (!isPlain && candidate.plainText === undefined) continue;
    const ranks = [candidate.label, ...(candidate.also ?? [])].flatMap(
      (name) => rankOf(typed, name) ?? [],
    );
    if (ranks.length > 0) found.push({ candidate, rank: Math.min(...ranks), place });
  }
  found.sort(
    (a, b) =>
      a.rank - b.rank || (a.candidate.order ?? 0) - (b.candidate.order ?? 0) || a.place - b.place,
  );
  const items = found.slice(0, MOST).map(({ candidate }, at): CompletionItem => {
    const { label, kind, detail, more, about, plainText } = candidate;
    const value = candidate.value?.();
    // Where nothing stands beside the label, the value goes before the words.
    const words = showsDetails ? [detail ?? value] : [value, detail];
    const shown = [...new Set(words)].filter((one) => one !== undefined).join(' · ');
    const isSnippet = candidate.isSnippet === true && takesSnippets;
    const text = candidate.isSnippet === true && !takesSnippets ? plainText : candidate.text;
    return {
      label,
      kind,
      // Filtered and sorted already: the client must not do it again by its own lights.
      filterText: written === '' ? label : written,
      sortText: String(at).padStart(4, '0'),
      ...(value !== undefined && showsDetails && { labelDetails: { description: value } }),
      ...(shown !== '' && { detail: shown }),
      textEdit: { range: places.range(range), newText: text ?? label },
      ...(isSnippet && { insertTextFormat: InsertTextFormat.Snippet }),
      ...(more !== undefined && {
        additionalTextEdits: more.map((one) => ({
          range: places.range(one.range),
          newText: one.text,
        })),
      }),
      ...(about !== undefined && { data: { uri, about } satisfies CandidateData }),
    };
  });
  return { isIncomplete: true, items };
}

/** Text as it stands in a snippet. */
export function inSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
