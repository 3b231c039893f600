/**
 * The one door: a text and what is known about the world in, tree, report, constraints and findings out. Every front
 * (editor, command line, importer) comes in here. No files, no clock, no editor types.
 */
import { parse } from '../grammar/parse.ts';
import type { SyntaxTree } from '../grammar/syntax-tree.ts';
import { foldWidth } from '../grammar/width.ts';
import type { Narrative } from './claims/claim.ts';
import { readNarrative } from './claims/read-narrative.ts';
import { henan, profileNamed } from './forms/profiles.ts';
import { type BindingJudgement, judgeBindings } from './reconcile/bindings.ts';
import type { ClaimOutcome } from './reconcile/claim-outcome.ts';
import type { Completeness } from './reconcile/completeness.ts';
import type { Outcome } from './reconcile/constraint.ts';
import { type Reconciliation, reconcile } from './reconcile/find-missing.ts';
import { judgeClaims } from './reconcile/judge-claims.ts';
import { type Coverage, Ledger } from './reconcile/ledger.ts';
import { buildReport } from './report/build-report.ts';
import type { Profile } from './report/form.ts';
import type { OtherReports, Report, ReportHeader } from './report/model.ts';
import { vocabularyOf } from './report/vocabulary.ts';
import { families } from './rules/catalogue.ts';
import { runRules } from './rules/check.ts';
import { defaultSettings } from './rules/default-settings.ts';
import type { Finding, RuleSettings } from './rules/rule.ts';
import { standardSubjectTables } from './subjects/standard.ts';
import type { SubjectTables } from './subjects/subject-table.ts';

export type {
  Coverage,
  CoverageCount,
  FigureVerdict,
  LedgerEntry,
  VerdictCount,
} from './reconcile/ledger.ts';

export interface AnalysisInput {
  readonly text: string;
  /** Default: every rule as its metadata states. */
  readonly settings?: RuleSettings | undefined;
  /** Profile where the header names none, or one that is not known. */
  readonly profile?: Profile | undefined;
  /** The user's own subject tables; default the built-in ones. */
  readonly subjects?: SubjectTables | undefined;
  /** Finds last year's report and the units' reports; default: none at hand. */
  readonly others?: ((header: ReportHeader) => OtherReports) | undefined;
  /** True where the text was imported from a published original. */
  readonly published?: boolean | undefined;
}

/**
 * What came of a text. Each member is worked out when it is first asked for, with what it stands on and nothing more:
 * whoever wants symbols pays for the tree alone. All are total: no text makes one throw.
 */
export interface Analysis {
  readonly tree: SyntaxTree;
  readonly profile: Profile;
  readonly report: Report;
  readonly others: OtherReports;
  /** The subject codes that the report is held against. */
  readonly subjects: SubjectTables;
  readonly completeness: Completeness;
  readonly outcomes: readonly Outcome[];
  /** What the sentences claim. */
  readonly narrative: Narrative;
  /** What came of each claim, in the same order. */
  readonly claimOutcomes: readonly ClaimOutcome[];
  /** What came of the figures that their author bound. */
  readonly bindings: readonly BindingJudgement[];
  /** In order of place. */
  readonly findings: readonly Finding[];
  /** Every figure with what it was read as, and its verdict. */
  readonly ledger: Ledger;
  readonly coverage: Coverage;
}

export function analyse(input: AnalysisInput): Analysis {
  return new Stages(input);
}

const noOthers: OtherReports = { lastYear: undefined, subordinates: [], problems: [] };

class Stages implements Analysis {
  readonly #input: AnalysisInput;
  #profile: Profile | undefined;
  #tree: SyntaxTree | undefined;
  #report: Report | undefined;
  #others: OtherReports | undefined;
  #reconciliation: Reconciliation | undefined;
  #narrative: Narrative | undefined;
  #claimOutcomes: readonly ClaimOutcome[] | undefined;
  #bindings: readonly BindingJudgement[] | undefined;
  #findings: readonly Finding[] | undefined;
  #ledger: Ledger | undefined;
  #coverage: Coverage | undefined;

  constructor(input: AnalysisInput) {
    this.#input = input;
  }

  get profile(): Profile {
    this.#profile ??= profileOf(this.#input.text) ?? this.#input.profile ?? henan;
    return this.#profile;
  }

  get tree(): SyntaxTree {
    this.#tree ??= parse(this.#input.text, vocabularyOf(this.profile));
    return this.#tree;
  }

  get report(): Report {
    this.#report ??= buildReport(this.tree, this.profile);
    return this.#report;
  }

  get others(): OtherReports {
    this.#others ??= this.#input.others?.(this.report.header) ?? noOthers;
    return this.#others;
  }

  get subjects(): SubjectTables {
    return this.#input.subjects ?? standardSubjectTables;
  }

  get published(): boolean {
    return this.#input.published ?? false;
  }

  get #reconciled(): Reconciliation {
    this.#reconciliation ??= reconcile(this.report, this.profile, this.others);
    return this.#reconciliation;
  }

  get completeness(): Completeness {
    return this.#reconciled.completeness;
  }

  get outcomes(): readonly Outcome[] {
    return this.#reconciled.outcomes;
  }

  get narrative(): Narrative {
    this.#narrative ??= readNarrative(this.report, this.profile, this.others);
    return this.#narrative;
  }

  get claimOutcomes(): readonly ClaimOutcome[] {
    this.#claimOutcomes ??= judgeClaims(this.narrative, this);
    return this.#claimOutcomes;
  }

  get bindings(): readonly BindingJudgement[] {
    this.#bindings ??= judgeBindings(this);
    return this.#bindings;
  }

  get findings(): readonly Finding[] {
    // The rules see each stage through the context, so a rule that is off computes nothing.
    this.#findings ??= runRules(this, families, this.#input.settings ?? defaultSettings);
    return this.#findings;
  }

  get ledger(): Ledger {
    if (this.#ledger === undefined) {
      const { report, narrative, claimOutcomes, outcomes, bindings } = this;
      this.#ledger = new Ledger({
        report,
        narrative,
        claimOutcomes,
        outcomes,
        bindings,
        errors: this.findings.filter(({ level }) => level === 'error'),
      });
    }
    return this.#ledger;
  }

  get coverage(): Coverage {
    this.#coverage ??= this.ledger.coverage;
    return this.#coverage;
  }
}

/** A header field stands at the start of a line; which lines are header is not yet known, so the first one counts. */
const profileField = /^\uFEFF?[ \t\u3000]*版式[ \t\u3000]*[：:]([^\r\n]*)/m;

/**
 * The profile that the text asks for. It is needed to parse the text, whose tables it names, so it is looked up ahead
 * of parsing.
 */
function profileOf(text: string): Profile | undefined {
  const name = profileField.exec(text)?.[1];
  if (name === undefined) return undefined;
  return profileNamed(foldWidth(name).trim());
}
