/**
 * Ways of saying the same, as data. Which one a report uses is drawn once for the whole report, as one author has one
 * habit. Slots are filled by `sections.ts`.
 */

export const wordings = {
  /** Both totals. */
  totals: [
    '{year}年度收、支总计均为{total}。',
    '{year}年度收入总计{total}，支出总计{total}。',
    '{year}年度收、支总计{total}。',
    '{year}年度收入、支出总计均为{total}。',
  ],
  fiscalTotals: [
    '{year}年度财政拨款收、支总计均为{total}。',
    '{year}年度财政拨款收入总计{total}，财政拨款支出总计{total}。',
    '{year}年度财政拨款收、支总计{total}。',
    '{year}年度财政拨款收入、支出总计均为{total}。',
  ],
  /** Change and rate; `each` is 各 where the subject is two things. */
  comparison: [
    '与上年度相比，{subject}{each}{grow}{change}，{rise}{rate}',
    '与{last}年度相比，{subject}{each}{grow}{change}，{rise}{rate}',
    '{subject}比上年{each}{grow}{change}，{rise}{rate}',
    '{subject}较{last}年度{each}{grow}{change}，{extent}{rate}',
    '与上年相比，{subject}{each}{grow}{change}，{rise}幅度为{rate}',
  ],
  comparisonWithoutRate: [
    '与上年度相比，{subject}{each}{grow}{change}',
    '与{last}年度相比，{subject}{each}{grow}{change}',
    '{subject}比上年{each}{grow}{change}',
    '{subject}较{last}年度{each}{grow}{change}',
    '与上年相比，{subject}{each}{grow}{change}',
  ],
  comparisonLevel: [
    '{subject}与上年度持平',
    '{subject}与{last}年度持平',
    '{subject}与上年持平',
    '{subject}与{last}年度一致',
    '{subject}与上年相比无变化',
  ],
  reason: ['，主要原因是{why}。', '，主要原因：{why}。', '。主要原因是{why}。', '，主要是{why}。'],
  income: [
    '{year}年度收入合计{total}，其中：{parts}。',
    '{year}年度收入合计为{total}，包括：{parts}。',
    '本年收入合计{total}，其中：{parts}。',
    '{year}年度本年收入合计{total}。其中：{parts}。',
  ],
  spending: [
    '{year}年度支出合计{total}，其中：{parts}。',
    '{year}年度支出合计为{total}，包括：{parts}。',
    '本年支出合计{total}，其中：{parts}。',
    '{year}年度本年支出合计{total}。其中：{parts}。',
  ],
  part: ['{name}{amount}，占{share}', '{name}{amount}，占比{share}', '{name}为{amount}，占{share}'],
  generalTotal: [
    '{year}年度一般公共预算财政拨款支出{amount}，占支出合计的{share}。',
    '{year}年度一般公共预算财政拨款支出为{amount}，占本年支出合计的{share}。',
    '{year}年度一般公共预算财政拨款支出{amount}，占本年支出合计比重为{share}。',
  ],
  structure: [
    '{year}年度一般公共预算财政拨款支出{amount}，主要用于以下方面：{parts}。',
    '{year}年度一般公共预算财政拨款支出{amount}，按功能分类主要用于：{parts}。',
  ],
  className: ['{short}（类）支出', '{full}（类）', '{full}'],
  itemsHead: [
    '{year}年度一般公共预算财政拨款支出年初预算为{budget}，支出决算为{final}，完成年初预算的{rate}。其中：',
    '{year}年度一般公共预算财政拨款支出年初预算{budget}，支出决算{final}，为年初预算的{rate}。具体情况如下：',
    '{year}年度一般公共预算财政拨款支出年初预算数为{budget}，支出决算数为{final}，完成年初预算{rate}。其中：',
  ],
  item: [
    '{number}{path}。年初预算为{budget}，支出决算为{final}，完成年初预算的{rate}。{compared}。',
    '{number}{path}年初预算{budget}，支出决算{final}，为年初预算的{rate}，{compared}。',
    '{number}{path}：年初预算数为{budget}，支出决算数为{final}，完成年初预算{rate}。{compared}。',
  ],
  itemWithoutBudget: [
    '{number}{path}。年初预算为{budget}，支出决算为{final}。{compared}。',
    '{number}{path}年初预算{budget}，支出决算{final}，{compared}。',
    '{number}{path}：年初预算数为{budget}，支出决算数为{final}。{compared}。',
  ],
  numbering: ['{n}. ', '{n}、', '（{n}）'],
  more: ['决算数大于年初预算数的主要原因是{why}', '决算数大于预算数，主要原因是{why}'],
  less: ['决算数小于年初预算数的主要原因是{why}', '决算数小于预算数，主要原因是{why}'],
  equal: ['决算数与年初预算数持平', '决算数与年初预算数不存在差异', '决算数等于预算数'],
  basic: [
    '{year}年度一般公共预算财政拨款基本支出{amount}，其中：{sides}。',
    '{year}年度一般公共预算财政拨款基本支出为{amount}。其中：{sides}。',
    '一般公共预算财政拨款基本支出{amount}，包括：{sides}。',
  ],
  side: [
    '{name}{amount}，主要包括：{list}',
    '{name}{amount}，主要包括{list}等',
    '{name}{amount}，主要用于{list}等',
  ],
  noFund: [
    '我{kind}{year}年度没有政府性基金收入，也没有使用政府性基金安排的支出。',
    '{year}年度政府性基金预算财政拨款支出年初预算为{zero}，支出决算为{zero}。我{kind}没有使用政府性基金安排的支出。',
    '{year}年度未发生政府性基金预算财政拨款支出。',
  ],
  fund: [
    '{year}年度政府性基金预算财政拨款支出年初预算为{budget}，支出决算为{final}，完成年初预算的{rate}。',
    '{year}年度政府性基金预算财政拨款收入{income}，支出{final}，年末结转和结余{closing}。',
    '{year}年度政府性基金预算财政拨款支出{final}，其中：基本支出{basic}，项目支出{project}。',
  ],
  noCapital: [
    '我{kind}{year}年度没有使用国有资本经营预算安排的支出。',
    '{year}年度国有资本经营预算财政拨款支出年初预算为{zero}，支出决算为{zero}。',
    '{year}年度无国有资本经营预算财政拨款支出。',
  ],
  capital: [
    '{year}年度国有资本经营预算财政拨款支出年初预算为{budget}，支出决算为{final}，完成年初预算的{rate}。',
    '{year}年度国有资本经营预算财政拨款支出{final}，其中：基本支出{basic}，项目支出{project}。',
  ],
  threeHead: [
    '{year}年度“三公”经费财政拨款支出预算为{budget}，支出决算为{final}，完成预算的{rate}。',
    '{year}年度“三公”经费支出预算数{budget}，决算数{final}，完成预算{rate}。',
    '{year}年度“三公”经费支出决算为{final}，完成预算{budget}的{rate}。',
  ],
  threeItem: [
    '{number}{name}预算为{budget}，支出决算为{final}，完成预算的{rate}，占“三公”经费支出决算的{share}。',
    '{number}{name}支出预算{budget}，决算{final}，完成预算{rate}，占{share}。',
  ],
  threeItemBare: [
    '{number}{name}预算为{budget}，支出决算为{final}。',
    '{number}{name}支出预算{budget}，决算{final}。',
  ],
  trips: [
    '全年因公出国（境）团组{groups}，累计{persons}。',
    '因公出国（境）团组{groups}、{persons}。',
  ],
  vehiclesBought: [
    '其中：公务用车购置支出{purchase}，购置车辆{bought}；公务用车运行维护支出{running}。期末开支财政拨款的公务用车保有量为{kept}。',
    '其中：公务用车购置费{purchase}，更新购置公务用车{bought}；公务用车运行维护费{running}，公务用车保有量{kept}。',
  ],
  reception: [
    '其中：外宾接待支出{foreign}，接待国（境）外来访团组{foreignGroups}、来访外宾{foreignPersons}；其他国内公务接待支出{domestic}，接待国内来访团组{groups}、来宾{persons}。',
    '国内公务接待{groups}、{persons}。',
  ],
  running: [
    '{year}年度机关运行经费支出{amount}，{comparison}，主要是办公用房费用变化。',
    '{year}年度机关运行经费为{amount}，{comparison}，主要原因是厉行节约的安排有所调整。',
  ],
  noRunning: [
    '我{kind}不是行政单位，也不是参照公务员法管理的事业单位，没有机关运行经费支出。',
    '我{kind}为事业单位，{year}年度没有机关运行经费支出。',
  ],
  procurement: [
    '{year}年度政府采购支出总额{total}，其中：政府采购货物支出{goods}、政府采购工程支出{works}、政府采购服务支出{services}。授予中小企业合同金额{medium}，占政府采购支出总额的{mediumShare}，其中：授予小微企业合同金额{small}，占授予中小企业合同金额的{smallShare}。',
    '{year}年度政府采购支出总额为{total}。其中：货物支出{goods}，工程支出{works}，服务支出{services}。授予中小企业合同金额{medium}，占政府采购支出总额的{mediumShare}；授予小微企业合同金额{small}，占政府采购支出总额的{smallOfAll}。',
  ],
  noProcurement: [
    '{year}年度政府采购支出总额{zero}，其中：政府采购货物支出{zero}、政府采购工程支出{zero}、政府采购服务支出{zero}。',
    '我{kind}{year}年度未发生政府采购支出。',
  ],
  vehicles: [
    '{year}年期末，我{kind}共有车辆{total}，其中：{kinds}；单价100万元（含）以上设备（不含车辆）{sets}。',
    '截至{year}年12月31日，本{kind}共有车辆{total}，其中，{kinds}。单价100万元（含）以上设备（不含车辆）{sets}。',
  ],
  noVehicles: [
    '截至{year}年12月31日，本{kind}没有车辆。',
    '{year}年期末，我{kind}共有车辆{zero}。',
  ],
  performance: [
    '我{kind}纳入预算绩效管理的支出总额为{total}，其中基本支出{basic}，项目支出{project}。',
    '{year}年度纳入绩效管理的支出总额{total}，其中：基本支出{basic}；项目支出{project}。',
  ],
  grades: [
    '{year}年度{count}项目支出绩效自评中，{excellent}项目自评等级为优，{good}项目自评等级为良，{fair}项目自评等级为中，{poor}项目自评等级为差。',
    '共对{count}项目开展绩效自评，其中：自评等级为优的{excellent}，为良的{good}，为中的{fair}，为差的{poor}。',
  ],
  score: ['{kind}整体支出绩效自评结果为{score}。', '{kind}整体支出绩效自评得分{score}。'],
} as const;

export type WordingKey = keyof typeof wordings;
