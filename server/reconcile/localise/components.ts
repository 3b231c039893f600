/** Broken constraints that share a fact belong together: one explanation may repair them all. */
import type { Fact } from './fact.ts';
import type { System } from './system.ts';

/** In the order of their first constraints. */
export function componentsOf(system: System, broken: readonly number[]): readonly number[][] {
  const component = new Map<Fact, number[]>();
  const groups: number[][] = [];
  for (const index of broken) {
    let group: number[] | undefined;
    for (const fact of system.links[index]?.facts ?? []) {
      const other = component.get(fact);
      if (other === undefined || other === group) continue;
      if (group === undefined) group = other;
      else merge(group, other, component, system, groups);
    }
    if (group === undefined) {
      group = [];
      groups.push(group);
    }
    group.push(index);
    for (const fact of system.links[index]?.facts ?? []) component.set(fact, group);
  }
  for (const group of groups) group.sort((a, b) => a - b);
  return groups.sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
}

function merge(
  into: number[],
  other: number[],
  component: Map<Fact, number[]>,
  system: System,
  groups: number[][],
): void {
  for (const index of other) {
    into.push(index);
    for (const fact of system.links[index]?.facts ?? []) component.set(fact, into);
  }
  groups.splice(groups.indexOf(other), 1);
}
