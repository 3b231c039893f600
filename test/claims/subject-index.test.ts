import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SubjectPath } from '../../server/claims/subject.ts';
import { subjectIndex } from '../../server/claims/subject-index.ts';
import { henan } from '../../server/forms/profiles.ts';
import { header, index, names, printed, report, reportOf, under } from './report.ts';

const TOTALS = '一、收入支出决算总体情况说明';
const INCOME = '二、收入决算情况说明';
const EXPENDITURE = '三、支出决算情况说明';
const FISCAL = '四、财政拨款收入支出决算总体情况说明';
const BUDGET = '五、一般公共预算财政拨款支出决算情况说明';
const STRUCTURE = [BUDGET, '（二）结构情况。'];
const ITEMS = [BUDGET, '（三）具体情况。'];
const BASIC = '六、一般公共预算财政拨款基本支出决算情况说明';
const FUND = '七、政府性基金预算财政拨款支出决算情况说明';
const PUBLIC = '九、财政拨款“三公”经费支出决算情况说明';
const RUNNING = '十、机关运行经费支出情况说明';
const PROCUREMENT = '十一、政府采购支出情况说明';
const ASSETS = '十二、国有资产占用情况说明';
const PERFORMANCE = '十三、预算绩效情况说明';

/** Values of the first candidate, as printed. */
function values(words: string, headings: string | readonly string[], unit = '万元'): string {
  const candidate = index.resolve(words, under(headings, unit))[0];
  return candidate?.final.map(printed).join('/') ?? '';
}

