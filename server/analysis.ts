/**
 * The one door: a text and what is known about the world in, tree, report, constraints and findings out. Every front
 * (editor, command line, importer) comes in here. No files, no clock, no editor types.
 */
import { parse } from '../grammar/parse.ts';
import { reparse } from '../grammar/reparse.ts';
import type { SyntaxTree } from '../grammar/syntax-tree.ts';
import { foldWidth } from '../grammar/width.ts';
import type { Narrative } from './claims/claim.ts';
import { ParagraphReadings } from './claims/paragraph-readings.ts';
import { readNarrative } from './claims/read-narrative.ts';
import { profileNamed } from './forms/profiles.ts';
import { profileOfText } from './forms/recognise-profile.ts';
import { type BindingJudgement, judgeBindings } from './reconcile/bindings.ts';
import type { ClaimOutcome } from './reconcile/claim-outcome.ts';
import type { Completeness } from './reconcile/completeness.ts';
import type { Outcome } from './reconcile/constraint.ts';
import { type Reconciled, reconcile } from './reconcile/find-missing.ts';
import { type Coverage, Ledger } from './reconcile/ledger.ts';
import type { Explanation } from './reconcile/localise/explanation.ts';
import { type Localisation, localise } from './reconcile/localise/localise.ts';
import { buildReport } from './report/build-report.ts';
import type { Profile } from './report/form.ts';
import { KeptTables } from './report/kept-tables.ts';
import type { OtherReports, Report, ReportHeader } from './report/model.ts';
import { vocabularyOf } from './report/vocabulary.ts';
import { families } from './rules/catalogue.ts';
import { runRules } from './rules/check.ts';
import { defaultSettings } from './rules/default-settings.ts';
import type { Finding, RuleSettings } from './rules/rule.ts';
import type { Searches } from './rules/searches.ts';
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
  /** Profile where the header names none, or one that is not known; default the one that the tables show. */
  readonly profile?: Profile | undefined;
  /** The user's own subject tables; default the built-in ones. */
  readonly subjects?: SubjectTables | undefined;
  /** Finds last year's report and the units' reports; default: none at hand. */
  readonly others?: ((header: ReportHeader) => OtherReports) | undefined;
  /** True where the text was imported from a published original. */
  readonly published?: boolean | undefined;
  /**
   * The analysis of the text before it was edited: what the edit did not touch need not be worked out again. The result is
   * the same. What that analysis has given out is used up by the first question to this one, and may not be looked at any
   * more; itself it may be asked again.
   */
  readonly previous?: Analysis | undefined;
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
  /** What is wrong: the smallest changes that would make everything hold. */
  readonly explanation: Explanation;
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

/** What an analysis leaves for the next one. */
interface Remains {
  readonly profile: Profile;
  readonly tree: SyntaxTree;
  readonly tables: KeptTables | undefined;
  readonly reconciled: Reconciled | undefined;
  readonly readings: ParagraphReadings | undefined;
  readonly searches: Searches | undefined;
}

const noOthers: OtherReports = { lastYear: undefined, subordinates: [], problems: [] };

class Stages implements Analysis {
  readonly #input: Omit<AnalysisInput, 'previous'>;
  /** The analysis before, until it is used up. */
  #previous: Stages | undefined;
  /** What it left that no stage has taken over yet. */
  #tables: KeptTables | undefined;
  #reconciledBefore: Reconciled | undefined;
  #readings: ParagraphReadings | undefined;
  #searches: Searches | undefined;
  #profile: Profile | undefined;
  #tree: SyntaxTree | undefined;
  #report: Report | undefined;
  #others: OtherReports | undefined;
  #reconciliation: Reconciled | undefined;
  #narrative: Narrative | undefined;
  #localisation: Localisation | undefined;
  #bindings: readonly BindingJudgement[] | undefined;
  #findings: readonly Finding[] | undefined;
  #ledger: Ledger | undefined;
  #coverage: Coverage | undefined;

