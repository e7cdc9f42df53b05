import { readdirSync, readFileSync } from "node:fs"
import { describe, expect, test } from "vitest"
import { errorCodes } from "../../../src/core/errors.ts"
import { gapReasons, gapSubjects } from "../../../src/core/evidence.ts"
import { en } from "../../../src/i18n/en.ts"
import { limitUnits, limitWhere, parseLimit } from "../../../src/core/limit.ts"
import { errorSentences, gapNext, gapPlace, gapSentence, gapSpot } from "../../../src/i18n/sentences.ts"
import { shownCodes } from "../../../src/i18n/shown-code.ts"
import { translator } from "../../../src/i18n/t.ts"
import { zhCN } from "../../../src/i18n/zh-CN.ts"

type Message = string | ((values: object) => unknown)

// Every message takes an object of values; which ones is what these tests find out.
const asMessages = (catalogue: object) => catalogue as Readonly<Record<string, Message>>
const catalogues = { en: asMessages(en), "zh-CN": asMessages(zhCN) }
const keys = Object.keys(en)

/** The values that a message asks for, whatever they are. */
function placeholders(message: Message): string[] {
  if (typeof message === "string") return []
  const asked = new Set<string>()
  for (const value of [1, 3, null]) {
    message(
      new Proxy(
        {},
        { get: (_, name) => (asked.add(String(name)), name === "n" ? value : String(value ?? "x")) },
      ),
    )
  }
  return [...asked].sort()
}

/** Everything that a message can say, for a few counts. */
function sayings(key: string, message: Message): string[] {
  if (typeof message === "string") return [message]
  const counts = key.startsWith("gap.what.") ? [1, 3, null] : [1, 3]
  return counts.map(value =>
    String(message(new Proxy({}, { get: (_, name) => (name === "n" ? value : "x") }))),
  )
}

describe("both languages say the same", () => {
  test("they have the same keys", () => {
    expect(Object.keys(zhCN).sort()).toEqual([...keys].sort())
  })

  test.each(keys)("%s asks for the same values in both", key => {
    expect(placeholders(catalogues["zh-CN"][key]!)).toEqual(placeholders(catalogues.en[key]!))
  })

  test.each(keys)("%s uses in each language every value that it asks for", key => {
    for (const message of [catalogues.en[key]!, catalogues["zh-CN"][key]!]) {
      if (typeof message === "string") continue
      const marked = placeholders(message).filter(name => name !== "n")
      const values: [string, unknown][] = [
        ...marked.map((name): [string, string] => [name, `«${name}»`]),
        ["n", 7],
      ]
      const said = message(Object.fromEntries(values))
      // The gap sentence may raise the first letter.
      for (const name of marked) expect(said).toContain(`«${name}»`)
    }
  })
})

test.each(["en", "zh-CN"])(
  "no two parts of the %s catalogue name a sentence alike: the later would stand for both",
  async language => {
    const folder = `src/i18n/${language}`
    const named: string[] = []
    for (const file of readdirSync(folder).filter(name => name !== "plural.ts" && name !== "number.ts")) {
      const part = (await import(`../../../${folder}/${file}`)) as Readonly<Record<string, object>>
      for (const exported of Object.values(part))
        if (typeof exported === "object") named.push(...Object.keys(exported))
    }
    expect(named.length).toBeGreaterThanOrEqual(keys.length)
    expect(named.filter((key, at) => named.indexOf(key) !== at)).toEqual([])
  },
)

test("whoever is spoken to is 您: in the pages, the papers and the stores alike", () => {
  const files = readdirSync("src/i18n", { recursive: true, encoding: "utf8" }).filter(file =>
    file.endsWith(".ts"),
  )
  const spoken = files.map(file => [file, readFileSync(`src/i18n/${file}`, "utf8")] as const)
  expect(spoken.some(([, text]) => text.includes("您"))).toBe(true)
  expect(spoken.filter(([, text]) => text.includes("你")).map(([file]) => file)).toEqual([])
})

