/** A report that is small enough to be reckoned by hand. */
export const smallReport = `报告：单位决算
名称：青禾县§档案馆
年度：2023
金额单位：万元

# 第二部分 决算表
表 公开03表
| 科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 |
|---|---|---:|---:|---:|
| | 合计 | 120.50 | 98.20 | 22.30 |
| 201 | 一般公共服务支出 | 100.30 | 78.00 | 22.30 |
| 20126 | 档案事务 | 100.30 | 87.00 | 22.30 |
| 2012601 | 行政运行 | 78.00 | 78.00 | |
| 2012604 | 档案馆 | 22.30 | | 22.30 |
| 208 | 社会保障和就业支出 | 20.20 | 20.20 | |
| 20805 | 行政事业单位养老支出 | 20.20 | 20.20 | |
| 2080505 | 机关事业单位基本养老保险缴费支出 | 20.20 | 20.20 | |

表 馆藏
| 项目 | 本年 | 上年 | 增减 |
|---|---|---|---|
| 档案§ | 12860 | 12315 | 545 |
| 数字化 | 8145 | 6420 | 1725 |

设 档案§增幅 = 增幅(馆藏[档案§].本年, 馆藏[档案§].上年)
核对 馆藏[档案§].增减 = 馆藏[档案§].本年 - 馆藏[档案§].上年
核对 公开03表[合计].基本支出 ≤ 公开03表[合计].本年支出合计
// 免核下一行 sum/children：§另行说明
馆藏档案§较上年增加[4.43%](档案§增幅)，养老支出[](公开03表[2080505].基本支出)。

# 第三部分 决算情况说明
## 三、支出决算情况说明
2023年度支出合计120.50万元，其中：基本支出98.20万元，占81.49%；项目支出22.30万元，占18.51%。
`;

/** The report with a cursor put before the `count`th occurrence of a text, `<|…|>` around it where it is a range. */
export function withCursor(
  before: string,
  inside = '',
  occurrence = 1,
  report = smallReport,
): string {
  let at = -1;
  for (let n = 0; n < occurrence; n++) {
    at = report.indexOf(before + inside, at + 1);
    if (at < 0) throw new Error(`The report has no ${before}${inside} (${occurrence})`);
  }
  const place = at + before.length;
  return `${report.slice(0, place)}<|>${report.slice(place)}`;
}
