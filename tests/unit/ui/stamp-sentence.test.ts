import { describe, expect, test } from "vitest"
import { wordsFor } from "../../../src/i18n/words.ts"
import { stampSentence } from "../../../src/ui/parts/stamp-sentence.ts"
import { type StampRow } from "../../../src/vault/schema.ts"
import { captureRow, zip } from "./rows.ts"

const endedAt = "2026-11-22T15:22:09.000Z"
const stamp = (time: string | null): StampRow => ({
  ...{ id: "s", kind: "capture", of: "c1", authority: "tsa.example", digest: zip },
  ...{ state: time === null ? "waiting" : "received", query: Uint8Array.of(1), reply: null },
  ...{ requestedAt: endedAt, tries: 1, nextTryAt: endedAt, receivedAt: time, token: null, time },
  ...{ signer: null, code: null },
})

describe.each([
  ["en", "3 hrs 12 mins after the capture", "after"],
  ["zh-CN", "3小时 12分钟", "晚于采集"],
] as const)("a time stamp over an item, in %s", (language, late, after) => {
  const words = wordsFor(language)
  const said = (time: string | null) => stampSentence(words, captureRow(1, { endedAt }), stamp(time))

  test("that came at once says its time alone", () => {
    const sentence = said("2026-11-22T15:27:08.000Z")
    expect(sentence).toContain(words.format.time("2026-11-22T15:27:08.000Z"))
    expect(sentence).not.toContain(after)
  })

  test("that came late says how late", () => {
    const sentence = said("2026-11-22T18:34:09.000Z")
    expect(sentence).toContain(words.format.time("2026-11-22T18:34:09.000Z"))
    expect(sentence).toContain(late)
  })

  test("that has not come is no time at all", () => {
    expect(said(null)).toBe(words.t("saved.stampWaiting", { name: "tsa.example" }))
    expect(said(null)).not.toMatch(/2026/)
  })
})
