/** Findings, and faults of the program, as diagnostics of the protocol. */
import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
} from 'vscode-languageserver';
import type { Configuration } from '../project/configuration.ts';
import type { Language } from '../report/identifiers.ts';
import { ruleById } from '../rules/catalogue.ts';
import type { Finding, Related } from '../rules/rule.ts';
import { positionOf } from './configuration-problems.ts';
import type { OpenDocument } from './documents.ts';
import type { Host } from './host.ts';
import { sayIn } from './messages.ts';
import { rulePageUri } from './rule-pages.ts';
import type { Workspace } from './workspace.ts';

/** What a client can show of a diagnostic. */
export interface DiagnosticSupport {
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  readonly data: boolean;
  /** Kinds of tags that it draws in their own way. */
  readonly tags: readonly DiagnosticTag[];
}

/** Which finding of which check a diagnostic is; comes back with a request for code actions. */
export interface DiagnosticData {
  readonly check: string;
  readonly finding: number;
}

const severities: Readonly<Record<Finding['level'], DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/** What these rules speak of has no effect, and is drawn faded. */
const unnecessary: ReadonlySet<string> = new Set(['directive/unused', 'header/repeated-field']);

function tagsOf({ rule, superseded }: Finding): DiagnosticTag[] {
  if (unnecessary.has(rule)) return [DiagnosticTag.Unnecessary];
  return superseded === true ? [DiagnosticTag.Deprecated] : [];
}

const SOURCE = 'gouji';
const textStart = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

export class DiagnosticWriter {
  readonly #support: DiagnosticSupport;
  readonly #workspace: Workspace;
  readonly #host: Host;

  constructor(support: DiagnosticSupport, workspace: Workspace, host: Host) {
    this.#support = support;
    this.#workspace = workspace;
    this.#host = host;
  }

  diagnostic(
    finding: Finding,
    document: OpenDocument,
    language: Language,
    data: DiagnosticData,
  ): Diagnostic {
    const { codeDescription, relatedInformation, data: keepsData, tags } = this.#support;
    const drawn = tagsOf(finding).filter((tag) => tags.includes(tag));
    const hasPage = codeDescription && ruleById(finding.rule) !== undefined;
    const related = relatedInformation
      ? finding.related.flatMap((one) => this.#related(one, document, language))
      : [];
    return {
      range: document.places.range(finding),
      severity: severities[finding.level],
      code: finding.rule,
      ...(hasPage && { codeDescription: { href: rulePageUri(finding.rule) } }),
      source: SOURCE,
      message: finding.message[language],
      ...(related.length > 0 && { relatedInformation: related }),
      ...(drawn.length > 0 && { tags: drawn }),
      ...(keepsData && { data }),
    };
  }

  /** The program broke down outside of any rule. */
  failed(fault: unknown, language: Language): Diagnostic {
    const reason = fault instanceof Error ? `${fault.name}: ${fault.message}` : String(fault);
    return {
      range: textStart,
      severity: DiagnosticSeverity.Error,
      code: 'internal/analysis-failed',
      source: SOURCE,
      message: sayIn(language)('failed', {
        reason: (reason.split('\n', 1)[0] ?? '').slice(0, 200),
      }),
    };
  }

  /** As the command line, the server checks nothing by a configuration that it cannot read whole. */
  unusable({ file, problems }: Configuration, language: Language): Diagnostic {
    const say = sayIn(language);
    const [problem] = problems;
    const path = file ?? problem?.file ?? '';
    const related: DiagnosticRelatedInformation[] = [];
    if (problem !== undefined && this.#support.relatedInformation) {
      const at = positionOf(problem);
      related.push({
        location: { uri: this.#host.uriOf(problem.file), range: { start: at, end: at } },
        message: say('configurationHere'),
      });
    }
    return {
      range: textStart,
      severity: DiagnosticSeverity.Error,
      source: SOURCE,
      message: say('configurationUnusable', {
        file: this.#host.shown(path, this.#workspace.folders),
        reason: problem?.message[language] ?? '',
      }),
      ...(related.length > 0 && { relatedInformation: related }),
    };
  }

  #related(
    { message, report, ...range }: Related,
    document: OpenDocument,
    language: Language,
  ): readonly DiagnosticRelatedInformation[] {
    const location =
      report === undefined
        ? { uri: document.uri, range: document.places.range(range) }
        : this.#workspace.placeIn(report, range);
    return location === undefined ? [] : [{ location, message: message[language] }];
  }
}
