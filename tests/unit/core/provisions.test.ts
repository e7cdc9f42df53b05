import { describe, expect, test } from "vitest"
import { complaintProvisions } from "../../../src/core/complaint-terms.ts"
import { laws } from "../../../src/core/law/laws.ts"
import { type Provision, provisions, spreadNumbers } from "../../../src/core/law/provisions.ts"
import { roadNames, roads } from "../../../src/core/roads/roads.ts"

describe("the sentences of law", () => {
  const all: readonly (readonly [string, Provision])[] = Object.entries(provisions)

  test.each(all)(
    "%s is Chinese, without a document number, of an article that is named in both languages",
    (_name, { article, text, about, guide }) => {
      expect(article.zh).toMatch(/^第[一二三四五六七八九十百千零]+条(第（[一二三四五六七八九]）项)?$/)
      expect(article.en).toMatch(/^art\. \d+( \(\d\))?$/)
      expect(guide).toMatch(/^law\.md §\d\.\d$/)
      // What it is about is said in our words only where there are none of its own.
      expect(about === undefined).toBe(text !== null)
      if (text === null) return
      expect(text).toMatch(/^[\p{Script=Han}，。；：、（）…0-9]+$/u)
      expect(text.length).toBeGreaterThan(3)
    },
  )

  test.each(Object.entries(laws))(
    "%s has its titles, its day, and one of the sources in which the wording was read",
    (_name, { title, dated, readIn }) => {
      expect(`${title.zh}${title.en}`).not.toMatch(/法释|法发|公协字|号/)
      expect(dated.on).toMatch(/^\d{4}(-\d{2}-\d{2})?$/)
      expect(readIn).toMatch(
        /^(LawRefBook\/Laws 2f4c5c23, 2025-04-19|ImCa0\/just-laws 5c000d28, 2026-07-17)$/,
      )
    },
  )

  /** First words of sentences, as they stand in the sources that the laws name. */
  const BEGINNINGS =
    /^(民事主体享有|民事主体有证据|行为人因侵害|侵害自然人|向人民法院请求|受害人的停止|原告起诉网络服务|合理开支包括|起诉必须符合|起诉状应当|因侵权行为提起|当事人以电子数据|电子数据的内容|因情况紧急|有下列行为之一|公安机关对报案|以暴力或者|一年内多次|根据自然人、法人|自然人、法人|申请办理公证的当事人|公证机构经审查|有下列情形之一|从事新闻、出版)/

  test.each(all.filter(([, { text }]) => text !== null))(
    "%s begins and ends with a whole sentence, or says with … that it does not",
    (_name, { text }) => {
      expect(text).toMatch(/[。…]$/)
      if (text?.startsWith("…") !== true) expect(text).toMatch(BEGINNINGS)
    },
  )

  test("a condition is quoted with what it is the condition of", () => {
    expect(provisions.disclosure.text).toMatch(/^原告起诉网络服务提供者，.*为由抗辩的，人民法院可以/)
    expect(provisions.notaryTerm.text).toMatch(/^公证机构经审查，认为.*真实、合法的，应当自受理/)
    expect(provisions.contentRecord.text).toMatch(/^从事新闻、出版以及电子公告等服务项目的/)
    expect(provisions.notice.text).toMatch(/^…权利人有权通知.*必要措施。通知应当包括/)
  })

  // As law.md quotes them under its mark V; where it only says what an article is about, words of the source that it names.
  const quoted = [
    ["notice", "通知应当包括构成侵权的初步证据及权利人的真实身份信息。"],
    [
      "statement",
      "在转送声明到达权利人后的合理期限内，未收到权利人已经投诉或者提起诉讼通知的，应当及时终止所采取的措施。",
    ],
    ["reputation", "民事主体享有名誉权。任何组织或者个人不得以侮辱、诽谤等方式侵害他人的名誉权。"],
    [
      "noLimitation",
      "受害人的停止侵害、排除妨碍、消除危险、消除影响、恢复名誉、赔礼道歉请求权，不适用诉讼时效的规定。",
    ],
    ["spread", "同一诽谤信息实际被点击、浏览次数达到五千次以上，或者被转发次数达到五百次以上的"],
    ["policeAnswer", "应当立即立案并进行调查；认为不属于违反治安管理行为的，应当告知…并说明理由。"],
    [
      "punishment",
      "处五日以下拘留或者一千元以下罚款；情节较重的，处五日以上十日以下拘留，可以并处一千元以下罚款",
    ],
    ["defamation", "前款罪，告诉的才处理，但是严重危害社会秩序和国家利益的除外。"],
    ["burden", "举证责任由自诉人承担"],
    ["privateCase", "明确的被告人、具体的诉讼请求和证明被告人犯罪事实的证据"],
    ["original", "直接来源于电子数据的打印件或其他可以显示、识别的输出介质，视为电子数据的原件。"],
    [
      "notarisedData",
      "电子数据的内容经公证机关公证的，人民法院应当确认其真实性，但有相反证据足以推翻的除外。",
    ],
    ["preservation", "证据可能灭失或者以后难以取得"],
    ["contentRecord", "记录备份应当保存60日"],
    ["networkLog", "网络日志不少于六个月"],
    [
      "injunction",
      "不及时制止将使其合法权益受到难以弥补的损害的，有权依法向人民法院申请采取责令行为人停止有关行为的措施。",
    ],
    ["redress", "应当与行为的具体方式和造成的影响范围相当。"],
    ["mentalHarm", "侵害自然人人身权益造成严重精神损害的，被侵权人有权请求精神损害赔偿。"],
    ["limitation", "三年"],
    ["disclosure", "提供能够确定涉嫌侵权的网络用户的姓名（名称）、联系方式、网络地址等信息"],
    ["costs", "对侵权行为进行调查、取证的合理费用"],
    ["suit", "明确的被告"],
    ["complaintOfSuit", "诉讼请求和所根据的事实与理由"],
    ["venue", "被告住所地"],
    ["venueAtHome", "侵权结果发生地包括被侵权人住所地"],
    ["noForging", "伪造、隐匿、毁灭证据或者提供虚假证言、谎报案情"],
    ["prosecutionTerm", "法定最高刑为不满五年有期徒刑的，经过五年"],
    ["spreadOfYear", "累计计算"],
    ["notaryMatter", "保全证据"],
    ["notaryPlace", "行为地或者事实发生地"],
    ["notaryTruth", "如实说明"],
    ["notaryTerm", "十五个工作日内"],
    ["notaryRefusal", "当事人与申请公证的事项没有利害关系"],
  ] as const

  test.each(quoted)("%s says %s", (name, words) => {
    expect(provisions[name].text).toContain(words)
  })

  test("none is printed that is not quoted there, and of which nothing is quoted only the article is named", () => {
    const named = all.filter(([, { text }]) => text !== null).map(([name]) => name)
    expect(named.sort()).toEqual(quoted.map(([name]) => name as string).sort())
  })

  test("the two numbers are those of the sentence", () => {
    expect(provisions.spread.text).toContain("五千次")
    expect(provisions.spread.text).toContain("五百次")
    expect(spreadNumbers).toEqual({ views: 5_000, reposts: 500 })
  })

  test("each is used by a road or a period", () => {
    const ofRoads = roadNames.flatMap(name => [...roads[name].provisions])
    const used = new Set<string>([...ofRoads, ...Object.values(complaintProvisions)])
    expect(Object.keys(provisions).filter(name => !used.has(name))).toEqual([])
  })
})
