/**
 * What belongs together in a report: cells, the references that speak of them, the sentences that claim them and the
 * identities that they stand in; names given with 设 and their uses; tables and subject codes and their mentions.
 */

import type { Range, Reference } from '../../grammar/syntax-tree.ts';
import { foldWidth } from '../../grammar/width.ts';
import type { Analysis } from '../analysis.ts';
import type { Claim, NarrativeFigure, Place } from '../claims/claim.ts';
import { walk } from '../reconcile/definitions.ts';
import type { Cell, NamedReport, Table } from '../report/model.ts';
import type { ReferenceTarget } from '../report/resolution.ts';
import { resolveReference } from '../report/resolve.ts';
import { definitionsNamed, everyExpression, usesOfName } from './expressions.ts';
import { identitiesOf, termsOf } from './identities.ts';
import type { Thing } from './thing-at.ts';

/** What a thing is about. */
export type Topic =
  | { readonly kind: 'cells'; readonly cells: readonly Cell[] }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'table'; readonly table: Table }
  | { readonly kind: 'rule'; readonly id: string };

export interface Mention extends Range {
  /**
   * - `home`: the thing itself: a cell, a definition, a code in a table.
   * - `use`: an expression or a sentence that speaks of it.
   * - `mate`: a cell that stands in an identity with it.
   */
  readonly role: 'home' | 'use' | 'mate';
  /** Undefined: the report at hand. */
  readonly report: NamedReport | undefined;
}

export function topicOf(analysis: Analysis, thing: Thing, offset: number): Topic | undefined {
  switch (thing.kind) {
    case 'cell':
      return { kind: 'cells', cells: [thing.cell] };
    case 'figure':
      return { kind: 'cells', cells: cellsClaimedAt(analysis, thing) };
    case 'reference':
      return topicOfReference(analysis, thing.reference, offset);
    case 'name':
      return { kind: 'name', name: thing.name.name };
    case 'definition':
      return { kind: 'name', name: thing.definition.name.value };
    case 'table':
      return { kind: 'table', table: thing.table };
    case 'row':
      return thing.isCode && thing.row.code !== undefined
        ? { kind: 'code', code: thing.row.code }
        : undefined;
    case 'rule':
      return { kind: 'rule', id: thing.rule.value };
    default:
      return undefined;
  }
}

function topicOfReference(
  analysis: Analysis,
  reference: Reference,
  offset: number,
): Topic | undefined {
  const targets = targetsOf(analysis, reference);
  const [first] = targets;
  if (first === undefined) return undefined;
  const { table } = reference;
  const atTable = offset < table.end || (offset === table.end && reference.steps.length === 0);
  if (atTable && first.report === undefined) return { kind: 'table', table: first.table };
  return { kind: 'cells', cells: targets.flatMap(cellsOf) };
}

export function targetsOf(analysis: Analysis, reference: Reference): readonly ReferenceTarget[] {
  const { report, profile, others } = analysis;
  const resolution = resolveReference(reference, { report, profile, others });
  return resolution.kind === 'resolved' ? resolution.targets : [];
}

/** The printed cells that a target speaks of. */
export function cellsOf({ rows, columns, panel }: ReferenceTarget): readonly Cell[] {
  const printed =
    rows.kind === 'one'
      ? rows.row === undefined
        ? []
        : [rows.row]
      : rows.kind === 'each'
        ? rows.rows
        : panel.rows.filter(({ code }) => code !== undefined);
  return printed.flatMap((row) => columns.flatMap(({ index }) => row.cells[index] ?? []));
}

/** Everything that belongs to a topic, the thing itself first, then in order of place. */
export function mentionsOf(analysis: Analysis, topic: Topic): readonly Mention[] {
  switch (topic.kind) {
    case 'cells':
      return mentionsOfCells(analysis, topic.cells);
    case 'name': {
      const homes = definitionsNamed(analysis.tree, topic.name).map(({ name }) => at(name, 'home'));
      return [...homes, ...usesOfName(analysis.tree, topic.name).map((use) => at(use, 'use'))];
    }
    case 'code':
      return mentionsOfCode(analysis, topic.code);
    case 'table':
      return mentionsOfTable(analysis, topic.table);
    case 'rule':
      return analysis.tree.directives.flatMap(({ rules }) =>
        rules.filter(({ value }) => value === topic.id).map((rule) => at(rule, 'use')),
      );
  }
}

function mentionsOfCells(analysis: Analysis, cells: readonly Cell[]): readonly Mention[] {
  const wanted = new Set(cells);
  const mentions = cells.map((cell) => at(cell.range, 'home', ownerOf(analysis, cell)));
  for (const { reference, targets } of referencesOf(analysis)) {
    if (targets.some((target) => cellsOf(target).some((cell) => wanted.has(cell)))) {
      mentions.push(at(reference, 'use'));
    }
  }
  for (const figure of figuresClaiming(analysis, wanted)) mentions.push(at(figure, 'use'));
  const identities = identitiesOf(analysis);
  const mates = new Set<Cell>();
  for (const cell of cells) {
    for (const { constraint } of identities.get(cell) ?? []) {
      for (const term of termsOf(constraint)) {
        const { cell, report } = term;
        if (cell === undefined || cell.reading.kind === 'empty') continue;
        if (wanted.has(cell) || mates.has(cell)) continue;
        mates.add(cell);
        mentions.push(at(cell.range, 'mate', report));
      }
    }
  }
  return mentions;
}

