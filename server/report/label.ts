/** Labels and heads compared as an author means them: width, blanks and quotation marks don't matter. */
import { dropBlanks, foldWidth } from '../../grammar/width.ts';

/** Half-width, without blanks, line breaks, quotation marks and a colon at the end. */
export function plainLabel(text: string): string {
  if (text === '') return '';
  let plain = dropBlanks(foldWidth(text));
  for (let index = 0; index < plain.length; index += 1) {
    if (isQuotationMark(plain.charCodeAt(index))) {
      plain = plain.replace(QUOTATION_MARKS, '');
      break;
    }
  }
  return plain.endsWith(':') ? plain.slice(0, -1) : plain;
}

const QUOTATION_MARKS = /["'“”‘’「」『』〝〞]/g;

function isQuotationMark(code: number): boolean {
  return (
    code === 0x22 ||
    code === 0x27 ||
    (code >= 0x2018 && code <= 0x201f) ||
    (code >= 0x300c && code <= 0x300f) ||
    code === 0x301d ||
    code === 0x301e
  );
}

/** A leading 一、 (一) 1. 1、 (1) ① 其中: 资金来源: 加: 减: of a plain label. */
const ORDINAL =
  /^(?:其中[:,]?|资金来源[:,]?|[加减][:,]|[(（][一二三四五六七八九十百\d]{1,4}[)）]|[一二三四五六七八九十百]{1,5}[、.]|\d{1,3}(?:、|\.(?!\d))|[①-⑳])/;

/** A unit in brackets at the end: (万元), (元), (%). */
const UNIT_IN_BRACKETS = /\((?:单位:)?(万元|元|亿元|%)\)$/;

/** A plain label freed of its ordinal, of 其中 and of a unit in brackets. */
export function withoutOrdinal(plain: string): string {
  let rest = plain;
  for (let round = 0; round < 3; round += 1) {
    const ordinal = ORDINAL.exec(rest);
    if (!ordinal || ordinal[0].length === rest.length) break;
    rest = rest.slice(ordinal[0].length);
  }
  if (rest.endsWith(')')) {
    const unit = UNIT_IN_BRACKETS.exec(rest);
    if (unit && unit.index > 0) rest = rest.slice(0, unit.index);
    if (rest.endsWith(':')) rest = rest.slice(0, -1);
  }
  return rest;
}

/** A head without the remark in brackets behind it: 项目（按功能分类）. Unchanged where nothing else would be left. */
export function withoutRemark(plain: string): string {
  if (!plain.endsWith(')')) return plain;
  const at = plain.lastIndexOf('(');
  return at > 0 ? plain.slice(0, at) : plain;
}

/** A head's words and the unit it gives: `金额（元）`, `执行率 %`. */
export function splitHeadUnit(plain: string): {
  readonly words: string;
  readonly unit: string | undefined;
} {
  if (plain.endsWith(')')) {
    const unit = UNIT_IN_BRACKETS.exec(plain);
    if (unit && unit.index > 0) return { words: plain.slice(0, unit.index), unit: unit[1] };
  } else if (plain.endsWith('%') && plain.length > 1) {
    return { words: plain.slice(0, -1), unit: '%' };
  }
  return { words: plain, unit: undefined };
}
