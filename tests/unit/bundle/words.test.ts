import { expect, test } from "vitest"
import { measures } from "../../../src/core/bundle/words.ts"
import { type Gap, gapReasons, gapSubjects } from "../../../src/core/evidence.ts"
import { exampleWords } from "./example.ts"
import { wallKinds } from "../../../src/core/walls.ts"

const { zh, en } = exampleWords
const gaps: Gap[] = gapSubjects.flatMap(what =>
  gapReasons.flatMap(reason => [null, 1, 3].map(count => ({ what, reason, count, where: null }))),
)

test("every gap is one whole sentence in both languages", () => {
  expect(gaps).toHaveLength(gapSubjects.length * gapReasons.length * 3)
  for (const gap of gaps) {
    expect(zh.gap(gap)).toMatch(/^[^。]{6,}。$/)
    expect(en.gap(gap)).toMatch(/^[A-Z1-9][^.]{12,}\.$/)
    expect(`${zh.gap(gap)}${en.gap(gap)}`).not.toMatch(/undefined|null|\[object/)
  }
})

test("no two gaps that differ in what or why read alike", () => {
  for (const words of [zh, en]) {
    const sentences = gaps.filter(({ count }) => count === null).map(gap => words.gap(gap))
    expect(new Set(sentences).size).toBe(sentences.length)
  }
})

test.each([
  [
    { what: "folded", reason: "not-unfolded", count: 3, where: null },
    "3 处折叠文字没有展开。",
    "3 passages of folded text were left folded.",
  ],
  [
    { what: "video", reason: "not-downloaded", count: 1, where: null },
    "1 个视频没有保存：没有另行下载。",
    "1 video was not saved: it was not downloaded separately.",
  ],
  [
    { what: "as-seen", reason: "page-forbidden", count: null, where: null },
    "没有取得首屏截图：浏览器不允许扩展读取这个页面。",
    "The picture of the first screen was not taken: the browser lets no extension read this page.",
  ],
  [
    { what: "frames", reason: "stopped", count: null, where: "y 1600" },
    "滚动截图没有截全：使用者停止了采集（位置：y 1600）。",
    "Not all of the page was pictured while scrolling: the user stopped the capture (where: y 1600).",
  ],
  [
    { what: "frames", reason: "limit", count: null, where: "user:screens:40" },
    "滚动截图没有截全：已到使用者设定的 40 屏上限。",
    "Not all of the page was pictured while scrolling: it ended at the limit of 40 screens that the user had set.",
  ],
  [
    { what: "dom", reason: "limit", count: null, where: "tool:copies:300" },
    "页面结构（DOM）没有保存全：已到本工具自身的 300 份上限。",
    "The page's structure (DOM) was not saved in full: it ended at the tool's own limit of 300 copies.",
  ],
] satisfies [Gap, string, string][])("the gap %j reads so", (gap, chinese, english) => {
  expect(zh.gap(gap)).toBe(chinese)
  expect(en.gap(gap)).toBe(english)
})

const redacted = ["password", "one-time-code", "card", "anti-forgery", "draft"] as const

const said = [
  { asked: [], stamped: [], imported: [], key: [], calendars: false, anchored: [] },
  { asked: [], stamped: [], imported: [], key: [], calendars: true, anchored: ["e001"] },
  { asked: [], stamped: [], imported: [], key: ["tsa.example"], calendars: false, anchored: [] },
  {
    asked: ["tsa.example"],
    stamped: ["e001"],
    imported: ["e002"],
    key: ["tsa.example"],
    calendars: false,
    anchored: [],
  },
]

test("a stamp over the key alone is not taken for one over the files", () => {
  const [none, promised, keyAlone, all] = said.map(each =>
    [zh, en].map(words => words.readme.limits(each).join("")),
  )
  for (const limits of [none, promised, keyAlone]) {
    expect(limits?.[0]).toContain("不能单独证明这些文件在某一时刻已经存在")
    expect(limits?.[1]).toContain("does not prove that the files existed at any given time")
  }
  expect(all?.[1]).not.toContain("existed at any given time")
  expect(keyAlone?.[0]).toContain("只有设备签名公钥有")
  expect(keyAlone?.[1]).toContain("device's public key alone")
})

/** All strings of a catalogue, those that functions make too. */
function texts(words: typeof zh): string[] {
  const parts: unknown[] = [words.readme, words.verify].flatMap((part): unknown[] => Object.values(part))
  const made = [
    ...gaps.map(gap => words.gap(gap)),
    words.readme.gapsCount(1),
    words.readme.gapsCount(2),
    words.readme.stepsTaken({ done: measures, failed: measures, notRun: measures }),
    words.readme.leftOut({ item: "e001", reason: "damaged" }),
    words.readme.leftOut({ item: "e001", reason: "running" }),
    words.readme.leftForNext({ count: 1, first: "e001", last: "e001" }),
    words.readme.leftForNext({ count: 3, first: "e001", last: "e003" }),
    ...redacted.map(what => words.readme.redaction({ what, count: 2, where: "dom-before.html" })),
    ...wallKinds.map(kind => words.readme.wall(kind)),
    words.verify.payload(2, 3),
    words.readme.keyExisted("tsa.example", "2026-11-22 15:22:00 UTC"),
    ...said.flatMap(each => [
      words.readme.stamps(each),
      ...words.readme.limits(each),
      ...words.verify.scope(each),
    ]),
  ]
  return [...parts.flat().filter(part => typeof part === "string"), ...made]
}

test("the papers claim nothing that the tool cannot do", () => {
  expect(texts(zh).length).toBeGreaterThan(1_000)
  for (const text of [...texts(zh), ...texts(en)]) {
    expect(text).not.toMatch(/司法级|铁证|具有法律效力|取证|存证|你|court-proof|tamper-proof|hardware/i)
    // "Complete" and 完整 only with what they are about.
    expect(text.replaceAll(/已加载部分完整|不完整|完整网址/g, "")).not.toContain("完整")
    expect(text.replaceAll(/complete as loaded|not complete/gi, "")).not.toMatch(/\bcomplete\b/i)
    // A notary is somewhere to go to, and a deed something that this is not.
    expect(text.replaceAll(/公证机构申请保全证据公证|不等于公证书/g, "")).not.toContain("公证")
  }
})

test("the measures that did not run are said not to have run", () => {
  const taken = { done: ["as-seen"], failed: ["frames"], notRun: ["stitch"] } as const
  expect(zh.readme.stepsTaken(taken)).toBe("已完成：首屏截图。出错：滚动截图。未进行：拼接长图。")
  expect(en.readme.stepsTaken(taken)).toBe(
    "Done: first screen pictured. Failed: scrolled page pictured. Not done: pictures joined.",
  )
})
