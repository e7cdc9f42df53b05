// @vitest-environment happy-dom
import { describe, expect, test } from "vitest"
import { type Gap } from "../../../src/core/evidence.ts"
import { wordsFor } from "../../../src/i18n/words.ts"
import { renderExportItems } from "../../../src/ui/popup/export-items.ts"
import { type Model, screenOf } from "../../../src/ui/popup/model.ts"
import { announcement, renderPopup } from "../../../src/ui/popup/render.ts"
import { type ArtifactRow } from "../../../src/vault/capture-row.ts"
import { captureRow, exportRow, model, runningRow, zip } from "./rows.ts"

const words = wordsFor("zh-CN", "UTC")

function show(different: Partial<Model>): HTMLElement {
  const given = model(different)
  const screen = screenOf(given)
  if (screen === null) throw new Error("nothing to show")
  return renderPopup(words, given, screen)
}

const text = (view: Element, selector: string) => view.querySelector(selector)?.textContent ?? null
const has = (view: Element, selector: string) => view.querySelector(selector) !== null
const file = (path: string): ArtifactRow => ({
  captureId: "c4",
  path,
  sha256: zip,
  bytes: 1,
  mediaType: "",
  source: "screen",
  at: "",
  place: null,
  sm3: null,
  crc32: null,
})
const at = (item: number) => ({ at: "item", captureId: `c${item}` }) as const

