/**
 * 上年 and 下级: which other reports a report speaks of. A path is looked up beside the report, a name among the files
 * at hand; where nothing is written, last year's report is the one of the same 名称 with 年度 − 1 among them.
 *
 * The other reports' own 上年 and 下级 are never followed, so no circle of reports can hang anything.
 */
import type { Piece, Range } from '../../grammar/syntax-tree.ts';
import { dropBlanks, foldWidth } from '../../grammar/width.ts';
import { analyse } from '../analysis.ts';
import type { Localised } from '../report/identifiers.ts';
import type {
  NamedReport,
  OtherReportProblem,
  OtherReports,
  Report,
  ReportHeader,
} from '../report/model.ts';

/** The files at hand, as whoever holds them gives them: the command line from disk, an editor from its buffers. */
export interface ReportSource {
  /** Paths of the files at hand, absolute. */
  paths(): Iterable<string>;
  /** Text of a report in the language; undefined where there is no such file or it cannot be read as one. */
  text(path: string): string | undefined;
  /** As `text`, but enough of it to hold the header. */
  head(path: string): string | undefined;
  exists(path: string): boolean;
  /** The path that the report at `path` means by one that it writes. */
  beside(path: string, written: string): string;
  /** What messages call a file. */
  name(path: string): string;
}

interface Entry {
  readonly path: string;
  readonly name: string;
  readonly year: number | undefined;
}

// A department's units are looked at one after another, and neighbours in a folder refer to each other.
const KEPT_REPORTS = 4;

export class ReportsAtHand {
  readonly #source: ReportSource;
  /** Name and year of each file whose head was read; undefined where it has none. */
  readonly #entries = new Map<string, Entry | undefined>();
  #byName: ReadonlyMap<string, readonly Entry[]> | undefined;
  readonly #kept = new Map<string, Report>();

  constructor(source: ReportSource) {
    this.#source = source;
  }

  /** For `AnalysisInput.others`: the reports that the one at `path` refers to. */
  of(path: string): (header: ReportHeader) => OtherReports {
    return (header) => this.#find(path, header);
  }

  /** Forgets one file, or all that was read; which files are at hand is asked anew. */
  forget(path?: string): void {
    this.#byName = undefined;
    if (path === undefined) {
      this.#entries.clear();
      this.#kept.clear();
    } else {
      this.#entries.delete(path);
      this.#kept.delete(path);
    }
  }

