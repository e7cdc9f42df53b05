import { readFileSync } from "node:fs"
import path from "node:path"
import { describe, expect, test } from "vitest"
import { makeBundle } from "../../../src/core/bundle/bundle.ts"
import type { ItemSnapshot } from "../../../src/core/bundle/snapshot.ts"
import type { StepName } from "../../../src/core/evidence.ts"
import type { OriginalsSummary } from "../../../src/core/media.ts"
import type { CountersSummary } from "../../../src/core/readings/reading.ts"
import type { VisitorSummary } from "../../../src/core/server/reading.ts"
import { judgeReading, type PostFacts } from "../../../src/core/post-facts/judge.ts"
import { parseReading } from "../../../src/core/post-facts/reading.ts"
import {
  exampleItem,
  exampleItems,
  exampleSnapshot,
  exampleWords,
  fakeSign,
  pixel,
  sha256Of,
} from "./example.ts"
import { inScratch, unpack } from "./written.ts"

/** 00-readme.html of a bundle of these items, as it lies in the ZIP. */
const readme = (items: readonly ItemSnapshot[]) =>
  inScratch(async folder => {
    const made = await makeBundle(exampleSnapshot(items), exampleWords, fakeSign)
    return readFileSync(path.join(await unpack(made, folder), "00-readme.html"), "utf8")
  })

const frame = { "frames/0000.png": pixel }
const step = (name: StepName) =>
  ({ name, at: "2026-11-22T15:20:00.250Z", ms: 1, outcome: "done", code: null }) as const

test("of a recording nothing is said that is done for a page alone, and of a page nothing of recordings", async () => {
  const steps = (["as-seen", "recording", "join", "verify"] as const).map(step)
  const html = await readme([exampleItem("e001", frame, { trigger: "recorder", steps })])
  expect(html).toContain("已完成：首屏截图、录屏、存后读回核对。")
  expect(html).not.toContain("滚动截图")
  expect(await readme([exampleItem("e001", frame)])).not.toContain("录屏")
})

const FLAG = '<p class="flag"><span>自动化环境采集</span>'

test("limits come before the items, and the items before the fingerprints", async () => {
  const html = await readme(exampleItems())
  const places = [
    "这不能排除整包被重新制作",
    "does not exclude a remade bundle",
    ">采集项<",
    "e001",
    ">证据包的指纹<",
  ]
  const found = places.map(text => html.indexOf(text))
  expect(found.every(at => at > 0)).toBe(true)
  expect(found).toEqual(found.toSorted((a, b) => a - b))
})

test("each item says where, when with zone, how much, and its fingerprint in full", async () => {
  const items = exampleItems()
  const html = await readme(items)
  const [first = "", second = ""] = html.split("<tr>").slice(2)
  for (const text of [
    "<bdi>example.cn</bdi>",
    "<bdi>示例帖子</bdi>",
    "<bdi>https://example.cn/post/1</bdi>",
    "2026-11-22 23:20:00 (UTC+08:00, Asia/Shanghai)<br><small>2026-11-22 15:20:00 UTC</small>",
    '<span>已加载部分完整</span> <span lang="en">Complete as loaded</span>',
    '<a href="data/e001/frames/0000.png"><img src="data/e001/frames/0000.png" width="1280" height="800"',
    `<code>${items[0]?.recordSha256 ?? ""}</code>`,
    "未进行：拼接长图。",
  ]) {
    expect(first).toContain(text)
  }
  expect(second).toContain("3 处折叠文字没有展开。")
  expect(second).toContain("Not all of the page was pictured while scrolling: the user stopped the capture")
  expect(second).not.toContain("Complete as loaded")
  expect(second).toContain(`<code>${items[1]?.recordSha256 ?? ""}</code>`)
})

