/** What the notary route sheet says of each link: what the records hold of it, and no more. */
import { expect, test } from "vitest"
import type { ItemSnapshot } from "../../../src/core/bundle/snapshot.ts"
import type { Paper, Said } from "../../../src/core/papers/block.ts"
import { foundSince, isGone, lastSeen, signedOut } from "../../../src/core/papers/route-seen.ts"
import { addressOf, minutesFor, stopOf } from "../../../src/core/papers/route-stop.ts"
import { textsOf } from "../../../src/core/papers/texts.ts"
import { reportLanguages } from "../../../src/core/papers/wanted.ts"
import { hashOfContent, type RemarkVersion } from "../../../src/core/remarks.ts"
import { exampleItem, pixel } from "../bundle/example.ts"
import { asVisitor, exampleRoute, exampleRouteItems, foundAgain, routeItem } from "./example-route.ts"
import { importedPhoto } from "./packets/example-packets.ts"

const said = (lines: Said): string => lines.map(({ text }) => text).join("\n")

const cardsOf = ({ blocks }: Paper) =>
  blocks.flatMap(block =>
    block.kind === "card"
      ? [
          {
            name: said(block.said),
            code: block.code,
            facts: Object.fromEntries(block.facts.map(({ label, value }) => [said(label), said(value)])),
          },
        ]
      : [],
  )

async function cardOf(item: ItemSnapshot) {
  const [card] = cardsOf(await exampleRoute("zh-CN", [item]))
  return card ?? expect.unreachable("no card")
}

test("in Chinese it reads as this file", async () => {
  await expect(textsOf(await exampleRoute("zh-CN")).join("\n---\n")).toMatchFileSnapshot("route-zh.txt")
})

test("in English it reads as this file", async () => {
  await expect(textsOf(await exampleRoute("en")).join("\n---\n")).toMatchFileSnapshot("route-en.txt")
})

test("what may vanish first is first, and what was not shown the last time stands apart at the end", async () => {
  const { blocks } = await exampleRoute("zh-CN")
  const order = blocks.flatMap(block =>
    block.kind === "card" || (block.kind === "heading" && block.level === 1)
      ? [said(block.said).split(" · ")[0]]
      : [],
  )
  expect(order).toEqual([
    "一、按此顺序打开",
    "1. E-001",
    "2. E-004",
    "3. E-009",
    "4. E-005",
    "5. E-003",
    "二、最近一次核对时没有显示的",
    "6. E-006",
  ])
})

test("every link is there once, in every language", async () => {
  const numbers = exampleRouteItems().map(({ record }) => record.item.replace("e", "E-"))
  for (const language of reportLanguages) {
    const cards = cardsOf(await exampleRoute(language))
    expect(cards.map(({ name }) => /E-\d+/.exec(name)?.[0]).sort()).toEqual(numbers)
  }
})

test("a file from elsewhere is no link, and is not counted as one", async () => {
  const links = async (items: readonly ItemSnapshot[]) => {
    const text = textsOf(await exampleRoute("zh-CN", items)).join("\n")
    return [/共 \d+ 个链接/.exec(text)?.[0], text.match(/E-\d+/g)]
  }
  const all = exampleRouteItems()
  expect(await links([...all, importedPhoto("e020")])).toEqual(await links(all))
})

test("a square holds just the address that is printed, and what cannot be opened as it is printed has none", async () => {
  for (const { name, code, facts } of cardsOf(await exampleRoute("zh-CN"))) {
    if (name.includes("E-009")) {
      expect(code).toBeNull()
      expect(facts["网址"]).toContain("不能作成二维码")
    } else expect(facts["网址"]?.split("\n")[0]).toBe(code)
  }
})

test("a token never goes round with the sheet", async () => {
  const paper = await exampleRoute("zh-CN")
  expect(JSON.stringify([paper.blocks, textsOf(paper)])).not.toContain("SECRET")
})

test.each<[string, ItemSnapshot, string | null]>([
  [
    "the post's own address stands for one with tokens",
    routeItem("e001", {}, { url: "https://weibo.com/1?xsec_token=SECRET" }),
    "https://weibo.com/1234567890/e001",
  ],
  [
    "a page of no known site keeps the captured one, whatever it calls its own",
    {
      ...exampleItem("e001", { "frames/0000.png": pixel }, { canonicalUrl: "https://elsewhere.example/" }),
      facts: { ...facts(), adapter: { id: "generic", version: "1" } },
    },
    "https://example.cn/post/1",
  ],
  ["an address that is none of the web is no link", exampleItem("e001", {}, { url: "file:///a" }), null],
  [
    "an address longer than a camera reads is no link",
    exampleItem("e001", {}, { url: `https://example.cn/${"a".repeat(300)}` }),
    null,
  ],
])("%s", (_claim, item, link) => {
  expect(addressOf(item).link).toBe(link)
})

function facts() {
  return routeItem("e001").facts ?? expect.unreachable("no facts")
}

const capturedAt = "2026-11-22T15:20:00.250Z"

test.each<
  [string, Partial<ItemSnapshot>, { seen: string; by: string; isGone: boolean; since: string | null }]