/** The other report that a cell stands in. */
function ownerOf({ others }: Analysis, { row }: Cell): NamedReport | undefined {
  const named = [...(others.lastYear ? [others.lastYear] : []), ...others.subordinates];
  return named.find(({ report }) => report.tables.some(({ panels }) => panels.includes(row.panel)));
}

export interface PlacedReference {
  readonly reference: Reference;
  readonly targets: readonly ReferenceTarget[];
}

/** Every reference of the report's expressions with what it means, in order of place. */
export function referencesOf(analysis: Analysis): readonly PlacedReference[] {
  let found = references.get(analysis);
  if (found === undefined) {
    const list: PlacedReference[] = [];
    for (const [expression] of everyExpression(analysis.tree)) {
      walk(expression, (part) => {
        if (part.kind !== 'reference') return;
        list.push({ reference: part, targets: targetsOf(analysis, part) });
      });
    }
    found = list;
    references.set(analysis, found);
  }
  return found;
}

const references = new WeakMap<Analysis, readonly PlacedReference[]>();

// ---- sentences ------------------------------------------------------------------------------------------------------

/** The cells that a figure of the prose is said to print; those of its binding where it is bound. */
function cellsClaimedAt(analysis: Analysis, range: Range): readonly Cell[] {
  const cells: Cell[] = [];
  for (const claim of analysis.narrative.claims) {
    if (claim.kind !== 'equals' || !overlaps(claim.figure, range)) continue;
    cells.push(...claim.places.flatMap(cellOf));
  }
  return [...new Set(cells)];
}

/** The cells of this report that a figure of the prose repeats, or is reckoned from. */
export function cellsReckonedAt(analysis: Analysis, range: Range): readonly Cell[] {
  const own = new Set(analysis.report.tables.flatMap(({ panels }) => panels));
  const cells = new Set<Cell>();
  for (const claim of analysis.narrative.claims) {
    if (!('figure' in claim) || !overlaps(claim.figure, range)) continue;
    for (const place of placesOf(claim)) for (const cell of cellOf(place)) cells.add(cell);
    for (const figure of otherFiguresOf(claim)) {
      for (const cell of cellsClaimedAt(analysis, figure)) cells.add(cell);
    }
  }
  return [...cells].filter(({ row }) => own.has(row.panel));
}

/** The figures of the prose that a claim reckons its own from. */
function otherFiguresOf(claim: Claim): readonly NarrativeFigure[] {
  return Object.values(claim).flatMap((value: unknown) =>
    typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'figure'
      ? [(value as unknown as { readonly figure: NarrativeFigure }).figure]
      : [],
  );
}

function figuresClaiming(
  { narrative }: Analysis,
  wanted: ReadonlySet<Cell>,
): ReadonlySet<NarrativeFigure> {
  const figures = new Set<NarrativeFigure>();
  for (const claim of narrative.claims) {
    if (!('figure' in claim)) continue;
    if (placesOf(claim).some((place) => cellOf(place).some((cell) => wanted.has(cell)))) {
      figures.add(claim.figure);
    }
  }
  return figures;
}

function placesOf(claim: Claim): readonly Place[] {
  if (claim.kind === 'equals') return claim.places;
  return Object.values(claim).flatMap((value: unknown) =>
    typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'place'
      ? [(value as unknown as { readonly place: Place }).place]
      : [],
  );
}

function cellOf({ row, column }: Place): readonly Cell[] {
  const cell = row?.cells[column.index];
  return cell === undefined ? [] : [cell];
}

// ---- codes and tables -----------------------------------------------------------------------------------------------

function mentionsOfCode(analysis: Analysis, code: string): readonly Mention[] {
  const mentions: Mention[] = [];
  for (const { rows } of analysis.report.tables) {
    for (const { codeCell } of rows) {
      if (codeCell !== undefined && foldWidth(codeCell.value) === code) {
        mentions.push(at(codeCell, 'home'));
      }
    }
  }
  for (const { reference } of referencesOf(analysis)) {
    for (const step of reference.steps) {
      if (step.kind !== 'bracket' || step.selector.kind !== 'code') continue;
      if (step.selector.code === code) mentions.push(at(step, 'use'));
    }
  }
  return mentions;
}

function mentionsOfTable(analysis: Analysis, table: Table): readonly Mention[] {
  const mentions = [at(table.syntax.startLine.name, 'home')];
  for (const { reference, targets } of referencesOf(analysis)) {
    if (targets.some((target) => target.table === table)) mentions.push(at(reference.table, 'use'));
  }
  return mentions;
}

function at({ start, end }: Range, role: Mention['role'], report?: NamedReport): Mention {
  return { start, end, role, report };
}

function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}
