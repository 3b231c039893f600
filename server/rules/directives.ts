/**
 * Disable directives: which findings they silence, and which of them silence nothing. A finding belongs to the line on
 * which it begins. Linear in directives and findings but for binary searches.
 */
import type { Directive, Line, Piece, SyntaxTree } from '../../grammar/syntax-tree.ts';
import { dropBlanks, foldWidth } from '../../grammar/width.ts';
import type { RuleId } from '../report/identifiers.ts';
import type { Finding, RuleMetadata } from './rule.ts';
import { countUpTo } from './search.ts';

/** One name in a directive: a rule by its id or its Chinese title, as far as there is such a rule. */
export interface NamedRule {
  readonly piece: Piece;
  readonly rule: RuleId | undefined;
}

export interface DirectiveUse {
  readonly directive: Directive;
  readonly rules: readonly NamedRule[];
  /** The rules that it silenced somewhere; for an `end`, those that it let speak again. */
  readonly used: ReadonlySet<RuleId>;
  /** Whether it did anything at all. */
  readonly effective: boolean;
}

interface Use {
  readonly directive: Directive;
  readonly rules: readonly NamedRule[];
  readonly used: Set<RuleId>;
  effective: boolean;
}

/** All rules: the key of directives that name none. No rule has an empty id. */
const every = '';

export function silence(
  tree: SyntaxTree,
  findings: readonly Finding[],
  rules: ReadonlyMap<RuleId, RuleMetadata>,
): { readonly kept: Finding[]; readonly uses: readonly DirectiveUse[] } {
  if (tree.directives.length === 0) return { kept: [...findings], uses: [] };
  const names = ruleNames(rules);
  const uses = tree.directives.map(
    (directive): Use => ({
      directive,
      rules: directive.rules.map((piece) => ({ piece, rule: names.get(keyOf(piece.value)) })),
      used: new Set(),
      effective: false,
    }),
  );
  const byLine = usesByLine(tree, uses);
  const blocks = new Blocks(uses);
  const kept = findings.filter((finding) => {
    const line = lineAt(tree.lines, finding.start);
    const use =
      byLine.get(line)?.find((candidate) => isMeant(candidate, finding.rule)) ??
      blocks.silencing(finding.rule, finding.start);
    if (use === undefined) return true;
    use.used.add(finding.rule);
    use.effective = true;
    return false;
  });
  return { kept, uses };
}

/** Rule ids and Chinese titles, as directives may write them. */
export function ruleNames(rules: ReadonlyMap<RuleId, RuleMetadata>): ReadonlyMap<string, RuleId> {
  const names = new Map<string, RuleId>();
  for (const { id, title } of rules.values()) {
    names.set(keyOf(title.zh), id);
    names.set(keyOf(id), id);
  }
  return names;
}

function keyOf(name: string): string {
  return dropBlanks(foldWidth(name)).toLowerCase();
}

function isMeant(use: Use, rule: RuleId): boolean {
  return use.rules.length === 0 || use.rules.some((named) => named.rule === rule);
}

function usesByLine(tree: SyntaxTree, uses: readonly Use[]): ReadonlyMap<number, readonly Use[]> {
  const byLine = new Map<number, Use[]>();
  for (const use of uses) {
    const { scope, line } = use.directive;
    if (scope !== 'line' && scope !== 'next-line') continue;
    const target = scope === 'line' ? line : nextLine(tree.lines, line);
    const present = byLine.get(target);
    if (present === undefined) byLine.set(target, [use]);
    else present.push(use);
  }
  return byLine;
}

/** The next line that is no comment or directive: several directives may stand above one line. */
function nextLine(lines: readonly Line[], from: number): number {
  let at = from + 1;
  while (lines[at]?.kind === 'directive' || lines[at]?.kind === 'comment') at++;
  return at;
}

interface Event {
  readonly start: number;
  readonly use: Use;
}

/** `begin` … `end`: where each rule is silent. */
class Blocks {
  /** By rule (or `every`): the directives that begin or end its silence, in order of place. */
  readonly #events = new Map<string, Event[]>();

  constructor(uses: readonly Use[]) {
    const open = new Set<string>();
    for (const use of uses) {
      const { scope } = use.directive;
      if (scope !== 'begin' && scope !== 'end') continue;
      const keys = use.rules.length === 0 ? [every] : use.rules.flatMap(({ rule }) => rule ?? []);
      for (const key of keys) {
        const event = { start: use.directive.start, use };
        const events = this.#events.get(key);
        if (events === undefined) this.#events.set(key, [event]);
        else events.push(event);
        if (scope === 'begin') open.add(key);
        else if (open.has(key) || open.has(every) || (key === every && open.size > 0)) {
          use.effective = true;
          if (key !== every) use.used.add(key as RuleId);
          open.delete(key);
        }
      }
      if (scope === 'end' && use.rules.length === 0) open.clear();
    }
  }

  /** The `begin` under which a rule is silent at a place. */
  silencing(rule: RuleId, place: number): Use | undefined {
    const own = this.#lastUpTo(rule, place);
    const general = this.#lastUpTo(every, place);
    const last = (general?.start ?? -1) > (own?.start ?? -1) ? general : own;
    return last?.use.directive.scope === 'begin' ? last.use : undefined;
  }

  #lastUpTo(key: string, place: number): Event | undefined {
    const events = this.#events.get(key);
    return events?.[countUpTo(events, place) - 1];
  }
}

/** Number of the line in which an offset stands. */
export function lineAt(lines: readonly Line[], offset: number): number {
  return countUpTo(lines, offset) - 1;
}
