/**
 * The next steps of a case: reached from the library by keyboard, read from a
 * vault that holds a post, another with gaps, the author's page, a reading and
 * complaints; one link further is an item, and from there the way back.
 */
import { beforeAll, describe, expect, test } from "vitest"
import { type Page } from "../../scripts/browsers/driver.ts"
import { hashOfContent, type Said } from "../../src/core/remarks.ts"
import { type PostSummary } from "../../src/core/post-facts/summary.ts"
import { type CaptureRow } from "../../src/vault/capture-row.ts"
import { type CountersRow } from "../../src/vault/reading-row.ts"
import { type RemarkRow } from "../../src/vault/remark-row.ts"
import { captureRow } from "../unit/ui/rows.ts"
import { installed } from "./harness/installed.ts"
import { judged, type Look } from "./harness/look.ts"
import { begunIn } from "./harness/modes.ts"
import { photographer } from "./harness/photograph.ts"
import { seed } from "./harness/seed.ts"
import { sharedRows } from "./harness/shared.ts"
import { target } from "./harness/target.ts"

const post: PostSummary = {
  ...{ adapter: "weibo", pageType: "post", permalink: null, authorName: "海边不加糖", authorHandle: null },
  ...{ authorId: "7654321", publishedAt: null, counters: { views: { count: 4_800, rounded: false } } },
  ...{ ambiguous: [], missing: [], comments: 0, faulty: false },
}
const captures: readonly CaptureRow[] = [
  captureRow(1, { facts: post }),
  captureRow(2, {
    ...{ url: "https://weibo.com/1/M", complete: false },
    facts: { ...post, authorId: null, counters: { reposts: { count: 12, rounded: false } } },
    gaps: [{ what: "pictures", reason: "refused", count: 1, where: null }],
  }),
  captureRow(3, {
    url: "https://weibo.com/u/7654321",
    facts: { ...post, pageType: "profile", counters: {} },
  }),
]
const reading: CountersRow = {
  ...{ id: "r1", of: "c1", custodySeq: 9, line: "", files: [], hashes: [], kind: "counters" },
  summary: {
    ...{ at: "2026-11-24T04:00:00.000Z", openedBy: "tool", occasion: "click", visits: 2, status: 200 },
    ...{ state: "there", stateBasis: "same-text", words: null, editedAt: null },
    counters: { views: { value: { count: 12_000, rounded: true }, raw: "1.2万" } },
  },
}
const sent = (id: string, channel: "platform" | "police", platform: string): RemarkRow => {
  const said: Said<"complaint"> = {
    kind: "complaint",
    content: {
      ...{ platform, channel, sentAt: "2026-11-23T04:00:00.000Z", number: "WB-1", result: "waiting" },
      ...{ repliedAt: null, said: null },
    },
  }
  return { ...said, id, of: "c1", version: 1, at: "2026-11-23T04:00:00.000Z", sha256: hashOfContent(said) }
}
const remarks = [sent("n1", "platform", "微博"), sent("n2", "police", "某派出所")]

const modes = [
  {
    language: "zh-CN",
    scheme: "light",
    first: "先采集，再通知平台",
    kept: "3 项",
    numbers: "浏览 约 12,000",
  },
  {
    language: "en-GB",
    scheme: "dark",
    first: "Capture first, then notify the platform",
    kept: "3 items",
    numbers: "views about 12,000",
  },
] as const

