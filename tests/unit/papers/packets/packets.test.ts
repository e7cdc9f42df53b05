/** What the papers for the police, the courts and a notary say: what the records have, what was typed, blanks for the rest. */
import { describe, expect, test } from "vitest"
import { laws } from "../../../../src/core/law/laws.ts"
import { type Provision, type ProvisionName, provisions } from "../../../../src/core/law/provisions.ts"
import type { ItemSnapshot } from "../../../../src/core/bundle/snapshot.ts"
import { BLANK } from "../../../../src/core/papers/draft.ts"
import { listEntries } from "../../../../src/core/papers/list-entries.ts"
import { packetNames } from "../../../../src/core/papers/names.ts"
import { lawOf } from "../../../../src/core/papers/packets/packet-words.ts"
import { packets } from "../../../../src/core/papers/packets/packets.ts"
import { claims, nothingTyped, ownFields } from "../../../../src/core/papers/typed.ts"
import { reportLanguages } from "../../../../src/core/papers/wanted.ts"
import { packetsEn } from "../../../../src/i18n/papers/packets-en.ts"
import { packetsZh } from "../../../../src/i18n/papers/packets-zh.ts"
import { exampleItem, pixel } from "../../bundle/example.ts"
import { exampleListItems } from "../example-list.ts"
import {
  examplePacket,
  examplePerson,
  exampleTyped,
  genericPage,
  importedPhoto,
  packetGround,
  rowsUnder,
  said,
  textsIn,
  textUnder,
} from "./example-packets.ts"

const { heading } = packetsZh

test.each([
  ["zh-CN", "packets-zh.txt"],
  ["en", "packets-en.txt"],
] as const)("in %s they read as this file", async (language, file) => {
  const all = await Promise.all(packetNames.map(name => examplePacket(name, language)))
  await expect(all.map(draft => textsIn(draft).join("\n---\n")).join("\n=====\n")).toMatchFileSnapshot(file)
})

