/** Rules about disable directives themselves. No directive silences them. */
import { closest, distance } from 'fastest-levenshtein';
import type { Range, SyntaxTree } from '../../grammar/syntax-tree.ts';
import type { RuleId } from '../report/identifiers.ts';
import { type DirectiveUse, lineAt, ruleNames } from './directives.ts';
import { listing } from './message.ts';
import type { Edit, RuleContext, RuleFamily, RuleMetadata } from './rule.ts';

const own = { zh: '语言约定', en: 'The language' };

const metadata: readonly RuleMetadata[] = [
  {
    id: 'directive/unused',
    catalogue: [],
    confidence: 'H',
    level: 'warning',
    title: { zh: '多余的免核', en: 'Unused directive' },
    description: {
      zh: '免核指令没有免去任何一条检查结果：所指的问题已经改好，或者指令写错了地方。留着它，以后同一处的新问题会被悄悄放过。规则本身已经关闭时不报；要有上年或下级报告才能检查的规则，手头没有那份报告时也不报。',
      en: 'A directive that silences nothing: what it was for has been put right, or it stands in the wrong place. Left there, it would silence a new mistake. Not reported where the rule itself is off, nor for rules between reports while the other report is not at hand.',
    },
    source: own,
    messages: {
      nothing: {
        zh: '这条免核没有免去任何检查结果；可以删去，以免以后放过新的问题',
        en: 'This directive silences nothing; remove it, or it may hide a new mistake later',
      },
      some: {
        zh: '这条免核所列的 {names} 在这里没有检查结果；可以删去',
        en: 'This directive names {names}, of which there is no finding here; remove the name',
      },
      end: {
        zh: '这条指令结束免核，但上面没有与它对应的开始；可以删去',
        en: 'This directive ends a silence that nothing above it begins; remove it',
      },
    },
    options: {},
    bad: '名称：青禾县档案馆\n年度：2023\n金额单位：万元\n\n# 概况\n// 免核下一行 多余的免核：历史原因\n负责档案的接收与整理。\n',
    good: '名称：青禾县档案馆\n年度：2023\n金额单位：万元\n\n# 概况\n负责档案的接收与整理。\n',
  },
  {
    id: 'directive/reason',
    catalogue: [],
    confidence: 'H',
    level: 'warning',
    title: { zh: '免核没有理由', en: 'Directive without a reason' },
    description: {
      zh: '免核要写明理由，复核的人才能判断它是否还成立：`// 免核下一行 规则：理由`，或 `// gouji-disable-next-line 规则 -- 理由`。',
      en: 'A directive states its reason, so that whoever reviews it can judge whether it still holds: `// gouji-disable-next-line rule -- reason`.',
    },
    source: own,
    messages: {
      missing: {
        zh: '免核没有写理由；请在后面写明，例如「：财政部门已批复」（英文写法用 -- 隔开）',
        en: 'The directive states no reason; add one after " -- " (or after ： in the Chinese form)',
      },
    },
    options: {},
    bad: '名称：青禾县档案馆\n年度：2023年末 // gouji-disable-line\n金额单位：万元\n',
    good: '名称：青禾县档案馆\n年度：2023\n金额单位：万元\n',
  },
  {
    id: 'directive/unknown-rule',
    catalogue: [],
    confidence: 'H',
    level: 'warning',
    title: { zh: '免核的规则不存在', en: 'Directive names an unknown rule' },
    description: {
      zh: '免核指令里写的既不是规则编号（如 `subject/code-order`），也不是规则的中文名称。这一项不起作用。',
      en: 'A directive names neither a rule id such as `subject/code-order` nor the Chinese title of a rule. That name has no effect.',
    },
    source: own,
    messages: {
      near: {
        zh: '没有名为「{name}」的规则；是否指「{near}」？',
        en: 'There is no rule "{name}"; did you mean "{near}"?',
      },
      unknown: {
        zh: '没有名为「{name}」的规则；用 gouji rules 可以列出全部规则',
        en: 'There is no rule "{name}"; gouji rules lists them all',
      },
    },
    options: {},
    bad: '名称：青禾县档案馆\n年度：2023\n金额单位：万元\n\n# 概况\n// gouji-disable-next-line subject/code-ordr -- 说明\n负责档案的接收与整理。\n',
    good: '名称：青禾县档案馆\n年度：2023\n金额单位：万元\n\n# 概况\n负责档案的接收与整理。\n',
  },
];

