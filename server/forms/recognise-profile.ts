/**
 * Which profile a report follows that does not say so: by the body's name, the numbers above its tables, and where the
 * three public expenses stand among them.
 */
import { foldWidth } from '../../grammar/width.ts';
import type { Practice, Profile } from '../report/form.ts';
import { plainLabel } from '../report/label.ts';
import { digitsOf, numberIn, OTHER_ORDER } from '../report/table-numbers.ts';
import { mentionedForm } from '../report/vocabulary.ts';
import { general, henan, profiles } from './profiles.ts';

/** What a report prints of its tables, as far as it tells profiles apart. */
export interface PrintedTables {
  /** The body's name; empty where it is not known. */
  readonly body: string;
  /** Names of all tables, plain. */
  readonly names: readonly string[];
  /** Its forms as they follow, each at its first place. */
  readonly forms: readonly PrintedForm[];
}

export interface PrintedForm {
  readonly key: string;
  /** 公开07表, 表七; undefined where none is printed. */
  readonly number: string | undefined;
}

/** With fewer forms a report may still become anything. */
const ENOUGH = 5;

/** The profile of a report; undefined where too little of it is there. 通用 where what is printed fits no other. */
export function recogniseProfile(printed: PrintedTables): Profile | undefined {
  const marked = profiles.find(({ practice }) =>
    practice.marks.some((mark) => printed.names.some((name) => name.includes(mark))),
  );
  if (marked) return marked;
  if (printed.forms.length < ENOUGH) return undefined;
  const orders = ordersOf(printed);
  const fitting = profiles.filter(
    (profile) => profile !== general && fits(profile, printed, orders),
  );
  const here = fitting.find(({ practice }) =>
    practice.places.some((place) => isIn(place, printed)),
  );
  if (here) return here;
  if (orders[0] === 'open' && !printed.forms.some(({ number }) => number)) {
    return isWithoutThreePublic(printed)
      ? fitting.find(({ practice }) => practice.threePublic === 'apart')
      : undefined;
  }
  let best: Profile | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  for (const profile of fitting) {
    if (profile.practice.unmarked) continue;
    const wrong = otherNumbers(profile, printed);
    if (wrong < fewest) [best, fewest] = [profile, wrong];
  }
  return best ?? general;
}

/** 上海市…, 中共湖北省委…; not 重庆路小学. */
function isIn(place: string, { body }: PrintedTables): boolean {
  const behind = body.slice(body.indexOf(place) + place.length);
  return body.includes(place) && /^(?:省|市|壮族自治区|自治区)/.test(behind);
}

type Order = 'last' | 'seventh' | 'other' | 'open';

/** As the tables stand, and as their numbers say: a table may have been moved, or have got the number of another. */
function ordersOf({ forms }: PrintedTables): readonly Order[] {
  const digits = ({ number = '' }: PrintedForm): number => digitsOf(number) ?? 0;
  if (!forms.every(({ number }) => number)) return [orderOf(forms)];
  return [orderOf(forms), orderOf(forms.toSorted((a, b) => digits(a) - digits(b)))];
}

/** Where the three public expenses stand: behind all others, or behind all but the funds. */
function orderOf(forms: readonly PrintedForm[]): Order {
  const three = forms.findIndex(({ key }) => key === 'three-public-expenses');
  if (three < 0) return 'open';
  const isFund = ({ key }: PrintedForm): boolean => FUNDS.includes(key);
  const behind = forms.slice(three + 1);
  // Without the funds nothing is before or behind them.
  if (!forms.some(isFund)) return 'open';
  if (behind.length === 0) return 'last';
  return behind.every(isFund) && !forms.slice(0, three).some(isFund) ? 'seventh' : 'other';
}

const FUNDS = ['government-fund', 'state-capital'];

/** Every form but the three public expenses. */
function isWithoutThreePublic({ forms }: PrintedTables): boolean {
  return forms.length >= henan.forms.length - 1;
}

