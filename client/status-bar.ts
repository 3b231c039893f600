/** One item of the status bar: errors, warnings and coverage of the report in the active editor. */
import {
  type Disposable,
  l10n,
  MarkdownString,
  StatusBarAlignment,
  type StatusBarItem,
  ThemeColor,
  window,
} from 'vscode';
import { type Checked, type FigureCounts, LANGUAGE_ID } from '../server/lsp/protocol.ts';
import type { Reports } from './reports.ts';
import type { Server } from './server.ts';

export class StatusBar implements Disposable {
  readonly #item: StatusBarItem;
  readonly #server: Server;
  readonly #reports: Reports;
  readonly #disposables: readonly Disposable[];

  constructor(server: Server, reports: Reports) {
    this.#server = server;
    this.#reports = reports;
    this.#item = window.createStatusBarItem('gouji.report', StatusBarAlignment.Left, 40);
    this.#item.name = l10n.t('gouji: the report');
    this.#disposables = [
      this.#item,
      reports.onDidChange(() => this.#draw()),
      server.onDidChangeState(() => this.#draw()),
    ];
    this.#draw();
  }

  /** What is shown; empty where nothing is. */
  get text(): string {
    return this.#isShown ? this.#item.text : '';
  }

  get tooltip(): string {
    const { tooltip } = this.#item;
    return tooltip instanceof MarkdownString ? tooltip.value : '';
  }

  dispose(): void {
    for (const one of this.#disposables) one.dispose();
  }

  get #isShown(): boolean {
    return window.activeTextEditor?.document.languageId === LANGUAGE_ID;
  }

  #draw(): void {
    const document = window.activeTextEditor?.document;
    if (document === undefined || !this.#isShown) {
      this.#item.hide();
      return;
    }
    const item = this.#item;
    const checked = this.#reports.checkOf(document);
    item.command = 'gouji.showFacts';
    item.backgroundColor = undefined;
    if (this.#server.state === 'stopped') {
      item.text = `$(warning) ${l10n.t('gouji: not running')}`;
      item.tooltip = new MarkdownString(
        l10n.t('The gouji language server is not running. Click to start it again.'),
      );
      item.command = 'gouji.restartServer';
      item.backgroundColor = new ThemeColor('statusBarItem.warningBackground');
    } else if (checked === undefined) {
      item.text = `$(sync~spin) ${l10n.t('gouji: checking')}`;
      item.tooltip = undefined;
    } else {
      item.text = textOf(checked);
      item.tooltip = tooltipOf(checked);
      if (checked.coverage === null) item.command = 'workbench.actions.view.problems';
    }
    item.show();
  }
}

function textOf({ errors, warnings, coverage }: Checked): string {
  const parts: string[] = [];
  if (errors > 0) parts.push(`$(error) ${errors}`);
  if (warnings > 0) parts.push(`$(warning) ${warnings}`);
  const found = parts.length === 0 ? '$(check)' : parts.join(' ');
  if (coverage === null) return `$(error) ${l10n.t('gouji: not checked')}`;
  // A report that has no figures yet has nothing to cover.
  if (coverage.percent === null) return `${l10n.t('gouji')} ${found}`;
  return `${l10n.t('gouji')} ${found} ${l10n.t('{0}% checked', coverage.percent)}`;
}

function tooltipOf(checked: Checked): MarkdownString {
  const { errors, warnings, infos, coverage, configuration } = checked;
  const text = new MarkdownString(undefined, true);
  text.isTrusted = { enabledCommands: ['workbench.actions.view.problems', 'gouji.showFacts'] };
  const counts = l10n.t('{0} errors, {1} warnings, {2} notes', errors, warnings, infos);
  text.appendMarkdown(`[${counts}](command:workbench.actions.view.problems)\n\n`);
  if (coverage !== null) {
    const heads = [
      '',
      l10n.t('verified'),
      l10n.t('wrong'),
      l10n.t('nothing confirms it'),
      l10n.t('waived'),
      l10n.t('not read'),
    ];
    text.appendMarkdown(`|${heads.join('|')}|\n|---|--:|--:|--:|--:|--:|\n`);
    text.appendMarkdown(row(l10n.t('Figures in tables'), coverage.tables));
    text.appendMarkdown(row(l10n.t('Figures in the text'), coverage.narrative));
    text.appendMarkdown(`\n[${l10n.t('Show the figures')}](command:gouji.showFacts)\n\n`);
  }
  const source =
    configuration === null
      ? l10n.t('No configuration file applies; the levels of rules are those of the settings.')
      : l10n.t('Configuration: {0}', configuration);
  text.appendText(source);
  return text;
}

function row(name: string, counts: FigureCounts): string {
  const { verified, wrong, stated, waived, unread } = counts;
  return `|${name}|${verified}|${wrong}|${stated}|${waived}|${unread}|\n`;
}
