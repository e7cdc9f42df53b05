// @vitest-environment happy-dom
/** Lists that take rows away again: which changes make one, and that every row that was shown is kept once, in order. */
import { beforeEach, describe, expect, test, vi } from "vitest"
import { countItems } from "../../../src/capture/items.ts"
import { contentOf, rowsOf } from "../../../src/capture/list-rows.ts"
import { type KeptList, type Lists, listsOfPage } from "../../../src/capture/lists.ts"
import { lossesIn } from "../../../src/capture/losses.ts"

/** Where rows stand in the window, and how high they are: happy-dom lays nothing out. */
const tops = new Map<Element, number>()
const heights = new Map<Element, number>()
const ROW = 40

beforeEach(() => {
  document.body.replaceChildren()
  tops.clear()
  heights.clear()
  vi.spyOn(Element.prototype, "getBoundingClientRect").mockImplementation(function (this: Element) {
    return new DOMRect(0, tops.get(this) ?? 0, 300, heights.get(this) ?? ROW)
  })
  vi.spyOn(Element.prototype, "getClientRects").mockImplementation(function (this: Element) {
    return [new DOMRect()] as unknown as DOMRectList
  })
  Element.prototype.checkVisibility = () => true
  Object.defineProperty(window, "innerHeight", { configurable: true, value: 400 })
})

function container(html = "", tag = "div"): Element {
  const made = document.createElement(tag)
  made.innerHTML = html
  document.body.append(made)
  return made
}

const row = (text: string, tag = "div") => `<${tag} class="row">${text}</${tag}>`
const rows = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => row(`entry number ${from + index}`)).join("")

/** What changes, as the browser would tell it. */
async function changing(work: () => void): Promise<MutationRecord[]> {
  const observer = new MutationObserver(() => undefined)
  observer.observe(document, {
    ...{ subtree: true, childList: true, characterData: true, characterDataOldValue: true },
  })
  work()
  const records = observer.takeRecords()
  observer.disconnect()
  return Promise.resolve(records)
}

/** Takes the first rows out. */
const without = (count: number) => (list: Element) => {
  for (const child of Array.from(list.children).slice(0, count)) child.remove()
}

describe("rows are lost", () => {
  test("where they are taken out from among their like", async () => {
    const list = container(rows(0, 6))
    const losses = lossesIn(
      await changing(() => {
        without(2)(list)
      }),
      new WeakSet(),
    )
    expect(losses).toEqual([{ container: list, texts: ["entry number 0", "entry number 1"] }])
  })

  test("where they are put to use for other content, and are known as such", async () => {
    const list = container(rows(0, 6))
    const reused = new WeakSet<Element>()
    const records = await changing(() => {
      for (const [index, child] of Array.from(list.children).entries()) {
        if (child.firstChild) child.firstChild.nodeValue = `another text ${index}`
      }
    })
    const [loss, ...others] = lossesIn(records, reused)
    expect(others).toEqual([])
    expect(loss?.container).toBe(list)
    expect(loss?.texts).toContain("entry number 0")
    expect(Array.from(list.children).every(child => reused.has(child))).toBe(true)
  })

  test.each<[string, string, (list: Element) => void]>([
    [
      "one is moved to the end",
      rows(0, 6),
      list => {
        list.append(list.children[0] ?? "")
      },
    ],
    [
      "what was taken out has no like",
      `${rows(0, 6)}<aside>an advertisement</aside>`,
      list => list.lastElementChild?.remove(),
    ],
    ["what was taken out says the same as what stays", rows(0, 3) + rows(0, 3), without(1)],
    [
      "a counter in each of them changes",
      row("long enough to be a post, liked by <b>7</b>").repeat(6),
      list => {
        for (const { firstChild } of list.querySelectorAll("b")) if (firstChild) firstChild.nodeValue = "8"
      },
    ],
    ["what was taken out had no words", row("") + row("") + rows(0, 4), without(2)],
    [
      "the whole list is taken out",
      rows(0, 6),
      list => {
        list.remove()
      },
    ],
  ])("not where %s", async (_what, html, work) => {
    const list = container(html)
    expect(
      lossesIn(
        await changing(() => {
          work(list)
        }),
        new WeakSet(),
      ),
    ).toEqual([])
  })

  test("not in what somebody is writing", async () => {
    const list = container(rows(0, 6))
    list.setAttribute("contenteditable", "true")
    expect(
      lossesIn(
        await changing(() => {
          without(2)(list)
        }),
        new WeakSet(),
      ),
    ).toEqual([])
  })
})

/** A list of which six rows are shown at a time, recycled as it is scrolled. */
async function scrolled(lists: Lists, list: Element, last: number): Promise<void> {
  for (let from = 0; from + 6 <= last; from += 3) {
    lists.note(
      await changing(() => {
        list.innerHTML = rows(from, from + 6)
      }),
    )
    for (const [index, child] of Array.from(list.children).entries()) tops.set(child, (from + index) * ROW)
    lists.look()
  }
}

