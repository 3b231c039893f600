/** Claims made by hand over a report's text, for tests of judging alone. */
import { parseExpression } from '../../grammar/expression-parser.ts';
import { scanFigures } from '../../grammar/figures.ts';
import { parse } from '../../grammar/parse.ts';
import type { Aspect, Claim, NarrativeFigure, Operand, Place } from '../../server/claims/claim.ts';
import { henan } from '../../server/forms/profiles.ts';
import type { ClaimOutcome } from '../../server/reconcile/claim-outcome.ts';
import { reconcile } from '../../server/reconcile/find-missing.ts';
import { Ledger, type LedgerEntry } from '../../server/reconcile/ledger.ts';
import { localise } from '../../server/reconcile/localise/localise.ts';
import { buildReport } from '../../server/report/build-report.ts';
import type { NamedReport, OtherReports, Report } from '../../server/report/model.ts';
import { resolveReference } from '../../server/report/resolve.ts';
import { vocabularyOf } from '../../server/report/vocabulary.ts';

/** A claim without what every claim has. */
export type BareClaim = Claim extends infer One
  ? One extends Claim
    ? Omit<One, 'start' | 'end' | 'section' | 'catalogue'> & { readonly catalogue?: string }
    : never
  : never;

export class Sheet {
  readonly text: string;
  readonly report: Report;
  readonly others: OtherReports;
  readonly figures: readonly NarrativeFigure[];

  constructor(text: string, lastYear?: Sheet) {
    this.text = text;
    this.report = buildReport(parse(text, vocabularyOf(henan)), henan);
    const named: NamedReport | undefined = lastYear && {
      name: '去年.gouji',
      report: lastYear.report,
    };
    this.others = { lastYear: named, subordinates: [], problems: [] };
    const { paragraphs } = this.report.tree;
    this.figures = paragraphs.flatMap(({ start, end }) =>
      scanFigures(text, start, end).map((number) => ({
        start: number.start,
        end: number.end,
        number,
        subject: undefined,
        aspect: undefined,
        section: undefined,
        closeness: 'exact' as const,
        bound: false,
        zeros: 'digits' as const,
      })),
    );
  }

  /** The figure that is printed so; of several the n-th. */
  figure(printed: string, more: Partial<NarrativeFigure> = {}, nth = 0): NarrativeFigure {
    const found = this.figures.filter(({ start, end }) => this.text.slice(start, end) === printed)[
      nth
    ];
    if (found === undefined) throw new Error(`no figure ${printed}`);
    return Object.assign(found, more);
  }

  said(printed: string, more: { readonly aspect?: Aspect } = {}, nth = 0): Operand {
    return { kind: 'figure', figure: this.figure(printed, more, nth) };
  }

  /** The place that a reference of the language names. */
  place(expression: string): Place {
    const { expression: parsed } = parseExpression(expression);
    if (parsed?.kind !== 'reference') throw new Error(`no reference: ${expression}`);
    const scope = { report: this.report, profile: henan, others: this.others };
    const resolved = resolveReference(parsed, scope);
    const target = resolved.kind === 'resolved' ? resolved.targets[0] : undefined;
    const column = target?.columns[0];
    if (target?.rows.kind !== 'one' || column === undefined)
      throw new Error(`no place: ${expression}`);
    const { table, panel, report, rows } = target;
    const { row, code, definition } = rows;
    return { report, table, panel, column, row, code, definition };
  }

  at(expression: string): Operand {
    return { kind: 'place', place: this.place(expression) };
  }

  judge(...bare: readonly BareClaim[]): readonly ClaimOutcome[] {
    return this.#judge(bare).outcomes;
  }

  verdicts(...bare: readonly BareClaim[]): readonly string[] {
    return this.judge(...bare).map(({ verdict }) => verdict);
  }

  ledger(...bare: readonly BareClaim[]): Ledger {
    const { claims, outcomes, tables, explanation } = this.#judge(bare);
    return new Ledger({
      report: this.report,
      narrative: { figures: this.figures, claims, misnamed: [], graded: [], reasons: [] },
      claimOutcomes: outcomes,
      outcomes: tables.outcomes,
      bindings: [],
      explanation,
      errors: [],
    });
  }

  /** `98.20万元 verified`, with what it should be where it is wrong. */
  lines(...bare: readonly BareClaim[]): readonly string[] {
    return this.ledger(...bare).prose.map(said);
  }

  #judge(bare: readonly BareClaim[]) {
    const claims = bare.map(
      (claim): Claim =>
        ({ catalogue: 'N', section: undefined, start: 0, end: 0, ...claim }) as Claim,
    );
    const { report } = this;
    const tables = { report, ...reconcile(report, henan, this.others) };
    const narrative = { figures: this.figures, claims, misnamed: [], graded: [], reasons: [] };
    const { claimOutcomes: outcomes, explanation } = localise(narrative, tables);
    return { claims, outcomes, tables, explanation };
  }
}

export function said({ printed, verdict, expected }: LedgerEntry): string {
  return `${printed} ${verdict}${expected === undefined ? '' : ` ${expected}`}`;
}