describe.each(packetNames)("%s", name => {
  test.each(reportLanguages)("in %s it says first that it is a draft for a lawyer", async language => {
    const draft = await examplePacket(name, language)
    const words = language === "en" ? packetsEn : packetsZh
    expect(draft.blocks.slice(0, 2).map(({ kind }) => kind)).toEqual(["title", "banner"])
    expect(textsIn(draft)[3]).toContain(words.draft)
    expect(draft.header).toContain(words.draft.slice(1))
    expect(draft.title).toContain(words.paper[name].title)
    expect(draft.language).toBe(language === "en" ? "en" : "zh-CN")
  })

  test("its evidence has the numbers of the list, all of them, in its order", async () => {
    const { contents } = await packetGround()
    const rows = rowsUnder(await examplePacket(name), heading.evidence)
    expect(rows.map(([number]) => number?.split("\n")[0])).toEqual(
      listEntries(contents.snapshot).map(({ number }) => number),
    )
    expect(rows.length).toBeGreaterThan(4)
  })

  test("it names no number that the list does not have", async () => {
    const { contents } = await packetGround()
    const numbers = new Set(listEntries(contents.snapshot).map(({ number }) => number))
    const named = textsIn(await examplePacket(name)).flatMap(text =>
      Array.from(text.matchAll(/证据 (\d+-\d+(?:、\d+-\d+)*)/g), ([, found]) => (found ?? "").split("、")),
    )
    expect(named.flat().filter(number => !numbers.has(number))).toEqual([])
  })

  test("its sentences of law are those of the provisions, word for word, each under its title and its day", async () => {
    const texts = textsIn(await examplePacket(name))
    for (const each of lawOf[name]) {
      const { law, article, text }: Provision = provisions[each]
      const { title, dated } = laws[law]
      const [line = "", ...more] = texts.filter(
        found => found.startsWith(`《${title.zh}》`) && found.includes(`）${article.zh}`),
      )
      expect(more).toEqual([])
      expect(line).toContain(dated.on)
      if (text === null) expect(line).not.toContain("“")
      else expect(line.endsWith(`：“${text}”`)).toBe(true)
    }
  })

  test("in English the law is quoted in Chinese, since nothing else was read", async () => {
    const texts = textsIn(await examplePacket(name, "en"))
    const quoted = lawOf[name].filter((each: ProvisionName) => provisions[each].text !== null)
    expect(quoted.length).toBeGreaterThan(0)
    for (const each of quoted) {
      expect(texts.filter(text => text.endsWith(`: “${provisions[each].text ?? ""}”`))).toHaveLength(1)
    }
  })

  test.each(reportLanguages)("in %s nothing is empty, whatever is unknown", async language => {
    const items = [exampleItem("e001", { "frames/0000.png": pixel })]
    for (const given of [undefined, items, []]) {
      const draft = await examplePacket(name, language, given, given === undefined ? undefined : nothingTyped)
      expect(textsIn(draft).filter(text => text.trim() === "")).toEqual([])
    }
  })

  test("of whom nothing was typed, every line to be filled in is a blank", async () => {
    const { blocks } = await examplePacket(name, "zh-CN", undefined, nothingTyped)
    const labels = new Set<string>(Object.values(packetsZh.party))
    const rows = blocks.flatMap(block => (block.kind === "facts" ? block.rows : []))
    const own = rows.filter(({ label }) => labels.has(said(label)))
    expect(own.length).toBeGreaterThan(5)
    expect(new Set(own.map(({ value }) => said(value)))).toEqual(new Set([BLANK]))
  })

  test("what was typed of the person stands in it as it was typed, and what was not is a blank", async () => {
    const { blocks } = await examplePacket(name)
    const [facts] = blocks.filter(
      block => block.kind === "facts" && block.rows.some(({ label }) => said(label) === packetsZh.party.name),
    )
    const rows = facts?.kind === "facts" ? facts.rows : []
    const values = Object.fromEntries(rows.map(({ label, value }) => [said(label), said(value)]))
    const { party } = packetsZh
    for (const field of ["name", "idNumber", "address", "phone", "agent"] as const) {
      expect(values[party[field]]).toBe(examplePerson[field])
    }
    for (const field of ["email", "sex", "born"] as const) expect(values[party[field]]).toBe(BLANK)
  })

  test("what it asks for is printed, each on its own", async () => {
    const [first] = exampleListItems()
    const one = first === undefined ? [] : [first]
    for (const field of packets[name].asks.own) {
      const typed = { ...nothingTyped, claims, own: { [field]: `«${field}»` } }
      const texts = textsIn(await examplePacket(name, "zh-CN", one, typed))
      expect(texts.filter(text => text.includes(`«${field}»`)).length, field).toBeGreaterThan(0)
    }
  })

  test("what it does not ask for is not printed", async () => {
    const { own, statements } = packets[name].asks
    const others = ownFields.filter(each => !own.includes(each))
    const typed = {
      ...{ ...nothingTyped, claims, own: Object.fromEntries(others.map(each => [each, `«${each}»`])) },
      statements: statements ? [] : [{ item: "e001", words: "«words»", truth: "«truth»" }],
    }
    expect(textsIn(await examplePacket(name, "zh-CN", undefined, typed)).join("\n")).not.toContain("«")
  })

  test("where it asks which words are false, it prints them beside the number of what they are in", async () => {
    const rows = rowsUnder(await examplePacket(name), heading.untrue)
    expect(rows).toEqual(
      packets[name].asks.statements
        ? [
            ["1-1", "他盗用公款", "没有此事。\n见审计报告。"],
            ["1-3", BLANK, BLANK],
            ["1-9", BLANK, BLANK],
          ]
        : [],
    )
  })

  test.each(reportLanguages)("in %s it promises nothing, and judges nothing", async language => {
    const overclaims =
      /铁证|司法级|具有法律效力|不可篡改|防篡改|无法伪造|可信时间戳|一定采信|已(?:经)?(?:达到|构成)|次数超过|足以证明|证据确凿|tamper-?proof|cannot be forged|admissible|guarantee|exceed/i
    const own = textsIn(await examplePacket(name, language)).filter(text => !/《|, art\. /.test(text))
    expect(overclaims.exec(own.join("\n"))).toBeNull()
  })

  test("no token of an address goes round with it, and no mark of a page turns its neighbours", async () => {
    const text = textsIn(await examplePacket(name, "both")).join("\n")
    expect(text).not.toContain("SECRET")
    expect(text).not.toMatch(/[\u0000-\u0009\u202a-\u202e\u2066-\u2069]|[\ud800-\udfff](?![\udc00-\udfff])/u)
  })

  test("the same ground gives the same draft", async () => {
    expect(await examplePacket(name, "both")).toEqual(await examplePacket(name, "both"))
  })
})