describe('a phrase', () => {
  it('names what its section speaks of', () => {
    expect(names('基本支出', under(EXPENDITURE, '万元'))).toBe('基本支出');
    expect(names('基本支出', under(BASIC, '万元'))).toBe('一般公共预算财政拨款基本支出');
    expect(names('基本支出', under(FUND, '万元'))).toBe('政府性基金基本支出');
    expect(names('基本支出', under(PERFORMANCE, '万元'))).toBe('绩效管理基本支出');
    expect(values('基本支出', EXPENDITURE)).toBe('350.70');
    expect(values('基本支出', BASIC)).toBe('330.00');
    expect(values('收、支总计', TOTALS)).toBe('502.00/502.00');
    expect(values('收、支总计', FISCAL)).toBe('440.30/440.30');
    expect(values('财政拨款收入', INCOME)).toBe('440.30');
    expect(values('本年收入', FUND)).toBe('30.20');
  });

  it('means the same in many words', () => {
    for (const words of ['收支总计', '收入和支出总计', '收入支出总计', '总收入、总支出']) {
      expect(names(words, under(TOTALS, '万元')), words).toBe('收支总计');
    }
    for (const words of [
      '“三公”经费',
      '三公经费财政拨款支出',
      '一般公共预算财政拨款“三公”经费支出',
    ]) {
      expect(names(words, under(PUBLIC, '万元')), words).toBe('三公经费支出');
    }
    for (const words of ['公务用车购置和运行费', '公务用车购置费及运行维护费支出']) {
      expect(names(words, under(PUBLIC, '万元')), words).toBe('公务用车购置及运行维护费');
    }
    expect(names('授予小型微型企业的合同金额', under(PROCUREMENT, '万元'))).toBe(
      '授予小微企业合同金额',
    );
    expect(names('单位价值100万元（含）以上专用设备', under(ASSETS, '台（套）'))).toBe(
      '大型专用设备',
    );
  });

  it('may have around it who speaks, when, and whether it was planned', () => {
    expect(names('我单位共有车辆', under(ASSETS, '辆'))).toBe('车辆总数');
    expect(names('柳河区农机推广站本年度支出合计', under(EXPENDITURE, '万元'))).toBe('支出合计');
    expect(names('区农机站机关运行经费支出决算数', under(RUNNING, '万元'))).toBe('机关运行经费');
    expect(names('公务接待费支出年初预算数', under(PUBLIC, '万元'))).toBe('公务接待费');
    expect(names('一般公共预算财政拨款支出决算', under(BUDGET, '万元'))).toBe(
      '一般公共预算财政拨款支出',
    );
    expect(names('三公经费支出决算中公务接待费', under(PUBLIC, '万元'))).toBe('公务接待费');
  });

  it('is read whole: unknown words make it something else', () => {
    expect(names('信息化建设项目支出', under(EXPENDITURE, '万元'))).toBe('');
    expect(names('育秧大棚基本支出', under(BASIC, '万元'))).toBe('');
    expect(names('下属单位公务接待费', under(PUBLIC, '万元'))).toBe('');
    expect(names('会议费以外的公用经费', under(BASIC, '万元'))).toBe('');
    expect(names('支出决算', under(BASIC, '万元'))).toBe('');
    expect(names('', under(TOTALS, '万元'))).toBe('');
    expect(names('收支总计'.repeat(40), under(TOTALS, '万元'))).toBe('');
  });

  it('stays open where its section leaves it open', () => {
    expect(names('总收入', under(INCOME, '万元'))).toBe('收入合计|收入总计');
    expect(names('财政拨款支出', under('五、财政拨款支出决算情况说明', '万元'))).toBe(
      '一般公共预算财政拨款支出|本年财政拨款支出合计',
    );
    expect(names('财政拨款支出', under(BUDGET, '万元'))).toBe('一般公共预算财政拨款支出');
  });

  it('keeps its meaning in other sections only where it has one meaning', () => {
    expect(names('支出合计', under(BUDGET, '%'))).toBe('支出合计');
    expect(names('政府采购支出总额', under(PERFORMANCE, '万元'))).toBe('政府采购支出总额');
    expect(names('基本支出', under(RUNNING, '万元')).split('|').length).toBeGreaterThan(1);
    expect(names('服务', under(TOTALS, '万元'))).toBe('');
  });

  it('is told from others by the measure word of its figure', () => {
    expect(names('国内公务接待', under(PUBLIC, '万元'))).toBe('国内公务接待费');
    expect(names('国内公务接待', under(PUBLIC, '批次'))).toBe('国内接待批次');
    expect(names('国内公务接待', under(PUBLIC, '人次'))).toBe('国内接待人次');
    expect(names('公务用车购置', under(PUBLIC, '辆'))).toBe('购置车辆数');
    expect(names('因公出国（境）', under(PUBLIC))).toBe('因公出国费');
    expect(names('支出合计', under(EXPENDITURE, '辆'))).toBe('');
    expect(names('部门整体支出绩效自评结果', under(PERFORMANCE, '分'))).toBe('整体支出自评得分');
    expect(names('项目自评等级为“优”', under(PERFORMANCE, '个'))).toBe('评优项目数');
  });

  it('may need what is being spoken of', () => {
    const [abroad] = index.resolve('因公出国(境)费', under(PUBLIC, '万元'));
    const [guests] = index.resolve('国内来访团组', under(PUBLIC, '个'));
    expect(names('累计', under(PUBLIC, '人次'))).toBe('');
    expect(names('累计', under(PUBLIC, '人次', abroad ? [abroad] : []))).toBe('因公出国人次');
    expect(names('', under(PUBLIC, '辆', abroad ? [abroad] : []))).toBe('');
    expect(names('来宾', under(PUBLIC, '人次')).split('|').length).toBe(3);
    expect(names('来宾', under(PUBLIC, '人次', guests ? [guests] : []))).toBe('国内接待人次');
  });

  it('may follow a name of the author’s own', () => {
    const found = index.resolve('水稻插秧机示范项目自评得分', under(PERFORMANCE, '分'));
    expect(found.map((one) => one.name)).toEqual(['水稻插秧机示范项目 项目自评得分']);
    expect(found[0]?.final).toEqual([]);
    expect(names('水稻插秧机示范项目自评得分', under(TOTALS, '分'))).toBe('');
  });

  it('has a budget where the tables print one', () => {
    const [reception] = index.resolve('公务接待费', under(PUBLIC, '万元'));
    expect(reception?.budget.map(printed)).toEqual(['6.00']);
    expect(index.resolve('人员经费', under(BASIC, '万元'))[0]?.budget).toEqual([]);
  });

  it('has its value from another form where its own is not printed', () => {
    const short = subjectIndex(
      henan,
      reportOf(`${header}\n表 公开04表\n| 项目 | 金额 |\n|---|---:|\n| 本年收入合计 | 7.00 |\n`),
    );
    const [income] = short.resolve('财政拨款收入', under(INCOME, '万元'));
    expect(income?.final.map(printed)).toEqual(['7.00']);
    expect(short.resolve('收入合计', under(INCOME, '万元'))[0]?.final).toEqual([]);
  });
});

