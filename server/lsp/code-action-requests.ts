/** Requests for code actions, and for the edit of one when it is chosen. */
import { type Connection, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Check, Checks } from './checks.ts';
import {
  type CodeActionContext,
  codeActions,
  isActionData,
  resolveAction,
} from './code-actions.ts';
import type { Documents } from './documents.ts';
import type { ClientFeatures } from './features.ts';
import { sayIn } from './messages.ts';
import type { Preferences } from './preferences.ts';

export interface CodeActionRequestsInput {
  readonly connection: Connection;
  readonly documents: Documents;
  readonly checks: Checks;
  readonly preferences: Preferences;
  readonly features: ClientFeatures;
}

export function serveCodeActions({
  connection,
  documents,
  checks,
  preferences,
  features,
}: CodeActionRequestsInput): void {
  const contextOf = ({ document }: Check): CodeActionContext => ({
    language: preferences.language,
    versioned: features.versioned,
    placesCursor: features.placesCursor,
    resolves: features.resolvesActions,
    analyse: (text) => checks.analyseInPlaceOf(document, text),
  });
  const outdated = (): ResponseError<void> =>
    new ResponseError(LSPErrorCodes.ContentModified, sayIn(preferences.language)('outdated'));
  /** What came of a check is of no use once the text has changed. */
  const current = async <T>({ document }: Check, answer: Promise<T>): Promise<T> => {
    const made = await answer;
    if (documents.get(document.uri) !== document) throw outdated();
    return made;
  };
  connection.onCodeAction(async (params) => {
    const document = documents.get(params.textDocument.uri);
    const check = document && (await checks.settled(document));
    return check === undefined ? [] : current(check, codeActions(check, params, contextOf(check)));
  });
  connection.onCodeActionResolve(async (action) => {
    const data: unknown = action.data;
    const document = isActionData(data) ? documents.get(data.uri) : undefined;
    const check = document && (await checks.settled(document));
    // The action speaks of a text that is no more; what was found in the same text may be found anew.
    if (!isActionData(data) || check?.document.version !== data.version) throw outdated();
    return (
      (await current(check, resolveAction(action, check, data.rule, contextOf(check)))) ?? action
    );
  });
}
