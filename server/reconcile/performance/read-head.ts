/** Head rows of self-evaluation forms: which column says what, for the rows below. */

import type { CellNode, RowLine } from '../../../grammar/syntax-tree.ts';
import { type HeadKey, headKey, isPercentHead } from './words.ts';

export interface Head {
  readonly kind: 'funds' | 'scored';
  /** Place in the row, by what it is the head of. */
  readonly places: ReadonlyMap<HeadKey, number>;
  /** All heads from the first that is known, in order. */
  readonly order: readonly (readonly [place: number, key: HeadKey | undefined])[];
  readonly byPlace: ReadonlyMap<number, HeadKey | undefined>;
  readonly isPercent: boolean;
  readonly isManagement: boolean;
  /** Places that are asked for in every row; -1 where there is no such head. */
  readonly label: number;
  readonly target: number;
  readonly actual: number;
  readonly weight: number;
  readonly score: number;
  readonly deviation: number;
  readonly isAimBesideReached: boolean;
}

export function readHead({ cells }: RowLine): Head | undefined {
  if (!mayBeHead(cells)) return undefined;
  const order: (readonly [number, HeadKey | undefined])[] = [];
  const places = new Map<HeadKey, number>();
  let isPercent = false;
  let isManagement = false;
  let isRepeated = false;
  for (let at = 0; at < cells.length; at++) {
    const { value } = cells[at] as CellNode;
    if (value === '') continue;
    const key = headKey(value);
    if (key === undefined && order.length === 0) continue;
    order.push([at, key]);
    if (key === undefined) continue;
    if (key === 'rate') isPercent = isPercentHead(value);
    if (value.includes('情况说明')) isManagement = true;
    // Of two 分值 the one beside 得分 counts: the other is that of the group.
    isRepeated ||= key !== 'weight' && places.has(key);
    places.set(key, at);
  }
  if (isRepeated || places.size < 2) return undefined;
  const isFunds = places.has('executed') || (places.has('rate') && places.has('budget'));
  if (!isFunds && !(places.has('weight') && places.has('score'))) return undefined;
  const place = (key: HeadKey): number => places.get(key) ?? -1;
  return {
    kind: isFunds ? 'funds' : 'scored',
    places,
    order,
    byPlace: new Map(order),
    isPercent,
    isManagement,
    label: place('label'),
    target: place('target'),
    actual: place('actual'),
    weight: place('weight'),
    score: place('score'),
    deviation: place('deviation'),
    isAimBesideReached: isNext(order, 'target', 'actual'),
  };
}

/** Every head that counts names points or execution: 分值, 权重, 标准分值, 全年执行数, 执行率. */
function mayBeHead(cells: readonly CellNode[]): boolean {
  for (const { value } of cells) {
    if (value.length < 2 || value.length > 24) continue;
    switch (value.charCodeAt(0)) {
      case 0x5206: // 分
      case 0x6743: // 权
      case 0x6807: // 标
      case 0x6307: // 指
        if (value.includes('分值') || value.includes('权重')) return true;
        break;
      case 0x6267: // 执
      case 0x5168: // 全
      case 0x9884: // 预
        if (value.includes('执行')) return true;
        break;
      default:
    }
  }
  return false;
}

function isNext(order: Head['order'], first: HeadKey, second: HeadKey): boolean {
  const at = order.findIndex(([, key]) => key === first);
  return at >= 0 && order[at + 1]?.[1] === second;
}
