/** The view that shows the tree of figures: what it follows, its filter, what can be done with a figure. */
import {
  commands,
  type Disposable,
  env,
  l10n,
  Range,
  Selection,
  TextEditorRevealType,
  type TreeView,
  window,
} from 'vscode';
import type { PlainRange } from '../../server/lsp/protocol.ts';
import type { Reports } from '../reports.ts';
import type { Server } from '../server.ts';
import { factText } from './items.ts';
import { type FactNode, FactsTree, type Node } from './tree.ts';

const VIEW = 'gouji.facts';

export class FactsView implements Disposable {
  readonly tree: FactsTree;
  readonly #reports: Reports;
  readonly #view: TreeView<Node>;
  readonly #disposables: readonly Disposable[];

  constructor(server: Server, reports: Reports) {
    this.#reports = reports;
    this.tree = new FactsTree(server, reports);
    this.#view = window.createTreeView(VIEW, {
      treeDataProvider: this.tree,
      showCollapseAll: true,
    });
    this.#disposables = [
      this.#view,
      reports.onDidChange(() => this.#draw()),
      // A view that nobody sees asks nothing.
      this.#view.onDidChangeVisibility(() => this.#draw()),
      commands.registerCommand('gouji.showFacts', () => commands.executeCommand(`${VIEW}.focus`)),
      commands.registerCommand('gouji.facts.onlyOpen', () => this.#filter(true)),
      commands.registerCommand('gouji.facts.all', () => this.#filter(false)),
      commands.registerCommand('gouji.facts.reveal', (node?: Node) => node && reveal(node)),
      commands.registerCommand('gouji.facts.repair', (node?: Node) => node && repair(node)),
      commands.registerCommand('gouji.facts.copy', (node?: FactNode) =>
        node === undefined ? undefined : env.clipboard.writeText(factText(node.fact)),
      ),
      commands.registerCommand('gouji.facts.copyExpression', (node?: FactNode) =>
        node === undefined ? undefined : env.clipboard.writeText(node.fact.expression ?? ''),
      ),
    ];
    this.#filter(false);
    this.#draw();
  }

  dispose(): void {
    for (const one of this.#disposables) one.dispose();
  }

  #filter(onlyOpen: boolean): void {
    this.tree.onlyOpen = onlyOpen;
    void commands.executeCommand('setContext', 'gouji.facts.isFiltered', onlyOpen);
    this.#draw();
  }

  #draw(): void {
    const document = this.#reports.current;
    const checked = document && this.#reports.checkOf(document);
    const counts = checked?.coverage;
    const open = counts
      ? [counts.tables, counts.narrative].reduce(
          (sum, { wrong, unread }) => sum + wrong + unread,
          0,
        )
      : 0;
    this.#view.description = document?.uri.path.replace(/^.*\//, '') ?? '';
    this.#view.badge =
      open > 0
        ? { value: open, tooltip: l10n.t('{0} figures are wrong or were not read', open) }
        : undefined;
    this.#view.message =
      document !== undefined && this.tree.onlyOpen && counts && open === 0
        ? l10n.t('No figure is wrong, and every figure was read.')
        : '';
    void commands.executeCommand('setContext', 'gouji.hasReport', document !== undefined);
    if (this.#view.visible) this.tree.update();
  }
}

async function reveal(node: Node): Promise<void> {
  const range = rangeOf(node.kind === 'fact' ? node.fact.range : node.group.range);
  const editor = await window.showTextDocument(node.document, { preserveFocus: false });
  editor.selection = new Selection(range.start, node.kind === 'fact' ? range.end : range.start);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Opens the menu of repairs at the figure. */
async function repair(node: Node): Promise<void> {
  await reveal(node);
  await commands.executeCommand('editor.action.quickFix');
}

function rangeOf({ start, end }: PlainRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}