describe('a coded subject', () => {
  const code = (words: string, headings: string | readonly string[]): string =>
    names(words, under(headings, '万元'));

  it('is named as the form prints it, or shortened', () => {
    for (const words of [
      '社会保障和就业支出',
      '社会保障和就业（类）支出',
      '社会保障和就业支出（类）',
      '社会保障和就业支出（类）支出',
      '社会保障和就业',
    ]) {
      expect(code(words, STRUCTURE), words).toBe('208 社会保障和就业支出');
    }
    expect(code('工资福利支出', BASIC)).toBe('301 工资福利支出');
    expect(code('城乡社区支出', FUND)).toBe('212 城乡社区支出');
    expect(code('机关事业单位基本养老保险缴费支出', ITEMS)).toBe(
      '2080505 机关事业单位基本养老保险缴费支出',
    );
  });

  it('of one name at two levels is the inner one, of several codes is left open', () => {
    expect(code('其他科学技术支出', ITEMS)).toBe('2069999 其他科学技术支出');
    expect(code('其他科学技术支出（款）', ITEMS)).toBe('20699 其他科学技术支出');
    expect(code('行政运行（项）', ITEMS)).toBe('2130101 行政运行|2130301 行政运行');
  });

  it('without money has no row', () => {
    expect(code('外交（类）支出', STRUCTURE)).toBe('202 外交支出');
    expect(values('外交（类）支出'.replace('（', '(').replace('）', ')'), STRUCTURE)).toBe('·');
    expect(code('培训基地支出', STRUCTURE)).toBe('');
  });

  it('has an amount, no count', () => {
    expect(names('农林水支出', under(STRUCTURE, '个'))).toBe('');
  });

  const path = (
    names_: Partial<SubjectPath>,
    headings: string | readonly string[] = ITEMS,
  ): string =>
    index
      .resolvePath(
        { class: undefined, group: undefined, item: undefined, ...names_ },
        under(headings),
      )
      .map((one) => `${one.name} ${one.final.map(printed).join('/')}`)
      .join('|');

  it('is found by its path', () => {
    const group = { class: '农林水支出', group: '水利' };
    expect(path({ ...group, item: '行政运行' })).toBe('2130301 行政运行 30.00');
    expect(path(group)).toBe('21303 水利 30.00');
    expect(path({ class: '农林水' })).toBe('213 农林水支出 350.00');
    expect(path({ group: '水利', item: '行政运行' })).toBe('2130301 行政运行 30.00');
    expect(path({ ...group, item: '行政运行' }, TOTALS)).toBe('');
  });

  it('whose row is left out has its code from the classification', () => {
    const group = { class: '农林水支出', group: '水利' };
    expect(path({ ...group, item: '防汛' })).toBe('2130314 防汛 ·');
    expect(path({ class: '教育支出', group: '进修及培训', item: '培训支出' })).toBe(
      '2050803 培训支出 ·',
    );
  });

  it('that nobody knows keeps its words and has no place', () => {
    expect(path({ class: '农林水支出', group: '水利', item: '水车养护' })).toBe(
      '农林水支出(类)水利(款)水车养护(项) ',
    );
    // The right item under the wrong group is another subject.
    expect(path({ class: '农林水支出', group: '水利', item: '其他农业农村支出' })).toBe(
      '农林水支出(类)水利(款)其他农业农村支出(项) ',
    );
  });
});

