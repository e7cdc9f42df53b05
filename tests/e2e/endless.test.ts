/** Feeds without an end: a capture stops at the limit that the user set in the settings, and the receipt says which. */
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { setLimits } from "../../scripts/browsers/use-settings.ts"
import { type CaptureLimits, usualOptions } from "../../src/core/capture-options.ts"
import { type Bundle, exportBundle, type Item, keep } from "./harness/exported.ts"
import { installed } from "./harness/installed.ts"
import { sharedEntries } from "./harness/shared.ts"
import { servePages } from "./harness/site.ts"

/** Ten entries of 200 px more whenever the end is near. */
const feed = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>没有尽头</title><style>body{margin:0}article{height:200px}</style>
<body><nav><a href="/">首页</a></nav><main></main><script>
  const main = document.querySelector("main")
  const more = () => {
    for (let entry = 0; entry < 10; entry++) {
      const article = document.createElement("article")
      article.textContent = "第 " + main.children.length + " 条"
      main.append(article)
    }
  }
  more()
  addEventListener("scroll", () => {
    if (scrollY + innerHeight > document.documentElement.scrollHeight - 900) setTimeout(more, 20)
  })
</script></body></html>`

interface Story {
  readonly limits: CaptureLimits
  readonly where: string
  readonly said: string
}

const { limits: usual } = usualOptions
const stories: Readonly<Record<string, Story>> = sharedEntries({
  "by screens": {
    limits: { ...usual, screens: 12 },
    where: "user:screens:12",
    said: "Some scrolled screens are missing: stopped at your limit of 12 screens.",
  },
  "by entries": {
    limits: { ...usual, items: 35 },
    where: "user:items:35",
    said: "Some scrolled screens are missing: stopped at your limit of 35 entries.",
  },
  "by seconds": {
    limits: { ...usual, screens: 10_000, seconds: 2 },
    where: "user:seconds:2",
    said: "Some scrolled screens are missing: stopped at your limit of 2 seconds.",
  },
})

const site = await servePages({ "/feed": feed })
afterAll(() => site.close())

const browser = installed({ locale: "en-GB", env: { LANGUAGE: "en_GB" } })
const held: { bundle?: Bundle; readonly kept: Map<string, Awaited<ReturnType<typeof keep>>> } = {
  kept: new Map(),
}

beforeAll(async () => {
  const page = await browser.driven.newPage(`${site.origin}/feed`)
  for (const [name, { limits }] of Object.entries(stories)) {
    await setLimits(browser.driven, limits)
    await page.bringToFront()
    await page.goto(`${site.origin}/feed`)
    held.kept.set(name, await keep(browser.driven, page))
  }
  held.bundle = await exportBundle(browser.driven, page, browser.place.folder)
})

describe.each(Object.entries(stories))("a feed ends %s", (name, { limits, where, said }) => {
  const kept = () => held.kept.get(name) ?? expect.unreachable("captured before the tests")
  const item = (): Item => held.bundle?.item(kept().item) ?? expect.unreachable("exported before the tests")

  test("with one gap, which names the limit in the record and in words", () => {
    const { complete, gaps, options } = item().record
    expect(options?.limits).toEqual(limits)
    expect(complete).toBe(false)
    expect(gaps.filter(({ reason }) => reason === "limit")).toEqual([
      { what: "frames", reason: "limit", count: null, where },
    ])
    expect(kept().kept.gaps.join("\n")).toContain(said)
  })

  test("with what there was until then in pictures and text", () => {
    const { frames } = item().record
    expect(frames.length).toBeGreaterThan(1)
    expect(item().text("text.txt")).toContain("第 20 条")
    if (limits.items !== null) {
      const reached = Math.max(
        ...frames.filter(({ pass }) => pass > 0).map(({ y, usedHeight, dpr }) => (y + usedHeight) / dpr),
      )
      const shown = Math.ceil((reached - 20) / 200)
      expect(shown).toBeGreaterThanOrEqual(limits.items)
      expect(shown).toBeLessThan(limits.items + 20)
    }
  })
})
