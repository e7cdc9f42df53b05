// @vitest-environment happy-dom
/** The page of a list: what it shows of each state, and what its buttons ask for. */
import { describe, expect, test } from "vitest"
import { EvidenceError } from "../../../src/core/errors.ts"
import { type QueueEntry, waitingEntry } from "../../../src/core/queue/entry.ts"
import { wordsFor } from "../../../src/i18n/words.ts"
import { acts, addFile, type Doings, paceOf, perform } from "../../../src/ui/queue/doing.ts"
import { type Again, emptyModel, type Model } from "../../../src/ui/queue/model.ts"
import { renderPage } from "../../../src/ui/queue/render.ts"
import { type QueueEntryRow, type QueueRow } from "../../../src/vault/queue-row.ts"

const zh = wordsFor("zh-CN", "Asia/Shanghai")
const en = wordsFor("en", "Asia/Shanghai")

const row = (different: Partial<QueueRow> = {}): QueueRow => ({
  ...{ id: "q", created: "2026-11-26T04:00:00.000Z", paceSeconds: 5, state: "running", why: null },
  ...{ code: null, access: "all", stopped: false, endedAt: null },
  ...different,
})
const entry = (place: number, different: Partial<QueueEntry> = {}): QueueEntryRow => ({
  ...waitingEntry(place, { url: `https://a.cn/${String(place)}`, of: null, caseId: "default" }),
  queue: "q",
  ...different,
})
const saved = (place: number, different: Partial<QueueEntry> = {}) =>
  entry(place, {
    ...{ state: "saved", capture: `c${String(place)}`, item: place + 1, complete: true, answer: 200 },
    ...{ arrived: `https://a.cn/${String(place)}`, ...different },
  })
const again: Again = { id: "c4", item: 4, url: "https://a.cn/4", caseId: "k" }

const show = (different: Partial<Model>, words = zh): HTMLElement =>
  renderPage(words, { ...emptyModel, queue: null, ...different })
const text = (view: Element, selector: string) => view.querySelector(selector)?.textContent ?? null
const ids = (view: Element, selector: string) => Array.from(view.querySelectorAll(selector), ({ id }) => id)

describe("before it begins", () => {
  test("it says that a window opens, that sites see the visits, what the browser will ask, and when it is given back", () => {
    const view = show({})
    expect(text(view, "#what")).toContain("单独的窗口")
    expect(text(view, "#what")).toContain("网站会看到这些访问")
    expect(text(view, "#ask")).toContain("访问所有网站")
    expect(text(view, "#ask")).toContain("立即交还")
    expect(view.querySelector("#start")?.getAttribute("aria-describedby")).toBe("ask")
    expect(view.querySelector("#start:disabled"), "nothing is on the list").not.toBeNull()
  })

  test("what is no address is named by its line, as text, and the rest can begin", () => {
    const view = show({ text: "https://a.cn/1\n<img src=x onerror=alert(1)>\u202e\nhttps://a.cn/2" })
    const named = view.querySelector<HTMLElement>("#refused li")
    expect(named?.dataset).toMatchObject({ line: "2", why: "no-address" })
    expect(named?.textContent).toContain("<img src=x onerror=alert(1)>\ufffd")
    expect(view.querySelector("img")).toBeNull()
    expect(text(view, "#start")).toBe("开始采集 2 个网址")
  })

  test("items that the library sent are named, and an address that is among them is not taken twice", () => {
    const view = show({ again: [again], againNot: 1, text: "https://a.cn/4" })
    expect(text(view, "#again-items")).toBe("E-004")
    expect(text(view, "#again-not")).toContain("1 项不能")
    expect(view.querySelector<HTMLElement>("#refused li")?.dataset.why).toBe("repeated")
    expect(text(view, "#start")).toBe("开始采集 1 个网址")
  })

  test("a list from long ago that is done does not stand in the way of a new one", () => {
    expect(ids(show({ queue: row({ state: "done" }), isWriting: true }), "main > section")).toEqual([
      "what",
      "list",
    ])
  })
})

