/** How much of a bundle is new, is here, or differs from what is here; in a test, whether it is enough. */
import { type Counts, moreKinds, nothingMore, sumOf } from "../../core/restore/more.ts"
import { type ItemPlan } from "../../core/restore/plan.ts"
import { el } from "../parts/dom.ts"
import { type Speech } from "../verify/speech.ts"
import { moreCount, type Ready } from "./model.ts"

/** Of an item that is here; null where it was not looked at. */
const moreOf = (each: ItemPlan) => (each.what === "same" || each.what === "more" ? (each.more ?? null) : null)

function countsOf(plan: readonly ItemPlan[], which: "missing" | "beyond", ofCases: number): Counts {
  const sum: Record<keyof Counts, number> = { ...nothingMore }
  for (const each of plan) {
    const counts = moreOf(each)?.[which] ?? nothingMore
    for (const kind of moreKinds) sum[kind] += counts[kind]
  }
  return { ...sum, remarks: sum.remarks + ofCases }
}

const listed = ({ t }: Speech, counts: Counts): string =>
  moreKinds
    .filter(kind => counts[kind] > 0)
    .map(kind => t(`restore.more.${kind}`, { n: counts[kind] }))
    .join(t("restore.more.and"))

export function renderCounts(speech: Speech, ready: Ready): HTMLElement {
  const { t } = speech
  const { plan, caseMore } = ready
  const count = (what: ItemPlan["what"]) => plan.filter(each => each.what === what).length
  const [same, conflicts] = [count("same") + count("more"), count("conflict")]
  const wanted = count("new") + conflicts
  const trashed = plan.filter(each => each.what === "same" && each.held.isTrashed).length
  const missing = countsOf(plan, "missing", total(caseMore.map(each => each.missing)))
  const differing =
    total(plan.map(each => moreOf(each)?.differing ?? 0)) + total(caseMore.map(each => each.differing))
  const notTaken = plan.filter(each => (moreOf(each)?.notTaken.length ?? 0) > 0).length
  const isMore = moreCount(ready) > 0
  const isNothing = trashed === 0 && notTaken === 0
  return el(
    "div",
    { id: "counts" },
    el(
      "h2",
      { id: "heading", tabindex: "-1" },
      wanted > 0
        ? t("restore.new", { n: wanted })
        : isMore
          ? t("restore.onlyMore")
          : t(isNothing ? "restore.nothing" : "restore.nothingNew"),
    ),
    same === 0 ? null : el("p", { id: "same" }, t("restore.same", { n: same })),
    isMore ? el("p", { id: "more" }, t("restore.more", { what: listed(speech, missing) })) : null,
    differing === 0
      ? null
      : el("p", { id: "differing", class: "note note-warn" }, t("restore.differing", { n: differing })),
    trashed === 0 ? null : el("p", { id: "trashed" }, t("restore.trashed", { n: trashed })),
    notTaken === 0 ? null : el("p", { id: "not-taken" }, t("restore.notTaken", { n: notTaken })),
    conflicts === 0
      ? null
      : el("p", { id: "conflicts", class: "note note-warn" }, t("restore.conflict", { n: conflicts })),
  )
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + n, 0)

/** Held against what is here outside the trash. */
export function renderTest(speech: Speech, { opened, plan, held, caseMore }: Ready): HTMLElement {
  const { t, format } = speech
  const n = opened.items.length
  const files = total(opened.items.map(item => item.files.length))
  const same = plan.filter(({ what }) => what === "same" || what === "more").length
  const there = new Set(opened.items.map(({ record }) => record))
  const absent = held.filter(
    ({ record, isTrashed }) => !isTrashed && record !== null && !there.has(record),
  ).length
  const beyond = countsOf(plan, "beyond", total(caseMore.map(each => each.beyond)))
  const isLess = sumOf(beyond) > 0
  return el(
    "div",
    { id: "tested", class: absent > 0 || isLess ? "note note-warn" : "note note-calm" },
    el("h2", { id: "heading", tabindex: "-1" }, t("restore.testOk", { n, files: format.number(files) })),
    el("p", { id: "test-same" }, t("restore.testSame", { n: same })),
    absent > 0
      ? el("p", { id: "test-missing" }, t("restore.testMissing", { n: absent }))
      : isLess
        ? null
        : el("p", { id: "test-missing" }, t("restore.testAll")),
    isLess ? el("p", { id: "test-less" }, t("restore.testLess", { what: listed(speech, beyond) })) : null,
  )
}
