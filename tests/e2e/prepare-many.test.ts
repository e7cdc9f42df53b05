/** Preparing a notice of forty items, as many as a large case has: every item has its fields, in order, by Tab alone, and the papers are shown before long. */
import { afterAll, beforeAll, expect, test } from "vitest"
import { type Page } from "../../scripts/browsers/driver.ts"
import { capture } from "../../scripts/browsers/use-popup.ts"
import { fillVault } from "../../scripts/bench/fill-vault.ts"
import { installed } from "./harness/installed.ts"
import { judged } from "./harness/look.ts"
import { photographer } from "./harness/photograph.ts"
import { servePages, tallPage } from "./harness/site.ts"

const ITEMS = 40
/** Milliseconds; on two cores that others use too. */
const PATIENCE = 60_000

const site = await servePages({ "/post": tallPage("A post", 900) })
afterAll(() => site.close())
const browser = installed({ locale: "zh-CN", env: { LANGUAGE: "zh_CN" } })
const photograph = photographer(browser, "prepare-many", { language: "zh-CN", scheme: "light" })
const held: { page?: Page } = {}
const page = () => held.page ?? expect.unreachable("opened before the tests")

beforeAll(async () => {
  const { driven } = browser
  await driven.setViewport({ width: 1000, height: 900 })
  const { popup } = await capture(driven, await driven.newPage(`${site.origin}/post`), 120_000)
  await popup.close()
  await fillVault(driven, 0, ITEMS - 1)
  held.page = await driven.openExtensionPage("ui/prepare.html?case=default")
  await page().waitFor(() => document.querySelector("#for-platform"), PATIENCE)
})

const press = async (selector: string, key: string) => {
  await page().waitFor(`document.querySelector(${JSON.stringify(selector)}) !== null`, PATIENCE)
  await page().evaluate(where => {
    document.querySelector<HTMLElement>(where)?.focus()
  }, selector)
  await page().press(key)
}
const focused = () => page().evaluate(() => document.activeElement?.id ?? "")

test("each of forty items has its fields in order, and Tab leads through an item's to the next item's", async () => {
  await press("#for-platform", "Space")
  await press("#step-next", "Enter")
  await page().waitFor(() => document.querySelectorAll("fieldset.statement").length > 1, PATIENCE)
  const names = await page().evaluate(() =>
    Array.from(document.querySelectorAll("fieldset.statement"), ({ id }) => id),
  )
  const expected = Array.from({ length: ITEMS }, (_, at) => `statement-e${String(at + 1).padStart(3, "0")}`)
  expect(names).toEqual(expected)
  const last = `#truth-e${String(ITEMS - 1).padStart(3, "0")}`
  await press(last, "Tab")
  const where: string[] = []
  for (let step = 0; step < 6; step += 1) {
    where.push(await focused())
    if (where.at(-1) === `truth-e0${String(ITEMS)}`) break
    await page().press("Tab")
  }
  expect(where.at(-1)).toBe(`truth-e0${String(ITEMS)}`)
  await photograph(page(), "contents")
  expect(await judged(page())).toEqual({ wrong: [], sideways: false })
})

test("its notice is shown before long, with all forty under their numbers", async context => {
  await page().evaluate(() => {
    const field = document.querySelector<HTMLTextAreaElement>("#truth-e040")
    if (field !== null) field.value = "从来没有这回事"
  })
  const began = performance.now()
  await press("#step-next", "Enter")
  await page().waitFor(() => document.querySelector("details[data-path^='04-'] article"), PATIENCE)
  await context.annotate(`shown after ${((performance.now() - began) / 1000).toFixed(1)} s`)
  const text = await page().evaluate(
    () => document.querySelector("details[data-path^='04-'] article")?.textContent ?? "",
  )
  expect(text).toContain("从来没有这回事")
  for (let number = 1; number <= ITEMS; number += 1) expect(text).toContain(`1-${String(number)}`)
  await photograph(page(), "preview")
})

test("the report of forty items is shown as well, closed until it is asked for", async context => {
  await press("#step-back", "Enter")
  await press("#step-back", "Enter")
  await press("#for-lawyer", "Space")
  await press("#step-next", "Enter")
  await page().waitFor(() => document.querySelector("#paper-report:checked"), PATIENCE)
  const began = performance.now()
  await press("#step-next", "Enter")
  await page().waitFor(() => document.querySelector("details[data-path^='01-'] article"), PATIENCE)
  await context.annotate(`shown after ${((performance.now() - began) / 1000).toFixed(1)} s`)
  expect(
    await page().evaluate(() => {
      const report = document.querySelector<HTMLDetailsElement>("details[data-path^='01-']")
      return [report?.open, report?.textContent.includes("E-040")]
    }),
  ).toEqual([false, true])
})