describe("while it is under way", () => {
  test.each([
    [row(), [saved(0), entry(1, { state: "capturing" })], "正在采集：已完成 1 / 2", ["pause", "stop"]],
    [row({ state: "paused", why: "user" }), [saved(0), entry(1)], "已暂停：已完成 1 / 2", ["resume", "stop"]],
    [
      row({ state: "paused", why: "user" }),
      [saved(0), entry(1, { state: "capturing" })],
      "即将暂停：先采完正在采集的这一页。",
      ["resume", "stop"],
    ],
    [row({ state: "done" }), [saved(0)], "清单已采完", ["new", "forget"]],
    [
      row({ state: "done", stopped: true }),
      [saved(0), entry(1)],
      "清单已提前结束",
      ["retry", "new", "forget"],
    ],
    [
      row({ state: "done", stopped: true }),
      [entry(0, { state: "capturing" })],
      "即将结束：先采完正在采集的这一页。",
      ["retry", "new"],
    ],
  ])("it says how far it is, and what can be done (%#)", (queue, entries, said, buttons) => {
    const view = show({ queue, entries })
    expect(text(view, "#heading")).toBe(said)
    expect(ids(view, "#acts button")).toEqual(buttons)
  })

  test.each(["user", "restarted", "not-allowed", "window-closed", "offline"] as const)(
    "why it rests is a sentence, and that all sites are given back (%s)",
    why => {
      for (const words of [zh, en]) {
        const view = show({ queue: row({ state: "paused", why }), entries: [entry(0)] }, words)
        expect(text(view, "#why")?.length).toBeGreaterThan(5)
        expect(text(view, "#course")).toContain(words.t("queue.resting"))
      }
    },
  )

  test("a full disk is told with its cause, what is safe and what to do", () => {
    const queue = row({ state: "paused", why: "problem", code: "vault/full" })
    const view = show({ queue, entries: [entry(0)] })
    expect(view.querySelector<HTMLElement>("#error")?.dataset.cause).toBe("vault/full")
  })

  test("items that the library sent meanwhile are on no list, and it says so", () => {
    const entries = [entry(0)]
    expect(text(show({ queue: row(), entries, again: [again] }), "#busy")).toContain("另一个清单正在采集")
    expect(show({ queue: row(), entries }).querySelector("#busy")).toBeNull()
  })
})

describe("comments", () => {
  const comment = { authorName: "甲\u202e", text: "骗子 <img src=x>", time: null }
  const wish = { url: "https://a.cn/t", of: "c4", caseId: "k", comment }

  test("that an item's page sent are counted as what they are, and its page can be on the list besides", () => {
    const comments = { item: 4, entries: [wish, { ...wish, comment: { ...comment, text: "滚" } }], not: 1 }
    const view = show({ comments, text: "https://a.cn/t" })
    expect(text(view, "#comments-said")).toBe("E-004 中读到的 2 条评论，每条各采集为一项。")
    expect(text(view, "#comments-not")).toContain("1 条")
    expect(text(view, "#counted")).toBe("将采集 3 个网址。")
  })

  test("on the list are told apart by their words, as text", () => {
    const view = show({ queue: row(), entries: [entry(0, { comment })] })
    expect(text(view, "[data-entry='0']")).toContain("甲\ufffd 的评论：骗子 <img src=x>")
    expect(view.querySelector("img")).toBeNull()
  })

  test("are sent as they are, and once more as comments, not as their page", async () => {
    const { held, doings } = desk({ comments: { item: 4, entries: [wish], not: 0 } })
    await perform(doings, "start")
    expect(held.asked).toContainEqual(["startQueue", expect.objectContaining({ entries: [wish] }) as object])
    const again = desk({
      queue: row({ state: "done" }),
      entries: [entry(0, { ...wish, state: "failed", code: "queue/no-comment" }), entry(1)],
    })
    await perform(again.doings, "retry")
    expect(again.held.model.comments.entries).toEqual([wish])
    expect(again.held.model.text).toBe("https://a.cn/1")
  })
})