  #find(path: string, header: ReportHeader): OtherReports {
    const problems: OtherReportProblem[] = [];
    const lastYear = this.#lastYear(path, header, problems);
    const subordinates: NamedReport[] = [];
    const seen = new Set<string>();
    for (const piece of header.subordinates) {
      const found = this.#named(path, piece, header.year, problems);
      if (found === undefined || seen.has(found)) continue;
      seen.add(found);
      const unit = this.#read(found, piece, problems);
      if (unit === undefined || !fitsYear(unit, header.year, piece, problems)) continue;
      subordinates.push(unit);
    }
    return { lastYear, subordinates, problems };
  }

  #lastYear(
    path: string,
    header: ReportHeader,
    problems: OtherReportProblem[],
  ): NamedReport | undefined {
    const piece = header.lastYear;
    const wanted = header.year === undefined ? undefined : header.year - 1;
    if (piece === undefined) {
      if (header.name === undefined || wanted === undefined) return undefined;
      const place = header.name;
      const found = this.#among(path, header.name.value, wanted, place, problems);
      return found === undefined ? undefined : this.#read(found, place, problems);
    }
    if (piece.value === '' || piece.value === '无') return undefined;
    const found = this.#named(path, piece, wanted, problems);
    const report = found === undefined ? undefined : this.#read(found, piece, problems);
    return report !== undefined && fitsYear(report, wanted, piece, problems) ? report : undefined;
  }

  /** A path or a name, as the header gives it. */
  #named(
    path: string,
    piece: Piece,
    year: number | undefined,
    problems: OtherReportProblem[],
  ): string | undefined {
    const beside = this.#source.beside(path, piece.value);
    if (this.#source.exists(beside)) {
      if (beside !== path) return beside;
      problems.push({ ...rangeOf(piece), code: 'itself', data: {} });
      return undefined;
    }
    if (looksLikePath(piece.value)) {
      problems.push({ ...rangeOf(piece), code: 'not-found', data: {} });
      return undefined;
    }
    const before = problems.length;
    const found = this.#among(path, piece.value, year, piece, problems);
    if (found === undefined && problems.length === before) {
      problems.push({ ...rangeOf(piece), code: 'not-found', data: {} });
    }
    return found;
  }

  /** The one file at hand of this name and year; several are a problem, none is not. */
  #among(
    path: string,
    name: string,
    year: number | undefined,
    place: Range,
    problems: OtherReportProblem[],
  ): string | undefined {
    if (this.#isAlone(path)) return undefined;
    const entries = (this.#index().get(plain(name)) ?? []).filter(
      (entry) => entry.path !== path && (year === undefined || entry.year === year),
    );
    if (entries.length <= 1) return entries[0]?.path;
    const candidates = entries.map((entry) => this.#source.name(entry.path)).join('、');
    problems.push({ ...rangeOf(place), code: 'ambiguous', data: { candidates } });
    return undefined;
  }

  /** The usual case: no other file is at hand, so none is read for its name and year, this one included. */
  #isAlone(path: string): boolean {
    for (const other of this.#source.paths()) if (other !== path) return false;
    return true;
  }

  #read(path: string, place: Range, problems: OtherReportProblem[]): NamedReport | undefined {
    const name = this.#source.name(path);
    const kept = this.#kept.get(path);
    if (kept !== undefined) return { name, report: kept };
    const text = this.#source.text(path);
    if (text === undefined) {
      problems.push({ ...rangeOf(place), code: 'unreadable', data: { reason: noReport } });
      return undefined;
    }
    const { report } = analyse({ text });
    this.#kept.set(path, report);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= KEPT_REPORTS) break;
      this.#kept.delete(oldest);
    }
    return { name, report };
  }

  /** Name and year of every file at hand, by name; read at the first question that needs them. */
  #index(): ReadonlyMap<string, readonly Entry[]> {
    if (this.#byName !== undefined) return this.#byName;
    const index = new Map<string, Entry[]>();
    for (const path of this.#source.paths()) {
      const entry = this.#entry(path);
      if (entry === undefined) continue;
      const present = index.get(entry.name);
      if (present === undefined) index.set(entry.name, [entry]);
      else present.push(entry);
    }
    this.#byName = index;
    return index;
  }

  #entry(path: string): Entry | undefined {
    if (this.#entries.has(path)) return this.#entries.get(path);
    const entry = this.#readEntry(path);
    this.#entries.set(path, entry);
    return entry;
  }

  #readEntry(path: string): Entry | undefined {
    const head = this.#source.head(path);
    if (head === undefined) return undefined;
    const { header } = analyse({ text: head }).report;
    return header.name && { path, name: plain(header.name.value), year: header.year };
  }
}

/** The part of a report's text that holds its header: all before the first heading or table. */
export function headOf(text: string): string {
  const end = /^[ \t\u3000]*(?:[#＃|｜]|表[ \t\u3000])/m.exec(text)?.index;
  return end === undefined ? text : text.slice(0, end);
}

const noReport: Localised = { zh: '不是可以读取的报告', en: 'it is no readable report' };

function fitsYear(
  { report }: NamedReport,
  wanted: number | undefined,
  place: Range,
  problems: OtherReportProblem[],
): boolean {
  const { year } = report.header;
  if (year === undefined || wanted === undefined || year === wanted) return true;
  const data = { found: String(year), expected: String(wanted) };
  problems.push({ ...rangeOf(place), code: 'wrong-year', data });
  return false;
}

function looksLikePath(value: string): boolean {
  return /[/\\]|\.(?:gouji|txt|md|markdown)$/i.test(value);
}

function plain(name: string): string {
  return dropBlanks(foldWidth(name));
}

function rangeOf({ start, end }: Range): Range {
  return { start, end };
}
