/** Values shown between the author's words: of `=` cells, of `[]`, of definitions, of references in assertions. */
import { type InlayHint, InlayHintKind } from 'vscode-languageserver';
import type { AssertionLine, Expression, Range } from '../../grammar/syntax-tree.ts';
import type { Analysis } from '../analysis.ts';
import { printUnits } from '../reconcile/amount.ts';
import { askedCells } from '../reconcile/asked-value.ts';
import { walk } from '../reconcile/definitions.ts';
import { evaluate } from '../reconcile/evaluate.ts';
import type { Language } from '../report/identifiers.ts';
import { expressionsOf } from './expressions.ts';
import { identityText } from './identities.ts';
import { code } from './markdown.ts';
import { sayIn } from './messages.ts';
import type { Places } from './places.ts';
import { Values } from './values.ts';

export interface InlayHintOptions {
  readonly language: Language;
  /** Also says where the figures of sentences come from. */
  readonly sources: boolean;
}

export function inlayHints(
  analysis: Analysis,
  places: Places,
  within: Range,
  options: InlayHintOptions,
): InlayHint[] {
  const hints = [
    ...askedHints(analysis, places, within, options.language),
    ...bindingHints(analysis, places, within),
    ...expressionHints(analysis, places, within),
    ...(options.sources ? sourceHints(analysis, places, within) : []),
  ];
  return hints.sort(
    (a, b) => a.position.line - b.position.line || a.position.character - b.position.character,
  );
}

/** The value that the identities give a lone `=`; accepting the hint writes it. */
function askedHints(
  analysis: Analysis,
  places: Places,
  within: Range,
  language: Language,
): InlayHint[] {
  const isAny = analysis.report.tables.some(
    ({ syntax, rows }) =>
      overlaps(syntax, within) &&
      rows.some(({ cells }) => cells.some((cell) => cell?.reading.kind === 'asked')),
  );
  if (!isAny) return [];
  const hints: InlayHint[] = [];
  for (const { cell, answer, against } of askedCells(analysis)) {
    if (answer === undefined || against !== undefined || !overlaps(cell.range, within)) continue;
    const value = printUnits(answer.units, answer.decimals);
    const { origin } = answer;
    const formula =
      'constraint' in origin
        ? identityText(evaluate(origin.constraint), sayIn(language)).formula
        : analysis.tree.text.slice(origin.assertion.start, origin.assertion.end);
    hints.push({
      position: places.position(cell.range.end),
      label: value,
      paddingLeft: true,
      tooltip: { kind: 'markdown', value: code(formula) },
      textEdits: [{ range: places.range(cell.range), newText: value }],
    });
  }
  return hints;
}

/** The value of `[](…)`; accepting the hint fills it in. */
function bindingHints(analysis: Analysis, places: Places, within: Range): InlayHint[] {
  const { tree } = analysis;
  const isAny = tree.paragraphs.some(
    (paragraph) =>
      overlaps(paragraph, within) &&
      paragraph.lines.some(({ bindings }) => bindings.some(({ figure }) => isEmpty(figure))),
  );
  if (!isAny) return [];
  const hints: InlayHint[] = [];
  for (const { binding, verdict, expected, replacement } of analysis.bindings) {
    if (verdict !== 'asked' || expected === undefined || !overlaps(binding, within)) continue;
    const newText = replacement ?? expected;
    hints.push({
      position: places.position(binding.figure.start),
      label: expected,
      textEdits: [{ range: places.range(binding.figure), newText }],
    });
  }
  return hints;
}

/** What definitions come to, and each reference and name of an assertion. */
function expressionHints(analysis: Analysis, places: Places, within: Range): InlayHint[] {
  const { definitions, assertions } = analysis.tree;
  const hints: InlayHint[] = [];
  const add = (at: number, text: string | undefined, prefix = ''): void => {
    if (text === undefined) return;
    const position = places.position(at);
    const label = prefix + text;
    hints.push({ position, label, kind: InlayHintKind.Type, paddingLeft: true });
  };
  for (const { expression, start, end } of definitions) {
    if (expression === undefined || !overlaps({ start, end }, within)) continue;
    // A number says itself what it is.
    if (expression.kind === 'number') continue;
    add(expression.end, Values.of(analysis).single(expression), '= ');
  }
  for (const assertion of assertions) {
    if (!overlaps(assertion, within)) continue;
    for (const [part, summed] of partsOf(assertion)) {
      add(part.end, Values.of(analysis).single(part, summed));
    }
  }
  return hints;
}

function partsOf(assertion: AssertionLine): readonly (readonly [Expression, boolean])[] {
  const found: (readonly [Expression, boolean])[] = [];
  for (const expression of expressionsOf(assertion)) {
    walk(expression, (part, summed) => {
      if (part.kind === 'reference' || part.kind === 'name') found.push([part, summed]);
    });
  }
  return found;
}

/** Where a figure of a sentence comes from, as it could be bound. */
function sourceHints({ ledger }: Analysis, places: Places, within: Range): InlayHint[] {
  return ledger.prose.flatMap((entry) => {
    if (entry.reading !== 'claimed' || !overlaps(entry, within)) return [];
    const { expression, calculation } = entry;
    if (expression === undefined) return [];
    return {
      position: places.position(entry.end),
      label: `‹${expression}›`,
      paddingLeft: true,
      // With the numbers put in, a rate is seen to be reckoned.
      ...(calculation !== undefined && { tooltip: calculation }),
    };
  });
}

function isEmpty({ start, end }: Range): boolean {
  return start === end;
}

function overlaps(a: Range, b: Range): boolean {
  return a.start <= b.end && b.start <= a.end;
}
