/**
 * Colours that only the parser and the forms can tell: what is a code, a figure, a head, a name, a part of a reference.
 * What the start of a line tells by itself is left to the TextMate grammar.
 */
import {
  type SemanticTokens,
  SemanticTokensBuilder,
  type SemanticTokensDelta,
  type SemanticTokensLegend,
} from 'vscode-languageserver';
import { isFigure, paragraphNumbers } from '../../grammar/figures.ts';
import type {
  Expression,
  Line,
  Paragraph,
  Range,
  ReferenceStep,
} from '../../grammar/syntax-tree.ts';
import type { Analysis } from '../analysis.ts';
import { walk } from '../reconcile/definitions.ts';
import { expressionsOf } from './expressions.ts';
import { lineAt } from './outline.ts';
import type { Places } from './places.ts';
import { ReportIndex } from './report-index.ts';

const types = [
  'keyword',
  'property',
  'string',
  'number',
  'variable',
  'function',
  'class',
  'enumMember',
  'operator',
  'decorator',
] as const;

type TokenType = (typeof types)[number];

const modifiers = ['declaration', 'defaultLibrary'] as const;

type Modifier = (typeof modifiers)[number];

export const semanticTokensLegend: SemanticTokensLegend = {
  tokenTypes: [...types],
  tokenModifiers: [...modifiers],
};

/** The tokens of each open text as they were sent last, for what has changed since. */
export class SemanticTokenStore {
  readonly #builders = new Map<string, SemanticTokensBuilder>();

  full(uri: string, analysis: Analysis, places: Places): SemanticTokens {
    const builder = new SemanticTokensBuilder();
    this.#builders.set(uri, builder);
    write(builder, analysis, places);
    return builder.build();
  }

  /** All of them where the earlier ones are not known any more. */
  delta(
    uri: string,
    previous: string,
    analysis: Analysis,
    places: Places,
  ): SemanticTokens | SemanticTokensDelta {
    const builder = this.#builders.get(uri);
    if (builder === undefined) return this.full(uri, analysis, places);
    builder.previousResult(previous);
    write(builder, analysis, places);
    return builder.buildEdits();
  }

  forget(uri: string): void {
    this.#builders.delete(uri);
  }
}

export function semanticTokensIn(
  analysis: Analysis,
  places: Places,
  within: Range,
): SemanticTokens {
  const builder = new SemanticTokensBuilder();
  write(builder, analysis, places, within);
  return builder.build();
}

interface Token extends Range {
  readonly type: TokenType;
  readonly modifiers: readonly Modifier[];
}

function write(
  builder: SemanticTokensBuilder,
  analysis: Analysis,
  places: Places,
  within?: Range,
): void {
  const tokens = new Tokens(analysis, within).all();
  let end = 0;
  for (const token of tokens.sort((a, b) => a.start - b.start || b.end - a.end)) {
    // Of tokens that overlap the first counts: clients refuse both.
    if (token.start < end) continue;
    end = token.end;
    const { line, character } = places.position(token.start);
    const set = token.modifiers.reduce((bits, one) => bits | (1 << modifiers.indexOf(one)), 0);
    builder.push(line, character, token.end - token.start, types.indexOf(token.type), set);
  }
}

class Tokens {
  readonly #analysis: Analysis;
  readonly #text: string;
  readonly #within: Range | undefined;
  readonly #tokens: Token[] = [];

  constructor(analysis: Analysis, within: Range | undefined) {
    this.#analysis = analysis;
    this.#text = analysis.tree.text;
    this.#within = within;
  }

  all(): Token[] {
    const { tree } = this.#analysis;
    const { start, end } = this.#within ?? { start: 0, end: tree.text.length };
    const last = lineAt(tree, end);
    for (let at = lineAt(tree, start); at <= last; at++) {
      const line = tree.lines[at];
      if (line !== undefined) this.#line(line);
    }
    for (const paragraph of tree.paragraphs) {
      if (paragraph.start <= end && start <= paragraph.end) this.#paragraph(paragraph);
    }
    for (const { rules } of tree.directives) {
      for (const rule of rules) {
        if (rule.start <= end && start <= rule.end) this.#add('decorator', rule);
      }
    }
    return this.#tokens;
  }