describe.each(sharedRows(modes))("in $language, $scheme", ({ language, scheme, first, kept, numbers }) => {
  const browser = installed(begunIn({ language, scheme }))
  const held: { page?: Page } = {}
  const page = () => held.page ?? expect.unreachable("opened before the tests")
  const photograph = photographer(browser, "roads", { language, scheme })
  const looks = new Map<string, Look>()
  const look = async (name: string) => {
    await photograph(page(), name)
    looks.set(name, await judged(page()))
  }
  const focus = (selector: string) =>
    page().evaluate(where => {
      document.querySelector<HTMLElement>(where)?.focus()
    }, selector)

  beforeAll(async () => {
    const { driven } = browser
    await driven.setViewport({ width: 1000, height: 900 })
    const empty = await driven.openExtensionPage("ui/library.html")
    await empty.waitFor(() => document.querySelector("#empty[data-empty=nothing]"))
    await seed(empty, { captures, readings: [reading], remarks })
    await empty.close()
    held.page = await driven.openExtensionPage("ui/library.html")
    await page().waitFor(() => document.querySelectorAll("#rows [data-id]").length === 3)
  })

  test("the library leads there by keyboard, and what stands first is to capture", async () => {
    await look("library")
    await focus("#case-roads")
    await page().press("Enter")
    await page().waitFor(() => document.querySelector("#first [data-step=capture][data-done=yes]"))
    const said = await page().evaluate(() =>
      Array.from(document.querySelectorAll("#first h2, #first li"), each => each.textContent),
    )
    expect(said[0]).toBe(first)
    expect(said[1]).toContain(kept)
    expect(await page().evaluate(() => document.title)).not.toContain("我的证据")
    await look("folded")
  })

  test("a road is unfolded by keyboard, with what there is, what is missing, and the days since", async () => {
    await focus("#notice > summary")
    await page().press("Enter")
    await page().waitFor(() => document.querySelector("#notice[open]"))
    const states = await page().evaluate(() =>
      Array.from(document.querySelectorAll<HTMLElement>("#notice [data-need]"), each => [
        each.dataset.need,
        each.dataset.state,
      ]),
    )
    expect(states).toEqual([
      ["posts", "partly"],
      ["address", "has"],
      ["account", "partly"],
      ["identity", "yours"],
      ["falsity", "yours"],
      ["complaint", "has"],
    ])
    expect(await page().evaluate(() => document.querySelector("#notice [data-term=notice]") !== null)).toBe(
      true,
    )
    await look("notice")
  })

  test("with everything unfolded nothing is wrong, the numbers stand there, and the law in Chinese", async () => {
    await page().evaluate(() => {
      for (const each of document.querySelectorAll("details")) each.open = true
    })
    const said = await page().evaluate(() => document.querySelector("#prosecution")?.textContent)
    expect(said).toContain(numbers)
    expect(said).toContain("五千次")
    await page().evaluate(() => {
      document.querySelector("#prosecution")?.scrollIntoView()
    })
    await look("prosecution")
    await page().evaluate(() => {
      document.querySelector("#police .law")?.scrollIntoView()
    })
    await look("law")
    await browser.driven.setViewport({ width: target === "chrome" ? 320 : 500, height: 900 })
    await page().evaluate(() => {
      document.querySelector("#notary")?.scrollIntoView()
    })
    await look("narrow")
    await browser.driven.setViewport({ width: 1000, height: 900 })
  })

  test("an item is one link further, and leads back", async () => {
    await page().click("#notice [data-need=account] [data-items=lacking] a")
    await page().waitFor(() => document.querySelector("#head[data-item='E-002']"))
    await page().click("#case-next a")
    await page().waitFor(() => document.querySelector("#first [data-step=capture]"))
  })

  test("what the case still lacks is unfolded by keyboard, and what is put away stays put away", async () => {
    const openStates = () =>
      page().evaluate(() =>
        Array.from(
          document.querySelectorAll<HTMLElement>("#coach > ul > [data-state=open]"),
          each => each.dataset.advice,
        ),
      )
    await page().evaluate(() => {
      for (const each of document.querySelectorAll("details")) each.open = false
    })
    await focus("#coach > summary")
    await page().press("Enter")
    await page().waitFor(() => document.querySelector("#coach[open]"))
    expect(await openStates()).toContain("loss")
    await look("coach")
    await focus("#dismiss-loss")
    await page().press("Enter")
    await page().waitFor(() => document.querySelector("#dismissed [data-advice=loss]"))
    await page().click("#tick-own-reply")
    await page().waitFor(() => document.querySelector("#coach [data-advice=own-reply][data-state=ticked]"))
    await page().evaluate(() => {
      location.reload()
    })
    await page().waitFor(() => document.querySelector("#coach:not([open]) #dismissed [data-advice=loss]"))
    expect(
      await page().evaluate(() => document.querySelector<HTMLInputElement>("#tick-own-reply")?.checked),
    ).toBe(true)
    expect(await openStates()).not.toContain("loss")
  })

  test("nothing is wrong with its looks", () => {
    expect(looks.size).toBe(7)
    for (const [name, { wrong, sideways }] of looks)
      expect([name, wrong, sideways]).toEqual([name, [], false])
  })
})
