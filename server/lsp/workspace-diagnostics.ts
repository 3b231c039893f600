/**
 * Diagnostics of every report of the workspace, open or not. What was found in a file is kept until the file changes or
 * something that it stands on does; so a client that asks again and again costs little.
 */
import {
  type CancellationToken,
  type Diagnostic,
  LSPErrorCodes,
  ResponseError,
  type ResultProgressReporter,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDiagnosticReportPartialResult,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { Checks } from './checks.ts';
import type { Host } from './host.ts';
import { sayIn } from './messages.ts';
import type { Preferences } from './preferences.ts';
import { KeptByFile, storedDocument } from './stored-reports.ts';
import type { Workspace } from './workspace.ts';

export interface WorkspaceDiagnosticsInput {
  readonly host: Host;
  readonly workspace: Workspace;
  readonly checks: Checks;
  readonly preferences: Preferences;
}

interface Found {
  readonly id: string;
  readonly diagnostics: readonly Diagnostic[];
}

type Progress = ResultProgressReporter<WorkspaceDiagnosticReportPartialResult>;

/** What was found is sent on after as many milliseconds, to a client that takes it in parts. */
const SEND_AFTER = 100;

export class WorkspaceDiagnostics {
  readonly #input: WorkspaceDiagnosticsInput;
  readonly #found: KeptByFile<Found>;
  #count = 0;
  /** How often something was forgotten: what was begun before is not kept. */
  #forgotten = 0;

  constructor(input: WorkspaceDiagnosticsInput) {
    this.#input = input;
    this.#found = new KeptByFile(input.host);
  }

  /** What is known of these files no longer holds. */
  forget(paths: readonly string[] | 'all'): void {
    this.#forgotten += 1;
    if (paths === 'all') this.#found.clear();
    else for (const path of paths) this.#found.forget(path);
  }

  async answer(
    { previousResultIds }: WorkspaceDiagnosticParams,
    token: CancellationToken,
    progress: Progress | undefined,
  ): Promise<WorkspaceDiagnosticReport> {
    const { host, workspace, preferences } = this.#input;
    await Promise.all([preferences.ready, workspace.ready]);
    const previous = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
    const paths = new Set(workspace.paths());
    this.#found.retain(paths);
    let items: WorkspaceDocumentDiagnosticReport[] = [];
    let sent = host.now();
    for (const path of paths) {
      if (token.isCancellationRequested) throw this.#cancelled();
      const item = await this.#itemOf(path, previous);
      if (item !== undefined) {
        items.push(item);
        previous.delete(item.uri);
      }
      if (progress === undefined || host.now() - sent < SEND_AFTER) continue;
      progress.report({ items });
      items = [];
      sent = host.now();
    }
    // Reports that are gone have no diagnostics any more.
    for (const uri of previous.keys()) {
      items.push({ uri, version: null, kind: 'full', items: [] });
    }
    if (progress === undefined || items.length === 0) return { items };
    progress.report({ items });
    return { items: [] };
  }

  async #itemOf(
    path: string,
    previous: ReadonlyMap<string, string>,
  ): Promise<WorkspaceDocumentDiagnosticReport | undefined> {
    const { host, workspace, checks } = this.#input;
    const open = workspace.openAt(path);
    if (open !== undefined) {
      const check = await checks.of(open);
      // While it is being edited nothing is said of it.
      if (check === undefined) return undefined;
      return itemOf({ uri: open.uri, version: open.version }, check, previous);
    }
    const found = await this.#inFile(path);
    return found && itemOf({ uri: host.uriOf(path), version: null }, found, previous);
  }

  async #inFile(path: string): Promise<Found | undefined> {
    const { host, checks } = this.#input;
    const kept = this.#found.get(path);
    if (kept !== undefined) return kept;
    const forgotten = this.#forgotten;
    const stamp = host.stamp(path);
    const document = storedDocument(host, path);
    if (document === undefined) return undefined;
    // Whoever is typing comes first.
    await host.nextTurn();
    const diagnostics = await checks.ofStored(document);
    this.#count += 1;
    const found = { id: `file-${this.#count}`, diagnostics };
    if (forgotten === this.#forgotten) this.#found.set(path, stamp, found);
    return found;
  }

  #cancelled(): ResponseError<void> {
    const message = sayIn(this.#input.preferences.language)('outdated');
    return new ResponseError(LSPErrorCodes.RequestCancelled, message);
  }
}

function itemOf(
  place: { readonly uri: string; readonly version: number | null },
  { id, diagnostics }: Found,
  previous: ReadonlyMap<string, string>,
): WorkspaceDocumentDiagnosticReport {
  return previous.get(place.uri) === id
    ? { ...place, kind: 'unchanged', resultId: id }
    : { ...place, kind: 'full', resultId: id, items: [...diagnostics] };
}
