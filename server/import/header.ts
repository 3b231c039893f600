/** The header of the source, from the cover and, where that is silent, from the heads of the tables. */
import { henan } from '../forms/profiles.ts';
import {
  type PrintedTables,
  PrintedTablesBuilder,
  recogniseProfile,
} from '../forms/recognise-profile.ts';
import type { Profile } from '../report/form.ts';
import type { Cover } from './cover.ts';
import type { Fragment } from './fragments.ts';
import { fragmentText } from './fragments.ts';
import type { HeadPart } from './head-line.ts';
import { slicePieces } from './inline.ts';
import type { PlacedNode } from './nodes.ts';

export interface HeaderField {
  readonly key: string;
  readonly value: readonly Fragment[];
}

/** `given`: the profile that the user asked for; default the one that the tables show. */
export function headerFields(
  cover: Cover,
  nodes: readonly PlacedNode[],
  given: Profile | undefined,
): { readonly fields: readonly HeaderField[]; readonly profile: Profile } {
  const fields: HeaderField[] = [];
  const add = (key: string, value: readonly Fragment[] | undefined): void => {
    if (value !== undefined && fragmentText(value) !== '') fields.push({ key, value });
  };
  add('报告', cover.kind ?? kindInHeadings(nodes));
  add('名称', cover.name ?? mostFrequent(nodes, 'body'));
  add('年度', cover.year ?? mostFrequent(nodes, 'year'));
  add('金额单位', mostFrequent(nodes, 'unit'));
  const body = fields.find(({ key }) => key === '名称')?.value ?? [];
  const profile = given ?? recogniseProfile(printedTables(nodes, fragmentText(body))) ?? henan;
  add('版式', [profile.name]);
  add('日期', cover.date);
  return { fields, profile };
}

function printedTables(nodes: readonly PlacedNode[], body: string): PrintedTables {
  const builder = new PrintedTablesBuilder();
  for (const node of nodes) {
    if (node.kind !== 'table') continue;
    const { heads, title } = node.draft;
    builder.line(fragmentText(heads[title]?.fragments ?? node.given ?? []));
    heads.forEach(({ fragments }, at) => {
      if (at !== title) builder.line(fragmentText(fragments));
    });
  }
  return builder.build(body);
}

/** The value that the forms print most often, as its first printing has it. */
function mostFrequent(
  nodes: readonly PlacedNode[],
  kind: HeadPart['kind'],
): readonly Fragment[] | undefined {
  const found = new Map<string, { count: number; readonly value: readonly Fragment[] }>();
  for (const node of nodes) {
    if (node.kind !== 'table') continue;
    for (const head of node.draft.heads) {
      for (const part of head.line?.parts ?? []) {
        if (part.kind !== kind) continue;
        const value = printedValue(head.fragments, part);
        const key = fragmentText(value).replace(/\s/g, '');
        const entry = found.get(key);
        if (entry === undefined) found.set(key, { count: 1, value });
        else entry.count += 1;
      }
    }
  }
  let best: { readonly count: number; readonly value: readonly Fragment[] } | undefined;
  for (const entry of found.values())
    if (best === undefined || entry.count > best.count) best = entry;
  return best?.value;
}

function printedValue(fragments: readonly Fragment[], part: HeadPart): readonly Fragment[] {
  const pieces = fragments.filter((fragment) => typeof fragment !== 'string');
  // Offsets of a part count the importer's blanks between cells as well; only a head in one piece has none.
  if (pieces.length !== fragments.length) return [part.value];
  if (part.kind !== 'year') return slicePieces(pieces, part.start, part.end);
  const digits = /\d{4}|[０-９]{4}/.exec(fragmentText(fragments).slice(part.start, part.end));
  if (digits === null) return [part.value];
  const from = part.start + digits.index;
  return slicePieces(pieces, from, from + 4);
}

/** 第二部分 2023年度单位决算表 */
function kindInHeadings(nodes: readonly PlacedNode[]): readonly Fragment[] | undefined {
  for (const node of nodes) {
    if (node.kind !== 'heading') continue;
    const pieces = node.fragments.filter((fragment) => typeof fragment !== 'string');
    const match = /(?:部门|单位)决算/.exec(fragmentText(pieces));
    if (match !== null) return slicePieces(pieces, match.index, match.index + match[0].length);
  }
  return undefined;
}