/** Directives are judged by `reportDirectives`, when all other findings are known. */
export const directiveFamily: RuleFamily = { rules: metadata, check: () => {} };

/** Reports on directives once every other finding is known. */
export function reportDirectives(
  context: RuleContext,
  uses: readonly DirectiveUse[],
  rules: ReadonlyMap<RuleId, RuleMetadata>,
): void {
  for (const use of uses) {
    reportUnknown(context, use, rules);
    reportUnused(context, use);
    const { scope, reason } = use.directive;
    if (scope !== 'end' && reason === undefined) {
      context.add('directive/reason', 'missing', use.directive, {});
    }
  }
}

function reportUnknown(
  context: RuleContext,
  use: DirectiveUse,
  rules: ReadonlyMap<RuleId, RuleMetadata>,
): void {
  for (const { piece, rule } of use.rules) {
    if (rule !== undefined) continue;
    const near = closest(piece.value, [...ruleNames(rules).keys()]);
    if (near === '' || distance(piece.value, near) > Math.max(1, near.length / 4)) {
      context.add('directive/unknown-rule', 'unknown', piece, { name: piece.value });
      continue;
    }
    const edits = [{ start: piece.start, end: piece.end, text: near }];
    const title = { zh: `改为 ${near}`, en: `Change to ${near}` };
    context.add(
      'directive/unknown-rule',
      'near',
      piece,
      { name: piece.value, near },
      { suggestions: [{ title, edits }] },
    );
  }
}

function reportUnused(context: RuleContext, use: DirectiveUse): void {
  const { directive } = use;
  const { lastYear, subordinates } = context.others;
  const isAlone = lastYear === undefined && subordinates.length === 0;
  const remove = (message: string, edits: readonly Edit[], isCertain: boolean, data = {}): void => {
    const fix = { title: { zh: '删去多余的免核', en: 'Remove what has no effect' }, edits };
    const repair = isCertain ? { fix } : { suggestions: [fix] };
    context.add('directive/unused', message, directive, data, repair);
  };
  const whole = directive.scope === 'end' ? 'end' : 'nothing';
  const removed = [removal(context.report.tree, directive)];
  if (use.rules.length === 0) {
    if (!use.effective) remove(whole, removed, !isAlone || directive.scope === 'end');
    return;
  }
  const unused = use.rules.filter(
    ({ rule }) =>
      rule !== undefined &&
      !use.used.has(rule) &&
      context.level(rule) !== 'off' &&
      !(isAlone && speaksOfOthers(rule)),
  );
  if (unused.length === 0) return;
  // Beside last year's report, or a unit's, the directive may have something to silence.
  const isCertain = !isAlone || unused.every(({ rule }) => rule && !mayReadOthers(rule));
  if (unused.length === use.rules.length) {
    remove(whole, removed, isCertain);
    return;
  }
  const kept = use.rules.filter((named) => !unused.includes(named));
  const edits = keepOnly(context.report.tree.text, use, kept);
  remove('some', edits, isCertain, { names: listing(unused.map(({ piece }) => piece.value)) });
}

/** Rules that say nothing while no other report is at hand. */
function speaksOfOthers(rule: RuleId): boolean {
  return /^(?:year|consolidated)\//.test(rule);
}

/** Rules that another report may give more to say. */
function mayReadOthers(rule: RuleId): boolean {
  return /^(?:(?:narrative|assertion|binding|expression|rounding)\/|header\/unresolved-report$)/.test(
    rule,
  );
}

/** Takes a directive out: its whole line where it stands alone, else with the blanks before it. */
function removal(tree: SyntaxTree, directive: Range): Edit {
  const line = tree.lines[lineAt(tree.lines, directive.start)];
  if (line?.kind === 'directive') return { start: line.start, end: line.next, text: '' };
  let start = directive.start;
  while (start > (line?.start ?? 0) && /[ \t\u3000]/.test(tree.text[start - 1] ?? '')) start--;
  return { start, end: directive.end, text: '' };
}

function keepOnly(text: string, use: DirectiveUse, kept: DirectiveUse['rules']): readonly Edit[] {
  const [first, second] = use.rules;
  const last = use.rules.at(-1);
  if (first === undefined || second === undefined || last === undefined) return [];
  const separator = text.slice(first.piece.end, second.piece.start);
  const names = kept.map(({ piece }) => text.slice(piece.start, piece.end));
  return [{ start: first.piece.start, end: last.piece.end, text: names.join(separator) }];
}
