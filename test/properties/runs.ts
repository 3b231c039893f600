/** How many reports a property is tried on. `GOUJI_RUNS=5` asks for five times as many. */
export function runs(usual: number): number {
  const factor = Number(process.env.GOUJI_RUNS ?? '1');
  return Math.max(1, Math.round(usual * (Number.isFinite(factor) && factor > 0 ? factor : 1)));
}

/** Seeds from `first` on. A failing seed can be tried alone: every report follows from its seed. */
export function seeds(count: number, first = 0): number[] {
  return Array.from({ length: count }, (_, index) => first + index);
}