test("each has a file of its own, in the order of the bundle", async () => {
  const ground = await packetGround()
  const files = packetNames.flatMap(name => packets[name].make(ground).map(({ path }) => path))
  expect(files).toEqual([
    "05-police-report.docx",
    "06-civil-complaint.docx",
    "07-disclosure-request.docx",
    "08-injunction.docx",
    "09-private-prosecution.docx",
    "10-notary-application.docx",
    "11-court-preservation.docx",
  ])
})

test("a report to the police quotes nothing that speaks of the offender's own word, or warns who reports", async () => {
  const text = textsIn(await examplePacket("police")).join("\n")
  expect(text).not.toMatch(/只有本人陈述|谎报案情/)
})

test("the request for disclosure names the provider who is to be sued first, with blanks, and says so to the lawyer", async () => {
  const typed = { ...nothingTyped, own: { operator: "某网络公司" } }
  const draft = await examplePacket("disclosure", "zh-CN", undefined, typed)
  const facts = textUnder(draft, packetsZh.civil.provider)
  expect(facts).toEqual([
    ...[packetsZh.civil.providerName, "某网络公司", "住所", BLANK, "联系方式", BLANK],
    ...[packetsZh.civil.caseNumber, BLANK, packetsZh.civil.defence, BLANK],
  ])
  const texts = textsIn(draft)
  for (const note of packetsZh.civil.disclosureNote) expect(texts).toContain(note)
  expect(texts).toContain(packetsZh.civil.disclosureGrounds(BLANK)[0])
})

test("which courts the law speaks of stands on a sheet of its own, behind what is signed", async () => {
  const { blocks } = await examplePacket("civil")
  const at = blocks.findIndex(block => block.kind === "heading" && block.mark === heading.venue)
  expect(blocks.slice(at - 2, at).map(({ kind }) => kind)).toEqual(["blanks", "page"])
})

