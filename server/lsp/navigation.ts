/** Definition, references and highlights: the ways between a figure, its cell and whatever else speaks of it. */
import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type Location,
  type LocationLink,
  type Position,
} from 'vscode-languageserver';
import type { Range } from '../../grammar/syntax-tree.ts';
import type { Analysis } from '../analysis.ts';
import type { NamedReport } from '../report/model.ts';
import type { ReferenceTarget } from '../report/resolution.ts';
import { ruleById } from '../rules/catalogue.ts';
import type { OpenDocument } from './documents.ts';
import { definitionsNamed } from './expressions.ts';
import { type Mention, mentionsOf, targetsOf, topicOf } from './links.ts';
import { rulePageUri } from './rule-pages.ts';
import { type Thing, thingAt } from './thing-at.ts';
import type { Workspace } from './workspace.ts';

export interface NavigationContext {
  readonly workspace: Workspace;
  /** The client can show what a link was asked from. */
  readonly links: boolean;
  /** The client opens documents of the server. */
  readonly pages: boolean;
}

interface Target extends Range {
  readonly report: NamedReport | undefined;
}

export function definition(
  analysis: Analysis,
  document: OpenDocument,
  position: Position,
  { workspace, links, pages }: NavigationContext,
): Location[] | LocationLink[] {
  const offset = document.places.offset(position);
  const thing = thingAt(analysis, offset);
  if (thing === undefined) return [];
  const locations =
    thing.kind === 'rule'
      ? pageOf(thing.rule.value, pages)
      : targetsOfThing(analysis, thing, offset).flatMap((target) =>
          locate(target, document, workspace),
        );
  if (!links) return locations;
  const originSelectionRange = document.places.range(thing);
  return locations.map(({ uri, range }) => ({
    originSelectionRange,
    targetUri: uri,
    targetRange: range,
    targetSelectionRange: range,
  }));
}

function pageOf(rule: string, pages: boolean): Location[] {
  if (!pages || ruleById(rule) === undefined) return [];
  const start = { line: 0, character: 0 };
  return [{ uri: rulePageUri(rule), range: { start, end: start } }];
}

function targetsOfThing(analysis: Analysis, thing: Thing, offset: number): readonly Target[] {
  switch (thing.kind) {
    case 'reference': {
      const topic = topicOf(analysis, thing, offset);
      if (topic?.kind === 'table') return [here(topic.table.syntax.startLine.name)];
      return targetsOf(analysis, thing.reference).flatMap(placesOf);
    }
    case 'name':
      return definitionsNamed(analysis.tree, thing.name.name).map(({ name }) => here(name));
    case 'definition':
      return [here(thing.definition.name)];
    case 'cell':
      return [here(thing.cell.range)];
    case 'figure': {
      const topic = topicOf(analysis, thing, offset);
      return topic === undefined ? [] : mentionsOf(analysis, topic).filter(isHome);
    }
    default:
      return [];
  }
}

/** The cell; where it is not printed its row, its table; of a whole column the head. */
function placesOf({ report, table, rows, columns }: ReferenceTarget): readonly Target[] {
  const found: Range[] = [];
  for (const column of columns) {
    const row = rows.kind === 'one' ? rows.row : undefined;
    const place = rows.kind === 'one' ? (row?.cells[column.index] ?? row)?.range : column.heads[0];
    if (place !== undefined) found.push(place);
  }
  const ranges = found.length > 0 ? found : [table.syntax.startLine.name];
  return ranges.map(({ start, end }) => ({ start, end, report }));
}

function here({ start, end }: Range): Target {
  return { start, end, report: undefined };
}

function isHome({ role }: Mention): boolean {
  return role === 'home';
}

export function references(
  analysis: Analysis,
  document: OpenDocument,
  position: Position,
  includeDeclaration: boolean,
  workspace: Workspace,
): Location[] {
  return mentionsAt(analysis, document, position)
    .filter((mention) => includeDeclaration || !isHome(mention))
    .flatMap((mention) => locate(mention, document, workspace));
}

const kinds: Readonly<Record<Mention['role'], DocumentHighlightKind>> = {
  home: DocumentHighlightKind.Write,
  use: DocumentHighlightKind.Read,
  mate: DocumentHighlightKind.Text,
};

export function highlights(
  analysis: Analysis,
  document: OpenDocument,
  position: Position,
): DocumentHighlight[] {
  return mentionsAt(analysis, document, position)
    .filter(({ report }) => report === undefined)
    .map((mention) => ({ range: document.places.range(mention), kind: kinds[mention.role] }));
}

function mentionsAt(
  analysis: Analysis,
  { places }: OpenDocument,
  position: Position,
): readonly Mention[] {
  const offset = places.offset(position);
  const thing = thingAt(analysis, offset);
  const topic = thing && topicOf(analysis, thing, offset);
  return topic === undefined ? [] : mentionsOf(analysis, topic);
}

function locate(target: Target, { uri, places }: OpenDocument, workspace: Workspace): Location[] {
  if (target.report === undefined) return [{ uri, range: places.range(target) }];
  const place = workspace.placeIn(target.report.name, target);
  return place === undefined ? [] : [place];
}
