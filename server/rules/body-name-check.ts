/** The check of `table-head/body-name`: see `body-name.ts` for what is right, near and lawful. */
import type { Localised } from '../report/identifiers.ts';
import { judgeNames, nameKey } from './body-name.ts';
import { type Head, headsBy, samePlaces, tablesOf } from './heads.ts';
import { related } from './quote.ts';
import type { Edit, Fix, Related, RuleContext } from './rule.ts';
import { slipInWords } from './slip.ts';

export function bodyNames(context: RuleContext): void {
  const { header, tree } = context.report;
  const heads = headsBy(context, 'body', nameKey);
  const counts = new Map([...heads].map(([key, group]) => [key, group.length]));
  const name = header.name?.value ?? mostFrequent(counts);
  if (name === undefined) return;
  const own = nameKey(name);
  const verdicts = judgeNames(counts, own, header.shortNames);
  const spelling = spellings(name, heads, tree.text);
  /** The forms that remain once near misses are put right, with how often each is used. */
  const forms = new Map<string, number>();
  for (const [key, verdict] of verdicts) {
    const form = verdict.kind === 'near' ? verdict.should : key;
    if (verdict.kind === 'other' || isDeclared(context, form)) continue;
    forms.set(form, (forms.get(form) ?? 0) + (counts.get(key) ?? 0));
  }
  const common = mostFrequent(forms) ?? own;

  for (const [key, verdict] of verdicts) {
    const group = heads.get(key);
    const [first, ...others] = group ?? [];
    if (group === undefined || first === undefined) continue;
    const report = (message: string, data: Record<string, string | Localised>): void => {
      const should = data.should ?? data.common;
      context.add(
        'table-head/body-name',
        message,
        first.part.valueRange,
        { ...data, tables: tablesOf(group), printed: spelling(key), count: group.length },
        {
          ...(message === 'near' || message === 'consistent' ? {} : { level: 'warning' }),
          related: [...samePlaces(others), ...headerName(context)],
          suggestions: typeof should === 'string' ? [changeHeads(group, should)] : [],
        },
      );
    };
    if (verdict.kind === 'near') {
      const slip = slipInWords(verdict.slip);
      const everywhere = heads.size === 1 && group.length > 1 && header.name !== undefined;
      if (everywhere) report('consistent', { own: name, slip });
      else report('near', { should: spelling(verdict.should, key), slip });
    } else if (verdict.kind === 'other') {
      report('other', { own: name });
    } else if (key !== common && !isDeclared(context, key)) {
      report('varies', { common: spelling(common) });
    }
  }
}

/** A form that 简称 declares may stand beside any other. The name itself may not stand beside a longer form of it. */
function isDeclared(context: RuleContext, key: string): boolean {
  return context.report.header.shortNames.some(({ value }) => nameKey(value) === key);
}

/** From a key back to how the name is spelt: in the header, in a head, or put together from both. */
function spellings(
  name: string,
  heads: ReadonlyMap<string, readonly Head[]>,
  text: string,
): (key: string, written?: string) => string {
  const own = nameKey(name);
  const printed = (key: string): string | undefined => {
    const head = heads.get(key)?.[0];
    if (head === undefined) return undefined;
    const { start, end } = head.part.valueRange;
    return text.slice(start, end).replace(/\s+/g, '');
  };
  return (key, written) => {
    if (key === own) return name;
    const found = printed(key);
    if (found !== undefined) return found;
    const longer = written === undefined ? undefined : printed(written);
    if (longer === undefined || written?.length !== longer.length) return key;
    // The key is the report's name with what the head adds to it, which keeps the head's own brackets.
    return key.startsWith(own)
      ? name + longer.slice(longer.length - (key.length - own.length))
      : longer.slice(0, key.length - own.length) + name;
  };
}

function headerName(context: RuleContext): readonly Related[] {
  const { name } = context.report.header;
  return name === undefined
    ? []
    : [related(name, { zh: '文件开头的名称', en: 'The name in the header' })];
}

function changeHeads(group: readonly Head[], text: string): Fix {
  const edits: Edit[] = group.map(({ part: { valueRange } }) => ({
    start: valueRange.start,
    end: valueRange.end,
    text,
  }));
  return {
    title: { zh: `表头改为「${text}」`, en: `Change the heads to "${text}"` },
    edits,
  };
}

function mostFrequent(counts: ReadonlyMap<string, number>): string | undefined {
  let best: string | undefined;
  let most = 0;
  for (const [key, count] of counts) {
    if (count <= most) continue;
    best = key;
    most = count;
  }
  return best;
}
