/** The figures of the report at hand as a tree: sections and tables, and the figures in each. */
import {
  type Event,
  EventEmitter,
  type TextDocument,
  type TreeDataProvider,
  type TreeItem,
} from 'vscode';
import {
  FACT_GROUPS,
  FACTS,
  type Fact,
  type FactGroup,
  type FactGroups,
  type FactsParams,
} from '../../server/lsp/protocol.ts';
import type { Reports } from '../reports.ts';
import type { Server } from '../server.ts';
import { factItem, groupItem, needsLook } from './items.ts';

export type Node = GroupNode | FactNode;

export interface GroupNode {
  readonly kind: 'group';
  /** Stays the same from check to check, so that what is open stays open. */
  readonly path: string;
  readonly depth: number;
  readonly group: FactGroup;
  readonly document: TextDocument;
  readonly check: string;
}

export interface FactNode {
  readonly kind: 'fact';
  readonly path: string;
  readonly fact: Fact;
  readonly document: TextDocument;
}

export class FactsTree implements TreeDataProvider<Node> {
  readonly #server: Server;
  readonly #reports: Reports;
  readonly #changed = new EventEmitter<undefined>();
  #onlyOpen = false;
  /** The check that was shown last, so that the same one is not asked for twice. */
  #shown: { readonly key: string; readonly groups: Promise<FactGroups | null> } | undefined;

  readonly onDidChangeTreeData: Event<undefined> = this.#changed.event;

  constructor(server: Server, reports: Reports) {
    this.#server = server;
    this.#reports = reports;
  }

  /** Only figures that are wrong or were not read. */
  get onlyOpen(): boolean {
    return this.#onlyOpen;
  }

  set onlyOpen(value: boolean) {
    this.#onlyOpen = value;
    this.#changed.fire(undefined);
  }

  /** Draws anew if what is shown is no longer the last check of the report at hand. */
  update(): void {
    if (this.#key() !== this.#shown?.key) this.#changed.fire(undefined);
  }

  getTreeItem(node: Node): TreeItem {
    return node.kind === 'group' ? groupItem(node, this.#onlyOpen) : factItem(node);
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (node === undefined) return this.#roots();
    if (node.kind === 'fact') return [];
    const below = node.group.groups.filter((group) => this.#shows(group));
    const facts = await this.#factsOf(node);
    return [...facts, ...this.#nodes(below, node, node.document, node.check)];
  }

  async #roots(): Promise<Node[]> {
    const document = this.#reports.current;
    const key = this.#key();
    if (document === undefined || key === undefined) {
      this.#shown = undefined;
      return [];
    }
    if (this.#shown?.key !== key) {
      const textDocument = { uri: document.uri.toString() };
      this.#shown = { key, groups: this.#server.ask(FACT_GROUPS, { textDocument }) };
    }
    try {
      const found = await this.#shown.groups;
      if (found === null) return [];
      const groups = found.groups.filter((group) => this.#shows(group));
      return this.#nodes(groups, undefined, document, found.check);
    } catch {
      // The text has changed meanwhile; its next check draws the tree.
      this.#shown = undefined;
      return [];
    }
  }

  #nodes(
    groups: readonly FactGroup[],
    holder: GroupNode | undefined,
    document: TextDocument,
    check: string,
  ): GroupNode[] {
    const seen = new Map<string, number>();
    return groups.map((group) => {
      const count = seen.get(group.title) ?? 0;
      seen.set(group.title, count + 1);
      const above = holder?.path ?? document.uri.toString();
      const path = `${above}\n${group.title}${count > 0 ? `\t${count}` : ''}`;
      return { kind: 'group', path, depth: (holder?.depth ?? -1) + 1, group, document, check };
    });
  }

  async #factsOf({ group, document, check, path }: GroupNode): Promise<FactNode[]> {
    if (group.own === 0) return [];
    const params: FactsParams = {
      textDocument: { uri: document.uri.toString() },
      check,
      group: group.id,
    };
    try {
      const facts = await this.#server.ask<readonly Fact[]>(FACTS, params);
      return facts
        .map((fact, at): FactNode => ({ kind: 'fact', path: `${path}\n#${at}`, fact, document }))
        .filter(({ fact }) => !this.#onlyOpen || needsLook(fact.verdict));
    } catch {
      return [];
    }
  }

  #shows({ counts }: FactGroup): boolean {
    const { verified, wrong, stated, waived, unread } = counts;
    return wrong + unread > 0 || (!this.#onlyOpen && verified + stated + waived > 0);
  }

  /** What the tree stands on; undefined where there is nothing to show. */
  #key(): string | undefined {
    const document = this.#reports.current;
    const checked = document && this.#reports.checkOf(document);
    return checked && `${checked.uri} ${checked.check}`;
  }
}
