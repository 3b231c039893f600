/** “三公”经费. The final accounts hold what 公开06表 has of it and project money beside; the budget is at least as much. */
import { economicSpending, type Item, total } from './accounts.ts';
import { drawAmount, type Fen } from './money.ts';
import type { Random } from './random.ts';

export interface Expense {
  readonly budget: Fen;
  readonly final: Fen;
}

export interface ThreePublic {
  readonly overseas: Expense;
  readonly vehiclePurchase: Expense;
  readonly vehicleRunning: Expense;
  readonly hospitality: Expense;
}

export function drawThree(random: Random, items: readonly Item[]): ThreePublic {
  const basic = economicSpending(items);
  let projects = total(
    items,
    'spending',
    ({ source, use }) => source === 'fiscal' && use === 'project',
  );
  const expense = (code: string, likely: number): Expense => {
    let final = basic.get(code) ?? 0;
    if (projects > 1_000_000 && random.chance(likely)) {
      const part = drawAmount(random, projects / 8);
      projects -= part;
      final += part;
    }
    const spare = random.chance(0.4) ? drawAmount(random, 50_000_000) : 0;
    return { final, budget: final + (final > 0 || random.chance(0.2) ? spare : 0) };
  };
  return {
    overseas: expense('30212', 0.1),
    vehiclePurchase: expense('31013', 0.1),
    vehicleRunning: expense('30231', 0.5),
    hospitality: expense('30217', 0.4),
  };
}

/** The six amounts of each half of 公开09表, in the order of its columns. */
export function columnsOf(three: ThreePublic, half: keyof Expense): Fen[] {
  const { overseas, vehiclePurchase, vehicleRunning, hospitality } = three;
  const vehicles = vehiclePurchase[half] + vehicleRunning[half];
  return [
    overseas[half] + vehicles + hospitality[half],
    overseas[half],
    vehicles,
    vehiclePurchase[half],
    vehicleRunning[half],
    hospitality[half],
  ];
}
