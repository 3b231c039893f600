/** Subjects of generated reports: real codes with the names they have in the year, from the sure part of the list. */
import { standardSubjectTables } from '../../server/subjects/standard.ts';
import type { SubjectEntry } from '../../server/subjects/subject.ts';
import type { Random } from './random.ts';

export type Book = 'general' | 'fund' | 'state';

export interface Subject {
  readonly code: string;
  readonly name: string;
}

/** The classes that 公开01表 and 公开04表 print, in their order. */
export const formClasses: readonly Subject[] = [
  { code: '201', name: '一般公共服务支出' },
  { code: '202', name: '外交支出' },
  { code: '203', name: '国防支出' },
  { code: '204', name: '公共安全支出' },
  { code: '205', name: '教育支出' },
  { code: '206', name: '科学技术支出' },
  { code: '207', name: '文化旅游体育与传媒支出' },
  { code: '208', name: '社会保障和就业支出' },
  { code: '210', name: '卫生健康支出' },
  { code: '211', name: '节能环保支出' },
  { code: '212', name: '城乡社区支出' },
  { code: '213', name: '农林水支出' },
  { code: '214', name: '交通运输支出' },
  { code: '215', name: '资源勘探工业信息等支出' },
  { code: '216', name: '商业服务业等支出' },
  { code: '217', name: '金融支出' },
  { code: '219', name: '援助其他地区支出' },
  { code: '220', name: '自然资源海洋气象等支出' },
  { code: '221', name: '住房保障支出' },
  { code: '222', name: '粮油物资储备支出' },
  { code: '223', name: '国有资本经营预算支出' },
  { code: '224', name: '灾害防治及应急管理支出' },
  { code: '229', name: '其他支出' },
  { code: '231', name: '债务还本支出' },
  { code: '232', name: '债务付息支出' },
  { code: '234', name: '抗疫特别国债安排的支出' },
];

const books: Readonly<Record<string, Book>> = {
  '': 'general',
  政府性基金预算: 'fund',
  国有资本经营预算: 'state',
};

interface Year {
  readonly items: Readonly<Record<Book, readonly Subject[]>>;
  readonly names: ReadonlyMap<string, string>;
}

const years = new Map<number, Year>();

function year(of: number): Year {
  const known = years.get(of);
  if (known !== undefined) return known;
  const items: Record<Book, Subject[]> = { general: [], fund: [], state: [] };
  const names = new Map<string, string>();
  for (const { code } of formClasses) {
    const top = sure(code, of);
    if (top === undefined) continue;
    names.set(code, top.name);
    for (const group of sureChildren(code, of)) {
      names.set(group.code, group.name);
      for (const item of sureChildren(group.code, of)) {
        names.set(item.code, item.name);
        const book = books[item.book ?? ''];
        if (book !== undefined) items[book].push({ code: item.code, name: item.name });
      }
    }
  }
  const made = { items, names };
  years.set(of, made);
  return made;
}

/** The one name of a code in a year, where the list is sure of it and of there being no other. */
function sure(code: string, of: number): SubjectEntry | undefined {
  const entries = standardSubjectTables.functional.namesOf(code, of);
  const entry = entries[0];
  return entries.length === 1 && entry?.confidence === 'high' ? entry : undefined;
}

function sureChildren(code: string, of: number): SubjectEntry[] {
  const codes = new Set(
    standardSubjectTables.functional.children(code, of).map((entry) => entry.code),
  );
  return [...codes].map((child) => sure(child, of)).filter((entry) => entry !== undefined);
}

/** Different 项 of a book, ascending by code. They cluster in a few classes, as those of one body do. */
export function drawItems(random: Random, book: Book, of: number, count: number): Subject[] {
  const all = year(of).items[book];
  const common = all.filter(({ code }) => /^(201|208|210|221)/.test(code));
  const drawn = new Map<string, Subject>();
  let home = random.pick(all).code.slice(0, 3);
  for (let tries = 0; drawn.size < count && tries < count * 30; tries++) {
    if (random.chance(0.15)) home = random.pick(all).code.slice(0, 3);
    const near = random.chance(0.5) ? all.filter(({ code }) => code.startsWith(home)) : common;
    const item = random.pick(near.length > 0 ? near : all);
    drawn.set(item.code, item);
  }
  return [...drawn.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** Name of a 类, 款 or 项 that `drawItems` may have drawn. */
export function nameOf(code: string, of: number): string {
  return year(of).names.get(code) ?? '';
}