describe("ready", () => {
  test("the first run offers the capture and says openly what it does not prove", () => {
    const view = show({})
    expect(text(view, "button#capture")).toBe("采集此页")
    expect(has(view, "button#capture:not([disabled])")).toBe(true)
    expect(has(view, "details#limits[open]")).toBe(true)
    expect(text(view, "#limits")).toContain("不能单独证明")
    expect(text(view, "#will-save")).toContain("不上传证据；只会再次读取此页和它用到的文件。")
    expect(text(view, "#usage")).toContain("卸载会删除")
  })

  test("beside a page that the browser has not allowed, the panel says what to do before anybody presses", () => {
    const page = { tabId: 7, url: "", privateWindow: false, access: "not-granted" } as const
    const view = show({ surface: "panel", page, shortcut: "Alt+Shift+K" })
    expect(has(view, "button#capture[disabled][aria-describedby='not-granted']")).toBe(true)
    for (const way of ["工具栏", "Alt+Shift+K", "用固证采集此页"])
      expect(text(view, "#not-granted")).toContain(way)
    expect(has(view, "#will-save")).toBe(false)
    expect(text(show({ surface: "panel", page }), "#not-granted")).not.toContain("Alt")
  })

  test("the way to the panel stands in the popup, where there is a panel, and not in the panel", () => {
    expect(has(show({ hasPanel: true }), "#panel-open")).toBe(true)
    expect(has(show({}), "#panel-open")).toBe(false)
    expect(has(show({ hasPanel: true, surface: "panel" }), "#panel-open")).toBe(false)
  })

  test("a second button captures with a post cut out, where a script may be in the page", () => {
    expect(text(show({}), "button#pick")).toBe("采集此页，并单独截取一条帖子…")
    for (const access of ["picture-only", "none"] as const) {
      const page = { tabId: 7, url: "https://weibo.com/1/N", privateWindow: false, access }
      expect(has(show({ page }), "#pick")).toBe(false)
    }
  })

  test("with items kept, the limits fold and the recent ones stand by number, host and chip, without titles", () => {
    const view = show({
      counts: { kept: 3 },
      recent: [captureRow(3), captureRow(2, { complete: false })],
    })
    expect(has(view, "details#limits[open]")).toBe(false)
    expect([...view.querySelectorAll("#recent li")].map(row => row.textContent)).toEqual([
      "E-003weibo.com已加载部分完整",
      "E-002weibo.com有缺失",
    ])
    expect(view.textContent).not.toContain("A title")
  })

  test("an item of which the last check found a file gone or changed is marked in every list, and says so itself", () => {
    const damaged = new Set(["c2"])
    const recent = [captureRow(3), captureRow(2)]
    const chips = (view: Element) => [...view.querySelectorAll(".chip")].map(each => each.textContent)
    expect(chips(show({ counts: { kept: 3 }, recent, damaged }))).toEqual(["已加载部分完整", "文件受损"])
    expect(chips(renderExportItems(words, recent, damaged))).toEqual(["文件受损", "已加载部分完整"])
    const item = show({ place: at(2), item: captureRow(2), damaged })
    expect(has(item, "#saved .chip-damaged")).toBe(true)
    expect(text(item, "#error[data-cause='vault/damaged']")).toContain("E-STORE-03")
    expect(has(show({ place: at(3), item: captureRow(3), damaged }), "#error")).toBe(false)
  })

  test.each([
    ["little room", 299_000_000, true],
    ["room", 300_000_000, false],
    ["what the browser does not tell", null, false],
  ])("before a capture, %s is told", (_name, freeBytes, isTold) => {
    const view = show({ usage: { usedBytes: 1, freeBytes } })
    expect(has(view, "#low-storage")).toBe(isTold)
    if (isTold) expect(text(view, "#low-storage")).toContain("299")
    expect(has(view, "button#capture:not([disabled])")).toBe(true)
  })

  test("a page that was captured before says how often, and when last", () => {
    expect(text(show({ seen: { times: 2, newest: captureRow(3) } }), "#seen")).toContain(
      "此页采集过 2 次，最近 2026/11/22 15:22 (UTC)",
    )
  })

  test("an extra that would be skipped for this site says so, and offers to have the browser asked", () => {
    const extras = ["server-record", "originals"] as const
    const line = show({ extras, siteAllowed: false }).querySelector("#not-allowed")
    expect(line?.textContent).toContain("还没有允许 weibo.com")
    expect(line?.querySelector("button")?.dataset.act).toBe("allow-site")
    const silent: readonly Partial<Model>[] = [
      { extras, siteAllowed: true },
      { extras, siteAllowed: null },
      { extras: [], siteAllowed: false },
      { extras: ["mhtml"], siteAllowed: false },
    ]
    for (const different of silent) expect(has(show(different), "#not-allowed")).toBe(false)
  })

  test("what was switched on beyond the usual is named, since it asks sites or changes the page", () => {
    expect(text(show({ extras: ["originals", "unfold"] }), "#also-on")).toBe(
      "您在设置中还打开了：原图文件 · 所指帖子中的折叠文字。",
    )
    expect(has(show({ extras: [] }), "#also-on")).toBe(false)
  })

  test("a private window is told what is kept and what is not", () => {
    const page = { tabId: 1, url: "https://a.example/", privateWindow: true, access: "full" } as const
    expect(text(show({ page }), "#private")).toContain("不会写入浏览历史")
  })

  test("a page that cannot be read promises a picture only, and says why", () => {
    const page = {
      tabId: 1,
      url: "https://addons.mozilla.org/x",
      privateWindow: false,
      access: "picture-only",
    } as const
    const view = show({ page })
    expect(text(view, "#picture-only")).toContain("不允许读取")
    expect(text(view, "#will-save")).not.toContain("源码")
    expect(has(view, "button#capture:not([disabled])")).toBe(true)
  })

  test("a page that allows nothing disables the button and gives E-PAGE-01", () => {
    const page = { tabId: 1, url: "chrome://settings/", privateWindow: false, access: "none" } as const
    expect(screenOf(model({ page }))?.view).toBe("blocked")
    const view = show({ page })
    expect(has(view, "button#capture[disabled]")).toBe(true)
    expect(view.querySelectorAll("#error")).toHaveLength(1)
    expect(has(view, "#error[data-code=E-PAGE-01][data-cause='capture/page-forbidden']")).toBe(true)
    expect(text(view, "#error")).toContain("请打开帖子所在的网页再试。")
  })

  test("an error shows its four parts and can be dismissed", () => {
    const view = show({ problem: "vault/full" })
    expect(has(view, "#error[role=alert][data-code=E-STORE-01] [data-act=dismiss]")).toBe(true)
    expect(view.querySelector("#error")?.querySelectorAll("p")).toHaveLength(3)
    expect(text(view, "#error code")).toBe("E-STORE-01")
  })

  test("an interrupted capture is offered to keep or to trash, until it is acknowledged", () => {
    const pages = [{ path: "page-1.png", sha256: zip, from: ["a", "b"], y: 0, height: 1 }]
    const recent = [captureRow(4, { interrupted: true, pages })]
    const view = show({ recent })
    expect(text(view, "#recovered p")).toContain("已找回 2 屏截图")
    expect(has(view, "#recovered-keep") && has(view, "#recovered-trash[data-capture=c4]")).toBe(true)
    expect(has(show({ recent, acknowledged: "c4" }), "#recovered")).toBe(false)
    expect(has(show({ recent: [captureRow(5), ...recent] }), "#recovered")).toBe(false)
  })

  test("what was discarded can be taken back as long as it is in the trash", () => {
    const trashed = captureRow(4, { trashedAt: "2026-11-22T15:23:00Z" })
    expect(has(show({ trashed }), "button#restore[data-capture=c4]")).toBe(true)
    expect(has(show({ trashed: captureRow(4) }), "#restore")).toBe(false)
  })
})

