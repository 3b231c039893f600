/** What the server and its clients must agree on beyond the protocol itself. The only file of this room a client imports. */

/** Language id of reports. */
export const LANGUAGE_ID = 'gouji';

/** Section of the client's settings that the server asks for. */
export const SETTINGS_SECTION = 'gouji';

/** Scheme of the documents that explain a rule: `gouji-rule:/table/balance.md`. */
export const RULE_PAGE_SCHEME = 'gouji-rule';

/** Kind of the code action that applies every certain fix of a file. */
export const FIX_ALL_KIND = 'source.fixAll.gouji';

/**
 * Settings of the section `gouji`, all optional. A client without `workspace/configuration` may send them as
 * initialization options and with `workspace/didChangeConfiguration`.
 */
export interface Settings {
  /** Language of messages; `auto`: the client's own where that is English, else Chinese. */
  readonly language?: 'auto' | 'zh' | 'en';
  readonly inlayHints?: {
    /** Says behind each figure of a sentence where it comes from; default: no. */
    readonly sources?: boolean;
  };
  /** Applies to reports that no configuration file applies to. */
  readonly rules?: RuleLevels;
}

/** Level of a rule in the editor's settings, by rule id. They apply where no configuration file does. */
export type RuleLevels = Readonly<Record<string, 'error' | 'warning' | 'info' | 'off'>>;

/**
 * Notification after each check of an open report, to a client that declares `experimental.gouji.checked`. A check that
 * an edit overtakes is not told of.
 */
export const CHECKED = 'gouji/checked';

export interface Checked {
  readonly uri: string;
  readonly version: number;
  /** Changes whenever anything that was found may have. */
  readonly check: string;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  /** Null where the report could not be checked; its diagnostics say why. */
  readonly coverage: CheckedCoverage | null;
  /** Path of the configuration file that applies; null where there is none. */
  readonly configuration: string | null;
}

export interface CheckedCoverage {
  readonly tables: FigureCounts;
  readonly narrative: FigureCounts;
  /** Figures that are not zero and were checked, of a hundred, rounded down; null where there are none. */
  readonly percent: number | null;
}

/** Figures by what came of them. */
export interface FigureCounts {
  readonly verified: number;
  readonly wrong: number;
  readonly stated: number;
  readonly waived: number;
  readonly unread: number;
}

export type Verdict = keyof FigureCounts;

export interface ReportParams {
  readonly textDocument: { readonly uri: string };
}

/** Request: the sections and tables of an open report, with counts of their figures. Null where there is no check. */
export const FACT_GROUPS = 'gouji/factGroups';

export interface FactGroups {
  readonly check: string;
  readonly groups: readonly FactGroup[];
}

/** A section, or a table. Figures before the first heading belong to a group that has no title. */
export interface FactGroup {
  /** Within its check. */
  readonly id: number;
  readonly kind: 'section' | 'table';
  readonly title: string;
  readonly range: PlainRange;
  /** All figures in it and below it. */
  readonly counts: FigureCounts;
  /** How many of them are its own. */
  readonly own: number;
  readonly groups: readonly FactGroup[];
}

/** Request: a group's own figures, in order of place. Refused (ContentModified) when the check is no longer the last. */
export const FACTS = 'gouji/facts';

export interface FactsParams extends ReportParams {
  readonly check: string;
  readonly group: number;
}

export interface Fact {
  readonly range: PlainRange;
  /** As printed, with its unit. */
  readonly printed: string;
  readonly verdict: Verdict;
  /** What it is the value of; empty where that is not known. */
  readonly subject: string;
  /** How it was checked, with numbers; else what it means in the language; empty where neither is known. */
  readonly calculation: string;
  /** An expression that it could be bound to; null where there is none. */
  readonly expression: string | null;
  /** What it should be; null where it is right, or that is not known. */
  readonly expected: string | null;
}

/** As in the protocol: lines and UTF-16 characters from 0. */
export interface PlainRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** Request: the kinds of report that a new one may be, without parameters. */
export const PROFILES = 'gouji/profiles';