describe("what came of it", () => {
  const entries = [
    saved(0),
    saved(1, { complete: false, answer: 404 }),
    saved(2, { arrived: "https://login.a.cn/" }),
    saved(3, { url: "http://a.cn/3", arrived: "https://a.cn/3#top" }),
    entry(4, { state: "failed", code: "queue/no-page", capture: "c9", item: 9, complete: false }),
    entry(5, { state: "failed", code: "queue/no-page" }),
    entry(6),
  ]
  const view = show({ queue: row({ state: "done", stopped: true }), entries })

  test("is counted: saved, with gaps, refused by the site, led elsewhere, failed by reason, not begun", () => {
    const counts = Array.from(view.querySelectorAll<HTMLElement>("#summary [data-count]"), ({ dataset }) => [
      dataset.count,
      dataset.n,
    ])
    expect(counts).toEqual([
      ["saved", "4"],
      ["gaps", "1"],
      ["refused", "1"],
      ["elsewhere", "1"],
      ["left", "1"],
      ["failed", "2"],
    ])
    expect(text(view, "[data-failed='queue/no-page']")).toContain("2 × ")
    expect(text(view, "[data-failed='queue/no-page'] code")).toBe("E-LIST-03")
  })

  test("stands at each address, with the way to its item; nothing leads to the address itself", () => {
    const of = (place: number) => view.querySelector(`[data-entry='${String(place)}']`) ?? view
    expect(of(1).textContent).toContain("404")
    expect(of(2).textContent).toContain("login.a.cn")
    expect(of(3).textContent, "the same page by https is no other page").not.toContain("另一个网页")
    expect(of(4).textContent).toContain("E-009")
    expect(of(6).textContent).toContain("没有开始")
    const links = Array.from(view.querySelectorAll("a"), link => link.getAttribute("href") ?? "")
    expect(links.filter(link => !/^(?:item\.html\?item=c\d|library\.html)$/.test(link))).toEqual([])
  })
})

/** A page of its own: what it asked the background, and what the browser answers to its question. */
function desk(given: Partial<Model>, isAllowed = true, throwing: EvidenceError | null = null) {
  const held = { model: { ...emptyModel, queue: null, ...given }, asked: [] as unknown[], givenBack: 0 }
  const doings: Doings = {
    read: () => held.model,
    change: part => void (held.model = { ...held.model, ...part }),
    background: (method, input) => {
      held.asked.push([method, input])
      return throwing === null ? Promise.resolve(null as never) : Promise.reject(throwing)
    },
    askForAll: () => Promise.resolve(isAllowed),
    giveBackAll: () => Promise.resolve(void (held.givenBack += 1)),
    readAddresses: which => Promise.resolve({ urls: [`https://a.cn/${which}`], others: 2 }),
    addLines: lines => [held.model.text, ...lines].filter(line => line !== "").join("\n"),
    pace: () => 7,
  }
  return { held, doings }
}