/** Whether nothing that is printed speaks against a profile. */
function fits(profile: Profile, printed: PrintedTables, orders: readonly Order[]): boolean {
  const { numbers, threePublic } = profile.practice;
  if (!orders.some((order) => standsThere(threePublic, order))) return false;
  const ordinal = printed.forms.some(({ number }) => number?.startsWith('公开') === false);
  const numbered = printed.forms.some(({ number }) => number?.startsWith('公开'));
  switch (numbers) {
    case 'any':
      return true;
    case 'none':
      return !ordinal && !numbered;
    case 'ordinal':
      return ordinal;
    case 'fixed':
    case 'usual':
      return !ordinal && otherNumbers(profile, printed) < OTHER_ORDER;
  }
}

function standsThere(wanted: Practice['threePublic'], order: Order): boolean {
  if (order === 'open') return true;
  return wanted === 'either' ? order !== 'other' : order === wanted;
}

function otherNumbers(profile: Profile, { forms }: PrintedTables): number {
  let others = 0;
  for (const { key, number } of forms) {
    if (number === undefined) continue;
    const usual = profile.forms.find((form) => form.key === key)?.number ?? '';
    if (digitsOf(usual) !== digitsOf(number)) others += 1;
  }
  return others;
}

/** What a source prints of its tables, read ahead of parsing: the profile says what the source is parsed by. */
export function printedTables(text: string): PrintedTables {
  const builder = new PrintedTablesBuilder();
  let from = 0;
  for (;;) {
    const at = text.indexOf('表', from);
    if (at < 0) break;
    const start = text.lastIndexOf('\n', at) + 1;
    const ending = text.indexOf('\n', at);
    const end = ending < 0 ? text.length : ending;
    if (end - start <= LONGEST_LINE && !NO_HEAD.includes(text.charAt(start))) {
      builder.line(text.slice(start, end));
    }
    from = end;
  }
  return builder.build(BODY.exec(text.slice(0, LONGEST_HEADER))?.[1] ?? '');
}

const LONGEST_LINE = 100;
/** What rows, headings and comments begin with. */
const NO_HEAD = '|｜#＃/';
const LONGEST_HEADER = 2000;
const BODY = /^\uFEFF?[ \t\u3000]*名称[ \t\u3000]*[：:](.*)$/m;

/** Takes the lines above the rows of tables, in order. */
export class PrintedTablesBuilder {
  readonly #names: string[] = [];
  readonly #forms = new Map<string, { key: string; number: string | undefined }>();
  /** The form whose lines these are; undefined where none, or no known one, is open. */
  #open: { number: string | undefined } | undefined;

  line(printed: string): void {
    const line = foldWidth(printed).trim();
    // Rows, headings, notes and prose.
    if (/[|\t#。;，]/.test(line) || /^(?:注|说明|备注)\d?\s*:/.test(line)) return;
    const name = line.replace(/^表\s+/, '').replace(/\(?(?:金额)?单位:.*$/, '');
    const plain = plainLabel(name);
    const number = numberIn(plain);
    const { byName } = mentionedForm(general, name);
    if (byName || (plain.endsWith('表') && plain !== number)) {
      this.#names.push(plain);
      const known = byName && this.#forms.get(byName.key);
      this.#open = undefined;
      if (!byName || known) return;
      this.#open = { number };
      this.#forms.set(byName.key, Object.assign(this.#open, { key: byName.key }));
    } else if (line.startsWith('表 ')) {
      // By its number alone a table may be any form.
      this.#open = undefined;
    } else if (this.#open && number !== undefined) {
      this.#open.number ??= number;
      this.#open = undefined;
    }
  }

  build(body: string): PrintedTables {
    return { body: plainLabel(body), names: this.#names, forms: [...this.#forms.values()] };
  }
}

/** The profile of a source that does not name one. */
export function profileOfText(text: string): Profile {
  return recogniseProfile(printedTables(text)) ?? henan;
}
