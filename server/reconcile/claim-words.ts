/** Claims in the language's own expressions: with references, as an author could bind them, and with the numbers put in. */
import { cellExpression } from '../report/canonical.ts';
import { printUnits, unitExponent } from './amount.ts';
import type { ClaimConstraint, ClaimOutcome, ClaimTerm } from './claim-outcome.ts';
import type { Term } from './constraint.ts';
import { type Fraction, roundedUnits } from './fraction.ts';
import { plainDigits } from './print-figure.ts';
import { isPlace, type Quantity, ratioExponent } from './quantity.ts';

/** Writes quantities: places as references or as what they print. */
export interface Writer {
  /** The report's unit of money; amounts in another carry theirs. */
  readonly unit: string;
  /** True: with references where there are any. */
  readonly references: boolean;
  /** The place that a figure of the narrative was found to state. */
  placeOf(quantity: Quantity): Term | undefined;
}

/** The expression that a claim's figure is the value of; undefined where it is no single value of anything. */
export function expressionOf(
  { claim, constraint }: ClaimOutcome,
  writer: Writer,
): string | undefined {
  if (constraint === undefined) return undefined;
  switch (claim.kind) {
    case 'equals':
    case 'same':
      return sumText(constraint.kind === 'linear' ? constraint.right : [], writer);
    case 'share':
    case 'rate':
      return ratioText('占比', constraint, writer);
    case 'completion':
      return ratioText('完成率', constraint, writer);
    case 'change':
      return changeText(constraint, writer);
    case 'sum':
      return claim.total.kind === 'figure' && constraint.kind === 'linear'
        ? sumText(constraint.right, writer)
        : undefined;
    default:
      return undefined;
  }
}

/** The claim with its numbers put in: `占比(98.20, 120.50) = 81.49%`. `result`: what it comes to, where that is not as printed. */
export function calculationOf(
  outcome: ClaimOutcome,
  result: string | undefined,
  writer: Writer,
): string | undefined {
  const { claim, constraint } = outcome;
  if (constraint === undefined) return undefined;
  if (claim.kind === 'equals' || claim.kind === 'same') {
    const right = expressionOf(outcome, writer);
    const number = expressionOf(outcome, { ...writer, references: false });
    return right === number ? `${number}` : `${right} = ${result ?? number}`;
  }
  const numbers = { ...writer, references: false };
  if (constraint.kind === 'linear' && (claim.kind === 'bound' || claim.kind === 'level')) {
    return `${sumText(constraint.left, numbers)} ${constraint.relation} ${sumText(constraint.right, numbers)}`;
  }
  if (claim.kind === 'sum' && constraint.kind === 'linear') {
    return `${sumText(constraint.right, numbers)} = ${result ?? sumText(constraint.left, numbers)}`;
  }
  const expression = expressionOf(outcome, numbers);
  const value =
    constraint.kind === 'ratio'
      ? numberOf(constraint.value, writer.unit)
      : 'figure' in claim && claim.figure !== undefined
        ? `${plainDigits(claim.figure)}${unitText(claim.figure.number.unit, writer.unit)}`
        : '';
  return expression && `${expression} = ${result ?? value}`;
}

function ratioText(name: string, constraint: ClaimConstraint, writer: Writer): string | undefined {
  if (constraint.kind !== 'ratio') return undefined;
  return `${name}(${sumText(constraint.over, writer)}, ${sumText(constraint.under, writer)})`;
}

/** current = base ± change: the change is the difference of the two. */
function changeText(constraint: ClaimConstraint, writer: Writer): string | undefined {
  if (constraint.kind !== 'linear') return undefined;
  const [current] = constraint.left;
  const [base, change] = constraint.right;
  if (current === undefined || base === undefined || change === undefined) return undefined;
  const [more, less] = change.coefficient > 0 ? [current, base] : [base, current];
  return `增减额(${sumText([more], writer)}, ${sumText([less], writer)})`;
}

function sumText(terms: readonly ClaimTerm[], writer: Writer): string {
  return terms
    .map(({ coefficient, quantity }, at) => {
      const sign = coefficient < 0 ? (at === 0 ? '-' : ' - ') : at === 0 ? '' : ' + ';
      return sign + quantityText(quantity, writer);
    })
    .join('');
}

function quantityText(quantity: Quantity, writer: Writer): string {
  const place = isPlace(quantity) ? quantity : writer.placeOf(quantity);
  if (writer.references && place !== undefined) return referenceOf(place);
  return numberOf(quantity, writer.unit);
}

/** 公开03表[合计].基本支出, 上年.公开03表[…]: as the language writes it. */
export function referenceOf({ table, row, definition, code, column, report }: Term): string {
  const absent = {
    kind: 'one',
    row: undefined,
    definition,
    code,
    label: definition?.label ?? code ?? '',
  } as const;
  const scope = report === undefined ? '' : '上年.';
  return scope + cellExpression(table, row ?? absent, column);
}

/** What a quantity prints, with its unit where that is not the report's. */
export function numberOf(quantity: Quantity, unit: string): string {
  if (!isPlace(quantity)) {
    const { number } = quantity.figure;
    return plainDigits(quantity.figure) + unitText(number.unit, unit);
  }
  const { figure, column } = quantity;
  const own = figure?.unit ?? column.unit;
  const text = figure === undefined ? '0' : printUnits(figure.units, figure.decimals);
  return text + unitText(own, unit);
}

/** The unit where it has to be said. */
function unitText(own: string, unit: string): string {
  return own === unit || own === ''
    ? ''
    : own === '%' || own === '元' || own.endsWith('元')
      ? own
      : '';
}

/** A value in a unit, with so many decimals. */
export function numberText(value: Fraction, unit: string, decimals: number): string {
  const exponent = ratioExponent(unit) ?? unitExponent(unit);
  return printUnits(Number(roundedUnits(value, decimals - exponent)), decimals);
}