describe("its buttons", () => {
  test("begin the list with what is written and what is captured again, each in its own case", async () => {
    const { held, doings } = desk({ text: "https://a.cn/1\nnothing", again: [again], caseId: "x" })
    await perform(doings, "start")
    expect(held.asked).toEqual([
      [
        "startQueue",
        {
          entries: [
            { url: "https://a.cn/4", of: "c4", caseId: "k" },
            { url: "https://a.cn/1", of: null, caseId: "x" },
          ],
          ...{ paceSeconds: 7, access: "all" },
        },
      ],
    ])
    expect(held.model).toMatchObject({ text: "", again: [], problem: null })
  })

  test("where the browser was answered with no, ask nothing of the background, and offer to go on without pictures", async () => {
    const { held, doings } = desk({ text: "https://a.cn/1" }, false)
    await perform(doings, "start")
    expect(held.asked).toEqual([])
    const view = show(held.model)
    expect(ids(view, "#not-allowed button")).toEqual(["ask-again", "without"])
    await perform(doings, "without")
    expect(held.asked).toMatchObject([["startQueue", { access: "sites" }]])
  })

  test("give all sites back where nothing was begun", async () => {
    const { held, doings } = desk({ text: "https://a.cn/1" }, true, new EvidenceError("queue/busy", "busy"))
    await perform(doings, "start")
    expect(held).toMatchObject({ givenBack: 1, model: { problem: "queue/busy", text: "https://a.cn/1" } })
  })

  test.each([
    ["pause", row(), "pauseQueue", { queueId: "q" }],
    ["stop", row(), "stopQueue", { queueId: "q" }],
    ["forget", row({ state: "done" }), "forgetQueue", { queueId: "q" }],
    ["resume", row({ state: "paused" }), "resumeQueue", { queueId: "q", access: "all" }],
    ["resume", row({ state: "paused", access: "sites" }), "resumeQueue", { queueId: "q", access: "sites" }],
    ["without", row({ state: "paused" }), "resumeQueue", { queueId: "q", access: "sites" }],
  ] as const)("%s a list that is under way", async (name, queue, method, input) => {
    const { held, doings } = desk({ queue })
    await perform(doings, name)
    expect(held.asked).toEqual([[method, input]])
  })

  test("read the addresses of tabs when the browser allows it, and give that back at once", async () => {
    const { held, doings } = desk({ text: "https://a.cn/1" })
    await perform(doings, "tabs-all")
    expect(held.model).toMatchObject({
      text: "https://a.cn/1\nhttps://a.cn/all",
      taken: { from: "tabs", n: 1, others: 2 },
    })
    expect(held.givenBack).toBe(1)
    const refused = desk({}, false)
    await perform(refused.doings, "tabs-chosen")
    expect(refused.held.model).toMatchObject({ text: "", taken: { from: "tabs-refused" } })
  })

  test("put what was not captured on a new list", async () => {
    const entries = [saved(0), entry(1, { state: "failed", code: "internal" }), entry(2)]
    const { held, doings } = desk({ queue: row({ state: "done" }), entries })
    await perform(doings, "retry")
    expect(held.model).toMatchObject({ isWriting: true, text: "https://a.cn/1\nhttps://a.cn/2" })
  })

  test("keep what each goes on from, and the case that it was for", async () => {
    const wishes = [
      { url: "https://a.cn/4", of: "c4", caseId: "k" },
      { url: "https://a.cn/t", of: "c5", caseId: "m" },
    ]
    const entries = [
      ...wishes.map((wish, at) => entry(at, { ...wish, state: "failed", code: "queue/no-page" })),
      entry(2, { caseId: "n" }),
      saved(3, { of: "c6" }),
    ]
    const { held, doings } = desk({ queue: row({ state: "done" }), entries, caseId: "default" })
    await perform(doings, "retry")
    expect(text(show(held.model), "#comments-said")).toContain("没有采到的 2 项")
    await perform(doings, "start")
    expect(held.asked).toEqual([
      [
        "startQueue",
        expect.objectContaining({
          entries: [...wishes, { url: "https://a.cn/2", of: null, caseId: "n" }],
        }) as object,
      ],
    ])
  })

  test("do one thing at a time", async () => {
    const { held, doings } = desk({ text: "https://a.cn/1" })
    await Promise.all([perform(doings, "start"), perform(doings, "start")])
    expect(held.asked).toHaveLength(1)
  })

  test("are all there", () => {
    const views = [
      show({ again: [again], isRefused: true }),
      show({ comments: { item: 4, entries: [{ url: "https://a.cn/t", of: "c4", caseId: "k" }], not: 0 } }),
      show({ queue: row(), entries: [entry(0)] }),
      show({ queue: row({ state: "paused", why: "user" }), entries: [entry(0)] }),
      show({ queue: row({ state: "done" }), entries: [entry(0)] }),
    ]
    const shown = new Set(views.flatMap(view => ids(view, "button[id]")))
    expect([...shown].sort()).toEqual(Object.keys(acts).sort())
  })
})

test("a file gives its addresses, and the lines that it holds besides are named by its own numbers", async () => {
  const { held, doings } = desk({ text: "https://a.cn/0" })
  await addFile(doings, new File(["标题,网址\n一,https://a.cn/1\n二,没有"], "清单.csv"))
  expect(held.model.text).toBe("https://a.cn/0\nhttps://a.cn/1")
  const view = show(held.model)
  expect(text(view, "#taken")).toContain("清单.csv")
  expect(view.querySelector<HTMLElement>("#file-refused li")?.dataset).toMatchObject({ line: "3" })
})

test.each(["", " ", "-1", "1.5", "601", "x"])("“%s” is no pace", value => {
  expect(() => paceOf(value)).toThrow(expect.objectContaining({ code: "input/malformed" }) as Error)
})
