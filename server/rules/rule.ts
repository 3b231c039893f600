/**
 * The contract of a rule. A rule's file begins with its metadata; from it the settings, the configuration schema,
 * the rule pages and the SARIF rule list are generated.
 */
import type { Range } from '../../grammar/syntax-tree.ts';
import type { Narrative } from '../claims/claim.ts';
import type { BindingJudgement } from '../reconcile/bindings.ts';
import type { ClaimOutcome } from '../reconcile/claim-outcome.ts';
import type { Completeness } from '../reconcile/completeness.ts';
import type { Outcome } from '../reconcile/constraint.ts';
import type { Explanation } from '../reconcile/localise/explanation.ts';
import type { Profile } from '../report/form.ts';
import type { Level, Localised, RuleId } from '../report/identifiers.ts';
import type { OtherReports, Report } from '../report/model.ts';
import type { SubjectTables } from '../subjects/subject-table.ts';
import type { Looks } from './searches.ts';

export interface RuleMetadata {
  readonly id: RuleId;
  /** Short ids of the rule catalogue: S-CODE, T1-BAL. */
  readonly catalogue: readonly string[];
  /** H stated by an official text or arithmetic, M nearly always true, L a hint. Only H may be `error`. */
  readonly confidence: 'H' | 'M' | 'L';
  readonly level: Level;
  readonly title: Localised;
  /** What it checks, why, what is lawful nevertheless. Markdown. */
  readonly description: Localised;
  /** Ground: the official text, or 算术. */
  readonly source: Localised;
  /**
   * Messages by id. Places are written `{name}`. Each says what is printed, what it should be and why, how much
   * rounding explains, what to do: in that order, in words from the report.
   */
  readonly messages: Readonly<Record<string, Localised>>;
  /** JSON schema of each option of the rule, by name. */
  readonly options: Readonly<Record<string, RuleOption>>;
  /** A `.gouji` text that gives exactly one finding of this rule, and one that gives none. Shown on the rule's page. */
  readonly bad: string;
  readonly good: string;
}

export interface RuleOption {
  readonly schema: Readonly<Record<string, unknown>>;
  readonly default: unknown;
  readonly description: Localised;
}

/** A replacement of one stretch of the text. */
export interface Edit extends Range {
  readonly text: string;
}

export interface Fix {
  readonly title: Localised;
  readonly edits: readonly Edit[];
}

export interface Related extends Range {
  readonly message: Localised;
  /** Name of the other report where the place is not in this one. */
  readonly report?: string | undefined;
}

export interface Finding extends Range {
  readonly rule: RuleId;
  readonly level: Exclude<Level, 'off'>;
  readonly message: Localised;
  readonly related: readonly Related[];
  /** Certain: applied by `--fix`. */
  readonly fix: Fix | undefined;
  /** Offered, never applied by themselves. */
  readonly suggestions: readonly Fix[];
  /** What it speaks of was right once and has been replaced since; editors strike it through. */
  readonly superseded?: true | undefined;
}

/** Level and options that apply to one rule, after configuration. */
export interface RuleSetting {
  readonly level: Level;
  readonly options: Readonly<Record<string, unknown>>;
}

export type RuleSettings = ReadonlyMap<RuleId, RuleSetting>;

/** What a check sees. Everything in it is computed once for all rules. */
export interface RuleContext {
  readonly report: Report;
  readonly profile: Profile;
  readonly others: OtherReports;
  readonly subjects: SubjectTables;
  /** Missing rows and truncated tables, understood before any sum is judged. */
  readonly completeness: Completeness;
  readonly outcomes: readonly Outcome[];
  readonly narrative: Narrative;
  readonly claimOutcomes: readonly ClaimOutcome[];
  /** What is wrong, where the constraints tell. */
  readonly explanation: Explanation;
  readonly bindings: readonly BindingJudgement[];
  /** True where the text was imported from a published original, whose tables print their own heads. */
  readonly published: boolean;
  /** True where nobody said which profile the report follows. */
  readonly profileIsGuessed: boolean;
  option(rule: RuleId, name: string): unknown;
  /** Level that applies to a rule; a check may skip work for a rule that is off. */
  level(rule: RuleId): Level;
  /**
   * Reports a finding. `message` is an id of the rule's metadata, `data` fills its places. A rule may lower the level
   * (`level`), never raise it above the configured one.
   */
  add(rule: RuleId, message: string, range: Range, data: MessageData, more?: FindingDetails): void;
  /**
   * The parts of a list, in order, that a rule has to look closer at. `looks` is a function of the module: it is asked
   * again only of parts that were not there before the last edit, or where something `beside` is another.
   */
  among<Part extends object>(
    parts: readonly Part[],
    looks: Looks<Part>,
    ...beside: readonly unknown[]
  ): readonly Part[];
  /** Runs a check, a function of the module, unless it found nothing before the last edit and stands on the same. */
  unlessClean(check: (context: RuleContext) => void, standsOn: readonly unknown[]): void;
  /** Whether a check finds anything; what it finds is not reported. */
  finds(check: () => void): boolean;
}

/** Values of a message's places; a Localised one differs by language. */
export type MessageData = Readonly<Record<string, string | number | Localised>>;

export interface FindingDetails {
  readonly level?: Exclude<Level, 'off'>;
  readonly related?: readonly Related[];
  readonly fix?: Fix | undefined;
  /** What is to be said behind the message. */
  readonly also?: Localised | undefined;
  readonly suggestions?: readonly Fix[];
  readonly superseded?: true | undefined;
}

/** One file of `rules/`: the metadata of its rules, then the check that reports them. */
export interface RuleFamily {
  readonly rules: readonly RuleMetadata[];
  check(context: RuleContext): void;
}
