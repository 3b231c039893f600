/**
 * What is wrong in the tables of five published reports, checked by hand against each report. Lines are those of the
 * original files. Whoever changes a rule and sees this list fail checks the report again before changing the list.
 */
export interface Expected {
  readonly line: number;
  readonly rule: string;
  readonly level: 'error' | 'warning';
  /** Parts of the message: the figures and names that it must give. */
  readonly says: readonly string[];
  /** Why it is right. */
  readonly because: string;
}

export interface Report {
  /** First part of the file's name. */
  readonly file: string;
  readonly body: string;
  readonly findings: readonly Expected[];
  /** Differences in it that rounding explains, and that must not be reported: identity, the printed total, the printed sum. */
  readonly lawful: readonly (readonly [identity: string, total: string, sum: string])[];
}

export const reports: readonly Report[] = [
  {
    file: '000',
    body: '平顶山市人民政府经济技术协作办公室',
    findings: [],
    lawful: [],
  },
  {
    file: '001',
    // 封面是委员会，标题和表头是委员会办公室。
    body: '中国共产党焦作市中站区委员会',
    findings: [
      {
        line: 67,
        rule: 'table-head/body-name',
        level: 'error',
        says: ['公开01表、公开02表、公开07表、公开08表、公开09表', '「山」应为「站」'],
        because: '封面、标题和正文都是中站区，这五张表的表头写作中山区；同一原因只报一次。',
      },
      {
        line: 105,
        rule: 'table/incomplete',
        level: 'error',
        says: ['公开01表', '收入 总计', '支出 总计', '611.70'],
        because:
          '01表印到行次 30／61 为止，没有 31／62 的总计行；本年合计 611.70，没有结转，总计只能是 611.70。',
      },
      {
        line: 152,
        rule: 'table-head/body-name',
        level: 'error',
        says: ['公开03表、公开04表、公开05表', '漏「中」字'],
        because: '这三张表的表头写作焦作市站区，漏了「中」字。',
      },
      {
        line: 224,
        rule: 'table/row-label',
        level: 'error',
        says: ['行次 59', '本年支出合计', '本年收入合计', '共 5 行'],
        because:
          '04表换页后，左栏的项目名称错到了右栏：行次 59、60、61、62、63 旁边印的是左栏 27 至 31 的名称；只报一次。',
      },
      {
        line: 224,
        rule: 'sum/total',
        level: 'error',
        says: [
          '本年支出合计',
          '政府性基金预算财政拨款',
          '写作 611.70',
          '应为 0.00',
          '同时将',
          '国有资本经营预算财政拨款 改为 0.00',
        ],
        because:
          '行次 59 的基金栏和国有资本栏重复印了 611.70：各类都是 0.00，07表、08表没有数，基金也没有收入。',
      },
      {
        line: 229,
        rule: 'sum/grand-total',
        level: 'error',
        says: [
          '总计',
          '政府性基金预算财政拨款',
          '写作 611.70',
          '应为 0.00',
          '国有资本经营预算财政拨款 改为 0.00',
        ],
        because:
          '行次 64 的基金栏和国有资本栏同样重复：本年支出和年末结转都没有基金，总计只能是 0.00。',
      },
      {
        line: 288,
        rule: 'subject/standard-name',
        level: 'warning',
        says: ['30108', '机关事业单位基本养老保险缴费'],
        because: '印作「…养老保险费」，分类科目是「…养老保险缴费」，正文也写缴费。',
      },
      {
        line: 298,
        rule: 'subject/standard-name',
        level: 'warning',
        says: ['30217', '公务接待费'],
        because: '印作「公务招待费」，分类科目和 09表都是「公务接待费」。',
      },
      {
        line: 299,
        rule: 'table/incomplete',
        level: 'error',
        says: ['公开06表', '没有印完', '人员经费合计', '443.92', '公用经费合计', '161.08'],
        because:
          '06表印到 30303 为止：303 是 8.26，列出的只有 6.63，也没有合计行。301 加 303 为 443.92，正文也是这个数。',
      },
    ],
    lawful: [],
  },
  {
    file: '002',
    body: '焦作经济技术产业集聚区管理委员会',
    findings: [
      {
        line: 138,
        rule: 'subject/standard-name',
        level: 'warning',
        says: ['20103', '公开02表、公开03表、公开05表', '相关机构事务'],
        because: '三张表都把「相关机构」印作「机关机构」；同一科目只报一次。',
      },
      {
        line: 148,
        rule: 'table/incomplete',
        level: 'error',
        says: ['公开02表', '2101103', '2.65'],
        because:
          '02表的 21011 是 5.97，列出 0.71 和 2.61，少 2.65；03表和 05表都印有 2101103，正是 2.65。',
      },
      {
        line: 269,
        rule: 'subject/name-between-tables',
        level: 'error',
        says: ['公开05表', '公务员医疗保险', '公务员医疗补助'],
        because:
          '2101103 在 03表是「公务员医疗补助」，与分类科目一致，05表写作「公务员医疗保险」。',
      },
      {
        line: 296,
        rule: 'subject/standard-name',
        level: 'warning',
        says: ['30108', '机关事业单位基本养老保险缴费'],
        because: '与 001 相同的误印。',
      },
      {
        line: 306,
        rule: 'subject/standard-name',
        level: 'warning',
        says: ['30217', '公务接待费'],
        because: '与 001 相同的误印。',
      },
      {
        line: 316,
        rule: 'subject/standard-name',
        level: 'warning',
        says: ['30399', '其他对个人和家庭的补助'],
        because: '印作「对其他个人和家庭的补助支出」，「其他」的位置不对，意思也变了。',
      },
      {
        line: 378,
        rule: 'table/blank-total',
        level: 'error',
        says: ['公务用车购置及运行维护费', '预算数空着', '应为 3'],
        because: '09表预算合计 4，接待 1，运行维护 3，而小计空着；小计等于购置加运行，为 3。',
      },
    ],
    lawful: [],
  },
  {
    file: '003',
    body: '平顶山市工业和信息化局',
    findings: [],
    lawful: [
      // 226.10 + 48.00 + 1.21 = 275.31
      ['TREE.2.2', '275.32', '275.31'],
      ['TREE.3.2', '275.32', '275.31'],
      ['TREE.5.2', '275.32', '275.31'],
      // 1,089.47 + 30.00 + 294.96 = 1,414.43
      ['TREE.2.3', '1414.42', '1414.43'],
      ['TREE.3.3', '1414.42', '1414.43'],
      // 0.00 + 28.94 + 0.66 = 29.60
      ['T9-SUM.1', '29.59', '29.60'],
    ],
  },
  {
    file: '004',
    body: '济源产城融合示范区管理委员会办公室（本级）',
    findings: [],
    lawful: [
      // 2,587.46 + 55.70 + 0.42 = 2,643.58
      ['T1-IN', '2643.57', '2643.58'],
      // 2,085.45 = 1,533.83 + 551.61
      ['T3-ROW', '2085.45', '2085.44'],
      // 12.95 + 121.86 + 416.80 = 551.61, 1,358.74 + 175.09 = 1,533.83; 6 项 1,358.74 … = 2,085.44
      ['TREE.3.3', '2085.45', '2085.44'],
      // 1.10 + 263.56 + 1.97 = 266.63
      ['T6-SUB', '266.62', '266.63'],
    ],
  },
];
