const format = new Intl.NumberFormat("zh-CN")

/** A count as it stands in a Chinese sentence: 1,204. */
export const number = (n: number): string => format.format(n)
