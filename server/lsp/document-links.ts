/** Links from the header to the reports that it names: 上年 and 下级. */
import type { DocumentLink } from 'vscode-languageserver';
import type { Piece } from '../../grammar/syntax-tree.ts';
import type { Analysis } from '../analysis.ts';
import type { NamedReport } from '../report/model.ts';
import type { OpenDocument } from './documents.ts';
import type { Say } from './messages.ts';
import type { Workspace } from './workspace.ts';

export function documentLinks(
  { report, others }: Analysis,
  { places }: OpenDocument,
  workspace: Workspace,
  say: Say,
): DocumentLink[] {
  const links: DocumentLink[] = [];
  const add = (piece: Piece, named: NamedReport | undefined): void => {
    const place = named && workspace.placeIn(named.name, { start: 0, end: 0 });
    if (named === undefined || place === undefined) return;
    const tooltip = say('openReport', { name: named.name });
    links.push({ range: places.range(piece), target: place.uri, tooltip });
  };
  const { lastYear, subordinates } = report.header;
  if (lastYear !== undefined) add(lastYear, others.lastYear);
  // The units come in the order of the header, without those that were not found and those named twice.
  const failed = new Set(others.problems.map(({ start }) => start));
  const seen = new Map<string, NamedReport | undefined>();
  let next = 0;
  for (const piece of subordinates) {
    if (failed.has(piece.start)) continue;
    if (!seen.has(piece.value)) seen.set(piece.value, others.subordinates[next++]);
    add(piece, seen.get(piece.value));
  }
  return links;
}
