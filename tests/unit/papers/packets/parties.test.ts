/** Who a paper is against: accounts as captured, never a person that nobody named. */
import { describe, expect, test } from "vitest"
import type { ItemSnapshot } from "../../../../src/core/bundle/snapshot.ts"
import { BLANK } from "../../../../src/core/papers/draft.ts"
import { nothingTyped } from "../../../../src/core/papers/typed.ts"
import {
  type AnyValue,
  type Field,
  notFound,
  type PostFields,
} from "../../../../src/core/post-facts/fields.ts"
import { packetsZh } from "../../../../src/i18n/papers/packets-zh.ts"
import { exampleListItems } from "../example-list.ts"
import { examplePacket, rowsUnder, said, textsIn } from "./example-packets.ts"

const read = <Value extends AnyValue>(value: Value): Field<Value> => ({
  ...{ value, raw: JSON.stringify(value), source: "dom", where: "article", verdict: "ok" },
})

function post(item: string, fields: Partial<PostFields>, adapter = "weibo"): ItemSnapshot {
  const [first] = exampleListItems()
  if (first?.facts === undefined) throw new Error("no item")
  const facts = {
    ...first.facts,
    adapter: { id: adapter, version: "1" },
    fields: { ...first.facts.fields, ...fields },
  }
  return { ...first, record: { ...first.record, item }, facts }
}

/** The facts of each party under its heading. */
async function opponents(
  items: readonly ItemSnapshot[],
  opponent?: string,
): Promise<Record<string, string>[]> {
  const own = opponent === undefined ? {} : { opponent }
  const { blocks } = await examplePacket("civil", "zh-CN", items, { ...nothingTyped, own })
  return blocks.flatMap((block, at) => {
    const facts = blocks[at + 1]
    if (block.kind !== "heading" || !/^被告 \d/.test(block.mark) || facts?.kind !== "facts") return []
    return [
      {
        heading: block.mark,
        ...Object.fromEntries(facts.rows.map(({ label, value }) => [said(label), said(value)])),
      },
    ]
  })
}

test("the account stands there as it was captured, with the user's own words marked, and blanks for the person", async () => {
  const [first, ...more] = await opponents([post("e001", {})])
  expect(more).toEqual([])
  expect(first?.heading).toBe("被告 1（网络账号）")
  expect(first?.[packetsZh.site]).toBe("微博")
  expect(first?.[packetsZh.asCaptured]?.split("\n")).toEqual([
    "作者昵称：张三",
    "账号名：zhangsan",
    "用户填写，2026-11-23 18:00:00 (UTC+8)",
    "账号 ID（uid）：1234567890",
    `作者主页：${BLANK}`,
    `认证信息：${BLANK}`,
    "IP 属地：浙江",
  ])
  for (const label of ["真实姓名", "性别", "工作单位", "住所", "联系方式"]) expect(first?.[label]).toBe(BLANK)
})

describe("accounts", () => {
  test("of one id are one, with each name that they were shown under", async () => {
    const found = await opponents([
      post("e001", {}),
      post("e002", { authorName: read("张三改名") }),
      post("e003", { authorName: notFound }),
    ])
    expect(found).toHaveLength(1)
    expect(found[0]?.[packetsZh.asCaptured]).toContain("作者昵称：张三、张三改名")
  })

  test("of one name on two sites are two", async () => {
    const found = await opponents([
      post("e001", { authorId: notFound }),
      post("e002", { authorId: notFound }, "zhihu"),
    ])
    expect(found.map(each => each[packetsZh.site])).toEqual(["微博", "知乎"])
  })

  test("of which a page says nothing are none, and the platform is asked by the page's address", async () => {
    const none = { authorId: notFound, authorHandle: notFound, authorName: notFound }
    const unsaid = (item: string) => ({ ...post(item, none), corrections: [] })
    const items = [unsaid("e001"), post("e002", {})]
    expect((await opponents(items)).map(each => each[packetsZh.asCaptured]?.split("\n")[0])).toEqual([
      "作者昵称：张三",
    ])
    const rows = rowsUnder(await examplePacket("disclosure", "zh-CN", items), packetsZh.heading.accounts)
    expect(rows.map(([account, number]) => [account?.split("\n").slice(0, 2), number])).toEqual([
      [["微博", "作者昵称：张三"], "1-2"],
      [["微博", packetsZh.noAccount], "1-1"],
    ])
  })

  test("where the page contradicts itself, the field is a blank", async () => {
    const authorHandle = {
      ...notFound,
      raw: "a / b",
      source: "dom",
      where: "x",
      verdict: "ambiguous",
    } as const
    const item = { ...post("e001", { authorHandle }), corrections: [] }
    expect((await opponents([item]))[0]?.[packetsZh.asCaptured]).toContain(`账号名：${BLANK}`)
  })
})

test("a real name that was typed is of the one account, and of none where there are two", async () => {
  const one = await opponents([post("e001", {})], "李四")
  expect(one.map(each => each.真实姓名)).toEqual(["李四"])
  const two = await opponents([post("e001", {}), post("e002", { authorId: read("2") })], "李四")
  expect(two.map(each => each.真实姓名)).toEqual([BLANK, BLANK])
})

test("of two accounts the name that was typed still stands there, with a blank for whose it is", async () => {
  const items = [post("e001", {}), post("e002", { authorId: read("2") })]
  const typed = { ...nothingTyped, own: { opponent: "李四" } }
  const texts = textsIn(await examplePacket("civil", "zh-CN", items, typed))
  expect(texts.filter(text => text.includes("李四"))).toEqual([`李四（属于上列哪个账号：${BLANK}）`])
})

test("an account's own page is not asked for the number of a post", async () => {
  const profile = exampleListItems().find(({ facts }) => facts?.pageType === "profile")
  if (profile === undefined) return expect.unreachable("no profile")
  const rows = rowsUnder(
    await examplePacket("disclosure", "zh-CN", [post("e001", {}), profile]),
    packetsZh.heading.accounts,
  )
  expect(rows.map(([, number, where]) => [number, where?.includes("帖子编号")])).toEqual([
    ["1-1", true],
    ["2-7", false],
  ])
})

test("where nothing was captured, the other side is somebody unknown", async () => {
  const [first, ...more] = await opponents([])
  expect(more).toEqual([])
  expect(first?.真实姓名).toBe(BLANK)
})

test("the table of accounts has each once, with the numbers of its pages, and not of what else is there of them", async () => {
  const items = [
    post("e001", {}),
    post("e002", {}),
    post("e003", { authorId: read("2"), authorName: read("王五") }),
  ]
  const rows = rowsUnder(await examplePacket("police", "zh-CN", items), packetsZh.heading.accounts)
  expect(rows.map(row => row.at(-1)?.split("\n"))).toEqual([["1-1", "1-2"], ["1-3"]])
})