describe('a list after 主要包括', () => {
  const personnel = index.named('人员经费');

  it('names rows below what it lists', () => {
    if (!personnel) throw new Error('人员经费');
    expect(index.listed(personnel).map((place) => place.code)).toEqual(['30101', '30113']);
    expect(printed(index.listItem('住房公积金', personnel))).toBe('81.00');
    expect(printed(index.listItem('住房公积金等', personnel))).toBe('81.00');
    // Not printed, so zero; of another class; of no class.
    expect(printed(index.listItem('津贴补贴', personnel))).toBe('·');
    expect(index.listItem('办公费', personnel)).toBeUndefined();
    expect(index.listItem('工具费', personnel)).toBeUndefined();
    const operating = index.named('公用经费');
    expect(printed(operating && index.listItem('维修费', operating))).toBe('19.00');
    expect(index.listed(index.named('收支总计') ?? personnel)).toEqual([]);
  });
});

describe('last year', () => {
  it('is the same place of the other report', () => {
    const named = { name: '2022.gouji', report };
    const others = { lastYear: named, subordinates: [], problems: [] };
    const both = subjectIndex(henan, reportOf(header), others);
    const candidate = both.named('三公经费支出');
    expect(candidate?.final).toEqual([]);
    expect(candidate && both.lastYear(candidate).map(printed)).toEqual(['16.60']);
    expect(candidate && both.lastYear(candidate)[0]?.report).toBe(named);
    const own = index.resolve('农林水支出', under(STRUCTURE, '万元'))[0];
    expect(own && both.lastYear(own).map(printed)).toEqual(['350.00']);
    expect(own && index.lastYear(own)).toEqual([]);
  });
});

describe('any words', () => {
  const parts = fc.constantFrom(
    ...'收入 支出 合计 总计 财政拨款 决算 预算 （类） （ ） 的 中 三公经费 农林水 行政运行 得分 自评 本 我部门 万 一'.split(
      ' ',
    ),
  );

  it('are resolved or not, and never twice to one thing', () => {
    fc.assert(
      fc.property(
        fc.array(parts, { maxLength: 40 }),
        fc.constantFrom(TOTALS, INCOME, BUDGET, PUBLIC, PERFORMANCE, '十四、别的'),
        fc.constantFrom(undefined, '万元', '个', '%', '分'),
        (words, heading, unit) => {
          const found = index.resolve(words.join(''), under(heading, unit));
          const distinct = new Set(found.map((one) => one.name));
          expect(distinct.size).toBe(found.length);
          const path = { class: words[0], group: words[1], item: words[2] };
          for (const one of index.resolvePath(path, under(heading, unit))) {
            expect(one.coded).toBeDefined();
          }
        },
      ),
    );
  });
});

describe('a score', () => {
  const forms = `${header}
表 部门整体支出绩效自评情况表
| 一级指标 | 二级指标 | 分值 | 得分 |
| 产出指标 | 数量指标 | 100 | 96.5 |
| 总分 | | 100 | 96.5 |

表 项目单位自评表 插秧机示范（二期）
| 一级指标 | 二级指标 | 分值 | 得分 |
| 产出指标 | 数量指标 | 100 | 91 |
| 总分 | | 100 | 91 |

表 项目单位自评表 农机库房
| 一级指标 | 二级指标 | 分值 | 得分 |
| 产出指标 | 数量指标 | 100 | 88 |
| 总分 | | | 88 |
`;
  const scored = subjectIndex(henan, reportOf(forms));
  const score = (words: string): string[] =>
    scored
      .resolve(words, under(PERFORMANCE, '分'))
      .map((one) => `${one.name} ${one.final.map(printed).join('/')}`);

  it('is the total of its form', () => {
    expect(score('部门整体支出绩效自评得分')).toEqual(['整体支出自评得分 96.5']);
    expect(score('插秧机示范自评得分')).toEqual(['插秧机示范 项目自评得分 91']);
    expect(score('插秧机示范(二期)自评得分')).toEqual(['插秧机示范(二期) 项目自评得分 91']);
  });

  it('is not looked for where the form is damaged, or it is not said which is meant', () => {
    expect(score('农机库房自评得分')).toEqual(['农机库房 项目自评得分 ']);
    expect(score('自评得分')).toEqual(['项目自评得分 ']);
    expect(score('水渠自评得分')).toEqual(['水渠 项目自评得分 ']);
  });
});