test("the bundle's own fingerprints stand in full, and the time stamp is said not to have been made", async () => {
  await inScratch(async folder => {
    const snapshot = exampleSnapshot()
    const base = await unpack(await makeBundle(snapshot, exampleWords, fakeSign), folder)
    const html = readFileSync(path.join(base, "00-readme.html"), "utf8")
    for (const digits of [
      snapshot.custody.at(-1)?.hash ?? "",
      sha256Of(snapshot.publicKey),
      sha256Of(readFileSync(path.join(base, "manifest-sha256.txt"))),
      snapshot.tool.build,
    ]) {
      expect(html).toContain(`<code>${digits}</code>`)
    }
    expect(html).toMatch(/第三方时间戳<\/span>.*<dd><span>未进行<\/span>/)
    expect(html).toContain("e002：导出时仍在采集。")
  })
})

test("what a page says of itself stays text", async () => {
  const title = `<script>alert(1)</script><img src=x onerror=alert(2)>"'&\u0000\u202E`
  const html = await readme([exampleItem("e001", frame, { title, url: `https://a.cn/"><script>` })])
  expect(html).not.toMatch(/<script|<img src=x|\u0000|\u202E/)
  expect(html).toContain(
    "<bdi>&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(2)&gt;&quot;&#39;&amp;[U+0000][U+202E]</bdi>",
  )
  expect(html).toContain("<bdi>https://a.cn/&quot;&gt;&lt;script&gt;</bdi>")
})

test("a gap's place is text of the page too", async () => {
  const gaps = [{ what: "pictures", reason: "refused", count: 1, where: "<b>\u202E" }] as const
  const html = await readme([exampleItem("e001", frame, { complete: false, gaps })])
  expect(html).toContain("（位置：&lt;b&gt;[U+202E]）")
})

test("a sign-in in front of the page is said of its item, and of no other", async () => {
  const html = await readme([exampleItem("e001", frame, { walls: ["sign-in"] }), exampleItem("e002", frame)])
  const [first = "", second = ""] = html.split("<tr>").slice(2)
  expect(first).toContain("采集时，页面上有要求登录的提示，可能遮挡帖子。")
  expect(first).toContain("asks to sign in")
  expect(second).not.toContain("页面前的提示")
})

test("a visitor's view that was taken later is told with its time, in both languages, and is no gap", async () => {
  const reading: VisitorSummary = {
    ...{ at: "2026-11-23T08:00:00.250Z", verdict: "not-public", reason: "refused" },
    ...{ status: 200, visitorStatus: 403, requests: 2 },
  }
  const html = await readme([{ ...exampleItem("e001", frame), readings: [reading] }])
  expect(html).toContain("2026-11-23 08:00:00 UTC（采集之后）再次请求。当时访客看不到：")
  expect(html).toContain("Asked again at 2026-11-23 08:00:00 UTC, after the capture. Not public then.")
  expect(html).toContain("Complete as loaded")
  expect(await readme(exampleItems())).not.toContain("（采集之后）")
})

test("a page that was opened again is told as a table of numbers with their raw words, and how often it was loaded", async () => {
  const summary: CountersSummary = {
    ...{ at: "2026-11-24T08:00:00.250Z", openedBy: "tool", occasion: "click", visits: 3, status: 200 },
    ...{ state: "gone", stateBasis: "phrase-deleted", words: "此微博已被作者删除", editedAt: null },
    counters: { views: { value: { count: 12_000, rounded: true }, raw: "<b>1.2万</b>" } },
  }
  const html = await readme([{ ...exampleItem("e001", frame), counters: [summary] }])
  expect(html).toContain("<td>≈ 12000 (<bdi>&lt;b&gt;1.2万&lt;/b&gt;</bdi>)</td>")
  expect(html).toContain("页面写着“此微博已被作者删除”。这只说明这次打开的情形，不等于所有人都看不到。")
  expect(html).toContain("到这次为止，本工具已访问此页 3 次。")
  expect(html).toContain("this tool had loaded this page 3 times")
  expect(html).toContain("data/e001/readings.jsonl")
  expect(await readme(exampleItems())).not.toContain("readings.jsonl")
})

