/** How sections, tables and figures look in the tree. */
import {
  l10n,
  MarkdownString,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
} from 'vscode';
import type { Fact, Verdict } from '../../server/lsp/protocol.ts';
import type { FactNode, GroupNode } from './tree.ts';

/** What a person has to look at. */
export function needsLook(verdict: Verdict): boolean {
  return verdict === 'wrong' || verdict === 'unread';
}

const icons: Readonly<Record<Verdict, ThemeIcon>> = {
  verified: new ThemeIcon('pass', new ThemeColor('testing.iconPassed')),
  wrong: new ThemeIcon('error', new ThemeColor('testing.iconFailed')),
  stated: new ThemeIcon('question', new ThemeColor('testing.iconSkipped')),
  waived: new ThemeIcon('circle-slash', new ThemeColor('testing.iconSkipped')),
  unread: new ThemeIcon('eye-closed', new ThemeColor('testing.iconQueued')),
};

export function verdictName(verdict: Verdict): string {
  const names: Readonly<Record<Verdict, string>> = {
    verified: l10n.t('verified'),
    wrong: l10n.t('wrong'),
    stated: l10n.t('nothing confirms it'),
    waived: l10n.t('waived'),
    unread: l10n.t('not read'),
  };
  return names[verdict];
}

export function groupItem({ path, depth, group }: GroupNode, onlyOpen: boolean): TreeItem {
  const { title, kind, counts, groups } = group;
  const { verified, wrong, stated, waived, unread } = counts;
  const isOpen = onlyOpen || (depth === 0 && groups.length > 0);
  const item = new TreeItem(
    title === '' ? l10n.t('Before the first heading') : title,
    isOpen ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed,
  );
  item.id = `${onlyOpen} ${path}`;
  item.contextValue = kind;
  item.iconPath = new ThemeIcon(
    kind === 'table' ? 'table' : 'list-unordered',
    wrong > 0 ? new ThemeColor('list.errorForeground') : undefined,
  );
  const all = verified + wrong + stated + waived + unread;
  const parts = [`${verified + wrong}/${all}`];
  if (wrong > 0) parts.push(l10n.t('{0} wrong', wrong));
  if (unread > 0) parts.push(l10n.t('{0} not read', unread));
  item.description = parts.join(' · ');
  item.tooltip = [
    item.label,
    ...(Object.keys(icons) as Verdict[])
      .filter((verdict) => counts[verdict] > 0)
      .map((verdict) => `${verdictName(verdict)} ${counts[verdict]}`),
  ].join('\n');
  return item;
}

export function factItem(node: FactNode): TreeItem {
  const { fact, path } = node;
  const item = new TreeItem(fact.printed, TreeItemCollapsibleState.None);
  item.id = path;
  item.description = describe(fact);
  item.iconPath = icons[fact.verdict];
  item.contextValue = `fact ${fact.verdict}${fact.expression === null ? '' : ' expression'}`;
  item.tooltip = tooltipOf(fact);
  item.accessibilityInformation = {
    label: [fact.printed, verdictName(fact.verdict), item.description].join(' '),
  };
  item.command = {
    command: 'gouji.facts.reveal',
    title: l10n.t('Show in the report'),
    arguments: [node],
  };
  return item;
}

function describe({ subject, expected }: Fact): string {
  const should = expected === null ? '' : l10n.t('should be {0}', expected);
  return [subject, should].filter(Boolean).join(' · ');
}

function tooltipOf(fact: Fact): MarkdownString {
  const text = new MarkdownString();
  text.appendText(`${fact.printed} ${verdictName(fact.verdict)}`);
  if (fact.subject !== '') text.appendText(`\n${fact.subject}`);
  if (fact.calculation !== '') text.appendCodeblock(fact.calculation, 'gouji');
  if (fact.expected !== null) text.appendText(l10n.t('should be {0}', fact.expected));
  return text;
}

/** A figure with its derivation, as one pastes it into a letter. */
export function factText(fact: Fact): string {
  const { printed, subject, calculation, verdict, expected } = fact;
  const should = expected === null ? '' : l10n.t('should be {0}', expected);
  return [subject, printed, verdictName(verdict), calculation, should].filter(Boolean).join('\t');
}
