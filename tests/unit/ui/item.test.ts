// @vitest-environment happy-dom
import { describe, expect, test } from "vitest"
import { type Gap } from "../../../src/core/evidence.ts"
import { nothingStated } from "../../../src/core/imported.ts"
import { type Field, type FieldName, fieldNames, notFound } from "../../../src/core/post-facts/fields.ts"
import { type PostFacts } from "../../../src/core/post-facts/judge.ts"
import { type PostSummary } from "../../../src/core/post-facts/summary.ts"
import { wordsFor } from "../../../src/i18n/words.ts"
import { emptyModel, type Model } from "../../../src/ui/item/model.ts"
import { renderPage } from "../../../src/ui/item/render.ts"
import { type ArtifactRow } from "../../../src/vault/capture-row.ts"
import { type CorrectionRow } from "../../../src/vault/correction-row.ts"
import { type ReadingRow } from "../../../src/vault/reading-row.ts"
import { captureRow, runningRow, zip } from "./rows.ts"

const zh = wordsFor("zh-CN", "Asia/Shanghai")

const secret = "侮辱性的原话"
const said = (value: Field["value"], raw: string, different: Partial<Field> = {}): Field => ({
  value,
  raw,
  source: "dom",
  where: "time",
  verdict: "ok",
  ...different,
})
const factsWith = (
  fields: Partial<Record<FieldName, Field>>,
  different: Partial<PostFacts> = {},
): PostFacts => ({
  schema: 1,
  adapter: { id: "weibo", version: "1" },
  pageType: "post",
  fields: Object.fromEntries(fieldNames.map(name => [name, fields[name] ?? notFound])) as never,
  comments: [],
  commentsLeft: 0,
  faults: [],
  ...different,
})
const facts = factsWith(
  {
    authorName: said("张三", "张三"),
    publishedAt: said(
      { at: "2026-09-30T03:02:00.000Z", plusMinusSeconds: 1800, basis: "relative to the time of capture" },
      "3小时前",
    ),
    views: said({ count: 12_000, rounded: true }, "1.2万"),
    likes: said({ count: 34, rounded: false }, "34"),
    ipLocation: said(null, "北京", {
      verdict: "ambiguous",
      others: [{ raw: "上海", source: "json-ld", where: "$.ip" }],
    }),
    text: said(secret, secret),
  },
  {
    idTime: { at: "2026-09-30T03:02:05.000Z", differenceSeconds: -5, basis: "(mid >> 22) + 515483463 s" },
  },
)
const file = (path: string): ArtifactRow => ({
  captureId: "c4",
  path,
  sha256: zip,
  bytes: 1_200,
  mediaType: "",
  source: "screen",
  at: "",
  place: null,
  sm3: null,
  crc32: null,
})

const show = (different: Partial<Model>, words = zh): HTMLElement =>
  renderPage(words, { ...emptyModel, item: captureRow(4), facts: { at: "read", facts }, ...different })
const text = (view: Element, selector: string) => view.querySelector(selector)?.textContent ?? null
const row = (view: Element, name: FieldName) => text(view, `[data-field=${name}] td`)

describe("calm mode", () => {
  test("nothing that the post says stands on the page before it is asked for, in no attribute either", () => {
    const view = show({})
    expect(view.outerHTML).not.toContain(secret)
    expect(view.querySelector("img")).toBeNull()
    expect(text(view, "#show-content")).toBe("显示内容")
    expect(row(view, "text")).toContain("已隐藏")
  })

  test("once asked for, the text stands there to the letter, as text", () => {
    const page = `${secret}\n<img src=x onerror=alert(1)>`
    const view = show({ content: { at: "shown", text: page, pictures: [] } })
    expect(text(view, "#page-text")).toBe(page)
    expect(text(view, "#post-text")).toBe(secret)
    expect(view.querySelector("#text img")).toBeNull()
    expect(text(view, "#show-content")).toBe("隐藏内容")
  })

  test("while pictures are read, those that are there stand there, and how many are to come", () => {
    const pictures = [{ path: "frames/0000.png", url: "blob:x", width: 10 }]
    const some = show({ content: { at: "shown", text: null, pictures, left: 39 } })
    expect(some.querySelectorAll(".pictures > li")).toHaveLength(1)
    expect(some.querySelector("#pictures-left")?.textContent).toContain("39")
    // Before the first of them it is not said that there is none.
    const none = show({ content: { at: "shown", text: null, pictures: [], left: 40 } })
    expect(none.querySelector("#pictures-left")?.textContent).toContain("40")
    const all = show({ content: { at: "shown", text: null, pictures, left: 0 } })
    expect(all.querySelector("#pictures-left")).toBeNull()
  })

  test("a picture that is damaged says so, and the others are shown", () => {
    const pictures = [
      { path: "frames/0000.png", url: null, width: 0 },
      { path: "page-1.png", url: "blob:x", width: 800 },
    ]
    const view = show({ content: { at: "shown", text: null, pictures }, full: "page-1.png" })
    expect(text(view, "[data-path='frames/0000.png'] .note-problem")).toContain("请使用备份")
    expect(view.querySelector("[data-path='page-1.png'] img")?.getAttribute("width")).toBe("800")
  })
})

