/** A small report with all nine forms, invented, to resolve words against. */
import { parse } from '../../grammar/parse.ts';
import type { Place } from '../../server/claims/claim.ts';
import { sectionOf } from '../../server/claims/sections.ts';
import type { Candidate, Scope } from '../../server/claims/subject.ts';
import { subjectIndex } from '../../server/claims/subject-index.ts';
import { henan } from '../../server/forms/profiles.ts';
import { buildReport } from '../../server/report/build-report.ts';
import { plainLabel } from '../../server/report/label.ts';
import type { Report } from '../../server/report/model.ts';
import { vocabularyOf } from '../../server/report/vocabulary.ts';

export function reportOf(text: string): Report {
  return buildReport(parse(text, vocabularyOf(henan)), henan);
}

export const header = `报告：部门决算
名称：柳河区农机推广站
简称：区农机站
年度：2023
`;

export const reportText = `${header}
表 公开01表
| 项目 | 金额 |
|---|---:|
| 一、一般公共预算财政拨款收入 | 410.10 |
| 二、政府性基金预算财政拨款收入 | 30.20 |
| 五、事业收入 | 50.30 |
| 本年收入合计 | 490.60 |
| 年初结转和结余 | 11.40 |
| 总计 | 502.00 |

| 项目 | 金额 |
|---|---:|
| 本年支出合计 | 492.50 |
| 年末结转和结余 | 9.50 |
| 总计 | 502.00 |

表 公开02表
| 科目编码 | 科目名称 | 本年收入合计 | 财政拨款收入 | 事业收入 |
|---|---|---:|---:|---:|
| | 合计 | 490.60 | 440.30 | 50.30 |

表 公开03表
| 科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 |
|---|---|---:|---:|---:|
| | 合计 | 492.50 | 350.70 | 141.80 |
| 213 | 农林水支出 | 492.50 | 350.70 | 141.80 |

表 公开04表
| 项目 | 金额 |
|---|---:|
| 一、一般公共预算财政拨款 | 410.10 |
| 二、政府性基金预算财政拨款 | 30.20 |
| 本年收入合计 | 440.30 |
| 总计 | 440.30 |

| 项目 | 合计 | 一般公共预算财政拨款 | 政府性基金预算财政拨款 |
|---|---:|---:|---:|
| 本年支出合计 | 440.30 | 410.10 | 30.20 |
| 总计 | 440.30 | 410.10 | 30.20 |

表 公开05表
| 科目编码 | 科目名称 | 小计 | 基本支出 | 项目支出 |
|---|---|---:|---:|---:|
| | 合计 | 410.10 | 330.00 | 80.10 |
| 206 | 科学技术支出 | 12.00 | 12.00 | |
| 20699 | 其他科学技术支出 | 12.00 | 12.00 | |
| 2069999 | 其他科学技术支出 | 12.00 | 12.00 | |
| 208 | 社会保障和就业支出 | 48.10 | 48.10 | |
| 20805 | 行政事业单位养老支出 | 48.10 | 48.10 | |
| 2080505 | 机关事业单位基本养老保险缴费支出 | 48.10 | 48.10 | |
| 213 | 农林水支出 | 350.00 | 269.90 | 80.10 |
| 21301 | 农业农村 | 320.00 | 269.90 | 50.10 |
| 2130101 | 行政运行 | 269.90 | 269.90 | |
| 2130199 | 其他农业农村支出 | 50.10 | | 50.10 |
| 21303 | 水利 | 30.00 | | 30.00 |
| 2130301 | 行政运行 | 30.00 | | 30.00 |

表 公开06表
| 科目编码 | 科目名称 | 决算数 |
|---|---|---:|
| | 合计 | 330.00 |
| | 人员经费合计 | 281.00 |
| 301 | 工资福利支出 | 281.00 |
| 30101 | 基本工资 | 200.00 |
| 30113 | 住房公积金 | 81.00 |
| | 公用经费合计 | 49.00 |
| 302 | 商品和服务支出 | 49.00 |
| 30201 | 办公费 | 30.00 |
| 30213 | 维修（护）费 | 19.00 |

表 公开07表
| 科目编码 | 科目名称 | 年初结转和结余 | 本年收入 | 小计 | 基本支出 | 项目支出 | 年末结转和结余 |
|---|---|---:|---:|---:|---:|---:|---:|
| | 合计 | | 30.20 | 30.20 | | 30.20 | |
| 212 | 城乡社区支出 | | 30.20 | 30.20 | | 30.20 | |

表 公开08表
| 科目编码 | 科目名称 | 小计 | 基本支出 | 项目支出 |
|---|---|---:|---:|---:|
| | 合计 | | | |

表 公开09表
| 项目 | 预算数 | 决算数 |
|---|---:|---:|
| 合计 | 21.00 | 16.60 |
| 因公出国（境）费 | | |
| 公务用车购置及运行维护费 | 15.00 | 12.30 |
| 公务用车购置费 | | |
| 公务用车运行维护费 | 15.00 | 12.30 |
| 公务接待费 | 6.00 | 4.30 |
`;

export const report = reportOf(reportText);

export const index = subjectIndex(henan, report);

/** A scope under these headings. */
export function under(
  headings: string | readonly string[],
  unit?: string,
  within: readonly Candidate[] = [],
): Scope {
  const path = typeof headings === 'string' ? [headings] : headings;
  return { sections: sectionOf(path, henan) ?? [], within, unit };
}

/** Names of what words may name; several are joined with `|`. */
export function names(words: string, scope: Scope): string {
  return index
    .resolve(plainLabel(words), scope)
    .map((candidate) => candidate.name)
    .join('|');
}

/** What is printed there; `·` where the row is left out. */
export function printed(place: Place | undefined): string {
  if (!place) return '';
  return place.row?.cells[place.column.index]?.text ?? '·';
}