test("the originals are told with what was refused, its status and how many", async () => {
  const originals: OriginalsSummary = {
    ...{ kept: 3, refused: 3, notAllowed: 1, sites: ["https://wx1.sinaimg.cn"], post: { found: 2, kept: 1 } },
    notHad: [
      { outcome: "refused", status: 403, count: 2 },
      { outcome: "no-answer", status: null, count: 1 },
    ],
  }
  const html = await readme([exampleItem("e001", frame, { originals })])
  expect(html).toContain(
    "原图文件：保存 3 个（所指帖子中有 2 个，保存 1 个）；未取得 3 个：网站拒绝提供（状态 403） 2 个、网站没有回应 1 个；",
  )
  expect(html).toContain("3 not had (2 refused by the site with status 403; 1 not answered by the site)")
  expect(html).toContain("data/e001/media.json")
  const before = { kept: 1, refused: 2, notAllowed: 0, sites: [] }
  expect(await readme([exampleItem("e001", frame, { originals: before })])).toContain("未取得 2 个；")
})

test("what was left out on purpose is said, and is not called a gap", async () => {
  const redacted = [{ what: "password", count: 1, where: "dom-before.html" }] as const
  const html = await readme([exampleItem("e001", frame, { redacted })])
  expect(html).toContain("密码框中的内容：1 处（dom-before.html），保存时已略去，不算缺口。")
  expect(html).toContain("Complete as loaded")
  expect(await readme(exampleItems())).not.toContain("有意略去")
})

