/** Tells a client that wants to know it what a check came to: counts of findings, and the coverage. */
import type { Connection } from 'vscode-languageserver';
import type { CoverageCount } from '../analysis.ts';
import { addVerdicts, percentCovered } from '../reconcile/verdict-count.ts';
import type { Check } from './checks.ts';
import type { Documents } from './documents.ts';
import type { Host } from './host.ts';
import { CHECKED, type Checked, type FigureCounts } from './protocol.ts';

export interface CheckAnnouncerInput {
  readonly connection: Connection;
  readonly documents: Documents;
  readonly host: Host;
}

/** The findings reach the client first, and an edit that has arrived meanwhile makes the coverage old. */
const QUIET_TURNS = 4;

export class CheckAnnouncer {
  readonly #input: CheckAnnouncerInput;
  readonly #last = new Map<string, string>();

  constructor(input: CheckAnnouncerInput) {
    this.#input = input;
    input.documents.onDidClose(({ document }) => this.#last.delete(document.uri));
  }

  async announce(check: Check): Promise<void> {
    const { connection, host, documents } = this.#input;
    const { document, id } = check;
    this.#last.set(document.uri, id);
    for (let turn = 0; turn < QUIET_TURNS; turn++) {
      await host.nextTurn();
      if (documents.get(document.uri) !== document || this.#last.get(document.uri) !== id) return;
    }
    try {
      await connection.sendNotification(CHECKED, checkedOf(check));
    } catch (fault) {
      // Without the numbers everything else goes on.
      connection.console.error(fault instanceof Error ? fault.message : String(fault));
    }
  }
}

function checkedOf({ id, document, analysis, diagnostics, configuration }: Check): Checked {
  const { uri, version } = document;
  const count = (severity: number): number =>
    diagnostics.filter((one) => one.severity === severity).length;
  return {
    uri,
    version,
    check: id,
    errors: count(1),
    warnings: count(2),
    infos: count(3),
    coverage: analysis === undefined ? null : coverageOf(analysis.coverage),
    configuration: configuration ?? null,
  };
}

function coverageOf({
  tables,
  narrative,
}: {
  readonly tables: CoverageCount;
  readonly narrative: CoverageCount;
}): Checked['coverage'] {
  const both = (count: CoverageCount): FigureCounts => addVerdicts(count.nonZero, count.zero);
  return {
    tables: both(tables),
    narrative: both(narrative),
    percent: percentCovered(addVerdicts(tables.nonZero, narrative.nonZero)) ?? null,
  };
}
