/**
 * The books of an invented body: where each 分 came from and what became of it. Everything is built by adding atoms of
 * at least 0.01 万元, so all identities hold exactly on the 元, and no printed 0.00 hides money.
 */
import { type Body, drawBody } from './bodies.ts';
import { drawEconomic, economicSubjects } from './economic.ts';
import { drawAmount, type Fen } from './money.ts';
import { Random } from './random.ts';
import { type Book, drawItems, type Subject } from './subjects.ts';
import { drawThree, type ThreePublic } from './three-public.ts';

/** 财政拨款, 上级补助, 事业, 经营, 附属单位上缴, 其他: the columns of 公开02表. */
export const sources = [
  'fiscal',
  'superior',
  'operating',
  'business',
  'affiliated',
  'other',
] as const;
export type Source = (typeof sources)[number];

/** 基本, 项目, 上缴上级, 经营, 对附属单位补助: the columns of 公开03表. */
export const uses = ['basic', 'project', 'remitted', 'business', 'subsidies'] as const;
export type Use = (typeof uses)[number];

/** Money of one source for one use of one item: opening + income + surplus = spending + closing + distributed. */
export interface Flow {
  readonly source: Source;
  readonly use: Use;
  readonly opening: Fen;
  readonly income: Fen;
  /** 使用非财政拨款结余 */
  readonly surplus: Fen;
  readonly spending: Fen;
  readonly closing: Fen;
  /** 结余分配 */
  readonly distributed: Fen;
  /** Spending by economic subject; drawn for the basic part of the general public budget only. */
  readonly economic: ReadonlyMap<string, Fen>;
}

export interface Item extends Subject {
  readonly book: Book;
  readonly flows: readonly Flow[];
}

export interface Accounts {
  readonly seed: number;
  readonly body: Body;
  readonly year: number;
  /** Ascending by code. */
  readonly items: readonly Item[];
  readonly three: ThreePublic;
}

/** @param size number of items of the general public budget; drawn between 3 and 40 where it is not given. */
export function drawAccounts(seed: number, size?: number): Accounts {
  const random = new Random(seed);
  const body = drawBody(random);
  const year = random.integer(2020, 2024);
  const habits: Habits = {
    most: drawAmount(random, 40_000_000_000) + 5_000_000,
    carry: random.chance(0.5) ? random.pick([0.1, 0.3, 0.7]) : 0,
    otherMoney: random.chance(0.5) ? random.pick([0.1, 0.4]) : 0,
  };
  const drawn = random.integer(3, random.pick([6, 15, 40]));
  const general = drawItems(random, 'general', year, size ?? drawn);
  const fund = random.chance(0.3) ? drawItems(random, 'fund', year, random.integer(1, 4)) : [];
  const state = random.chance(0.12) ? drawItems(random, 'state', year, random.integer(1, 2)) : [];
  const items = [
    ...general.map((subject, index) => drawItem(random, subject, 'general', habits, index === 0)),
    ...fund.map((subject) => drawItem(random, subject, 'fund', habits, false)),
    ...state.map((subject) => drawItem(random, subject, 'state', habits, false)),
  ].sort((a, b) => (a.code < b.code ? -1 : 1));
  return { seed, body, year, items, three: drawThree(random, items) };
}

interface Habits {
  readonly most: Fen;
  /** How often a flow carries money in or out. */
  readonly carry: number;
  /** How often an item also has money that is no appropriation. */
  readonly otherMoney: number;
}

function drawItem(
  random: Random,
  subject: Subject,
  book: Book,
  habits: Habits,
  withBasic: boolean,
): Item {
  const flows: Flow[] = [];
  const basic = book === 'general' && (withBasic || random.chance(0.6));
  if (basic) flows.push(drawFlow(random, 'fiscal', 'basic', habits, random.integer(1, 12)));
  if (!basic || random.chance(0.35)) flows.push(drawFlow(random, 'fiscal', 'project', habits, 0));
  if (book === 'general' && random.chance(habits.otherMoney)) {
    const source = random.pick(sources.slice(1));
    const use = source === 'business' ? 'business' : random.pick(uses);
    flows.push(drawFlow(random, source, use, habits, 0));
  }
  return { ...subject, book, flows };
}

/** @param parts number of economic subjects that the spending is spread over; 0: it is not told. */
function drawFlow(random: Random, source: Source, use: Use, habits: Habits, parts: number): Flow {
  let [opening, income, surplus, spending, closing, distributed] = [0, 0, 0, 0, 0, 0];
  const economic = new Map<string, Fen>();
  const amount = (): Fen => drawAmount(random, habits.most);
  for (let part = 0; part < Math.max(1, parts); part++) {
    const spent = amount();
    spending += spent;
    if (parts > 0) {
      const code = drawEconomic(random);
      economic.set(code, (economic.get(code) ?? 0) + spent);
    }
    if (random.chance(habits.carry * 0.5)) opening += spent;
    else if (source !== 'fiscal' && random.chance(0.1)) surplus += spent;
    else income += spent;
  }
  if (random.chance(habits.carry * 0.3)) {
    const kept = amount();
    opening += kept;
    closing += kept;
  }
  if (random.chance(habits.carry * 0.4)) {
    const saved = amount();
    income += saved;
    closing += saved;
  }
  if ((source === 'operating' || source === 'business') && random.chance(0.3)) {
    const shared = amount();
    income += shared;
    distributed += shared;
  }
  return { source, use, opening, income, surplus, spending, closing, distributed, economic };
}

/** Sum over the flows of some items. */
export function total(
  items: readonly Item[],
  what: 'opening' | 'income' | 'surplus' | 'spending' | 'closing' | 'distributed',
  where: (flow: Flow, item: Item) => boolean = () => true,
): Fen {
  let sum = 0;
  for (const item of items) {
    for (const flow of item.flows) if (where(flow, item)) sum += flow[what];
  }
  return sum;
}

/** Basic spending of the general public budget by economic subject, in the order of the classification. */
export function economicSpending(items: readonly Item[]): ReadonlyMap<string, Fen> {
  const sums = new Map<string, Fen>();
  for (const { flows } of items) {
    for (const { economic } of flows) {
      for (const [code, amount] of economic) sums.set(code, (sums.get(code) ?? 0) + amount);
    }
  }
  return new Map(
    economicSubjects.flatMap(({ code }) => {
      const sum = sums.get(code);
      return sum === undefined ? [] : [[code, sum] as const];
    }),
  );
}