test("the page has no script, no address to load from, and its own policy against both", async () => {
  const html = await readme(exampleItems())
  expect(html).toContain(
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self'; style-src 'unsafe-inline'">`,
  )
  expect(html).not.toMatch(/<script|<link|<iframe|<form|<base|@import|url\(|\son[a-z]+=/i)
  const targets = [...html.matchAll(/(?:src|href|srcset|action)="([^"]*)"/g)].map(([, target]) => target)
  expect(targets.length).toBeGreaterThan(0)
  expect(targets.every(target => target?.startsWith("data/e0"))).toBe(true)
})

test.each([
  [
    "by a driven browser",
    {
      environment: {
        ...(exampleItems()[0]?.record.environment ?? fail()),
        automation: { value: "yes", basis: "webdriver" },
      },
    },
  ],
  ["by a script", { trigger: "script" }],
] as const)("a capture %s says so at the head and at the item", async (_how, facts) => {
  const html = await readme([...exampleItems(), exampleItem("e009", frame, facts)])
  const [head = "", ...items] = html.split("<tr>")
  expect(head).toContain(FLAG)
  expect(items.filter(item => item.includes(FLAG))).toHaveLength(1)
  expect(items.at(-1)).toContain(FLAG)
})

test("a capture by hand says nothing of automation", async () => {
  expect(await readme(exampleItems())).not.toContain("自动化环境采集")
})

test("an item without a picture says so; a re-drawn one is not passed off as a screenshot", async () => {
  expect(await readme([exampleItem("e001", { "text.txt": "x" })])).toContain("<span>没有截图</span>")
  const [file] = exampleItem("e001", frame).record.files
  if (file === undefined) fail()
  const redrawn = { ...file, path: "redrawn.png", source: "re-drawn" } as const
  const html = await readme([exampleItem("e001", { "redrawn.png": pixel }, { files: [redrawn] })])
  expect(html).toContain("重绘图，不是截图")
  expect(html).toContain('<img src="data/e001/redrawn.png"')
})

test.each([
  [480, "Asia/Shanghai", "2026-11-22 23:20:00 (UTC+08:00, Asia/Shanghai)"],
  [-210, "America/St_Johns", "2026-11-22 11:50:00 (UTC−03:30, America/St_Johns)"],
  [0, "UTC", "2026-11-22 15:20:00 (UTC+00:00, UTC)"],
])("an offset of %i minutes shows the clock of %s", async (utcOffsetMinutes, timeZone, shown) => {
  const clock = { ...(exampleItems()[0]?.record.clock ?? fail()), utcOffsetMinutes }
  expect(await readme([exampleItem("e001", frame, { clock, timeZone })])).toContain(shown)
})

test("a bundle of no items says that there are none", async () => {
  expect(await readme([])).toContain("没有采集项")
})

function fail(): never {
  throw new Error("the example has changed")
}

const place = { x: 40, y: 1100, width: 600, height: 1000 }

test("a chosen post stands with its file, its place and its frames, and the picker before the first picture is said", async () => {
  const click = { selector: "button", words: "<b>全文</b>" }
  const post = {
    ...place,
    selector: "a",
    file: "post.png",
    from: ["frames/0001.png"],
    frames: [],
    clicks: [click],
  }
  const picker = { name: "picker", at: "2026-11-22T15:20:00Z", ms: 9, outcome: "done", code: null } as const
  const html = await readme([exampleItem("e001", frame, { post, steps: [picker] })])
  for (const text of [
    "data/e001/post.png",
    "由 frames/0001.png 裁出。在整页中的位置（设备像素）：左 40，上 1100，宽 600，高 1000。",
    "On the page, in device pixels: x 40, y 1100, width 600, height 1000.",
    "首屏截图之前，本工具曾在页面上显示选取框",
    "&lt;b&gt;全文&lt;/b&gt;",
  ]) {
    expect(html).toContain(text)
  }
})

test("a chosen post without a picture is said to have none", async () => {
  const post = { ...place, selector: "a", file: null, from: [], frames: [], clicks: [] }
  const html = await readme([exampleItem("e001", frame, { post })])
  expect(html).toContain("没有单独截出，原因见采集范围。")
  expect(html).not.toContain("post.png")
})

test("the quoted sentence is told frame by frame, as text, and a long one has an end", async () => {
  const frames = Array.from({ length: 20 }, (_, index) => ({
    path: `frames/${index}.png`,
    rect: 0,
    ...place,
  }))
  const quote = { text: "<i>句子</i>", rects: [place], frames }
  const html = await readme([exampleItem("e001", frame, { quote })])
  expect(html).toContain("<bdi>&lt;i&gt;句子&lt;/i&gt;</bdi>")
  expect(html).toContain("frames/0.png：左 40，上 1100，宽 600，高 1000")
  expect(html).not.toContain("frames/12.png：")
  expect(html).toContain("其余 8 处见 data/e001/capture.json。")
})

describe("what the page says of its post stands with the page's own words, their source, and what is not settled", () => {
  const said = (field: string, raw: string, source = "dom") => ({
    field,
    raw,
    source,
    where: "p",
    isCut: false,
  })
  const factsOf = (candidates: readonly ReturnType<typeof said>[], different: object = {}) =>
    judgeReading(
      parseReading({
        href: "https://weibo.com/1/Rssaug2Mo",
        adapter: { id: "weibo", version: "2026-11-26" },
        siteOffsetMinutes: 480,
        pageType: "post",
        comments: [],
        wanted: [],
        commentsLeft: 0,
        faults: [],
        ...different,
        candidates,
      }),
      {
        clock: { now: "2026-11-22T13:30:00Z", utcOffsetMinutes: 480 },
        href: "https://weibo.com/1/Rssaug2Mo",
      },
    )
  const itemWith = (facts: PostFacts | null): ItemSnapshot => ({
    ...exampleItem("e001", { ...frame, "post.json": "{}" }),
    ...(facts === null ? {} : { facts }),
  })
  const post = [
    said("postId", "Rssaug2Mo", "url"),
    said("authorName", "林\u202e小满<script>"),
    said("publishedAt", "昨天 22:08"),
    said("publishedAt", "Sat Nov 21 22:08:31 +0800 2026", "page-json"),
    said("ipLocation", "发布于 浙江"),
    said("reposts", "1.2万"),
    said("likes", "12"),
    said("likes", "99", "page-json"),
    said("text", `这家店用的是过期肉${"。".repeat(2000)}`),
  ]

  test.each([
    "页面所载信息",
    "data/e001/post.json",
    "<bdi>林[U+202E]小满&lt;script&gt;</bdi>",
    '<bdi>Sat Nov 21 22:08:31 +0800 2026</bdi> → 2026-11-21 14:08:31 UTC <span>± 1 秒</span> <span lang="en">± 1 second</span> (<bdi>昨天 22:08</bdi>)',
    "来自页面脚本中的数据",
    "<bdi>浙江</bdi>",
    "<bdi>1.2万</bdi> → ≈ 12000",
    "<bdi>99</bdi> / <bdi>12</bdi>",
    "页面各处说法不一",
    "标识符内含时间 2026-11-21 22:10:08 (UTC+08:00)，与页面显示时间相差 1 分钟 37 秒，超出页面时间本身的误差（±1 秒）。",
    "页面上没有读到：账号 ID（uid）。",
    "Not found on the page: account ID (uid).",
    "不是平台出具的数据",
  ])("%s", async text => {
    expect(await readme([itemWith(factsOf(post))])).toContain(text)
  })

  const filled = (value: string | null, field = "authorName", note?: string) => ({
    ...{ field, value, source: "user", at: "2026-11-23T08:00:00.250Z" },
    ...(note === undefined ? {} : { note }),
  })
  const withFilled = (item: ItemSnapshot, ...corrections: readonly ReturnType<typeof filled>[]) =>
    readme([{ ...item, corrections: corrections as ItemSnapshot["corrections"] }])

  test("what the user says stands beside what was read, by shape and words told from it", async () => {
    const html = await withFilled(
      itemWith(factsOf(post)),
      filled("旧的"),
      filled("林小满<b>", "authorName", "看过其主页"),
      filled("123", "authorId"),
    )
    expect(html).toMatch(
      /林\[U\+202E\]小满&lt;script&gt;<\/bdi> <small>.*?<\/small> · ○ <bdi>林小满&lt;b&gt;<\/bdi> \(<bdi>看过其主页<\/bdi>\)/,
    )
    expect(html).toContain("用户填写，2026-11-23 08:00:00 UTC")
    expect(html).toContain("filled in by the user, 2026-11-23 08:00:00 UTC")
    expect(html).toContain("data/e001/corrections.json")
    // What is only filled in has a line too, and was still not read.
    expect(html).toMatch(/账号 ID（uid）<\/span> <span lang="en">account ID \(uid\)<\/span>: ○ <bdi>123/)
    expect(html).toContain("页面上没有读到：账号 ID（uid）。")
    expect(html).not.toContain("旧的")
  })

  test("what was taken back is not shown, but said to be in its file", async () => {
    const html = await withFilled(itemWith(factsOf(post)), filled("旧的"), filled(null))
    expect(html).not.toContain("○")
    expect(html).toContain("data/e001/corrections.json")
  })

  test("of an item of which nothing was read, it is not called the page's word", async () => {
    const html = await withFilled(exampleItem("e001", frame), filled("张三"))
    expect(html).toContain("用户填写的信息")
    expect(html).not.toContain("页面所载信息")
    expect(html).not.toContain("post.json")
  })

  test("no script of it runs, and a long text has an end", async () => {
    const html = await readme([itemWith(factsOf(post))])
    expect(html).not.toContain("<script")
    expect(html).not.toContain("。".repeat(400))
  })

  test("an adapter that did not come to its end is named", async () => {
    const html = await readme([itemWith(factsOf([], { faults: [{ adapter: "weibo", message: "x" }] }))])
    expect(html).toContain("读取程序“weibo”没有运行完")
  })

  test("a file that cannot be read is said to be one, and none is not spoken of", async () => {
    expect(await readme([itemWith(null)])).toContain("本文件无法读取，未列出。")
    expect(await readme([exampleItem("e001", frame)])).not.toContain("页面所载信息")
  })
})
