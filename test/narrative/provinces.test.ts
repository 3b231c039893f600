/** The reports of further provinces, each under the profile of 河南 and under its own. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Analysis, analyse } from '../../server/analysis.ts';
import { henan } from '../../server/forms/profiles.ts';

const folder = join(import.meta.dirname, '../fixtures/narrative/provinces');
const provinces = {
  上海: 'shanghai',
  湖南: 'hunan',
  广东: 'guangdong',
  陕西: 'shaanxi',
  广西: 'guangxi',
  四川: 'sichuan',
  重庆: 'chongqing',
  安徽: 'anhui',
  浙江: 'zhejiang',
  江西: 'jiangxi',
  内蒙古: 'neimenggu',
  云南: 'yunnan',
  辽宁: 'liaoning',
} as const;

/** Its tables by their names, as their numbers are those of 河南. */
function reportOf(file: string): string {
  const text = readFileSync(join(folder, `${file}.gouji`), 'utf8').replace(/^\/\/[~=].*\n/gm, '');
  return text.replace(/^表 (公开0\d表)$/gm, (line, number: string) => {
    const form = henan.forms.find((one) => one.number === number);
    return form === undefined ? line : `表 ${form.name}`;
  });
}

const rulesOf = ({ findings }: Analysis): string[] =>
  findings.map(({ level, rule }) => `${level} ${rule}`).sort();

describe.each(Object.entries(provinces))('a report of %s', (name, file) => {
  it('is found to have the same mistakes and to be read as far as under 河南', () => {
    const text = reportOf(file);
    const usual = analyse({ text });
    const own = analyse({ text: text.replace('版式：河南', `版式：${name}`) });
    expect([usual.profile.name, own.profile.name]).toEqual(['河南', name]);
    expect(rulesOf(own)).toEqual(rulesOf(usual));
    expect(own.coverage).toEqual(usual.coverage);
  });
});
