const rules = new Intl.PluralRules("en-GB")
const number = new Intl.NumberFormat("en-GB")

/** "1 picture", "1,204 pictures". */
export const plural = (n: number, one: string, many: string): string =>
  `${number.format(n)} ${rules.select(n) === "one" ? one : many}`
