/** 12-fre-902-certification.docx: the elements of a certification, a blank for what nobody told, and nothing of law that was not read. */
import { expect, test } from "vitest"
import { CERTIFICATION, certificationDraftsOf } from "../../../src/core/papers/abroad.ts"
import { BLANK } from "../../../src/core/papers/draft.ts"
import { nothingTyped } from "../../../src/core/papers/typed.ts"
import { reportLanguages } from "../../../src/core/papers/wanted.ts"
import { exampleListItems } from "./example-list.ts"
import { packetGround, textsIn } from "./packets/example-packets.ts"

const made = async (...given: Parameters<typeof packetGround>) => {
  const [named, ...more] = certificationDraftsOf(await packetGround(...given))
  if (named === undefined || more.length > 0) return expect.unreachable("one paper")
  expect(named.path).toBe(CERTIFICATION)
  return { draft: named.draft, text: textsIn(named.draft).join("\n") }
}

test("it has the elements that a certification is to state", async () => {
  const { text } = await made("en")
  for (const element of [
    "Qualification, training and experience with the tool",
    "Source code, commit",
    "Operating system",
    "The system produces an accurate result.",
    "a process of digital identification",
    "I declare under penalty of perjury under the laws of the United States of America that the foregoing is true and correct.",
    `Executed on ${BLANK} at ${BLANK}.`,
    "What stays with the examiner",
  ]) {
    expect(text).toContain(element)
  }
})

test("of whom nothing was typed, name and address are blanks; what was typed stands there, and nothing else of it", async () => {
  expect((await made("en", undefined, nothingTyped)).text).toContain(`Name\n${BLANK}`)
  const { text } = await made("en")
  expect(text).toContain("Name\n赵敏")
  expect(text).not.toContain("110101199001011234")
})

test("the note on stamps is there where a stamp is, and says that nobody looked up whether it is a qualified one", async () => {
  const told = "Whether one of these authorities is a qualified trust service provider was not looked up"
  expect((await made("en")).text).not.toContain(told)
  const items = exampleListItems().map(item => ({
    ...item,
    stamps: [{ authority: "Example TSA", time: "2026-11-22T15:23:00.000Z" }],
  }))
  const { text } = await made("en", items)
  expect(text).toContain(told)
  expect(text).toContain("E-001: Example TSA, 2026-11-22 15:23:00 UTC")
  expect(text).toContain("shall enjoy the presumption of the accuracy of the date and the time it indicates")
})

test.each(reportLanguages)("in %s nothing is empty, and it is a draft", async language => {
  const { draft } = await made(language, [], nothingTyped)
  expect(draft.blocks.slice(0, 2).map(({ kind }) => kind)).toEqual(["title", "banner"])
  expect(textsIn(draft).filter(text => text.trim() === "")).toEqual([])
})