describe("no sentence claims more than the product can keep", () => {
  const everything = Object.entries(catalogues).flatMap(([language, catalogue]) =>
    Object.entries(catalogue).flatMap(([key, message]) =>
      sayings(key, message).map(text => ({ language, key, text })),
    ),
  )
  const breaking = (rule: (text: string) => boolean, spared: readonly string[] = []) =>
    everything
      .filter(({ key, text }) => rule(text) && !spared.includes(key))
      .map(({ key, text }) => `${key}: ${text}`)

  test.each([
    "司法级",
    "铁证",
    "具有法律效力",
    "法律效力",
    "成功",
    "恭喜",
    "震惊",
    "可靠电子签名",
    "不可篡改",
    "court-proof",
    "tamper-proof",
    "legally binding",
    "admissible",
    "guarantee",
    "successful",
    "congratulations",
    "hardware",
  ])("nothing says %s", word => {
    expect(breaking(text => text.toLowerCase().includes(word))).toEqual([])
  })

  test("可信时间戳 is said of 联合信任's stamps alone", () => {
    expect(breaking(text => text.includes("可信时间戳"), ["attached.uniTrust"])).toEqual([])
    for (const catalogue of Object.values(catalogues)) {
      expect(catalogue["attached.uniTrust"]).toMatch(/联合信任.*可信时间戳/)
    }
  })

  test("取证, 存证 and 公证 name another's act only", () => {
    const others = [
      "limits.notNotary",
      "attach.title",
      "attach.open",
      "attach.why",
      "library.trashBody",
      "welcome.limits",
      ...["road.notary", "road.notary.what", "road.notary.note", "road.notary.period"],
      ...["road.do.route", "road.do.bills"],
      ...["prepare.for.notary", "prepare.paper.notary", "prepare.own.notary", "prepare.own.purpose"],
    ]
    // A notary's office, and the sheet that is made for one, are named by what they are.
    expect(breaking(text => /取证|存证|公证(?!处|机构|现场操作单)/.test(text), others)).toEqual([])
  })

  test("complete is said of what was loaded, never alone", () => {
    expect(breaking(text => text.replaceAll("已加载部分完整", "").includes("完整"))).toEqual([])
    expect(breaking(text => /\bcomplete\b/i.test(text.replaceAll("Complete as loaded", "")))).toEqual([])
  })

  test("nothing exclaims", () => {
    expect(breaking(text => /[!！]/.test(text))).toEqual([])
  })

  test("no English stands in Chinese, and no Chinese in English", () => {
    const names =
      /\b(data(?= 文件夹)|age-keygen|age1|age|ZIP|CSV|SHA|RFC|https?|Authorization|JSON|PEM|PDF|JPG|PNG|OFD|ots|OpenTimestamps|drand|quicknet|NIST|Merkle|IP|zip|AGE-SECRET-KEY-1|chat\.json|tsr|tst|capture\.json|x|MB|GB|UTC|Tab|Esc|Shift|Ctrl|Cookie|MHTML|Windows|macOS|Linux|hosts|DNS|Chrome|Edge|Chromium|Instagram|Reddit|YouTube|Facebook|wx1\.sinaimg\.cn)\b/g
    expect(
      everything.filter(
        ({ language, text }) => language === "zh-CN" && /[a-z]{3,}/i.test(text.replace(names, "")),
      ),
    ).toEqual([])
    const own = /联合信任|可信时间戳/g
    expect(
      everything.filter(
        ({ language, text }) => language === "en" && /\p{Script=Han}/u.test(text.replace(own, "")),
      ),
    ).toEqual([])
  })
})

describe("errors", () => {
  test("each has a shown code of its own", () => {
    const shown = errorCodes.map(code => shownCodes[code])
    expect(new Set(shown).size).toBe(errorCodes.length)
    for (const code of shown) expect(code).toMatch(/^E-[A-Z]+-\d{2}$/)
  })

  // Numbers and sentences of product.md §6.7.
  test.each([
    [
      "capture/page-forbidden",
      "E-PAGE-01",
      "浏览器不允许扩展读取此页（如设置页、扩展商店）。",
      "请打开帖子所在的网页再试。",
    ],
    ["export/failed", "E-EXP-01", "打包中断。", "请确认磁盘有空间，再次导出。"],
    [
      "vault/full",
      "E-STORE-01",
      "存储空间不足。",
      "请导出证据包，再到证据库的回收站永久删除不需要的条目，或腾出磁盘空间。然后再次采集。",
    ],
    ["internal", "E-UNK-01", "扩展出现意外问题。", "请关闭此窗口再打开重试。报告问题时请附上代码。"],
  ] as const)("%s is shown as %s with cause and next step", (code, shown, cause, next) => {
    expect(errorSentences(translator("zh-CN"), code)).toMatchObject({ code: shown, cause, next })
  })

  test.each(errorCodes)("%s has three sentences in both languages, none 失败 alone", code => {
    for (const language of ["zh-CN", "en"]) {
      const { cause, safe, next } = errorSentences(translator(language), code)
      for (const sentence of [cause, safe, next]) {
        expect(sentence).toMatch(/[.。]$/)
        expect(sentence).not.toMatch(/失败|failed/i)
      }
    }
  })
})

