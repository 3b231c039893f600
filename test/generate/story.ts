/** What the narrative tells and no table prints: last year, initial budgets, purchases, vehicles, evaluations. */
import { type Item, total } from './accounts.ts';
import { place } from './cells.ts';
import { drawAmount, type Fen, LEAST } from './money.ts';
import { Random } from './random.ts';
import type { Sheet } from './sheet.ts';

export interface Story {
  readonly budgets: ReadonlyMap<string, Fen>;
  readonly fundBudget: Fen;
  readonly capitalBudget: Fen;
  readonly lastYear: {
    readonly totals: Fen;
    readonly fiscal: Fen;
    readonly general: Fen;
    readonly running: Fen;
  };
  /** 机关运行经费; undefined: the body has none. */
  readonly running: Fen | undefined;
  readonly trips: Visits;
  readonly bought: number;
  readonly kept: number;
  readonly foreign: Fen;
  readonly foreignVisits: Visits;
  readonly visits: Visits;
  readonly purchases: {
    readonly goods: Fen;
    readonly works: Fen;
    readonly services: Fen;
    readonly medium: Fen;
    readonly small: Fen;
  };
  readonly vehicles: readonly (readonly [kind: string, count: number])[];
  readonly sets: number;
  /** 优 良 中 差 */
  readonly grades: readonly [number, number, number, number];
  /** In hundredths. */
  readonly score: number;
}

export interface Visits {
  readonly groups: number;
  readonly persons: number;
}

const vehicleKinds = [
  '主要领导干部用车',
  '机要通信用车',
  '应急保障用车',
  '执法执勤用车',
  '特种专业技术用车',
  '离退休干部服务用车',
  '其他用车',
];

export function storyOf(sheet: Sheet): Story {
  const { accounts, cells } = sheet;
  const random = new Random(accounts.seed).fork('story');
  const at = (form: number, panel: string, row: string, column: number): Fen =>
    cells.get(place(form, panel, row, column)) ?? 0;
  // Two amounts that print alike are the same, so that no 大于 stands beside two equal figures.
  const apart = (amount: Fen, other: Fen): Fen =>
    Math.abs(amount - other) < 2 * LEAST ? other : amount;
  const before = (amount: Fen): Fen => {
    if (random.chance(0.06)) return 0;
    if (amount === 0 || random.chance(0.1)) return amount;
    const drawn = Math.max(LEAST, Math.floor(amount * (0.35 + 1.3 * random.real())));
    return apart(drawn, amount);
  };
  const budget = (amount: Fen): Fen => {
    if (random.chance(0.25)) return amount;
    if (random.chance(0.1)) return 0;
    const drawn = Math.max(LEAST, Math.floor(amount * (0.3 + 1.2 * random.real())));
    return apart(drawn - (drawn % random.pick([1, 10_000, 100_000])), amount);
  };
  const visits = (amount: Fen): Visits => {
    const groups = amount === 0 ? 0 : random.integer(1, 90);
    return { groups, persons: groups === 0 ? 0 : groups * random.integer(1, 12) };
  };

  const budgets = new Map<string, Fen>();
  for (const { code } of itemsOf(accounts.items)) {
    budgets.set(code, budget(at(5, '', code, 0)));
  }
  const operating = at(6, '', '公用经费合计', 0);
  const running =
    accounts.body.kind === '单位' || operating < 2 * LEAST
      ? undefined
      : random.chance(0.6)
        ? operating
        : Math.max(LEAST, Math.floor(operating * random.real()));
  const hospitality = at(9, '', '公务接待费', 1);
  const foreign = hospitality > 4 * LEAST && random.chance(0.15) ? Math.floor(hospitality / 3) : 0;
  const bought = at(9, '', '公务用车购置费', 1) === 0 ? 0 : random.integer(1, 3);
  const kept = at(9, '', '公务用车运行维护费', 1) === 0 ? 0 : random.integer(bought + 1, 20);
  return {
    budgets,
    fundBudget: budget(at(7, '', '合计', 2)),
    capitalBudget: budget(at(8, '', '合计', 0)),
    lastYear: {
      totals: before(at(1, '收入', '行31', 0)),
      fiscal: before(at(4, '收入', '行32', 0)),
      general: before(at(5, '', '合计', 0)),
      running: before(running ?? 0),
    },
    running,
    trips: visits(at(9, '', '因公出国（境）费', 1)),
    bought,
    kept,
    foreign,
    foreignVisits: visits(foreign),
    visits: visits(hospitality - foreign),
    purchases: drawPurchases(random),
    vehicles: drawVehicles(random, Math.max(kept, random.integer(0, 12))),
    sets: random.chance(0.8) ? 0 : random.integer(1, 9),
    grades: [random.integer(0, 30), random.integer(0, 4), random.integer(0, 1), 0],
    score: random.integer(8000, 10000),
  };
}

/** The 项 that 公开05表 prints. */
export function itemsOf(items: readonly Item[]): Item[] {
  return items.filter(
    (item) =>
      item.book === 'general' && total([item], 'spending', (flow) => flow.source === 'fiscal') > 0,
  );
}

function drawPurchases(random: Random): Story['purchases'] {
  if (random.chance(0.25)) return { goods: 0, works: 0, services: 0, medium: 0, small: 0 };
  const amount = (likely: number): Fen =>
    random.chance(likely) ? drawAmount(random, 900_000_000) : 0;
  const [goods, works, services] = [drawAmount(random, 900_000_000), amount(0.4), amount(0.7)];
  const all = goods + works + services;
  const medium = random.chance(0.3)
    ? all
    : random.chance(0.1)
      ? 0
      : Math.floor(all * random.real());
  const small = random.chance(0.3) ? medium : Math.floor(medium * random.real());
  return { goods, works, services, medium: whole(medium), small: whole(small) };
}

/** No printed 0.00 hides money. */
function whole(amount: Fen): Fen {
  return amount < LEAST ? 0 : amount;
}

function drawVehicles(random: Random, count: number): Story['vehicles'] {
  const counts = new Map<string, number>(vehicleKinds.map((kind) => [kind, 0]));
  for (let vehicle = 0; vehicle < count; vehicle++) {
    const kind = random.pick(vehicleKinds);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts];
}