describe("facts", () => {
  test.each<[FieldName, string, string, readonly string[]]>([
    ["authorName", "read", "●", ["张三", "页面读取", "来自页面显示的文字"]],
    [
      "publishedAt",
      "calculated",
      "◐",
      ["2026/09/30 11:02 (UTC+8)，± 30分钟", "换算", "按采集时刻换算", "3小时前"],
    ],
    ["views", "calculated", "◐", ["约 12,000（页面已取整）", "换算", "1.2万"]],
    ["likes", "read", "●", ["34", "页面读取"]],
    ["ipLocation", "ambiguous", "◇", ["无法确定", "北京", "上海", "未取值"]],
    ["editedAt", "none", "—", ["未识别"]],
  ])("%s: what it is and whose word stands there in words and by shape", (name, from, dot, parts) => {
    const view = show({})
    expect(view.querySelector<HTMLElement>(`[data-field=${name}]`)?.dataset.from).toBe(from)
    expect(text(view, `[data-field=${name}] .dot`)).toBe(dot)
    for (const part of parts) expect(row(view, name)).toContain(part)
  })

  test("every field of the vocabulary has a row, found or not", () => {
    const rows = [...show({}).querySelectorAll<HTMLElement>("[data-field]")].map(each => each.dataset.field)
    expect(rows.sort()).toEqual([...fieldNames].sort())
  })

  test("the time in the number corroborates, in the papers' own words", () => {
    expect(text(show({}), "#facts")).toContain(
      "与页面显示时间相差 5 秒，在页面时间本身的误差（±30 分钟）之内。换算方法并非平台公布，仅供佐证",
    )
  })

  test.each([
    ["damaged", "已受损、丢失或无法读取"],
    ["none", "没有从此页读到"],
  ] as const)("a file that is %s is told, and nothing stands in its place", (at, told) => {
    const view = show({ facts: { at } })
    expect(text(view, "#facts")).toContain(told)
    expect(view.querySelector("[data-from]:not([data-from=none])")).toBeNull()
  })
})

describe("what the user fills in", () => {
  const filled = (id: string, value: string | null, field: FieldName = "authorName"): CorrectionRow => ({
    ...{ id, of: "c4", custodySeq: Number(id), field, value, source: "user", at: "2026-11-23T08:00:00.000Z" },
  })

  test("stands beside what was read, with its shape, its words and its time, and what was read stays", () => {
    const view = show({ corrections: [filled("1", "李四"), filled("2", "王五")] })
    expect(row(view, "authorName")).toContain("张三")
    const own = text(view, "[data-field=authorName] .filled > p")
    expect(own).toContain("○ 王五")
    expect(own).toContain("用户填写，2026/11/23 16:00 (UTC+8)")
    expect(text(view, "[data-field=authorName] .filled details")).toContain("全部填写记录：2 次")
    expect(text(view, "[data-field=authorName] .filled details")).toContain("李四")
  })

  test("of a field that was not found moves it up to what is known; taken back, it is still told", () => {
    const known = (view: Element) => view.querySelector("#not-found [data-field=editedAt]") === null
    expect(known(show({}))).toBe(false)
    expect(known(show({ corrections: [filled("1", "昨天", "editedAt")] }))).toBe(true)
    const view = show({ corrections: [filled("1", "昨天", "editedAt"), filled("2", null, "editedAt")] })
    expect(known(view)).toBe(false)
    expect(text(view, "[data-field=editedAt] .filled > p")).toContain("用户已撤回")
  })

  test("is hidden with the words of the post where it is such", () => {
    const view = show({ corrections: [filled("1", secret, "text")], editing: "text" })
    expect(view.outerHTML).not.toContain(secret)
  })

  test.each(["none", "damaged"] as const)("can be filled in where the read file is %s", at => {
    const view = show({ facts: { at }, editing: "authorName" })
    expect(view.querySelectorAll("#not-found [data-field]").length).toBe(fieldNames.length)
    expect(view.querySelector("#correct-form")).not.toBeNull()
  })

  test("begins with what stands now, or was read", () => {
    const value = (different: Partial<Model>) =>
      show({ editing: "authorName", ...different })
        .querySelector("#correct-value")
        ?.getAttribute("value")
    expect(value({})).toBe("张三")
    expect(value({ corrections: [filled("1", "李四")] })).toBe("李四")
  })
})