describe("a list that recycles its rows", () => {
  test("is known by them, and each row that it showed is kept once, in order", async () => {
    const lists = listsOfPage()
    const list = container()
    await scrolled(lists, list, 18)
    expect(lists.recycle()).toBe(true)
    const [kept, ...others] = lists.kept()
    expect(others).toEqual([])
    expect(kept?.container).toBe(list)
    const texts = kept?.rows.map(({ text }) => text) ?? []
    // What went before it was known as a list cannot be had again.
    expect(texts).toEqual(
      Array.from({ length: texts.length }, (_, index) => `entry number ${18 - texts.length + index}`),
    )
    expect(texts.length).toBeGreaterThanOrEqual(15)
    expect(lists.isFull()).toBe(false)
  })

  test("two rows with the same words in two places are two", async () => {
    const lists = listsOfPage()
    const list = container()
    await scrolled(lists, list, 9)
    list.innerHTML = row("the same") + row("the same") + row("the same")
    for (const [index, child] of Array.from(list.children).entries()) tops.set(child, 5_000 + index * ROW)
    lists.look()
    lists.look()
    const same = lists.kept()[0]?.rows.filter(({ text }) => text === "the same")
    expect(same).toHaveLength(3)
  })

  test("a page that takes nothing away has none", async () => {
    const lists = listsOfPage()
    const list = container(rows(0, 6))
    lists.note(
      await changing(() => {
        list.insertAdjacentHTML("beforeend", rows(6, 12))
      }),
    )
    lists.look()
    expect([lists.recycle(), lists.kept()]).toEqual([false, []])
  })

  test("what is added above the window is counted as late, and only there", async () => {
    const lists = listsOfPage()
    const list = container(rows(0, 3))
    lists.note(
      await changing(() => {
        list.insertAdjacentHTML("afterbegin", row("came above") + row("came into view"))
      }),
    )
    tops.set(list.children[0] ?? list, -ROW)
    tops.set(list.children[1] ?? list, 10)
    expect(lists.look()).toBe(1)
    expect(lists.look()).toBe(0)
  })
})

describe("a row", () => {
  test.each([
    ["is known by its words", "<p> words </p>", "words"],
    ["without words by its pictures", `<p><img src="/a.png"><img src="/b.png"></p>`, "/a.png /b.png"],
    ["that is a script has nothing to say", "<script>words</script>", ""],
    ["that is a style has nothing to say", "<style>p{}</style>", ""],
  ])("%s", (_how, html, content) => {
    expect(contentOf(container(html).firstElementChild ?? document.body)).toBe(content)
  })

  test("is looked for in the one element that holds them all", () => {
    const list = container(`<section><ul>${row("one", "li")}${row("two", "li")}</ul></section><i></i>`)
    expect(rowsOf(list).map(({ text }) => text)).toEqual(["one", "two"])
  })

  test("as long as a page is none", () => {
    const list = container(row("x".repeat(100_001)) + row("short"))
    expect(rowsOf(list).map(({ text }) => text)).toEqual(["short"])
  })
})

describe("the entries of a feed", () => {
  const kept = (count: number): KeptList => ({
    container: document.body,
    rows: Array.from({ length: count }, (_, index) => ({ text: `${index}`, drafts: 0 })),
  })
  const list = (count: number, tag: string, inside = "words") => `<${tag}>${inside}</${tag}>`.repeat(count)

  test.each<[string, string, number]>([
    ["are its articles, before any list", list(3, "article") + `<ul>${list(5, "li")}</ul>`, 3],
    ["are no comments on an article", list(3, "article", "<article>comment</article>"), 3],
    ["are the items of its largest list", `<ul>${list(3, "li")}</ul><ol>${list(5, "li")}</ol>`, 5],
    ["are like elements beside one another, where there is no list", list(4, "section"), 4],
    ["are none of a menu", `<nav><ul>${list(9, "li")}</ul></nav>`, 0],
    ["are none of a side column", `<aside><ul>${list(9, "li")}</ul></aside>`, 0],
    ["are not two of something", list(2, "section"), 0],
  ])("%s", (_what, html, count) => {
    container(html, "main")
    expect(countItems(null, [])).toBe(count)
  })

  test("below the window are not counted yet", () => {
    const feed = container(list(4, "article"))
    tops.set(feed.children[3] ?? feed, 400)
    expect(countItems(null, [])).toBe(3)
  })

  test("that a list has taken away again are counted too", () => {
    container(list(4, "article"))
    expect(countItems(null, [kept(30)])).toBe(30)
    expect(countItems(null, [kept(2)])).toBe(4)
  })

  test("that are lower than a line are words of a menu", () => {
    const feed = container(list(4, "section"))
    for (const child of feed.children) heights.set(child, 15)
    expect(countItems(null, [])).toBe(0)
  })
})