describe("capturing", () => {
  test.each([
    ["as-seen", ["now", "next", "next", "next", "next", "next"]],
    ["page", ["done", "now", "next", "next", "next", "next"]],
    ["waiting", ["done", "done", "now", "next", "next", "next"]],
    ["frames", ["done", "done", "now", "next", "next", "next"]],
    ["paused", ["done", "done", "now", "next", "next", "next"]],
    ["after", ["done", "done", "done", "now", "next", "next"]],
    ["stitch", ["done", "done", "done", "done", "now", "next"]],
    ["verify", ["done", "done", "done", "done", "done", "now"]],
    ["seal", ["done", "done", "done", "done", "done", "now"]],
    ["done", ["done", "done", "done", "done", "done", "done"]],
  ] as const)("in stage %s, what is past, present and to come is told apart", (stage, states) => {
    const row = runningRow(4, { stage, done: 0, total: null }, { asSeenSafe: stage !== "as-seen" })
    const view = show({ running: [row] })
    expect([...view.querySelectorAll("#stages > li")].map(line => line.getAttribute("data-state"))).toEqual(
      states,
    )
  })

  test("the first screen is called safe only once it was read back", () => {
    const progress = { stage: "page", done: 0, total: null } as const
    expect(text(show({ running: [runningRow(4, progress)] }), "#stages li")).toContain("首屏已保存，可以放心")
    const unsafe = show({ running: [runningRow(4, progress, { asSeenSafe: false })] })
    expect(text(unsafe, "#stages li")).not.toContain("可以放心")
  })

  test.each([
    [7, "5 / 约 7"],
    [null, "第 5 屏"],
  ])("frames are counted out of %s as %s", (total, shown) => {
    const view = show({ running: [runningRow(4, { stage: "frames", done: 5, total })] })
    expect(text(view, ".stage-detail")).toBe(shown)
    expect(has(view, "progress")).toBe(total !== null)
  })

  test("time passes, by the clock that the model was given", () => {
    expect(text(show({ running: [runningRow(4, { stage: "frames", done: 1, total: 2 })] }), ".clock")).toBe(
      "00:06",
    )
  })

  test("away from the page, the reader is told to come back", () => {
    const view = show({ running: [runningRow(4, { stage: "paused", done: 5, total: 7 })] })
    expect(text(view, "#advice")).toContain("回到该页会自动继续")
  })

  test("discarding asks first, in place", () => {
    const running = [runningRow(4, { stage: "frames", done: 1, total: 2 })]
    const before = show({ running })
    expect(has(before, "button#discard") && has(before, "button#stop-keep:not([aria-disabled])")).toBe(true)
    expect(has(before, "#discard-yes")).toBe(false)
    const after = show({ running, confirmingDiscard: true })
    expect(text(after, "#discard-confirm")).toContain("30 天内可恢复")
    expect(has(after, "button#discard-yes[data-capture=c4]")).toBe(true)
  })

  test("once scrolling is over there is nothing left to stop", () => {
    const view = show({ running: [runningRow(4, { stage: "stitch", done: 0, total: null })] })
    expect(has(view, "button#stop-keep[aria-disabled=true]")).toBe(true)
  })

  test("one that could not be sealed says why, and stands in no other's way", () => {
    const row = runningRow(4, { stage: "seal", done: 0, total: null }, { failure: "vault/failed" })
    expect(screenOf(model({ running: [row] }))?.view).toBe("ready")
    const view = show({ place: at(4), item: row, running: [row] })
    expect(has(view, "#error[data-code=E-STORE-04]")).toBe(true)
    expect(has(view, "#stop-keep, #discard")).toBe(false)
    expect(text(show({ recent: [row] }), "#recent .chip")).toBe("有缺失")
  })

  test("one whose failure could not even be written down says why as well, and counts no time", () => {
    const row = runningRow(4, { stage: "frames", done: 1, total: 4 })
    const told = { running: [row], unclosed: new Map([[row.id, "vault/full"]] as const) }
    expect(screenOf(model(told))?.view).toBe("ready")
    const view = show({ ...told, place: at(4), item: row })
    expect(has(view, "[role=alert] #error[data-cause='vault/full']")).toBe(true)
    expect(text(view, "#heading")).toBe("这次采集没能收尾")
    expect(has(view, "#stop-keep, #discard, .clock, #advice")).toBe(false)
  })

  test("paused before the first screen, it counts no screen", () => {
    expect(
      has(show({ running: [runningRow(4, { stage: "paused", done: 0, total: null })] }), ".stage-detail"),
    ).toBe(false)
  })

  test("while a running capture is being discarded, nothing says that it was saved", () => {
    const given = model({ place: at(4), item: captureRow(4), confirmingDiscard: true, pending: "discard" })
    expect(screenOf(given)?.view).toBe("capturing")
  })

  test("a screen reader hears one sentence a stage, not one a frame", () => {
    const said = [1, 2, 3].map(done => {
      const given = model({ running: [runningRow(4, { stage: "frames", done, total: 9 })] })
      return announcement(words, screenOf(given)!)
    })
    expect(new Set(said)).toEqual(new Set(["滚动截图"]))
  })
})