describe("what nobody is shown to have posted", () => {
  const [post] = exampleListItems()
  const items = post === undefined ? [] : [post, importedPhoto("e002"), genericPage("e003")]
  const aside = items.map(item => (item.record.item === "e003" ? { ...item, isAside: true } : item))
  const civil = (given: readonly ItemSnapshot[]) =>
    examplePacket("civil", "zh-CN", given, { ...nothingTyped, claims: ["stop"] })

  test.each(["civil", "injunction", "prosecution", "preservation", "police", "disclosure"] as const)(
    "a file from elsewhere is no post and no party in %s, and stays in the list",
    async name => {
      const draft = await examplePacket(name, "zh-CN", items, { ...nothingTyped, claims })
      const texts = textsIn(draft)
      expect(texts.filter(text => /证据 [^。：]*\d-2(?!\d)/.test(text))).toEqual([])
      expect(texts.filter(text => text.includes(`账号「${BLANK}」`))).toEqual([])
      expect(rowsUnder(draft, heading.evidence).map(([number]) => number?.split("\n")[0])).toContain("6-2")
      expect(rowsUnder(draft, heading.untrue).map(([number]) => number)).not.toContain("6-2")
      expect(rowsUnder(draft, heading.seen).map(([number]) => number)).not.toContain("6-2")
    },
  )

  test("it was brought in, and nothing says that it was captured", async () => {
    const draft = await civil(items)
    const told = rowsUnder(draft, heading.timeline).filter(([, number]) => number === "6-2")
    expect(told.map(([, , event]) => event)).toEqual([
      "使用者于 2026-11-22 23:20:00 (UTC+8) 导入，并非由本工具采集",
    ])
    const listed = rowsUnder(draft, heading.evidence).find(([number]) => number?.startsWith("6-2"))
    expect(listed?.at(-1)).toBe(BLANK)
  })

  test("it is no page that a notary is to open", async () => {
    const rows = rowsUnder(await examplePacket("notary", "zh-CN", items), heading.toKeep)
    expect(rows.map(([number]) => number)).toEqual(["1-1", "1-3"])
  })

  test("a page that names no author shows what it shows, and makes nobody a defendant", async () => {
    const draft = await civil(items)
    const texts = textsIn(draft)
    expect(texts).toContain(
      `audit.example.cn 的网页 https://audit.example.cn/2026 在采集时显示下列内容，页面所载发布时间：${BLANK}；页面没有载明由哪个账号发布。该页面于 2026-11-22 23:20:00 (UTC+8) 采集，见证据 1-3。`,
    )
    const parties = draft.blocks.flatMap(block => (block.kind === "heading" ? [block.mark] : []))
    expect(parties.filter(mark => mark.startsWith("被告"))).toEqual(["被告 1（网络账号）"])
  })

  test("what the user does not complain of is not complained of", async () => {
    const texts = textsIn(await civil(aside))
    expect(texts).toContain("1. 请求判令被告立即停止侵害，删除证据 1-1 所列的内容。")
    expect(texts.filter(text => text.includes("audit.example.cn"))).toHaveLength(1)
    const numbers = rowsUnder(await civil(aside), heading.evidence).map(([number]) => number)
    expect(numbers.slice(-2)).toEqual(["6-2\nE-002", "6-3\nE-003"])
  })

  test("an address that is not there is a blank to be seen", async () => {
    const page = genericPage("e002")
    const texts = textsIn(await civil([{ ...page, record: { ...page.record, url: "" } }]))
    expect(texts.filter(text => text.startsWith(`${BLANK} 的网页 ${BLANK} 在采集时`))).toHaveLength(1)
  })
})

describe("the claims", () => {
  const requests = async (ticked: readonly (typeof claims)[number][]) =>
    textUnder(
      await examplePacket("civil", "zh-CN", undefined, { ...exampleTyped, claims: ticked }),
      packetsZh.paper.civil.requests,
    )

  test.each(claims)("%s stands there if it was ticked, and nothing else does", async claim => {
    const [line, ...more] = (await requests([claim])).filter(text => /^\d+\. /.test(text))
    expect(more).toEqual([])
    const blank = claim === "loss" ? "5000" : BLANK
    expect(line).toBe(`1. ${packetsZh.civil.claim[claim]({ numbers: "1-1、1-3、1-9", blank })}`)
  })

  test("that were ticked are numbered in the order of the list, in whichever they were ticked", async () => {
    const lines = await requests(["fees", "apology", "stop"])
    expect(lines.map(line => /^\d+\. 请求判令被告(..)/.exec(line)?.[0])).toEqual([
      "1. 请求判令被告立即",
      "2. 请求判令被告向原",
      "3. 请求判令被告负担",
    ])
  })

  test("of which none was ticked leave a blank", async () => {
    expect(await requests([])).toEqual([BLANK])
  })

  test("for mental harm and for costs bring the sentence of law that each stands on", async () => {
    for (const [claim, name] of [
      ["mental", "mentalHarm"],
      ["costs", "costs"],
    ] as const) {
      const law = async (ticked: readonly (typeof claims)[number][]) =>
        textUnder(
          await examplePacket("civil", "zh-CN", undefined, { ...nothingTyped, claims: ticked }),
          heading.law,
        ).join("\n")
      expect(await law([claim])).toContain(provisions[name].text)
      expect(await law(["stop"])).not.toContain(provisions[name].text)
    }
  })
})