describe("the item", () => {
  const gap = { what: "pictures", reason: "refused", count: 1, where: null } as const

  test("each thing that is missing says what can still be done about it, and that a page may be gone", () => {
    const gaps: readonly Gap[] = [
      { what: "pictures", reason: "refused", count: 1, where: "HTTP 403" },
      { what: "frames", reason: "limit", count: null, where: "user:screens:40" },
      { what: "frames", reason: "limit", count: null, where: "tool:screens:400" },
      { what: "video", reason: "not-downloaded", count: 1, where: null },
      { what: "recording", reason: "interrupted", count: null, where: null },
      { what: "recording", reason: "full", count: null, where: null },
    ]
    const view = show({ item: captureRow(4, { complete: false, gaps }) })
    const next = Array.from(view.querySelectorAll("#gaps > li"), each => text(each, ".gap-next") ?? "")
    const wanted = [/允许图片所在的网站/, /设置里调高上限/, /分段/, /录屏/, /再录一次/, /永久删除/]
    expect(next).toHaveLength(wanted.length)
    for (const [at, said] of wanted.entries()) expect(next[at]).toMatch(said)
    expect(text(view, "#missing")).toContain("以这里保存的为准")
  })

  test("where a gap is in the words of the record stands folded, for technicians", () => {
    const gaps = [
      { ...gap, reason: "not-loaded", where: "html > body > img" },
      { what: "frames", reason: "limit", count: null, where: "user:screens:40" },
    ] as const
    const view = show({ item: captureRow(4, { complete: false, gaps }) })
    expect(text(view, "#gaps")).not.toContain("html")
    const places = view.querySelector("#gap-places") ?? expect.unreachable("no places")
    expect(places.hasAttribute("open")).toBe(false)
    expect([...places.querySelectorAll("bdi")].map(each => each.textContent)).toEqual([
      "位置：html > body > img",
    ])
    const without = show({ item: captureRow(4, { complete: false, gaps: [gap] }) })
    expect(without.querySelector("#gap-places")).toBeNull()
  })

  test("what is missing stands on top, and only where something is", () => {
    expect(show({}).querySelector("#missing")).toBeNull()
    const view = show({ item: captureRow(4, { complete: false, gaps: [gap] }) })
    expect([...view.children].map(({ id }) => id).indexOf("missing")).toBe(1)
    expect(text(view, "#gaps")).toBe("缺 1 张图片：网站拒绝提供。请在弹窗里允许图片所在的网站，再次采集。")
    expect(text(view, "#head .chip")).toBe("有缺失")
  })

  test("it is named by number, site, kind and time, never by its title", () => {
    const summary = { pageType: "comment", counters: {}, missing: [] as readonly FieldName[] } as PostSummary
    const head = text(show({ item: captureRow(4, { facts: summary, interrupted: true }) }), "#head")
    for (const part of ["E-004", "weibo.com", "评论", "2026/11/22 23:22 (UTC+8)", "意外中断"]) {
      expect(head).toContain(part)
    }
    expect(show({}).textContent).not.toContain("A title that no screen shows")
  })

  test.each([
    ["is not there", null, "这一项已不在这里。"],
    ["is in the trash", captureRow(4, { trashedAt: "2026-11-23T00:00:00Z" }), "回收站"],
    ["still runs", runningRow(4, { stage: "frames", done: 1, total: 2 }), "还在采集"],
  ])("one that %s says so, and shows nothing else", (_how, item, told) => {
    const view = show({ item })
    expect(text(view, "#no-item")).toContain(told)
    expect(view.querySelector("#facts")).toBeNull()
  })
})