describe("saved", () => {
  const gap = (different: Partial<Gap>): Gap => ({
    what: "pictures",
    reason: "refused",
    count: 1,
    where: null,
    ...different,
  })

  test("a post that was pointed at stands in the receipt with its place in numbers, or as not kept", () => {
    const post = { ...{ x: 40, y: 1100, width: 600, height: 1000 }, selector: "a", from: [], clicks: [] }
    const line = (file: string | null) => {
      const view = show({ place: at(4), item: captureRow(4, { post: { ...post, file } }) })
      return text(view, "[data-line=post] dd")
    }
    expect(line("post.png")).toBe("600 × 1,000 像素，位于整页 (40, 1,100)")
    expect(line(null)).toBe("未保存")
    expect(has(show({ place: at(4), item: captureRow(4) }), "[data-line=post]")).toBe(false)
  })

  test("words that were selected are counted by the screenshots that show them", () => {
    const marks = { post: null, quote: [{ line: 0, x: 0, y: 0, width: 1, height: 1 }] }
    const files = [file("frames/0000.png"), { ...file("frames/0001.png"), marks }]
    const view = show({ place: at(4), item: captureRow(4), files })
    expect(text(view, "[data-line=quote] dd")).toBe("已记下在 1 张截图中的位置")
  })

  test("the receipt counts the files that are there", () => {
    const files = ["frames/0000.png", "frames/0001.png", "page-1.png", "text.txt", "log.jsonl"].map(file)
    const view = show({ place: at(4), item: captureRow(4), files })
    expect(has(view, "#saved[data-item=E-004][data-complete=true]")).toBe(true)
    expect(text(view, "h2")).toBe("已保存 E-004")
    expect(text(view, "#saved .chip")).toBe("已加载部分完整")
    const lines = [...view.querySelectorAll("#receipt > div")].map(line => line.textContent)
    expect(lines).toEqual([
      "截图2 张",
      "拼接长图1 张",
      "文字已保存",
      "网页源码未保存",
      "用时9 秒",
      "大小17 MB",
    ])
  })

  test("every gap is a sentence, in its order, and no selector of a page", () => {
    const gaps = [
      gap({ count: 3 }),
      gap({ what: "folded", reason: "not-unfolded", count: 2, where: "html > body > #comments" }),
      gap({ what: "inner-scroller", reason: "not-scrolled", count: null, where: "application/pdf" }),
      gap({ what: "width", reason: "not-scrolled", count: null, where: "1728 px" }),
      gap({ what: "not-loaded", reason: "not-loaded", count: 312, where: "长评论 312: 0 / 312" }),
    ]
    const view = show({ place: at(4), item: captureRow(4, { complete: false, gaps }) })
    expect(has(view, "#saved[data-complete=false]")).toBe(true)
    expect(text(view, "h2")).toBe("已保存 E-004，但有缺失")
    const shown = [...view.querySelectorAll("#gaps li")]
    expect(shown.map(line => line.getAttribute("data-gap"))).toEqual(
      gaps.map(({ what, reason }) => `${what}:${reason}`),
    )
    expect(shown[0]?.textContent).toBe("缺 3 张图片：网站拒绝提供。")
    expect(shown[4]?.textContent).toBe(
      "312 条内容没有加载：页面当时没有加载。页面上写着 312 条，读到了 0 条。",
    )
    expect(text(view, "#gaps")).not.toMatch(/位置|html|body|pdf|px|0 \/ 312/)
  })

  test("a step that failed is shown with its cause and its code", () => {
    const steps = [
      { name: "source", at: "", ms: 1, outcome: "failed", code: "capture/refetch-refused" },
      { name: "text", at: "", ms: 1, outcome: "done", code: null },
      { name: "stitch", at: "", ms: 1, outcome: "failed", code: null },
    ] as const
    const view = show({ place: at(4), item: captureRow(4, { steps }) })
    const shown = [...view.querySelectorAll("#failed-steps li")]
    expect(shown.map(line => line.getAttribute("data-code"))).toEqual(["E-NET-02", "E-UNK-01"])
    expect(shown[0]?.textContent).toContain("原网站没有再次给出网页源码。")
  })

  test("what the server sent is told with its limits, and an extra that was skipped with its reason", () => {
    const server = {
      status: 200,
      visitorStatus: 403,
      comparison: { verdict: "not-found", basis: "page", total: 7, found: 0, inData: 0, doubts: [] },
      visitor: { verdict: "not-public", reason: "refused" },
    } as const
    const step = { at: "", ms: 0, name: "mhtml", outcome: "skipped", code: "capture/no-archive" } as const
    const view = show({ place: at(4), item: captureRow(4, { server, steps: [step] }), files: [] })
    const said = [...view.querySelectorAll("#also-kept li")].map(line => line.textContent)
    expect(said).toEqual([
      "比对的 7 句，在服务器当时发来的内容里都没有找到。这不能说明此前是否有过。（状态 200。）",
      "以不带 Cookie 的访客身份请求，服务器拒绝提供。（状态 403。）",
      "整页单个文件（MHTML）：已跳过。浏览器没有把此页作为单个文件交出来。",
    ])
    expect(has(show({ place: at(4), item: captureRow(4), files: [] }), "#also-kept")).toBe(false)
  })

  test("what was read of the post is told in a line, without its tricks, and what was not is told too", () => {
    const facts = {
      ...{
        adapter: "weibo",
        pageType: "post",
        authorName: "林\u202e小满",
        authorHandle: null,
        authorId: "5",
      },
      publishedAt: { at: "2026-11-21T14:08:31.000Z", plusMinusSeconds: 1, basis: "" },
      counters: { likes: { count: 87_000, rounded: true }, reposts: { count: 12_034, rounded: false } },
      ...{ ambiguous: ["text"], missing: [], comments: 3, faulty: false },
    } as const
    const line = (different: object) =>
      text(show({ place: at(4), item: captureRow(4, different) }), "#post-facts")
    const told = line({ facts })
    expect(told).toContain("林\ufffd小满 · 2026/11/21")
    expect(told).toContain("转发 12,034 · 点赞 约 87,000")
    expect(told).toContain("其中 1 项页面各处说法不一，未取值。")
    const unread = show({
      place: at(4),
      item: captureRow(4, { facts: { ...facts, missing: ["authorName", "text"] } as never }),
    })
    expect(text(unread, "#notices")).toMatch(/网站可能改版了.*E-ADAPT-01/)
    expect(line({ facts: { ...facts, faulty: true } })).toContain("读取这些信息时出错")
    expect(has(show({ place: at(4), item: captureRow(4) }), "#post-facts")).toBe(false)
  })

  test("our own loads of the page are counted", () => {
    const requests = [{ at: "", url: "https://weibo.com/1/N", purpose: "source", status: 200 }] as const
    expect(text(show({ place: at(4), item: captureRow(4, { requests }) }), "#requests")).toContain("1 次")
  })

  test("it can be undone", () => {
    const view = show({ place: at(4), item: captureRow(4) })
    expect(has(view, "button#undo[data-act=discard][data-capture=c4]")).toBe(true)
  })
})

