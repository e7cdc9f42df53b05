// @vitest-environment happy-dom
/** The page of a case's next steps. */
import { describe, expect, test } from "vitest"
import { type PostSummary } from "../../../src/core/post-facts/summary.ts"
import { type Complaint } from "../../../src/core/remarks.ts"
import { type CaseGround, type CaseItem } from "../../../src/core/roads/ground.ts"
import { roadNames } from "../../../src/core/roads/roads.ts"
import { wordsFor } from "../../../src/i18n/words.ts"
import { emptyModel } from "../../../src/ui/roads/model.ts"
import { renderPage } from "../../../src/ui/roads/render.ts"
import { defaultCase } from "../../../src/vault/case-row.ts"

const zh = wordsFor("zh-CN", "Asia/Shanghai")
const en = wordsFor("en", "Asia/Shanghai")
const now = "2026-11-26T04:00:00.000Z"
const facts: PostSummary = {
  ...{ adapter: "weibo", pageType: "post", permalink: null, authorName: "林小满\u202e", authorHandle: null },
  ...{
    authorId: "501",
    publishedAt: null,
    counters: {},
    ambiguous: [],
    missing: [],
    comments: 0,
    faulty: false,
  },
}
const itemOf = (item: number, views: number | null, different: Partial<CaseItem> = {}): CaseItem => {
  const startedAt = "2026-11-22T04:00:00.000Z"
  const counters = views === null ? {} : { views: { count: views, rounded: views >= 10_000 } }
  return {
    ...{ id: `c${String(item)}`, item, host: "weibo.com", isOfWeb: true, startedAt, complete: true, facts },
    ...{
      readings: [],
      lastSeen: null,
      isStamped: false,
      isInBundle: false,
      said: new Map(),
      filled: new Map(),
    },
    post: {
      url: `https://weibo.com/1/${String(item)}`,
      permalink: null,
      at: startedAt,
      plusMinusSeconds: null,
      read: [{ at: startedAt, counters }],
    },
    ...different,
  }
}
const complaint = (different: Partial<Complaint>): Complaint => ({
  ...{ platform: "微博", channel: "platform", sentAt: "2026-11-20T04:00:00.000Z", number: "WB-1" },
  ...{ result: "waiting", repliedAt: null, said: null, ...different },
})
const show = (ground: Partial<CaseGround> = {}, words = zh, name: string | null = null): HTMLElement =>
  renderPage(words, {
    ...emptyModel,
    filed: { ...defaultCase, name },
    ground: { items: [], complaints: [], said: new Map(), practice: 0, ...ground },
    now,
  })
const text = (view: Element, selector: string) => view.querySelector(selector)?.textContent ?? null
const need = (view: Element, road: string, name: string) => {
  const found = view.querySelector(`#${road} [data-need=${name}]`)
  if (found === null) throw new Error(`${road} does not name ${name}`)
  return found
}

describe("what the case still lacks", () => {
  const coach = (view: Element) => view.querySelector("#coach") ?? expect.unreachable("no coach")
  const items = [itemOf(1, 5), itemOf(2, 5, { facts: { ...facts, authorId: "502", authorName: null } })]

  test("stands folded, without a count, each suggestion with its why, and whose page is missing", () => {
    const view = coach(show({ items }))
    expect(view.hasAttribute("open")).toBe(false)
    expect(text(view, "summary")).toBe("本案还缺什么")
    const lines = [...view.querySelectorAll("[data-advice]")]
    expect(lines.map(line => line.getAttribute("data-state"))).toEqual(Array(6).fill("open"))
    for (const line of lines) expect(line.querySelectorAll("p.small").length).toBeGreaterThan(0)
    expect(text(view, "[data-items=pageless]")).toBe("还没有： 林小满� E-001 未读到名称的账号 E-002 ")
  })

  test("can be put away, and taken out again", () => {
    const said = new Map([["loss", "dismissed"]] as const)
    const view = coach(show({ items, said }, en))
    expect(view.querySelectorAll(":scope > ul > li")).toHaveLength(5)
    expect(view.querySelector("#dismiss-loss")).toBeNull()
    expect(text(view, "#dismissed summary")).toBe("Put away: 1")
    expect(view.querySelector("#again-loss")?.getAttribute("aria-label")).toContain("Suggest it again")
  })

  test("is not there while the case holds nothing", () => {
    expect(show().querySelector("#coach")).toBeNull()
  })
})

