/**
 * The one door: a text and what is known about the world in, tree, report, constraints and findings out. Every front
 * (editor, command line, importer) comes in here. No files, no clock, no editor types.
 */
import type { SyntaxTree } from '../grammar/syntax-tree.ts';
import type { Completeness } from './reconcile/completeness.ts';
import type { Outcome } from './reconcile/constraint.ts';
import type { Profile } from './report/form.ts';
import type { OtherReports, Report, ReportHeader } from './report/model.ts';
import type { Finding, RuleSettings } from './rules/rule.ts';
import type { SubjectTables } from './subjects/subject-table.ts';

export interface AnalysisInput {
  readonly text: string;
  readonly settings: RuleSettings;
  /** Default profile where the header names none. */
  readonly profile?: Profile | undefined;
  /** The user's own subject tables; default the built-in ones. */
  readonly subjects?: SubjectTables | undefined;
  /** Finds last year's report and the units' reports; default: none at hand. */
  readonly others?: ((header: ReportHeader) => OtherReports) | undefined;
  /** True where the text was imported from a published original. */
  readonly published?: boolean | undefined;
}

export interface Analysis {
  readonly tree: SyntaxTree;
  readonly report: Report;
  readonly profile: Profile;
  readonly others: OtherReports;
  readonly completeness: Completeness;
  readonly outcomes: readonly Outcome[];
  /** In order of place. */
  readonly findings: readonly Finding[];
  readonly coverage: Coverage;
}

/** How many figures were checked. "Clean" and "could not be read" are never the same. */
export interface Coverage {
  readonly tables: CoverageCount;
  readonly narrative: CoverageCount;
}

/** Counts of figures by verdict (LANGUAGE §4), zero figures counted apart. */
export interface CoverageCount {
  readonly nonZero: VerdictCount;
  readonly zero: VerdictCount;
}

export interface VerdictCount {
  readonly verified: number;
  readonly wrong: number;
  readonly stated: number;
  readonly waived: number;
  readonly unread: number;
}