test("what was discarded can be restored", () => {
  const view = show({ place: { at: "discarded", captureId: "c4", item: 4 } })
  expect(text(view, "h2")).toBe("E-004 已移入回收站")
  expect(has(view, "button#restore[data-capture=c4]")).toBe(true)
})

describe("export", () => {
  const place = { at: "export", exportId: null } as const

  test("before it starts, the reader knows what the log shows and that no time stamp is in it", () => {
    const usage = { usedBytes: 214_400_000, freeBytes: null }
    const view = show({ place, counts: { kept: 12 }, usage })
    expect([...view.querySelectorAll("input[name=scope]")].map(input => input.getAttribute("value"))).toEqual(
      ["all", "selected"],
    )
    expect(text(view, "#export-choice label")).toBe("全部 12 项")
    expect(text(view, "#export-privacy")).toBe(
      "包内日志会显示您全部采集、删除、导出的次数和时间，不含网址与内容。",
    )
    expect(text(view, "#export-stamp")).toBe("整包没有第三方时间戳。")
    expect(has(view, "button#export-start:not([aria-disabled])")).toBe(true)
  })

  test("while it runs, it says how far it is", () => {
    const view = show({ place, exporting: exportRow({ state: "running", done: 12, total: 34, zip: null }) })
    expect(view.querySelector("progress")?.getAttribute("value")).toBe("12")
    expect(text(view, "#export-running")).toContain("12 / 34")
  })

  test("what did not fit into it is told, and leads to the next bundle", () => {
    const view = show({ place, exporting: exportRow({ leftOut: 0, next: ["c", "d"] }) })
    expect(text(view, "#export-next p")).toContain("还有 2 项放不下")
    expect(view.querySelector("#export-next a")?.getAttribute("href")).toMatch(
      /^library\.html\?export=next&of=\S+$/,
    )
    expect(has(show({ place, exporting: exportRow({ leftOut: 1 }) }), "#export-next")).toBe(false)
  })

  test("when it is done, all 64 digits are there to read and to copy", () => {
    const view = show({ place, exporting: exportRow({ leftOut: 2 }) })
    const done = view.querySelector("#export-done")
    expect(done?.getAttribute("data-sha256")).toBe(zip)
    expect(done?.getAttribute("data-file")).toBe("holdfast-20261122T153000Z-7f3a9c.zip")
    expect(text(view, "#digits")).toMatch(/^([0-9a-f]{4} ){15}[0-9a-f]{4}$/)
    expect(text(view, "#digits")?.replaceAll(" ", "")).toBe(zip)
    expect(has(view, `#copy[data-text="${zip}"]`)).toBe(true)
    expect(text(view, "#left-out")).toContain("2 项")
    // Whether the reader cancelled the browser's own dialog is not known.
    expect(text(view, "#export-done h3")).toBe("已交给浏览器下载")
  })

  test("when it failed, its code stands there and it can be tried again", () => {
    const view = show({ place, exporting: exportRow({ state: "failed", code: "vault/full", zip: null }) })
    expect(has(view, "#error[data-code=E-STORE-01]")).toBe(true)
    expect(has(view, "button#export-open")).toBe(true)
    expect(has(view, "#export-done")).toBe(false)
  })

  test("a thousand items can be chosen from: the newest are shown, any is found, and what is chosen stays", () => {
    const rows = Array.from({ length: 1000 }, (_, index) =>
      captureRow(index + 1, index === 6 ? { url: "https://tieba.baidu.com/p/7" } : {}),
    )
    const list = renderExportItems(words, rows, new Set())
    const boxes = () => [...list.querySelectorAll<HTMLInputElement>("input[type=checkbox][name=item]")]
    const find = (typed: string) => {
      const field = list.querySelector<HTMLInputElement>("#export-find")
      if (field === null) throw new Error("no field")
      field.value = typed
      field.dispatchEvent(new Event("input"))
    }
    expect(boxes()).toHaveLength(50)
    expect(boxes()[0]?.value).toBe("c1000")
    expect(boxes()[0]?.closest("label")?.textContent).toContain("E-1000")
    expect(text(list, "#export-shown")).toBe("显示 1,000 项中最近的 50 项。")
    boxes()[0]?.click()
    find("tieba")
    expect(boxes().map(({ value, checked }) => [value, checked])).toEqual([
      ["c1000", true],
      ["c7", false],
    ])
    find("e-007")
    expect(boxes().map(({ value }) => value)).toContain("c7")
    find("")
    expect(boxes().filter(({ checked }) => checked)).toHaveLength(1)
    expect(renderExportItems(words, rows.slice(0, 50), new Set()).querySelector("#export-find")).toBeNull()
  })
})

