/** Changes of cells and figures in words, and as edits. */

import type { Narrative } from '../claims/claim.ts';
import { inWidthOf, printUnits, unitExponent } from '../reconcile/amount.ts';
import type { FigureFact } from '../reconcile/localise/fact.ts';
import type { Change } from '../reconcile/localise/hypothesis.ts';
import { MONEY_EXPONENT, type MoneyUnit } from '../report/figure.ts';
import type { Localised } from '../report/identifiers.ts';
import { keptWith } from '../report/kept-with.ts';
import { groupsIn } from './digit-groups.ts';
import { placeOf } from './identity-words.ts';
import { verbatim } from './message.ts';
import { changeOf, decimalsOf, plainText, trimmed, zeroOf } from './repair.ts';
import type { Edit, Fix, Related, RuleContext } from './rule.ts';

/** So many other possibilities are spelt out; the rest is counted. */
const MOST_TOLD = 6;

/** 。另一种可能：…改为…，或…; empty where there is none. */
export function alternativesText(
  context: RuleContext,
  alternatives: readonly (readonly Change[])[],
): Localised {
  if (alternatives.length === 0) return verbatim('');
  const told = alternatives.slice(0, MOST_TOLD).map((changes) => changesText(context, changes));
  const rest = alternatives.length - told.length;
  return {
    zh: `。另一种可能：${told.map(({ zh }) => zh).join('，或')}${rest > 0 ? ` 等 ${alternatives.length} 种` : ''}`,
    en: `. It may also be ${told.map(({ en }) => en).join(', or ')}${rest > 0 ? ` and ${rest} more` : ''}`,
  };
}

/** 。另外…改为… for the same cause; empty where nothing else is wrong. */
export function togetherText(context: RuleContext, together: readonly Change[]): Localised {
  if (together.length === 0) return verbatim('');
  const { zh, en } = changesText(context, together);
  return { zh: `。同时将 ${zh}`, en: `. With it, ${en}` };
}

/** 。可能：…改为…，或…: the likelier first. */
export function possibleText(
  context: RuleContext,
  possible: readonly (readonly Change[])[],
): Localised {
  const told = possible.slice(0, MOST_TOLD).map((changes) => changesText(context, changes));
  const rest = possible.length - told.length;
  return {
    zh: `。可能：${told.map(({ zh }) => zh).join('，或')}${rest > 0 ? ` 等 ${possible.length} 种` : ''}`,
    en: `. Possibly ${told.map(({ en }) => en).join(', or ')}${rest > 0 ? ` and ${rest} more` : ''}`,
  };
}

/** 公开03表 合计 的基本支出 改为 78.00 */
export function changesText(context: RuleContext, changes: readonly Change[]): Localised {
  const texts = changes.map((change) => changeText(context, change));
  return {
    zh: texts.map(({ zh }) => zh).join('、'),
    en: texts.map(({ en }) => en).join(' with '),
  };
}

function changeText(context: RuleContext, { fact, value }: Change): Localised {
  if (fact.kind === 'cell') {
    const { zh, en } = placeOf(fact.term, true);
    const text = plainText(fact.term, value.units, value.decimals);
    return { zh: `${zh} 改为 ${text}`, en: `${en} changed to ${text}` };
  }
  const { start, end, subject } = fact.figure;
  const printed = context.report.tree.text.slice(start, end);
  const { digits, unit } = printFigure(context, fact, value.units);
  const name = subject === undefined ? '' : `${subject} `;
  return {
    zh: `正文 ${name}${printed} 改为 ${digits}${unit}`,
    en: `${name}${printed} in the text changed to ${digits}${unit}`,
  };
}

/** A figure that was taken from a wrong one: 13.00万元 随之应为 10.30万元. */
export function followerText(context: RuleContext, { fact, value }: Change): readonly Related[] {
  if (fact.kind !== 'figure') return [];
  const { start, end } = fact.figure;
  const printed = context.report.tree.text.slice(start, end);
  const { digits, unit } = printFigure(context, fact, value.units);
  const right = digits + unit;
  return [
    {
      start,
      end,
      message: { zh: `${printed} 随之应为 ${right}`, en: `${printed} becomes ${right} with it` },
    },
  ];
}

