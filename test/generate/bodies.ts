/** Invented public bodies. None of the places exists. */
import type { Random } from './random.ts';

export interface Body {
  /** 部门 publishes for itself and its units, 单位 for itself. */
  readonly kind: '部门' | '单位';
  readonly name: string;
}

// 𠀀 lies outside the basic plane: two UTF-16 units, one character.
const places = [
  '青棠市',
  '云泊县',
  '鹭桥区',
  '澄岭县',
  '松湾市',
  '石鹭县',
  '𠀀丘县',
  '漪川市',
  '沐屿区',
];

const offices = [
  '档案局',
  '水利局',
  '统计局',
  '审计局',
  '文化广电和旅游局',
  '市场监督管理局',
  '人民政府办公室',
  '人民代表大会常务委员会办公室',
  '自然资源和规划局',
  '退役军人事务局',
];

const institutions = [
  '图书馆',
  '第三初级中学',
  '疾病预防控制中心',
  '农业技术推广中心',
  '公共资源交易中心',
  '福利院',
  '𠀀丘书院管理处',
];

export function drawBody(random: Random): Body {
  const place = random.pick(places);
  if (random.chance(0.6)) return { kind: '部门', name: place + random.pick(offices) };
  const name = random.chance(0.3)
    ? `${place}${random.pick(offices)}（本级）`
    : place + random.pick(institutions);
  return { kind: '单位', name };
}
