/** The reports at hand: what is open in the editor, else what lies in the folders of the workspace. */
import type { Range } from '../../grammar/syntax-tree.ts';
import { headOf, type ReportSource, ReportsAtHand } from '../project/other-reports.ts';
import type { OtherReports } from '../report/model.ts';
import type { Documents, OpenDocument } from './documents.ts';
import type { Host } from './host.ts';
import { Places } from './places.ts';

/** A place in another report, as the protocol wants it. */
export interface OtherPlace {
  readonly uri: string;
  readonly range: ReturnType<Places['range']>;
}

/** Whose findings a change may alter: open texts, and files by their paths. */
export interface Affected {
  readonly open: readonly OpenDocument[];
  readonly stored: readonly string[] | 'all';
}

const nothing: Affected = { open: [], stored: [] };

export class Workspace implements ReportSource {
  readonly #host: Host;
  readonly #documents: Documents;
  readonly #reports: ReportsAtHand;
  /** Hears of a listing that nobody waited for. */
  readonly #listedLate: () => void;
  #folders: readonly string[] = [];
  #listed: ReadonlySet<string> = new Set();
  #listing: Promise<void> = Promise.resolve();
  /** URI and header of the open texts that lie in files, by path. */
  readonly #open = new Map<string, { readonly uri: string; head: string }>();
  /** Paths that an open text's last analysis read, by its URI. */
  readonly #readBy = new Map<string, ReadonlySet<string>>();
  /** Paths by the names that findings call them. */
  readonly #named = new Map<string, string>();

  constructor(host: Host, documents: Documents, listedLate: () => void) {
    this.#host = host;
    this.#documents = documents;
    this.#listedLate = listedLate;
    this.#reports = new ReportsAtHand(this);
  }

  get folders(): readonly string[] {
    return this.#folders;
  }

  /** Resolves when the files of the folders are known. */
  get ready(): Promise<void> {
    return this.#listing;
  }

  /** As `ready`, but nobody who is writing waits for files that have to be fetched. */
  get readyForWriting(): Promise<void> | undefined {
    return this.#isDistant ? undefined : this.#listing;
  }

