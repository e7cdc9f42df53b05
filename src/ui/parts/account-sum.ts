import { type Sum, type SummedCounter } from "../../core/readings/account.ts"
import { readingsWords } from "../../i18n/readings.ts"
import { type Words } from "../../i18n/words.ts"

/** What a number of an account's posts adds up to, and from when to when. */
export function accountSumSaid({ t, format, language }: Words, name: SummedCounter, sum: Sum): string {
  const what = readingsWords[language].counterName(name)
  if (sum.year === null) return t("readings.accountNone", { what })
  const n = format.number(sum.count)
  const [from, to] = [format.time(sum.year.from), format.time(sum.year.to)]
  const said = t("readings.accountLine", {
    ...{ what, n: sum.posts },
    sum: sum.rounded ? t("readings.rounded", { n }) : n,
    time: from === to ? from : t("readings.accountYear", { from, to }),
  })
  return sum.roughly === 0 ? said : `${said}${t("readings.accountRough", { n: sum.roughly })}`
}
