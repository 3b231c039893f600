import { describe, expect, test } from 'vitest';
import { normaliseSubjectName, sameSubject } from '../../server/subjects/name.ts';

describe('a name as names are compared', () => {
  test.each([
    ['党委办公厅（室）及相 关机构事务', '党委办公厅（室）及相关机构事务'],
    ['对民间非营利组织和群众性自治组织\u3000补贴', '对民间非营利组织和群众性自治组织补贴'],
    ['政府办公厅(室)及相关机构事务', '政府办公厅（室）及相关机构事务'],
    ['维修(护）费', '维修（护）费'],
    ['公务\u200b接待\ufeff费\u00a0', '公务接待费'],
    ['财政拨款“三公”经费', '财政拨款三公经费'],
    ['财政拨款"三公"经费', '财政拨款三公经费'],
    // Radicals as text taken from a PDF has them: ⼈ U+2F08, ⼤ U+2F24.
    ['⼈⼤事务', '人大事务'],
    // The compatibility ideograph U+F98A stands for 力.
    ['人\uf98a资源', '人力资源'],
    ['𠀀字', '𠀀字'],
    ['', ''],
  ])('%j is %j', (printed, compared) => {
    expect(normaliseSubjectName(printed)).toBe(compared);
  });

  test('keeps what makes a name another name', () => {
    expect(normaliseSubjectName('公务员医疗补助缴费')).not.toBe(
      normaliseSubjectName('公务员医疗补助'),
    );
    expect(normaliseSubjectName('社会保障和就业支出（类）')).not.toBe(
      normaliseSubjectName('社会保障和就业支出'),
    );
  });
});

describe('the same subject in running text', () => {
  test.each([
    ['社会保障和就业（类）支出', '社会保障和就业支出（类）'],
    ['社会保障和就业（类）支出', '社会保障和就业支出'],
    ['社会保障和就业(类)支出', '社会保障和就业支出 (类)'],
    ['社会保障和就业（类）', '社会保障和就业支出'],
    ['商业服务业等（类）支出', '商业服务业等支出'],
    ['教育支出（类）支出', '教育支出'],
    ['其他（类）支出', '其他支出'],
    ['预备费（类）', '预备费'],
    ['抗疫特别国债安排的（类）支出', '抗疫特别国债安排的支出'],
    ['行政单位离退休（项）', '行政单位离退休'],
    ['行政事业单位 养老支出(款)', '行政事业单位养老支出'],
    ['政府办公厅（室）及相关机构事务（款）', '政府办公厅(室)及相关机构事务'],
  ])('%s and %s', (a, b) => {
    expect(sameSubject(a, b)).toBe(true);
    expect(sameSubject(b, a)).toBe(true);
  });

  test.each([
    // Only the name of a 类 is shortened.
    ['机关事业单位基本养老保险缴费（项）', '机关事业单位基本养老保险缴费支出'],
    ['支持中小企业发展和管理（款）', '支持中小企业发展和管理支出'],
    ['公务员医疗（项）', '公务员医疗补助'],
    // Without a mark there is no telling what level is meant.
    ['社会保障和就业', '社会保障和就业支出'],
    ['其他支出（类）', '其他支出（款）'],
    ['其他支出（类）其他支出（款）', '其他支出（类）'],
    ['教育（类）支出', '科学技术（类）支出'],
    ['支出（类）', '教育支出（类）'],
  ])('not %s and %s', (a, b) => {
    expect(sameSubject(a, b)).toBe(false);
    expect(sameSubject(b, a)).toBe(false);
  });
});