describe("what is still missing", () => {
  const summary: PostSummary = {
    permalink: null,
    ...{ adapter: "weibo", pageType: "post", authorName: "张三", authorHandle: null, authorId: "501" },
    ...{ publishedAt: { at: "2026-11-20T04:00:00.000Z", plusMinusSeconds: 1, basis: "unix time" } },
    ...{ counters: {}, ambiguous: [], missing: [], comments: 0, faulty: false },
  }
  const item = captureRow(4, { facts: summary })
  const profile = captureRow(7, { facts: { ...summary, pageType: "profile" } })
  const advice = (view: Element, within = "#coach > ul") =>
    [...view.querySelectorAll<HTMLElement>(`${within} > li`)].map(({ dataset }) => [
      dataset.advice,
      dataset.state,
    ])

  test("each suggestion has a why, and can be put away; what the vault has is named", () => {
    const view = show({ item, related: { ofAuthor: [profile], ofPost: [], told: new Map() } })
    expect(advice(view)).toEqual([
      ["profile", "found"],
      ["context", "open"],
      ["own-reply", "open"],
      ["signed-out", "open"],
      ["second-reading", "open"],
      ["loss", "open"],
    ])
    expect(text(view, "[data-advice=profile]")).toContain("已有：E-007。")
    expect(text(view, "[data-advice=loss]")).toContain("请自行保存原件")
    expect(view.querySelectorAll("#coach [data-act=dismiss]").length).toBe(5)
  })

  test("what was put away stands folded, with the way back; nothing of it is a badge or an alert", () => {
    const view = show({ item, advice: [{ of: "c4", name: "loss", state: "dismissed" }] })
    expect(advice(view).map(([name]) => name)).not.toContain("loss")
    expect(advice(view, "#dismissed > ul")).toEqual([["loss", "dismissed"]])
    expect(view.querySelector("#dismissed[open]")).toBeNull()
    expect(view.querySelector("#coach [role=alert], #coach .note")).toBeNull()
  })

  test("a visitor's view is looked for in its own line, of whatever kind the others are", () => {
    const reading = (kind: string) =>
      ({
        id: kind,
        of: "c4",
        line: `{"kind":"${kind}"}\n`,
        summary: { at: "2026-11-23T00:00:00Z" },
      }) as ReadingRow
    expect(advice(show({ item, readings: [reading("later")] }))).toContainEqual(["signed-out", "open"])
    expect(advice(show({ item, readings: [reading("visitor")] }))).toContainEqual(["signed-out", "found"])
  })

  test.each([
    [
      "the publish time that was read",
      item,
      "自页面显示的发布时间起算：2026/11/20 12:00 (UTC+8)",
      "2027/01/19",
    ],
    [
      "the first capture where none was",
      captureRow(4),
      "没有读到发布时间，自首次采集起算：2026/11/22",
      "2027/01/21",
    ],
  ])("the periods of the law are counted from %s, and foretell nothing", (_what, of, from, until) => {
    const said = text(show({ item: of }), "#retention")
    for (const part of [from, until, "《互联网信息服务管理办法》第十四条", "不是预测", "请咨询律师"])
      expect(said).toContain(part)
  })
})