  #line(line: Line): void {
    switch (line.kind) {
      case 'header-field':
        this.#add('property', line.key);
        this.#add('string', line.value);
        return;
      case 'header-item':
        this.#add('string', line.value);
        return;
      case 'table-start':
        if (line.marked) this.#word(line, 1);
        if (line.form === undefined) this.#add('class', line.name, 'declaration');
        else this.#add('class', line.name, 'declaration', 'defaultLibrary');
        if (line.instance !== undefined) this.#add('string', line.instance);
        return;
      case 'row':
        this.#row(line.index);
        return;
      case 'definition':
        this.#word(line, 1);
        this.#add('variable', line.name, 'declaration');
        break;
      case 'assertion':
        this.#word(line, 2);
        if (line.tolerance !== undefined && line.right !== undefined) {
          const at = this.#text.indexOf('容差', line.right.end);
          this.#add('keyword', { start: at, end: at + 2 });
        }
        if (line.explanation !== undefined) this.#add('string', line.explanation);
        break;
      case 'prose':
        for (const { waived, target } of line.bindings) {
          if (waived) this.#add('keyword', trimmed(this.#text, target));
        }
        break;
      default:
        return;
    }
    for (const expression of expressionsOf(line)) this.#expression(expression);
  }

  /** The word that a line begins with. */
  #word({ start, end }: Range, length: number): void {
    const first = trimmed(this.#text, { start, end }).start;
    this.#add('keyword', { start: first, end: first + length });
  }

  #row(line: number): void {
    const { report, tree } = this.#analysis;
    const index = ReportIndex.of(report);
    const rows = index.rowsAt(line);
    for (const { codeCell, cells } of rows) {
      if (codeCell !== undefined) this.#add('enumMember', codeCell);
      for (const cell of cells) {
        const kind = cell?.reading.kind;
        if (cell === undefined) continue;
        if (kind === 'figure' || kind === 'target') this.#add('number', cell.range);
        else if (kind === 'asked') this.#add('operator', cell.range);
      }
    }
    const written = tree.lines[line];
    if (rows.length > 0 || written?.kind !== 'row') return;
    for (const cell of written.cells) {
      if (index.headAt(cell.start) !== undefined) this.#add('property', cell, 'declaration');
    }
  }

  #paragraph(paragraph: Paragraph): void {
    for (const number of paragraphNumbers(this.#analysis.tree, paragraph)) {
      if (isFigure(number)) this.#add('number', number);
    }
  }

  #expression(expression: Expression): void {
    walk(expression, (part) => {
      switch (part.kind) {
        case 'number':
          this.#add('number', part);
          return;
        case 'name':
          this.#add('variable', part);
          return;
        case 'call':
          this.#add('function', part.name, 'defaultLibrary');
          return;
        case 'reference':
          if (part.scope !== undefined) {
            this.#add('keyword', { start: part.start, end: part.start + part.scope.length });
          }
          this.#add('class', part.table);
          for (const step of part.steps) this.#step(step);
          return;
        default:
          return;
      }
    });
  }

  #step(step: ReferenceStep): void {
    if (step.kind === 'member') {
      const name = this.#text.slice(step.start, step.end).search(/[^.．\s]/);
      this.#add('property', { start: step.start + Math.max(0, name), end: step.end });
      return;
    }
    const inner = trimmed(this.#text, { start: step.start + 1, end: step.end - 1 });
    switch (step.selector.kind) {
      case 'code':
        this.#add('enumMember', inner);
        return;
      case 'row-number':
        this.#add('number', inner);
        return;
      case 'label':
        this.#add('string', inner);
        return;
      default:
        this.#add('keyword', inner);
    }
  }

  /** Tokens end with their line; a figure may go on in the next. */
  #add(type: TokenType, { start, end }: Range, ...set: readonly Modifier[]): void {
    const text = this.#text.slice(start, end);
    if (!/[\r\n]/.test(text)) {
      if (start < end) this.#tokens.push({ type, modifiers: set, start, end });
      return;
    }
    for (const piece of text.matchAll(/[^\r\n]+/g)) {
      const range = trimmed(text, { start: piece.index, end: piece.index + piece[0].length });
      if (range.start >= range.end) continue;
      const [from, to] = [start + range.start, start + range.end];
      this.#tokens.push({ type, modifiers: set, start: from, end: to });
    }
  }
}

function trimmed(text: string, { start, end }: Range): Range {
  let [from, to] = [start, end];
  while (from < to && /[\s\ufeff]/.test(text.charAt(from))) from++;
  while (to > from && /\s/.test(text.charAt(to - 1))) to--;
  return { start: from, end: to };
}