export interface ProfileName {
  /** As in the header field 版式. */
  readonly name: string;
  readonly forms: number;
}

/** Request: the text of a new report. */
export const NEW_REPORT = 'gouji/newReport';

export interface NewReportParams {
  /** Default: the first of the profiles. */
  readonly profile?: string;
  readonly kind: '部门决算' | '单位决算';
  readonly name: string;
  readonly year: number;
}

/** Request: the report of the walkthrough, without parameters. */
export const FIRST_REPORT = 'gouji/firstReport';

export interface FirstReport {
  readonly text: string;
  /** The mistake that the walkthrough makes: `right` becomes `wrong` in the line that begins with `row`. */
  readonly mistake: { readonly row: string; readonly right: string; readonly wrong: string };
}

/** Request: the text of a published report as a source in the language. */
export const IMPORT = 'gouji/import';

export interface ImportParams {
  readonly text: string;
}

export interface Imported {
  readonly text: string;
  /** Lines that fit no table, and other things that the importer noticed. */
  readonly noticed: number;
}

/** Request: what applies to a report, as `gouji lint --print-config` prints it. */
export const CONFIGURATION = 'gouji/configuration';

export interface EffectiveConfiguration {
  /** JSON, in the form in which a configuration is written. */
  readonly text: string;
  readonly file: string | null;
  readonly problems: readonly string[];
}

/** Request: all rules in the order of their pages, without parameters. */
export const RULES = 'gouji/rules';

export interface RuleName {
  readonly id: string;
  readonly title: string;
  readonly level: string;
}

/** Request: URIs of the reports of the workspace as the command line would find them, and of those that are open. */
export const REPORTS = 'gouji/reports';

/** Request: checks a text as if it were open at this place. */
export const LINT = 'gouji/lint';

export interface LintParams extends ReportParams {
  readonly text: string;
}

/** `D`: a diagnostic of the protocol. */
export interface Linted<D> {
  readonly diagnostics: readonly D[];
}

/**
 * Request: what the clipboard of a spreadsheet or a word processor is in the language, to be put in the place of a
 * selection. Null where it holds no table. Any client may have it done by the command `PASTE_COMMAND`, which takes the same
 * parameters as its only argument and answers whether something was pasted.
 */
export const PASTE = 'gouji/paste';

export const PASTE_COMMAND = 'gouji.pasteTable';

export interface PasteParams extends ReportParams {
  readonly range: PlainRange;
  /** What the clipboard holds as `text/html`, and as `text/plain`. */
  readonly html?: string;
  readonly text?: string;
  /** The text may hold places of a snippet, where the author goes on writing. */
  readonly snippet?: boolean;
}

export interface Pasted {
  /** What takes the place of the selection; a snippet where one was asked for. */
  readonly text: string;
  /** Other edits of the text as it was: the rest of the table, put in line. */
  readonly edits: readonly { readonly range: PlainRange; readonly newText: string }[];
}

/**
 * Requests of the server to a client that declares `experimental.gouji.files`, for files that the server cannot reach by
 * itself: in a browser all, elsewhere those of folders that the editor has from somewhere else than this machine.
 */
export const READ_FOLDER = 'gouji/readFolder';

export interface ReadFolderParams {
  readonly uri: string;
}

/** What a folder holds; null where it cannot be read. Folders behind links are left out, so no walk goes in circles. */
export type FolderEntries = readonly FolderEntry[] | null;

export interface FolderEntry {
  readonly name: string;
  readonly isFolder: boolean;
}

/** As many files at a time as the server asks for; one answer for each, in order. */
export const READ_FILES = 'gouji/readFiles';

export interface ReadFilesParams {
  readonly uris: readonly string[];
  /** A larger file, in bytes, is not read. */
  readonly limit: number;
}

export type FileRead =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'binary' }
  | {
      readonly kind: 'failed';
      readonly reason: 'not-found' | 'no-permission' | 'directory' | 'too-large' | 'other';
    };
