/** What messages call the places of an identity, its formula, and its figures. */
import { dropBlanks, foldWidth } from '../../grammar/width.ts';
import { decimalsBeside, printUnits, printValue } from '../reconcile/amount.ts';
import type { Outcome, Term } from '../reconcile/constraint.ts';
import type { Identity } from '../report/form.ts';
import type { Localised } from '../report/identifiers.ts';
import type { Row } from '../report/model.ts';
import { groupsInColumn, withGroups } from './digit-groups.ts';
import { rowTitle, tableNumber } from './quote.ts';

export function identityOf({ constraint }: Outcome): Identity | undefined {
  return 'identity' in constraint.origin ? constraint.origin.identity : undefined;
}

export function messageOf({ constraint }: Outcome): 'sum' | 'same' | 'sides' | 'bound' {
  const { left, right, relation } = constraint;
  if (relation !== '=') return 'bound';
  if (left.length === 1 && right.length === 1) return 'same';
  return left.length === 1 || right.length === 1 ? 'sum' : 'sides';
}

/** The term a finding stands at: the total of a sum, else the first figure printed. */
export function placeOfOutcome({ constraint }: Outcome): Term | undefined {
  const { left, right, relation } = constraint;
  // Of a bound the smaller side is too large; it is reported where it stands.
  if (relation !== '=') {
    const smaller = relation === '≤' ? left : right;
    return smaller.find(({ state }) => state === 'figure') ?? smaller[0];
  }
  const here = (term: Term | undefined): boolean => term !== undefined && term.report === undefined;
  if (left.length === 1 && here(left[0]) && left[0]?.cell !== undefined) return left[0];
  if (right.length === 1 && here(right[0]) && right[0]?.cell !== undefined) return right[0];
  const terms = [...left, ...right].filter(here);
  return (
    terms.find(({ state }) => state === 'figure') ?? terms.find(({ cell }) => cell) ?? terms[0]
  );
}

/** The difference, and what rounding explains of it. */
export function measures(outcome: Outcome): {
  readonly difference: string;
  readonly allowed: string;
} {
  const { difference, allowance, exponent, constraint } = outcome;
  const place = placeOfOutcome(outcome) ?? constraint.left[0];
  if (place === undefined) return { difference: '', allowed: '' };
  const exact = constraint.strictness === 'exact';
  // Printed figures differ by whole last places: of 0.015 no more than 0.01 can show.
  const unit = 2 * 10 ** (place.exponent - exponent);
  const allowed = exact ? 0 : Math.floor(allowance / unit) * (unit / 2);
  return {
    difference: shown(Math.abs(difference), exponent, place),
    allowed: shown(allowed, exponent, place),
  };
}

export function shown(value: number, exponent: number, beside: Term): string {
  const { column, figure } = beside;
  const decimals = Math.max(decimalsBeside(column, [figure]), 0);
  const text = printValue(value, exponent, column.unit, decimals);
  return groupsInColumn(beside) ? withGroups(text) : text;
}

/** 20126 档案事务 的基本支出, with its table where it is another than the finding's. */
export function placeOf(term: Term, withTable = false): Localised {
  const { table, row, column, definition, code, report } = term;
  const title = row === undefined ? (definition?.label ?? code ?? '合计') : titleOf(row);
  const single = term.panel.columns.length <= 1;
  const name = title === '' && row?.rowNumber !== undefined ? `行${row.rowNumber}` : title;
  const prefix = `${report === undefined ? '' : `${report.name} `}${withTable ? `${tableNumber(table)} ` : ''}`;
  return single
    ? { zh: `${prefix}${name}`, en: `${prefix}${name}` }
    : { zh: `${prefix}${name} 的${column.name}`, en: `${prefix}${column.name} of ${name}` };
}

/** What the report calls a row; where its label is another row's, the 行次 and the form's own label. */
export function titleOf(row: Row): string {
  const { definition, rowNumber } = row;
  if (definition === undefined || row.codeCell !== undefined) return rowTitle(row);
  const plain = (text: string): string => dropBlanks(foldWidth(text));
  const label = plain(row.label);
  const known = [definition.label, ...definition.aliases].some((name) => {
    const other = plain(name);
    return other === label || other.endsWith(`、${label}`);
  });
  if (known || label === '') return rowTitle(row) || definition.label;
  return rowNumber === undefined ? definition.label : `行次 ${rowNumber} ${definition.label}`;
}

export function printedText(term: Term): string {
  const text = term.cell?.text.trim() ?? '';
  if (term.figure !== undefined && (term.cell === undefined || text === '')) {
    return printUnits(term.figure.units, term.figure.decimals, groupsInColumn(term));
  }
  return text === '' ? '空白' : text;
}

/** 公开03表[20126].基本支出 = 合计(公开03表[下级科目].基本支出) = 78.00, the place of the finding first. */
export function formulaOf(outcome: Outcome): string {
  const { constraint, left, right, exponent } = outcome;
  const { relation } = constraint;
  const place = placeOfOutcome(outcome) ?? constraint.left[0];
  const sides = [
    sideText(outcome, constraint.left, 'left'),
    sideText(outcome, constraint.right, 'right'),
  ];
  if (relation !== '=' || place === undefined) return sides.join(` ${relation} `);
  const flipped = !constraint.left.includes(place);
  if (flipped) sides.reverse();
  return `${sides.join(' = ')} = ${shown(flipped ? left : right, exponent, place)}`;
}

function sideText(outcome: Outcome, terms: readonly Term[], side: 'left' | 'right'): string {
  const [first] = terms;
  if (first === undefined) return '0';
  const statement = identityOf(outcome)?.statement.split(/ [=≤≥] /)[side === 'left' ? 0 : 1];
  if (terms.length > 1 && statement?.startsWith('合计(') === true) {
    // The identity calls a form by its number in all profiles, the report by its own.
    return statement
      .replace('.*', `.${first.column.name}`)
      .replace(/公开\d{2}表/g, tableNumber(first.table));
  }
  const printed = terms.filter(({ state }) => state !== 'zero');
  const listed = printed.length === 0 ? terms.slice(0, 1) : printed;
  const text = listed
    .slice(0, 8)
    .map((term, index) => {
      const sign = term.coefficient < 0 ? (index === 0 ? '-' : ' - ') : index === 0 ? '' : ' + ';
      const factor = Math.abs(term.coefficient) === 1 ? '' : `${Math.abs(term.coefficient)} * `;
      return `${sign}${factor}${term.expression}`;
    })
    .join('');
  return listed.length > 8 ? `${text} + …` : text;
}