/** One fix that makes all the changes; undefined where nothing would change. */
export function fixOf(context: RuleContext, changes: readonly Change[]): Fix | undefined {
  const edits = changes.flatMap((change) => editsOf(context, change));
  if (edits.length === 0) return undefined;
  const { zh, en } = changesText(context, changes.slice(0, 3));
  const more = changes.length > 3;
  return {
    title: {
      zh: more ? `${zh} 等 ${changes.length} 处` : zh,
      en: more ? `${en} and ${changes.length - 3} more` : en,
    },
    edits,
  };
}

export function editsOf(context: RuleContext, { fact, value }: Change): readonly Edit[] {
  if (fact.kind === 'cell') {
    const usual = decimalsOf(fact.term);
    const { start, end } = fact.cell.range;
    const zero = value.units === 0 ? zeroOf(fact.term) : undefined;
    if (zero !== undefined) return [{ start, end, text: zero }];
    return changeOf(fact.term, ...trimmed(value.units, value.decimals, usual))?.edits ?? [];
  }
  const { number } = fact.figure;
  const { digits, unit } = printFigure(context, fact, value.units);
  const edits: Edit[] = [];
  if (digits !== context.report.tree.text.slice(number.number.start, number.number.end)) {
    edits.push({ start: number.number.start, end: number.number.end, text: digits });
  }
  if (unit !== number.unit && number.unitRange !== undefined) {
    edits.push({ start: number.unitRange.start, end: number.unitRange.end, text: unit });
  }
  return edits;
}

/** A figure as it must be printed; in another unit where that is all that is wrong. */
export function printFigure(
  context: RuleContext,
  fact: FigureFact,
  units: number,
): { readonly digits: string; readonly unit: string } {
  const { report } = context;
  const { number } = fact.figure;
  const { decimals } = fact.printed;
  const printed = report.tree.text.slice(number.number.start, number.number.end);
  const style = styleOfMoney(context.narrative);
  const unit = unitInstead(fact, units, style.unit ?? report.header.unit);
  if (unit !== undefined) return { digits: printed, unit };
  // Whole percentages and amounts stay so where they can; one decimal alone is hardly meant.
  const keepsOne = number.decimals === 1 && style.dropsZeros;
  const usual = number.decimals === 0 ? 0 : keepsOne ? 1 : fact.shownDecimals;
  const grouped = groupsIn(context, fact.figure);
  const digits = printUnits(...trimmed(units, decimals, usual), grouped);
  return { digits: inWidthOf(printed, digits), unit: number.unit };
}

/** How the sentences of a report print money. */
interface MoneyStyle {
  /** The unit that they mostly use. */
  readonly unit: string | undefined;
  /** 4.9万元 for 4.90万元 */
  readonly dropsZeros: boolean;
}

const styleOfMoney = keptWith((narrative: Narrative): MoneyStyle => {
  const units = new Map<string, number>();
  let short = 0;
  for (const { number } of narrative.figures) {
    if (number.kind !== 'amount') continue;
    units.set(number.unit, (units.get(number.unit) ?? 0) + 1);
    if (number.decimals === 1) short += 1;
  }
  const [most] = [...units].sort(([, a], [, b]) => b - a);
  // Few sentences tell no habit; then the head of the report does.
  return { unit: most !== undefined && most[1] > 2 ? most[0] : undefined, dropsZeros: short > 1 };
});

/** The same in one piece. */
export function printedAs(context: RuleContext, fact: FigureFact, units: number): string {
  const { digits, unit } = printFigure(context, fact, units);
  return digits + unit;
}

/** The unit with which the printed digits are right, where it is the report's and the printed one is not. */
function unitInstead(fact: FigureFact, units: number, usual: string): string | undefined {
  const own = MONEY_EXPONENT[fact.unit as MoneyUnit] as number | undefined;
  if (own === undefined || fact.unit === usual) return undefined;
  const power = unitExponent(usual) - own;
  const scale = 10 ** Math.abs(power);
  const { units: printed } = fact.printed;
  const isThat =
    power > 0
      ? 2 * Math.abs(printed * scale - units) <= scale
      : 2 * Math.abs(printed - units * scale) <= scale;
  return isThat ? usual : undefined;
}