test("what stands first is to capture, then to notify, and the six roads follow in their order", () => {
  const view = show()
  expect([...view.querySelectorAll("h2")].map(({ textContent }) => textContent)).toEqual([
    "我的证据",
    "先采集，再通知平台",
    "六条路",
  ])
  expect([...view.querySelectorAll("#roads h3")].map(({ textContent }) => textContent)).toEqual([
    "平台通知",
    "治安管理处罚",
    "民事诉讼",
    "刑事自诉",
    "公证",
    "诉前证据保全",
  ])
  expect(text(view, "#first")).toContain("平台收到通知后会转给发布者")
  expect(
    [...view.querySelectorAll("#first [data-step]")].map(step => step.getAttribute("data-done")),
  ).toEqual(["no", "no"])
  expect(view.querySelectorAll("details[open]")).toHaveLength(0)
})

test("the steps tell what was captured and sent, and a report to the police is no notice", () => {
  const items = [itemOf(1, 5)]
  const police = show({ items, complaints: [complaint({ channel: "police" })] })
  expect(text(police, "[data-step=capture]")).toContain("1 项")
  expect(text(police, "[data-step=notice]")).toContain("还没有记录")
  const sent = show({ items, complaints: [complaint({}), complaint({ channel: "police" })], practice: 2 })
  expect(text(sent, "[data-step=notice]")).toContain("已记录 1 次")
  expect(text(sent, "#first")).toContain("练习条目（2 项）不计入")
})

test("a need says how many items have it, links to them, and to those that do not with what can be done", () => {
  const items = [itemOf(1, 5), itemOf(2, null, { facts: { ...facts, authorId: null } })]
  const account = need(show({ items }), "civil", "account")
  expect(account.getAttribute("data-state")).toBe("partly")
  expect(account.textContent).toContain("2 项中有 1 项有账号标识")
  const links = (which: string) =>
    [...account.querySelectorAll(`[data-items=${which}] a`)].map(a => [a.textContent, a.getAttribute("href")])
  expect(links("having")).toEqual([["E-001", "item.html?item=c1"]])
  expect(links("lacking")).toEqual([["E-002", "item.html?item=c2"]])
  expect(account.textContent).toContain("在「概要」里补填")
})

test("of many items some are linked, and the rest counted", () => {
  const items = Array.from({ length: 40 }, (_, at) => itemOf(at + 1, 1))
  const posts = need(show({ items }), "notice", "posts")
  expect(posts.querySelectorAll("a")).toHaveLength(12)
  expect(posts.textContent).toContain("另有 28 项")
})

test.each([
  [
    zh,
    "浏览 约 12,000",
    "5,000：司法解释中的数量标准，是否适用请咨询律师",
    "账号：林小满",
    "浏览 约 12,005（2 条有此数字，",
  ],
  [en, "views about 12,000", "5,000: quantity standard", "Account: 林小满", "12,005"],
] as const)(
  "numbers stand beside those of the interpretation, with no verdict",
  (words, highest, line, account, sum) => {
    const view = show({ items: [itemOf(1, 5), itemOf(2, 12_000)] }, words)
    const numbers = need(view, "prosecution", "numbers")
    const said = text(numbers, "[data-highest=views]") ?? ""
    expect(said.toLowerCase()).toContain(highest)
    expect(said).toContain(line)
    expect(said).toContain("E-002")
    expect(text(numbers, "[data-account]")).toContain(account)
    expect(text(numbers, "[data-account]")).toContain(sum)
    expect(numbers.textContent).not.toMatch(/达到|超过|已满足|reached|exceeds|met\b/)
    // What strangers call themselves turns no sentence of ours around.
    expect(numbers.innerHTML).not.toContain("\u202e")
  },
)

test("when a page was last seen is told with its time, and can be looked at again", () => {
  const seen = itemOf(1, 5, { lastSeen: { at: "2026-11-25T04:00:00.000Z", state: "there" } })
  const gone = itemOf(2, 5, { lastSeen: { at: "2026-11-25T05:00:00.000Z", state: "gone" } })
  const online = need(show({ items: [seen, gone] }), "notary", "online")
  expect(online.textContent).toContain("2 项中有 1 项在最近一次看的时候还看得到")
  expect(online.textContent).toContain("2026/11/25 12:00 (UTC+8)")
  expect(online.textContent).toContain("不等于已经删除")
  expect(need(show({ items: [seen] }), "notary", "online").textContent).toContain("再次读取")
})

