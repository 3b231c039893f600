import { describe, expect, it } from 'vitest';
import { form01 } from '../../server/forms/henan/form-01.ts';
import { form04 } from '../../server/forms/henan/form-04.ts';
import { form09 } from '../../server/forms/henan/form-09.ts';
import { henan } from '../../server/forms/profiles.ts';
import type { FormDefinition, RowDefinition } from '../../server/report/form.ts';
import { plainLabel } from '../../server/report/label.ts';
import { mentionedForm, vocabularyOf } from '../../server/report/vocabulary.ts';

function rowsOf(form: FormDefinition, panel: string): readonly RowDefinition[] {
  return form.panels.find((one) => one.name === panel)?.rows ?? [];
}

describe('the forms of Henan', () => {
  it('are nine, numbered in order', () => {
    expect(henan.forms.map((form) => form.number)).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => `公开0${number}表`),
    );
  });

  it('number their rows without a gap: 1–31 and 32–62, 1–32 and 33–64', () => {
    for (const [form, split, last] of [
      [form01, 31, 62],
      [form04, 32, 64],
    ] as const) {
      const income = rowsOf(form, '收入').map((row) => row.rowNumber);
      const spending = rowsOf(form, '支出').map((row) => row.rowNumber);
      expect(income).toEqual(Array.from({ length: split }, (_, at) => at + 1));
      expect(spending).toEqual(Array.from({ length: last - split }, (_, at) => split + 1 + at));
    }
  });

  it('carry the 26 class codes on the expenditure side, ascending', () => {
    for (const form of [form01, form04]) {
      const codes = rowsOf(form, '支出').flatMap((row) => row.code ?? []);
      expect(codes).toHaveLength(26);
      expect(codes).toEqual([...codes].sort());
      expect(codes.at(0)).toBe('201');
      expect(codes.at(-1)).toBe('234');
      expect(rowsOf(form, '收入').some((row) => row.code !== undefined)).toBe(false);
    }
  });

  it('put each class where the published forms have it', () => {
    const numberOf = (form: FormDefinition, code: string) =>
      rowsOf(form, '支出').find((row) => row.code === code)?.rowNumber;
    expect(numberOf(form01, '208')).toBe(39);
    expect(numberOf(form01, '221')).toBe(50);
    expect(numberOf(form04, '208')).toBe(40);
    expect(numberOf(form04, '234')).toBe(58);
  });

  it('have no label twice in a panel, aliases included', () => {
    for (const form of henan.forms) {
      for (const panel of form.panels) {
        const labels = panel.rows.flatMap((row) => [row.label, ...row.aliases]).filter(Boolean);
        const plain = labels.map(plainLabel);
        expect(new Set(plain).size, form.number).toBe(plain.length);
      }
    }
  });

  it('have no column name twice in a panel', () => {
    for (const form of henan.forms) {
      for (const panel of form.panels) {
        const names = panel.columns.map((column) => column.name);
        expect(new Set(names).size, form.number).toBe(names.length);
      }
    }
  });

  it('order the items of 公开09表 so that 栏次 follow', () => {
    expect(form09.panels[0]?.rows.map((row) => row.label)).toEqual([
      '合计',
      '因公出国（境）费',
      '公务用车购置及运行维护费',
      '公务用车购置费',
      '公务用车运行维护费',
      '公务接待费',
    ]);
  });
});

describe('names of forms', () => {
  const byName = (text: string) => mentionedForm(henan, text).byName?.number;

  it.each([
    ['收入支出决算总表', '公开01表'],
    ['收支决算总表', '公开01表'],
    ['收 入 支 出 决 算 表', '公开01表'],
    ['收入决算表', '公开02表'],
    ['收入决算总表', '公开02表'],
    ['支出决算明细表', '公开03表'],
    ['2023年度部门支出决算表', '公开03表'],
    ['财政拨款收支决算总表', '公开04表'],
    ['一般公共预算财政拨款支出决算表', '公开05表'],
    ['一般公共预算财政拨款基本支出决算表', '公开06表'],
    ['政府性基金预算财政拨款支出决算表', '公开07表'],
    ['国有资本经营预算财政拨款收入支出决算表', '公开08表'],
    ['财政拨款"三公"经费支出决算表', '公开09表'],
    ['财政拨款三公经费支出决算表', '公开09表'],
    ['财政拨款「三公」经费支出决算总表', '公开09表'],
  ])('%s is %s', (name, number) => {
    expect(byName(name)).toBe(number);
  });

  it.each(['收入', '支出决算情况说明', '部门整体支出绩效自评情况表', '资产负债表', '表'])(
    '%s is none',
    (name) => {
      expect(byName(name)).toBeUndefined();
    },
  );

  it('take a number in any shape, and a number with a name', () => {
    const { formKey } = vocabularyOf(henan);
    expect(formKey('公开01表')).toBe('income-expenditure-summary');
    expect(formKey('公开1表')).toBe('income-expenditure-summary');
    expect(formKey('公开03表支出决算表')).toBe('expenditure');
    expect(formKey('支出决算表公开03表')).toBe('expenditure');
    // The name decides.
    expect(formKey('公开02表支出决算表')).toBe('expenditure');
    // A misprinted name leaves the number.
    expect(formKey('公开03表支出结算表')).toBe('expenditure');
    expect(formKey('公开03表所示')).toBeUndefined();
    expect(formKey('公开10表')).toBeUndefined();
  });

  it('know attachments by the longest name a line begins with', () => {
    const { attachmentPrefix, formKey } = vocabularyOf(henan);
    expect(attachmentPrefix('项目单位自评表 应急移动通信费')).toBe('项目单位自评表');
    expect(attachmentPrefix('项目单位自评汇总表')).toBe('项目单位自评汇总表');
    expect(attachmentPrefix('项目 单位自评表　档案数字化')).toBe('项目 单位自评表');
    expect(attachmentPrefix('项目单位情况')).toBeUndefined();
    expect(formKey('项目单位自评表')).toBe('project-self-evaluation');
  });
});