describe("what a page calls itself stays text", () => {
  const hostile = `<script>alert(1)</script><img src=x onerror=alert(1)>\u0000\u202e${"x".repeat(100_000)}`

  test.each([
    ["its address", { recent: [captureRow(4, { url: hostile })] }],
    [
      "its own name for a place",
      { place: at(4), item: captureRow(4, { complete: false, gaps: [gapAt(hostile)] }) },
    ],
    ["the front page's address", { page: { tabId: 1, url: hostile, privateWindow: false, access: "full" } }],
    [
      "a file's name",
      { place: { at: "export", exportId: null }, exporting: exportRow({ fileName: hostile }) },
    ],
  ] as const)("%s", (_name, different) => {
    const view = show(different)
    expect(view.querySelectorAll("script, img")).toHaveLength(0)
    expect(view.textContent).not.toMatch(/[\u0000\u202e]/)
    expect(view.textContent.length).toBeLessThan(3000)
    for (const shown of view.querySelectorAll("bdi")) expect(shown.textContent.length).toBeLessThanOrEqual(90)
  })

  function gapAt(where: string): Gap {
    return { what: "folded", reason: "unknown", count: 1, where }
  }
})

describe("backup", () => {
  const now = Date.parse("2026-11-22T15:22:06.000Z")
  const backup = (n: number, last: string | null, since = "2026-11-22T10:00:00.000Z") => ({
    items: 8,
    without: Array.from({ length: n }, (_, at) => `c${at}`),
    waitingSince: n === 0 ? null : since,
    last: last === null ? null : { exportId: last, at: "2026-11-20T15:30:00.000Z" },
  })
  const given = { counts: { kept: 8 }, now, recent: [captureRow(8)] }
  const line = (different: Partial<Model>) => text(show({ ...given, ...different }), "#backup span")

  test.each<[string, Partial<Model>, string]>([
    ["was none yet", { backup: backup(3, null) }, "还没有导出过"],
    [
      "is some days old, and lacks two items",
      { backup: backup(2, "x1"), lastExport: exportRow({ at: "2026-11-20T15:30:00.000Z" }) },
      "上次备份：2026/11/20 15:30 (UTC) · 2 项没有备份",
    ],
    [
      "has everything",
      { backup: backup(0, "x1"), lastExport: exportRow({ at: "2026-11-20T15:30:00.000Z" }) },
      "上次备份：2026/11/20 15:30 (UTC) · 每一项都有备份",
    ],
    [
      "is told of the export before one that came to no end",
      { backup: backup(0, "x0"), lastExport: exportRow({ state: "failed" }) },
      "上次备份：2026/11/20 15:30 (UTC) · 每一项都有备份",
    ],
    [
      "is not what an export of other things is called",
      { backup: backup(2, "x0"), lastExport: exportRow({ at: "2026-11-21T15:30:00.000Z" }) },
      "上次导出：2026/11/21 15:30 (UTC) · 2 项没有备份",
    ],
    [
      "is being made",
      { backup: backup(2, "x0"), lastExport: exportRow({ state: "running" }), place: { at: "home" } },
      "正在打包",
    ],
  ])("that %s is said in one line", (_what, different, said) => {
    expect(line(different)).toBe(said)
  })

  test("within the limits nothing asks for one; past them a calm sentence does, once", () => {
    expect(has(show({ ...given, backup: backup(5, "x1") }), "#backup-due")).toBe(false)
    const view = show({ ...given, backup: backup(6, "x1") })
    expect(text(view, "#backup-due p")).toBe(
      "已有 6 项未备份。导出一份备份，换电脑或卸载时不会丢失。 备份这 6 项…",
    )
    expect(has(view, "#backup-due.note-warn")).toBe(true)
    expect(has(view, "#backup-due.note-problem, #backup-due[role=alert]")).toBe(false)
    expect(text(view, "#backup span")).toBe("上次备份：2026/11/20 15:30 (UTC)")
    // Where there was none yet, the hint says all there is to say.
    expect(has(show({ ...given, backup: backup(6, null) }), "#backup")).toBe(false)
  })

  test("the user's own limits hold, and no reminder is none", () => {
    const past = { ...given, backup: backup(6, "x1") }
    expect(has(show({ ...past, reminder: { on: false, days: 1, items: 1 } }), "#backup-due")).toBe(false)
    const old = { ...given, backup: backup(1, "x1", "2026-11-14T15:00:00.000Z") }
    expect(has(show({ ...old, reminder: { on: true, days: 8, items: 5 } }), "#backup-due")).toBe(true)
    expect(has(show({ ...old, reminder: { on: true, days: 9, items: 5 } }), "#backup-due")).toBe(false)
  })

  test("its button leads to the export of what has none, which is chosen there", () => {
    const pressed = show({ ...given, backup: backup(6, "x1") }).querySelector<HTMLElement>("#backup-export")
    expect(pressed?.dataset).toMatchObject({ act: "open-export", of: "without-backup" })
    const place = { at: "export", exportId: null, of: "without-backup" } as const
    const view = show({ ...given, place, backup: backup(6, "x1") })
    expect(text(view, "label:has(input[checked])")).toBe("没有备份的 6 项")
    expect(view.querySelectorAll("input[checked][name=scope]")).toHaveLength(1)
  })

  test("where none has one, everything is what is chosen; without being led there, it always is", () => {
    const place = { at: "export", exportId: null, of: "without-backup" } as const
    expect(text(show({ ...given, place, backup: backup(8, null) }), "label:has(input[checked])")).toBe(
      "全部 8 项",
    )
    const usual = show({ ...given, place: { at: "export", exportId: null }, backup: backup(6, "x1") })
    expect(text(usual, "label:has(input[checked])")).toBe("全部 8 项")
    expect(has(usual, "input[value=without-backup]")).toBe(true)
  })
})
