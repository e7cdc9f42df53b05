/**
 * What is told with a number and is no error: of a PDF, before its capture, in its result and on its own page; and of
 * a page that was still loading. Nothing that axe finds wrong, and pictures to look at.
 */
import { type ServerResponse } from "node:http"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { openPopup, type Page, type Surface } from "../../scripts/browsers/driver.ts"
import { caught } from "./harness/caught.ts"
import { installed } from "./harness/installed.ts"
import { judged, type Look } from "./harness/look.ts"
import { begunIn, modesOfRun } from "./harness/modes.ts"
import { asPdf } from "./harness/pdf-page.ts"
import { photographer } from "./harness/photograph.ts"
import { servePages } from "./harness/site.ts"

const waiting: ServerResponse[] = []
const site = await servePages(
  { "/slow": '<!doctype html><meta charset="utf-8"><title>slow</title><p>words<img src="/late.png" alt="">' },
  {
    "/paper.pdf": asPdf,
    // Comes when the story says so.
    "/late.png": (_request, response) => {
      waiting.push(response)
    },
  },
)
afterAll(() => site.close())

const told = (surface: Surface) =>
  surface.evaluate(() =>
    Array.from(document.querySelectorAll<HTMLElement>("#notices p"), line => [
      line.dataset.notice,
      line.querySelector("code")?.textContent,
    ]),
  )

describe.each(modesOfRun)("in $language, $scheme", mode => {
  const browser = installed(begunIn(mode))
  const photograph = photographer(browser, "notices", mode)
  const looks = new Map<string, Look>()
  const said = new Map<string, unknown>()

  const look = async (surface: Surface, state: string) => {
    await photograph(surface, state)
    looks.set(state, await judged(surface))
    said.set(state, await told(surface))
  }

  /** In the popup, over the page that was captured. */
  async function lookAtResult(page: Page, state: string): Promise<void> {
    const popup = await openPopup(browser.driven, page)
    await popup.waitFor(() => document.querySelector("#seen button, #recent button"))
    await popup.click("#seen button")
    await popup.waitFor(() => document.querySelector("#saved"))
    await look(popup, state)
    await popup.close()
  }

  beforeAll(async () => {
    const { driven } = browser
    const paper = await driven.newPage(`${site.origin}/paper.pdf`)
    const popup = await openPopup(driven, paper)
    await popup.waitFor(() => document.querySelector("#capture:enabled"))
    await look(popup, "before")
    await popup.close()
    const { row } = await caught(driven, paper)
    await lookAtResult(paper, "saved")
    await paper.close()
    const item = await driven.openExtensionPage(`ui/item.html?item=${row.id}`)
    await item.waitFor(() => document.querySelector("#notices"))
    await look(item, "item")
    await item.close()

    const slow = await driven.newPage("about:blank")
    const loaded = slow.goto(`${site.origin}/slow`)
    await slow.waitFor(() => document.readyState === "interactive" && location.pathname === "/slow")
    await caught(driven, slow)
    for (const response of waiting.splice(0)) response.writeHead(404).end()
    await loaded
    await lookAtResult(slow, "loading")
    await slow.close()
  })

  test("each is told with its number, before and after", () => {
    const pdf = [["page/pdf", "E-PAGE-02"]]
    expect(Object.fromEntries(said)).toEqual({
      ...{ before: pdf, saved: pdf, item: pdf },
      loading: [["page/loading", "E-PAGE-03"]],
    })
  })

  test("axe finds nothing wrong, and nothing reaches out sideways", () => {
    const fine: Look = { wrong: [], sideways: false }
    expect(Object.fromEntries(looks)).toEqual({ before: fine, saved: fine, item: fine, loading: fine })
  })
})