describe("periods", () => {
  test("days since a complaint are counted, and where there is none nothing is made up", () => {
    expect(text(show(), "#notice [data-period=complaint]")).toBe("还没有投诉记录，没有天数可算。")
    const view = show({ complaints: [complaint({}), complaint({ channel: "police", platform: "某派出所" })] })
    expect(text(view, "#notice [data-period=complaint]")).toContain("已发出 6 天")
    expect(text(view, "#notice [data-period=complaint]")).toContain("没有写明天数")
    expect(text(view, "#police [data-period=report]")).toContain("报案已 6 天")
    expect(text(view, "#police [data-period=report]")).not.toContain("微博")
  })

  test("of the years only the beginning is a fact, and no end is reckoned", () => {
    const view = show({ items: [itemOf(1, 5)] })
    for (const road of ["civil", "prosecution"]) {
      const periods = [...view.querySelectorAll(`#${road} [data-period]`)]
        .map(({ textContent }) => textContent)
        .join("")
      expect(periods).toContain("2026/11/22 12:00 (UTC+8)")
      expect(periods).not.toMatch(/20(29|31)/)
    }
    expect(text(view, "#preservation [data-period=retention]")).toContain("2027/01/21")
  })
})

describe("the law", () => {
  test.each([
    [zh, "《中华人民共和国民法典》（2021-01-01 起施行）", "第一千一百九十五条"],
    [en, "Civil Code of the PRC (in force since 2021-01-01)", "art. 1195"],
  ])("is named with title and day, and quoted in Chinese in either language", (words, title, article) => {
    const view = show({}, words)
    const found = view.querySelector("#notice [data-provision=notice]")
    expect(text(view, "#notice [data-law=civilCode] p")).toBe(title)
    expect(found?.querySelector("p")?.textContent).toBe(article)
    expect(found?.querySelector("blockquote")?.lang).toBe("zh-CN")
    expect(found?.querySelector("blockquote")?.textContent).toContain("权利人的真实身份信息")
    expect(text(view, "#notice [data-law=civilCode]")).toContain("LawRefBook/Laws 2f4c5c23, 2025-04-19")
  })

  test("what was read without a quotation is named only", () => {
    const found = show().querySelector("#police [data-provision=policeTerm]")
    expect(found?.querySelector("blockquote")).toBeNull()
    expect(found?.textContent).toContain("只列出处")
  })

  test("stands at every road", () => {
    for (const name of roadNames)
      expect(show().querySelectorAll(`#${name} .law li`).length).toBeGreaterThan(1)
  })
})

test.each([zh, en])("no road is praised, and nothing is promised", words => {
  const items = [itemOf(1, 90_000, { isStamped: true, isInBundle: true })]
  const view = show({ items, complaints: [complaint({})] }, words)
  for (const quoted of view.querySelectorAll("blockquote")) quoted.remove()
  const said = view.textContent
  expect(said).not.toMatch(/建议您选|推荐|最好走|胜诉|胜算|一定会|必然|足以|构成犯罪了/)
  expect(said).not.toMatch(/recommend|you should choose|will win|likely|sufficient|enough to/i)
})

test("a case's name is shown as text, and one that is not there as that", () => {
  expect(show({}, zh, "<b>张某</b>").querySelector("#heading b")).toBeNull()
  expect(text(renderPage(zh, { ...emptyModel, filed: null }), "#no-case")).toBe("没有这个案件。")
  expect(text(renderPage(zh, emptyModel), "#reading")).toBe("正在读取案件…")
})

test("while the case is being read, each road says already what it is, and nothing of the case", () => {
  const view = renderPage(zh, { ...emptyModel, now })
  expect(text(view, "#reading")).toBe("正在读取案件…")
  expect([...view.querySelectorAll("details.road")].map(({ id }) => id)).toEqual([...roadNames])
  expect(view.querySelectorAll("[data-need], [data-period], #first, #coach")).toHaveLength(0)
  expect(view.querySelectorAll("details.law")).toHaveLength(roadNames.length)
})