  constructor(input: AnalysisInput) {
    // Not to keep the analysis before, and the one before that.
    const { previous, ...rest } = input;
    this.#input = rest;
    // One that was never asked has nothing of its own to leave.
    if (previous && #tree in previous)
      this.#previous = previous.#tree ? previous : previous.#previous;
  }

  get profile(): Profile {
    this.#profile ??=
      profileOf(this.#input.text) ?? this.#input.profile ?? profileOfText(this.#input.text);
    return this.#profile;
  }

  get tree(): SyntaxTree {
    this.#tree ??= this.#reparsed() ?? parse(this.#input.text, vocabularyOf(this.profile));
    return this.#tree;
  }

  get report(): Report {
    this.#report ??= buildReport(this.tree, this.profile, this.#tables);
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

  /** Whether nobody said which profile the report follows: the header of an imported text is the importer's. */
  get profileIsGuessed(): boolean {
    const { profile, text } = this.#input;
    return profile === undefined && (this.published || profileOf(text) === undefined);
  }

  get #reconciled(): Reconciled {
    if (this.#reconciliation === undefined) {
      const { report, profile, others } = this;
      this.#reconciliation = reconcile(report, profile, others, this.#reconciledBefore);
      this.#reconciledBefore = undefined;
    }
    return this.#reconciliation;
  }

  get completeness(): Completeness {
    return this.#reconciled.completeness;
  }

  get outcomes(): readonly Outcome[] {
    return this.#reconciled.outcomes;
  }

  get narrative(): Narrative {
    if (this.#narrative === undefined) {
      const { report, profile, others } = this;
      this.#readings = new ParagraphReadings(this.#readings);
      this.#narrative = readNarrative(report, profile, others, this.#readings);
    }
    return this.#narrative;
  }

  get claimOutcomes(): readonly ClaimOutcome[] {
    return this.#localised.claimOutcomes;
  }

  get explanation(): Explanation {
    return this.#localised.explanation;
  }

  get #localised(): Localisation {
    this.#localisation ??= localise(this.narrative, this);
    return this.#localisation;
  }

  get bindings(): readonly BindingJudgement[] {
    this.#bindings ??= judgeBindings(this);
    return this.#bindings;
  }

  get findings(): readonly Finding[] {
    if (this.#findings === undefined) {
      const settings = this.#input.settings ?? defaultSettings;
      // With the tree comes what the analysis before has left.
      void this.tree;
      // The rules see each stage through the context, so a rule that is off computes nothing.
      const run = runRules(this, families, settings, this.#searches);
      this.#findings = run.findings;
      this.#searches = run.searches;
    }
    return this.#findings;
  }

  get ledger(): Ledger {
    if (this.#ledger === undefined) {
      const { report, narrative, claimOutcomes, outcomes, bindings, explanation } = this;
      this.#ledger = new Ledger({
        report,
        narrative,
        claimOutcomes,
        outcomes,
        bindings,
        explanation,
        errors: this.findings.filter(({ level }) => level === 'error'),
      });
    }
    return this.#ledger;
  }

  get coverage(): Coverage {
    this.#coverage ??= this.ledger.coverage;
    return this.#coverage;
  }

  /** The tree from that of the analysis before, where there is one and the edit leaves something of it. */
  #reparsed(): SyntaxTree | undefined {
    const remains = this.#previous === undefined ? undefined : this.#previous.#giveUp();
    this.#previous = undefined;
    if (remains === undefined || remains.profile !== this.profile) return undefined;
    const reparsed = reparse(remains.tree, this.#input.text, vocabularyOf(this.profile));
    if (reparsed === undefined) return undefined;
    const { from, offset } = reparsed.moved;
    this.#tables = remains.tables;
    this.#tables?.move(from, offset);
    this.#reconciledBefore = remains.reconciled;
    this.#readings = remains.readings;
    this.#readings?.move(from, offset);
    this.#searches = remains.searches;
    return reparsed.tree;
  }

  /** Everything that the next analysis may go on with. Whoever asks this one again has it worked out anew. */
  #giveUp(): Remains | undefined {
    if (this.#tree === undefined) return undefined;
    const tables = this.#report === undefined ? this.#tables : new KeptTables(this.#report);
    const remains = {
      profile: this.profile,
      tree: this.#tree,
      tables,
      reconciled: this.#reconciliation ?? this.#reconciledBefore,
      readings: this.#readings,
      searches: this.#searches,
    };
    this.#tree = undefined;
    this.#tables = undefined;
    this.#reconciledBefore = undefined;
    this.#readings = undefined;
    this.#searches = undefined;
    this.#report = undefined;
    this.#others = undefined;
    this.#reconciliation = undefined;
    this.#narrative = undefined;
    this.#localisation = undefined;
    this.#bindings = undefined;
    this.#findings = undefined;
    this.#ledger = undefined;
    this.#coverage = undefined;
    return remains;
  }
}

/** A header field stands at the start of a line; which lines are header is not yet known, so the first one counts. */
const profileField = /^\uFEFF?[ \t\u3000]*版式[ \t\u3000]*[：:]([^\r\n]*)/m;

/**
 * The profile that the text asks for. It is needed to parse the text, whose tables it names, so it is looked up ahead
 * of parsing.
 */
function profileOf(text: string): Profile | undefined {
  // Quicker than the pattern, where a text has no such word.
  if (!text.includes('版式')) return undefined;
  const name = profileField.exec(text)?.[1];
  if (name === undefined) return undefined;
  return profileNamed(foldWidth(name).trim());
}
