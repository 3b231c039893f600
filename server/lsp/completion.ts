/** What may be written at the cursor. */
import type { CompletionList } from 'vscode-languageserver';
import type { Analysis } from '../analysis.ts';
import type { Language } from '../report/identifiers.ts';
import { type Candidate, type CompletionSupport, completionList } from './completion-list.ts';
import { type CompletionPlace, completionPlace } from './completion-place.ts';
import type { OpenDocument } from './documents.ts';
import {
  directiveCandidates,
  formCandidates,
  headerKeyCandidates,
  headerValueCandidates,
  headingCandidates,
  lineCandidates,
  ruleCandidates,
} from './line-candidates.ts';
import { memberCandidates, operandCandidates, rowCandidates } from './reference-candidates.ts';
import { cellCandidates } from './table-candidates.ts';

type PlaceKind = CompletionPlace['kind'];

/** Marks after which something is completed without being asked for, and what; after a blank in a sentence nothing is. */
const triggers: Readonly<Record<string, readonly PlaceKind[]>> = {
  '[': ['row-selector'],
  '［': ['row-selector'],
  '【': ['row-selector'],
  '.': ['member'],
  '．': ['member'],
  '(': ['operand'],
  '（': ['operand'],
  '：': ['header-value'],
  ':': ['header-value'],
  '#': ['section', 'header-key', 'heading'],
  '|': ['cell'],
  '/': ['directive-word', 'rule'],
  ' ': ['heading', 'form', 'rule', 'directive-word', 'operand'],
};

export const completionTriggers = Object.keys(triggers);

export interface CompletionContext extends CompletionSupport {
  readonly language: Language;
  /** The mark that was typed, where nobody asked. */
  readonly trigger: string | undefined;
  /** Reports at hand, as they can be written in this one. */
  files(): readonly string[];
}

export function completion(
  analysis: Analysis,
  document: OpenDocument,
  offset: number,
  context: CompletionContext,
): CompletionList {
  const place = completionPlace(analysis.tree, offset);
  const wanted = context.trigger === undefined ? undefined : triggers[context.trigger];
  if (place === undefined || wanted?.includes(place.kind) === false) {
    return { isIncomplete: false, items: [] };
  }
  const { range, typed } = place;
  const candidates = candidatesAt(analysis, place, offset, context);
  const { uri, places } = document;
  const written = analysis.tree.text.slice(range.start, range.end);
  return completionList({ range, typed, written, candidates }, uri, places, context);
}

function candidatesAt(
  analysis: Analysis,
  place: CompletionPlace,
  offset: number,
  { language, files }: CompletionContext,
): readonly Candidate[] {
  switch (place.kind) {
    case 'header-key':
      return [...headerKeyCandidates(analysis, language), ...lineCandidates(analysis, language)];
    case 'header-value':
      return headerValueCandidates(analysis, place.key, files());
    case 'directive-word':
      return directiveCandidates(language);
    case 'rule':
      return ruleCandidates(language);
    case 'form':
      return formCandidates(analysis, language);
    case 'section':
      return lineCandidates(analysis, language);
    case 'heading':
      return headingCandidates(analysis, place.marks.length, language);
    case 'cell':
      return cellCandidates(analysis, place.line, place.cell, restOfLine(analysis, offset));
    case 'row-selector': {
      const closed = /^[^[［【(（]*?[\]］】]/.test(restOfLine(analysis, offset));
      return rowCandidates(analysis, place.head, place.tail, closed, language);
    }
    case 'member':
      return memberCandidates(analysis, place.head, language);
    case 'operand':
      return operandCandidates(analysis, place.inBinding, language);
  }
}

function restOfLine({ tree }: Analysis, offset: number): string {
  return /^[^\r\n]*/.exec(tree.text.slice(offset, offset + 1000))?.[0] ?? '';
}