  get #isDistant(): boolean {
    return this.#folders.some((folder) => this.#host.isDistant(folder));
  }

  setFolders(uris: readonly string[]): void {
    this.#folders = uris.flatMap((uri) => this.#host.pathOf(uri) ?? []);
    this.#named.clear();
    this.listAgain();
  }

  /** Looks again which files the folders hold, and forgets what was read of them. */
  listAgain(): void {
    this.#reports.forget();
    this.#listing = this.#host
      .reportsBelow(this.#folders)
      // A folder that cannot be read holds nothing.
      .catch(() => [])
      .then((paths) => {
        this.#listed = new Set(paths);
        this.#reports.forget();
        if (this.#isDistant) this.#listedLate();
      });
  }

  /** Where a document lies, for its configuration and its neighbours; undefined for an untitled one without a folder. */
  placeOf({ uri }: OpenDocument): string | undefined {
    const path = this.#host.pathOf(uri);
    const folder = this.#folders[0];
    if (path !== undefined || folder === undefined) return path;
    return this.#host.pathIn(folder, uri.replace(/^.*[/:\\]/, '') || 'untitled');
  }

  /** For `AnalysisInput.others`. */
  othersOf(document: OpenDocument): ReturnType<ReportsAtHand['of']> | undefined {
    const place = this.placeOf(document);
    if (place === undefined) return undefined;
    const find = this.#reports.of(place);
    return (header) => {
      const found = find(header);
      if (this.#host.isCertain(place)) return found;
      // Nobody can tell whether a report that is not open is there.
      return { ...found, problems: found.problems.filter(({ code }) => code !== 'not-found') };
    };
  }

  /** Keeps in mind which other reports an analysis read. */
  noteOthers({ uri }: OpenDocument, { lastYear, subordinates }: OtherReports): void {
    const names = [...(lastYear ? [lastYear] : []), ...subordinates].map(({ name }) => name);
    this.#readBy.set(uri, new Set(names.map((name) => this.#named.get(name) ?? name)));
  }

  /** Takes note of a text that was opened or edited. */
  edited(document: OpenDocument): Affected {
    const path = this.#host.pathOf(document.uri);
    if (path === undefined) return nothing;
    const head = headOf(document.text);
    const before = this.#open.get(path);
    this.#open.set(path, { uri: document.uri, head });
    if (before === undefined && this.#isAsStored(path, document)) return nothing;
    this.#reports.forget(path);
    // What others may find it by has changed, or is unknown: a buffer may differ from its file.
    return before?.head === head ? this.#readersOf(path) : this.#allBut(document);
  }

  /** Takes note of a text that was closed: from now on its file counts. */
  closed(document: OpenDocument): Affected {
    this.#readBy.delete(document.uri);
    const path = this.#host.pathOf(document.uri);
    if (path === undefined) return nothing;
    this.#open.delete(path);
    if (this.#isAsStored(path, document)) return { open: [], stored: [path] };
    this.#reports.forget(path);
    return this.#allBut(document);
  }

  /** Whether a text is open or not makes no difference to others. */
  #isAsStored(path: string, { text }: OpenDocument): boolean {
    return this.#listed.has(path) && this.#host.read(path)?.text === text;
  }

  #allBut(document: OpenDocument): Affected {
    return { open: this.#documents.all().filter(({ uri }) => uri !== document.uri), stored: 'all' };
  }

  #readersOf(path: string): Affected {
    const open = this.#documents.all().filter(({ uri }) => {
      // What a text reads that was not checked yet is unknown.
      const read = this.#readBy.get(uri);
      return this.#host.pathOf(uri) !== path && (read === undefined || read.has(path));
    });
    const stored = [...this.#readBy].flatMap(([uri, read]) =>
      read.has(path) ? (this.#host.pathOf(uri) ?? []) : [],
    );
    return { open, stored };
  }

  /** True where the text of a file is the editor's, so that what happens on disk does not matter yet. */
  isOpen(path: string): boolean {
    return this.#open.has(path);
  }

  /** Forgets what was read of a file. */
  forget(path: string): void {
    this.#reports.forget(path);
  }

  /** Where a range stands in the report that findings call by this name. */
  placeIn(name: string, range: Range): OtherPlace | undefined {
    const path = this.#named.get(name);
    if (path === undefined) return undefined;
    const document = this.openAt(path);
    if (document !== undefined) return { uri: document.uri, range: document.places.range(range) };
    const stored = this.#host.read(path);
    if (stored === undefined) return undefined;
    const places = new Places(stored.original);
    return { uri: this.#host.uriOf(path), range: places.range(stored.originalRange(range)) };
  }

  /** The other reports at hand as this one can name them: by their path from its folder where they lie below it. */
  reportsBeside(document: OpenDocument): readonly string[] {
    const own = this.placeOf(document);
    const folder = own?.replace(/[^/\\]*$/, '');
    if (own === undefined || folder === undefined) return [];
    return [...this.paths()]
      .filter((path) => path !== own)
      .map((path) => this.#host.shown(path, [folder]))
      .sort();
  }

  // ---- the reports at hand, as `ReportsAtHand` asks for them

  *paths(): Iterable<string> {
    yield* this.#listed;
    for (const path of this.#open.keys()) if (!this.#listed.has(path)) yield path;
  }

  /** As `paths`, but as the client knows them. */
  uris(): readonly string[] {
    return [...this.paths()].map((path) => this.#open.get(path)?.uri ?? this.#host.uriOf(path));
  }

  text(path: string): string | undefined {
    return this.openAt(path)?.text ?? this.#host.read(path)?.text;
  }

  head(path: string): string | undefined {
    return this.#open.get(path)?.head ?? this.#host.readHead(path);
  }

  exists(path: string): boolean {
    return this.#open.has(path) || this.#host.exists(path);
  }

  beside(path: string, written: string): string {
    return this.#host.beside(path, written);
  }

  name(path: string): string {
    const shown = this.#host.shown(path, this.#folders);
    const other = this.#named.get(shown);
    // Two folders of a workspace may hold files of the same name.
    const name = other === undefined || other === path ? shown : path;
    this.#named.set(name, path);
    return name;
  }

  /** The text of a file where it is the editor's. */
  openAt(path: string): OpenDocument | undefined {
    const open = this.#open.get(path);
    return open && this.#documents.get(open.uri);
  }
}