test("which court has jurisdiction is not said: only the addresses that were typed, and the provisions", async () => {
  const texts = textUnder(await examplePacket("civil"), heading.venue)
  expect(texts.slice(1, 3)).toEqual([`原告住所：${examplePerson.address ?? ""}`, `被告住所：${BLANK}`])
  expect(texts.join("\n")).toContain(provisions.venue.text)
  expect(texts.join("\n")).toContain(provisions.venueAtHome.text)
})

test("the list for the police has every file of every item, with its kind, its format and the hash that the manifest has", async () => {
  const { contents } = await packetGround()
  const rows = rowsUnder(await examplePacket("police"), heading.files)
  const listed = rows.map(([, name = "", , , print = ""]) => [name.split("\n")[0], print])
  const kept = contents.payload
    .filter(({ path }) => /^data\/e\d+\//.test(path))
    .map(({ path, sha256 }) => [path, sha256])
  expect(kept.length).toBeGreaterThan(8)
  expect(listed.toSorted()).toEqual(kept.toSorted())
  const kinds = new Map(
    rows.map(([, name = "", kind, format]) => [name.split("\n")[0] ?? "", [kind, format]]),
  )
  expect(kinds.get("data/e001/frames/0000.png")).toEqual(["网页截图", "PNG"])
  expect(kinds.get("data/e001/source.html")).toEqual(["网页源码（再次请求所得）", "HTML"])
  expect(kinds.get("data/e001/capture.json")).toEqual(["采集记录", "JSON"])
  expect(kinds.get("data/e001/log.jsonl")).toEqual(["采集过程日志", "JSONL"])
})

test("of more files than a paper can hold the first are listed, and it says where the others are", async () => {
  const ground = await packetGround()
  const { snapshot } = ground.contents
  const [first] = snapshot.items
  const [file] = first?.files ?? []
  if (first === undefined || file === undefined) return expect.unreachable("no file")
  const files = Array.from({ length: 5_001 }, (_, at) => ({ ...file, path: `media/${String(at)}.png` }))
  const contents = { ...ground.contents, snapshot: { ...snapshot, items: [{ ...first, files }] } }
  const [made] = packets.police.make({ ...ground, contents })
  if (made === undefined) return expect.unreachable("no draft")
  expect(rowsUnder(made.draft, heading.files)).toHaveLength(5_000)
  expect(textUnder(made.draft, heading.files)).toContain(packetsZh.filesCut(5_000, 5_001))
})

test.each(packetNames)("the fingerprint of the manifest in %s is the manifest's", async name => {
  const { contents } = await packetGround()
  const digits = textsIn(await examplePacket(name)).flatMap(text => text.match(/\b[0-9a-f]{64}\b/g) ?? [])
  const known = new Set([
    contents.manifest.sha256,
    contents.manifest.sm3,
    ...contents.payload.flatMap(({ sha256, sm3 }) => [sha256, sm3]),
  ])
  expect(digits).toContain(contents.manifest.sha256)
  expect(digits.filter(each => !known.has(each as typeof contents.manifest.sha256))).toEqual([])
})

test("the answer that the police are asked for is that of the article which law.md verified", async () => {
  const lines = textUnder(await examplePacket("police"), packetsZh.paper.police.requests)
  expect(lines.at(-1)).toMatch(/《中华人民共和国治安管理处罚法》第九十条告知并说明理由，并请以书面形式答复/)
})

test("the help of the police is asked for by the third paragraph of the article on defamation", async () => {
  const lines = textUnder(await examplePacket("prosecution"), packetsZh.prosecution.helpTitle)
  expect(lines[0]).toMatch(/^依照《中华人民共和国刑法》第二百四十六条第三款/)
})