describe("files", () => {
  const files = [file("capture.json"), file("text.txt")]
  const outcome = (view: Element) =>
    [...view.querySelectorAll<HTMLElement>("#files li")].map(each => [
      each.dataset.path,
      each.dataset.outcome,
    ])

  test("all 64 digits stand there, and no judgement before it was asked for", () => {
    const view = show({ files })
    expect(text(view, "[data-path='text.txt'] .print code")?.replaceAll(" ", "")).toBe(zip)
    expect(outcome(view)).toEqual([
      ["capture.json", undefined],
      ["text.txt", undefined],
    ])
  })

  test.each<[string, readonly string[], readonly (readonly [string, string])[], string]>([
    [
      "all as sealed",
      [],
      [
        ["capture.json", "same"],
        ["text.txt", "same"],
      ],
      "2 个文件，均与采集时一致。",
    ],
    [
      "one changed and one gone",
      ["text.txt", "log.jsonl"],
      [
        ["log.jsonl", "gone"],
        ["capture.json", "same"],
        ["text.txt", "differs"],
      ],
      "2 个文件丢失，或与采集时不一致。",
    ],
    [
      "the record itself changed, so that the rest cannot be compared",
      ["capture.json"],
      [
        ["capture.json", "differs"],
        ["text.txt", "not-compared"],
      ],
      "1 个文件丢失，或与采集时不一致。",
    ],
  ])("read again: %s", (_how, wrong, expected, told) => {
    const view = show({ files, recomputed: { at: "done", files: 2, wrong: new Set(wrong) } })
    expect(outcome(view)).toEqual(expected)
    expect(text(view, "#recomputed")).toBe(told)
    expect(view.querySelector("#head .chip-damaged") !== null).toBe(wrong.length > 0)
  })
})

describe("comments", () => {
  const one = (name: string, words: string | null) => ({
    fields: factsWith({
      authorName: said(name, name),
      ...(words === null ? {} : { text: said(words, words) }),
      likes: said({ count: 3, rounded: false }, "3"),
    }).fields,
  })
  const withComments = factsWith(
    {},
    { comments: [one("甲", secret), one("乙<b>", "不是真的"), one("甲", null), one("甲", "再来一条")] },
  )
  const shown = (choosing: Partial<Model["choosing"]> = {}) =>
    show({
      facts: { at: "read", facts: withComments },
      content: { at: "shown", pictures: [], text: null },
      choosing: { author: "", ticked: new Set(), ...choosing },
    })
  const rows = (view: Element) =>
    Array.from(view.querySelectorAll<HTMLElement>("[data-comment]"), ({ dataset }) => dataset.comment)

  test("stand nowhere before they are asked for, but for how many they are", () => {
    const view = show({ facts: { at: "read", facts: withComments } })
    expect(text(view, "#comments")).toContain("4 条评论")
    expect(view.outerHTML).not.toContain(secret)
  })

  test("are none where the page has none", () => {
    expect(show({}).querySelector("#comments")).toBeNull()
  })

  test("are text, each with a box, but for one that nothing can be found by", () => {
    const view = shown()
    expect(rows(view)).toEqual(["0", "1", "2", "3"])
    expect(text(view, "[data-comment='1'] bdi")).toBe("乙<b>")
    expect(
      Array.from(view.querySelectorAll<HTMLInputElement>("#comments input"), ({ value }) => value),
    ).toEqual(["0", "1", "3"])
    expect(text(view, "[data-comment='2']")).toContain("没有可供查找的文字")
    expect(view.querySelector("#comments-go")).toBeNull()
  })

  test("of one author are shown, and what is ticked of another's stays chosen", () => {
    const view = shown({ author: "甲", ticked: new Set([3, 1]) })
    expect(rows(view)).toEqual(["0", "2", "3"])
    expect(text(view, "#comments-chosen")).toBe("已选 2 条评论。")
    expect(view.querySelector("#comments-go")?.getAttribute("href")).toBe(
      "queue.html?of=c4&comment=1&comment=3",
    )
  })
})

test("an imported picture that no browser decodes is said not to be shown, once it is asked for", () => {
  const ofKind = (kind: "picture" | "chat") => ({
    ...captureRow(4),
    imported: {
      ...{
        file: "import/original.heic",
        givenName: "IMG_1.HEIC",
        lastModified: null,
        stated: nothingStated,
        bytes: 9,
      },
      read: { kind, kindBy: "bytes" as const, mediaType: "image/heic", claims: [], unread: null },
    },
  })
  const shown = { at: "shown", pictures: [], text: null, imported: null } as const
  expect(text(show({ item: ofKind("picture"), content: shown }), "#not-shown")).toContain("浏览器不能显示")
  expect(show({ item: ofKind("picture") }).querySelector("#not-shown")).toBeNull()
  expect(show({ item: ofKind("chat"), content: shown }).querySelector("#not-shown")).toBeNull()
})
