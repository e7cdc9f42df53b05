// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from "vitest"
import { saysLoading } from "../../../src/capture/loading.ts"

/** Everything in the page stands in one line at the window's lower edge: happy-dom lays nothing out. */
function show(html: string) {
  document.body.innerHTML = html
  vi.spyOn(Element.prototype, "getBoundingClientRect").mockReturnValue(
    new DOMRect(0, innerHeight - 40, innerWidth, 40),
  )
  vi.spyOn(Element.prototype, "checkVisibility").mockReturnValue(true)
  Document.prototype.elementFromPoint = () => document.body.lastElementChild
  return { scrollY: 1000, clientHeight: 700, documentHeight: 1700 }
}
afterEach(() => {
  vi.restoreAllMocks()
})

describe("the end of a page", () => {
  test.each([
    ["says that more is loading", "<p>加载中…</p>", true],
    ["says so in traditional characters", "<p>載入中</p>", true],
    ["says so at more length", "<p>正在努力加载，请稍候</p>", true],
    ["says so in English", "<p>Loading…</p>", true],
    ["is marked busy", `<main aria-busy="true"></main>`, true],
    ["shows a progress", `<div role="progressbar"></div>`, true],
    ["has a button for more", "<button>加载更多</button>", false],
    ["says that this is all", "<p>没有更多了</p>", false],
    ["speaks of loading in a sentence", `<p>${"她说页面一直停在加载中。".repeat(5)}</p>`, false],
    ["is not busy any more", `<main aria-busy="false"></main>`, false],
  ])("%s", (_name, html, expected) => {
    expect(saysLoading(show(html))).toBe(expected)
  })

  test("is not asked for where the page does not stand at it", () => {
    expect(saysLoading({ ...show("<p>加载中…</p>"), scrollY: 0 })).toBe(false)
  })
})
