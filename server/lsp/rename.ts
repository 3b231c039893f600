/** Renaming of what the author named: definitions (设) and tables that are no form. */
import {
  ErrorCodes,
  type PrepareRenameResult,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { parseExpression } from '../../grammar/expression-parser.ts';
import { FUNCTIONS, SCOPES, TOLERANCE_WORD } from '../../grammar/functions.ts';
import type { Range } from '../../grammar/syntax-tree.ts';
import { dropBlanks, foldWidth } from '../../grammar/width.ts';
import type { Analysis } from '../analysis.ts';
import { plainLabel } from '../report/label.ts';
import type { Table } from '../report/model.ts';
import { vocabularyOf } from '../report/vocabulary.ts';
import type { OpenDocument } from './documents.ts';
import { definitionsNamed, usesOfName } from './expressions.ts';
import { mentionsOf, type Topic, topicOf } from './links.ts';
import type { Say } from './messages.ts';
import { protocolEdits } from './text-edits.ts';
import { thingAt } from './thing-at.ts';

interface Renamed {
  readonly topic: Extract<Topic, { kind: 'name' | 'table' }>;
  /** Where the name stands under the cursor. */
  readonly range: Range;
  readonly name: string;
}

export function prepareRename(
  analysis: Analysis,
  { places, text }: OpenDocument,
  offset: number,
): PrepareRenameResult | null {
  const renamed = renamedAt(analysis, offset);
  if (renamed === undefined) return null;
  const { start, end } = renamed.range;
  return { range: places.range(renamed.range), placeholder: text.slice(start, end) };
}

export function rename(
  analysis: Analysis,
  document: OpenDocument,
  offset: number,
  newName: string,
  versioned: boolean,
  say: Say,
): WorkspaceEdit {
  const renamed = renamedAt(analysis, offset);
  if (renamed === undefined) throw refused(say('renameNothing'));
  const name = newName.trim();
  if (foldWidth(name) !== renamed.name) check(analysis, name, say);
  const edits = protocolEdits(
    mentionsOf(analysis, renamed.topic).map(({ start, end }) => ({ start, end, text: name })),
    document.places,
  );
  const { uri, version } = document;
  return versioned
    ? { documentChanges: [{ textDocument: { uri, version }, edits }] }
    : { changes: { [uri]: edits } };
}

function renamedAt(analysis: Analysis, offset: number): Renamed | undefined {
  const thing = thingAt(analysis, offset);
  const topic = thing && topicOf(analysis, thing, offset);
  if (thing === undefined || topic === undefined) return undefined;
  if (topic.kind === 'name') {
    const { name } = topic;
    if (definitionsNamed(analysis.tree, name).length === 0) return undefined;
    return { topic, range: thing, name };
  }
  if (topic.kind !== 'table' || !isOwn(topic.table)) return undefined;
  const range = thing.kind === 'reference' ? thing.reference.table : thing;
  return { topic, range, name: topic.table.name };
}

/** Forms and attachments have the names that the profile gives them. */
function isOwn({ syntax }: Table): boolean {
  return syntax.startLine.form === undefined;
}

function check(analysis: Analysis, name: string, say: Say): void {
  const { expression, problems } = parseExpression(name);
  const isName =
    problems.length === 0 && expression?.kind === 'name' && expression.name === foldWidth(name);
  if (!isName) throw refused(say('renameInvalid', { name }));
  const { tree, report, profile } = analysis;
  const plain = plainLabel(name);
  const vocabulary = vocabularyOf(profile);
  const bare = dropBlanks(foldWidth(name));
  const taken =
    FUNCTIONS.has(name) ||
    SCOPES.some((scope) => scope === name) ||
    name === TOLERANCE_WORD ||
    name === '无' ||
    vocabulary.formKey(bare) !== undefined ||
    vocabulary.attachmentPrefix(bare) !== undefined ||
    definitionsNamed(tree, foldWidth(name)).length > 0 ||
    // A use that meant nothing so far would mean this from now on.
    usesOfName(tree, foldWidth(name)).length > 0 ||
    report.tables.some((table) => plainLabel(table.name) === plain);
  if (taken) throw refused(say('renameTaken', { name }));
}

function refused(message: string): ResponseError<void> {
  return new ResponseError(ErrorCodes.InvalidParams, message);
}
