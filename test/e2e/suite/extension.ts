/** What the extension itself tells tests. */
import { extensions, type TreeItem } from 'vscode';
import type { Api } from '../../../client/extension.ts';
import type { Node } from '../../../client/facts/tree.ts';

export async function extensionApi(): Promise<Api> {
  const extension = extensions.getExtension<Api>('gouji.gouji');
  if (extension === undefined) throw new Error('the extension is not installed');
  return extension.activate();
}

/** Labels and descriptions of the tree, indented by depth. */
export async function treeLines({ facts }: Api, node?: Node, depth = 0): Promise<string[]> {
  const lines: string[] = [];
  for (const child of await facts.getChildren(node)) {
    const item: TreeItem = facts.getTreeItem(child);
    lines.push(`${'  '.repeat(depth)}${item.label} | ${item.description}`);
    lines.push(...(await treeLines({ facts } as Api, child, depth + 1)));
  }
  return lines;
}