describe("gaps", () => {
  test.each([
    ["zh-CN", "pictures", "refused", 3, "缺 3 张图片：网站拒绝提供。"],
    ["zh-CN", "frames", "stopped", null, "缺部分滚动截图：您停止了采集。"],
    ["zh-CN", "not-loaded", "not-loaded", 1204, "1,204 条内容没有加载：页面当时没有加载。"],
    ["en", "pictures", "refused", 1, "1 picture is missing: the site refused."],
    ["en", "pictures", "refused", 1204, "1,204 pictures are missing: the site refused."],
    ["en", "frames", "stopped", null, "Some scrolled screens are missing: you stopped the capture."],
  ] as const)("in %s, %s/%s counted %s reads as one sentence", (language, what, reason, count, sentence) => {
    expect(gapSentence(translator(language), { what, reason, count })).toBe(sentence)
  })

  test.each([
    ["zh-CN", "user:screens:40", "缺部分滚动截图：已到您设定的 40 屏上限。"],
    ["zh-CN", "user:items:1200", "缺部分滚动截图：已到您设定的 1,200 条上限。"],
    ["zh-CN", "tool:screens:400", "缺部分滚动截图：已到本工具自身的 400 屏上限。"],
    ["en", "user:screens:40", "Some scrolled screens are missing: stopped at your limit of 40 screens."],
    ["en", "user:seconds:1", "Some scrolled screens are missing: stopped at your limit of 1 second."],
    [
      "en",
      "tool:screens:400",
      "Some scrolled screens are missing: stopped at this tool’s own limit of 400 screens.",
    ],
    ["en", "the limit of something", "Some scrolled screens are missing: the set limit was reached."],
  ] as const)("in %s, the limit %s is named in words", (language, where, sentence) => {
    const gap = { what: "frames", reason: "limit", count: null, where } as const
    expect(gapSentence(translator(language), gap)).toBe(sentence)
    expect(gapPlace(gap)).toBe(parseLimit(where) === null ? where : null)
  })

  test.each([
    ["seam", "moved", "frames/0003.png / frames/0004.png, y 9–12", "在第 4 张与第 5 张截图之间。"],
    ["frames", "not-reached", "y 1600–2400", "从第 3 屏起。"],
    ["frames", "stopped", "y 0", "从第 1 屏起。"],
    ["not-loaded", "not-loaded", "评论 1,204: 3 / 1204", "页面上写着 1,204 条，读到了 3 条。"],
    ["transcript", "date", "2026-10-01", "只采集到 2026-10-01 为止。"],
    ["pictures", "not-loaded", "html > body > img", null],
    ["inner-scroller", "not-reached", "2: y 100–900", null],
    ["source", "refused", "HTTP 403", null],
    ["frames", "limit", "user:screens:40", null],
    ["frames", "stopped", null, null],
  ] as const)("of %s, %s, at %s, the plain place is %s", (what, reason, where, said) => {
    expect(gapSpot(translator("zh-CN"), { what, reason, where }, 800)).toBe(said)
    if (said?.includes("屏") === true)
      expect(gapSpot(translator("zh-CN"), { what, reason, where }, null)).toBe(null)
  })

  test("what names a limit is read back as it was written, and nothing else is", () => {
    for (const by of ["user", "tool"] as const)
      for (const unit of limitUnits)
        for (const n of [1, 40, 10_000])
          expect(parseLimit(limitWhere({ by, unit, n }))).toEqual({ by, unit, n })
    for (const where of [
      null,
      "",
      "40 screens",
      "user:screens:0",
      "user:screens:-1",
      "user:pages:4",
      "x user:screens:4",
    ])
      expect(parseLimit(where)).toBeNull()
  })

  test.each(gapSubjects)("%s has a sentence with every reason, counted or not", what => {
    for (const language of ["zh-CN", "en"]) {
      for (const reason of gapReasons) {
        for (const count of [null, 0, 1, 2]) {
          const sentence = gapSentence(translator(language), { what, reason, count })
          expect(sentence).toMatch(/^\S.+[：:] ?\S.+[。.]$/)
          expect(sentence).not.toMatch(/undefined|null|NaN|\[object|  /)
        }
        const next = gapNext(translator(language), { what, reason, where: null })
        expect(next).toMatch(/^\S.{4,}[。.]$/)
      }
    }
  })
})
