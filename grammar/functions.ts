/** Functions of the expression language, and how many parameters each takes. */
export const FUNCTIONS: ReadonlyMap<string, { readonly least: number; readonly most: number }> =
  new Map([
    ['合计', { least: 1, most: Number.POSITIVE_INFINITY }],
    ['占比', { least: 2, most: 2 }],
    ['增幅', { least: 2, most: 2 }],
    ['增减额', { least: 2, most: 2 }],
    ['完成率', { least: 2, most: 2 }],
    ['绝对值', { least: 1, most: 1 }],
    ['较大', { least: 2, most: Number.POSITIVE_INFINITY }],
    ['较小', { least: 2, most: Number.POSITIVE_INFINITY }],
    ['个数', { least: 1, most: Number.POSITIVE_INFINITY }],
    ['四舍五入', { least: 2, most: 2 }],
  ]);

/** Words before a reference that send it to other reports. */
export const SCOPES = ['上年', '下级'] as const;

/** Introduces the tolerance of an assertion. */
export const TOLERANCE_WORD = '容差';

/** Brackets in brackets beyond this are refused: no author needs them, and a parser must not run out of stack. */
export const DEEPEST_NESTING = 64;