>([
  ["only captured", {}, { seen: capturedAt, by: "capture", isGone: false, since: null }],
  [
    "opened again and there",
    { counters: [foundAgain("2026-11-23T00:00:00.000Z", "there", "same-text")] },
    { seen: "2026-11-23T00:00:00.000Z", by: "again", isGone: false, since: null },
  ],
  [
    "given to a visitor later",
    {
      counters: [foundAgain("2026-11-23T00:00:00.000Z", "there", "same-text")],
      readings: [asVisitor("2026-11-24T00:00:00.000Z", "public")],
    },
    { seen: "2026-11-24T00:00:00.000Z", by: "visitor", isGone: false, since: null },
  ],
  [
    "not given to a visitor, which says nothing of whoever signs in",
    { readings: [asVisitor("2026-11-24T00:00:00.000Z", "not-public")] },
    { seen: capturedAt, by: "capture", isGone: false, since: null },
  ],
  [
    "gone",
    { counters: [foundAgain("2026-11-23T00:00:00.000Z", "gone", "phrase-deleted", "已删除")] },
    { seen: capturedAt, by: "capture", isGone: true, since: "gone" },
  ],
  [
    "gone, and then a wall, which takes nothing back",
    {
      counters: [
        foundAgain("2026-11-23T00:00:00.000Z", "gone", "status"),
        foundAgain("2026-11-24T00:00:00.000Z", "wall", "sign-in"),
      ],
    },
    { seen: capturedAt, by: "capture", isGone: true, since: "wall" },
  ],
  [
    "gone, and back",
    {
      counters: [
        foundAgain("2026-11-23T00:00:00.000Z", "gone", "status"),
        foundAgain("2026-11-24T00:00:00.000Z", "there", "same-text"),
      ],
    },
    { seen: "2026-11-24T00:00:00.000Z", by: "again", isGone: false, since: null },
  ],
  [
    "walled off",
    { counters: [foundAgain("2026-11-23T00:00:00.000Z", "wall", "sign-in")] },
    { seen: capturedAt, by: "capture", isGone: false, since: "wall" },
  ],
])(
  "of a link that was %s, it is told when it was last seen, and what was found since",
  (_what, read, told) => {
    const item = { ...routeItem("e001"), ...read }
    expect(lastSeen(item)).toEqual({ at: told.seen, by: told.by })
    expect(isGone(item)).toBe(told.isGone)
    expect(foundSince(item)?.state ?? null).toBe(told.since)
    expect(stopOf(item).isUncertain).toBe(told.since !== null && !told.isGone)
  },
)

test("a capture of a wall of which no word was read did not see the post", async () => {
  const item = exampleItem("e001", { "frames/0000.png": pixel }, { walls: ["sign-in"] })
  expect(lastSeen(item)).toBeNull()
  expect((await cardOf(item)).facts["最近一次看到"]).toBe("记录中没有看清的一次")
  expect(lastSeen({ ...item, record: { ...item.record, walls: ["cookies"] } })?.by).toBe("capture")
})

test("which link opens without signing in is said by the newest check that could tell, with its time", async () => {
  const item = {
    ...routeItem("e001"),
    readings: [
      asVisitor("2026-11-23T00:00:00.000Z", "not-public"),
      asVisitor("2026-11-24T00:00:00.000Z", "public"),
      asVisitor("2026-11-25T00:00:00.000Z", "cannot-tell"),
    ],
  }
  expect(signedOut(item)).toEqual({ at: "2026-11-24T00:00:00.000Z", verdict: "public" })
  expect((await cardOf(item)).facts["打开方式"]).toBe("不登录即可看到（2026-11-24 08:00:00 (UTC+8) 核对）")
})

test.each([
  ["yes", "采集时已登录；不登录能否看到，没有核对"],
  ["no", "采集时没有登录，页面可以看到"],
  ["unknown", "是否须登录，没有核对"],
] as const)(
  "where nothing was checked, signed in %s is all that is said, and the account is a blank",
  async (signedIn, words) => {
    const { facts: told } = await cardOf(routeItem("e001", {}, { signedIn }))
    expect(told["打开方式"]).toBe(`${words}\n登录所用账号：____________ 谁的：________`)
  },
)

test("the words to be seen are the first thirty characters, whole", async () => {
  const text = `𠮷${"字".repeat(40)}`
  const item = routeItem("e001")
  const shown = await cardOf({
    ...item,
    corrections: [{ field: "text", value: text, source: "user", at: capturedAt }],
  })
  expect(shown.facts["应看到"]).toBe(`“𠮷${"字".repeat(29)}…”`)
})

test("a longer page with more to unfold takes longer", () => {
  const frames = { "frames/0000.png": pixel, "frames/0001.png": pixel, "frames/0002.png": pixel }
  const short = exampleItem("e001", { "frames/0000.png": pixel })
  expect(minutesFor(short)).toBe(4)
  expect(minutesFor(exampleItem("e001", frames))).toBe(5)
  expect(minutesFor({ ...short, readings: [asVisitor(capturedAt, "public")] })).toBe(3)
  const folded = [{ what: "folded", reason: "not-unfolded", count: 9, where: null }] as const
  expect(minutesFor(exampleItem("e001", frames, { gaps: folded, complete: false }))).toBe(6)
})

test("a complaint that was taken back is no ground for haste", () => {
  const taken: RemarkVersion = {
    ...{ kind: "complaint", content: null, version: 2, at: capturedAt },
    sha256: hashOfContent({ kind: "complaint", content: null }),
  }
  expect(stopOf({ ...routeItem("e001"), remarks: [taken] }).isComplained).toBe(false)
  const [first] = exampleRouteItems()
  expect(first === undefined ? null : stopOf(first).isComplained).toBe(true)
})

test("where every link is gone, the sheet says so and lists them all the same", async () => {
  const gone = {
    ...routeItem("e001"),
    counters: [foundAgain("2026-11-23T00:00:00.000Z", "gone", "phrase-deleted", "已删除")],
  }
  const paper = await exampleRoute("zh-CN", [gone])
  expect(textsOf(paper).join()).toContain("各链接最近一次核对时都没有显示内容")
  expect(textsOf(paper)).not.toContain("一、按此顺序打开")
  expect(cardsOf(paper)).toHaveLength(1)
})
