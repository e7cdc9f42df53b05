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
import { examplePacket, rowsUnder, said } from "./example-packets.ts"

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
    "用户填写，2026-11-23 10:00:00 UTC",
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

  test("of which a page says nothing are unknown, each by itself", async () => {
    const none = { authorId: notFound, authorHandle: notFound, authorName: notFound }
    const unsaid = (item: string) => ({ ...post(item, none), corrections: [] })
    const found = await opponents([unsaid("e001"), unsaid("e002")])
    expect(found).toHaveLength(2)
    expect(found[0]?.[packetsZh.asCaptured]).toContain(`作者昵称：${BLANK}`)
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

test("where nothing was captured, the other side is somebody unknown", async () => {
  const [first, ...more] = await opponents([])
  expect(more).toEqual([])
  expect(first?.真实姓名).toBe(BLANK)
})

test("the table of accounts has each once, with the numbers of all that there is of it", async () => {
  const items = [
    post("e001", {}),
    post("e002", {}),
    post("e003", { authorId: read("2"), authorName: read("王五") }),
  ]
  const rows = rowsUnder(await examplePacket("police", "zh-CN", items), packetsZh.heading.accounts)
  expect(rows.map(row => row.at(-1)?.split("\n"))).toEqual([
    ["1-1", "3-1", "4-1", "1-2", "3-2", "4-2"],
    ["1-3", "3-3", "4-3"],
  ])
})
