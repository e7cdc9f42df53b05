// @vitest-environment happy-dom
/** What a transcript says of a message is right, or it says nothing: whatever is missing, changed or planted in the page. */
import { describe, expect, test } from "vitest"
import { findIn } from "../../../../src/capture/unclobbered.ts"
import { LONGEST_NAME } from "../../../../src/core/chat/row.ts"
import { elementMutations, hostileWords, PLANTED } from "../sites/mutations.ts"
import { documentOf, fixtures, messagesOf, type Told } from "./fixtures.ts"

/** What is read of one message and was not right of it. */
function wrongOf(told: Told, right: Told): string[] {
  const fields = (["sender", "text", "replyTo"] as const).flatMap(name => {
    const { value } = told[name]
    if (value === null || value === right[name].value || value.includes(PLANTED)) return []
    // The site's line in the place of a message is told with all that stands there.
    if (name === "text" && told.kind === "recalled" && value.includes(right.text.value ?? PLANTED)) return []
    // A page that lacks a part of the words says the rest.
    return name !== "sender" && isPartOf(value, right[name].value ?? "") ? [] : [`${name} ${value}`]
  })
  const [time, meant] = [told.sentAt.value, right.sentAt.value]
  const apart = time && meant && Math.abs(Date.parse(time.at) - Date.parse(meant.at)) / 1000
  // Where the line that names the day is gone, the one above it holds as far as the page tells.
  const isLate =
    apart !== null && told.day === right.day && apart > time!.plusMinusSeconds + meant!.plusMinusSeconds
  // That a message has no words, or another kind of part, is told by what is found of it alone.
  const isKind = told.kind === right.kind || told.kind === "text" || told.text.value === null
  return [
    ...fields,
    ...(isLate ? [`time ${time!.at}`] : []),
    ...(isKind ? [] : [`kind ${told.kind}`]),
    ...(told.side === right.side || told.side === "unknown" ? [] : [`side ${told.side}`]),
  ]
}

function isPartOf(part: string, whole: string): boolean {
  let at = -1
  return Array.from(part.replace(/\s/g, "")).every(letter => (at = whole.indexOf(letter, at + 1)) !== -1)
}

describe.each(fixtures)("of $name", ({ html, meta, expected }) => {
  const right = expected ?? expect.unreachable("no expected.json")
  const byKey = new Map(right.map(message => [message.key, message]))

  test("with any one element gone or under another name, nothing wrong is read", () => {
    const { length } = elementMutations(documentOf(html))
    const wrong = Array.from({ length }).flatMap((_each, index) => {
      // A document of its own for each: this one's selectors remember what has changed since.
      const document = documentOf(html)
      const { name, make } = elementMutations(document)[index] ?? expect.unreachable()
      make()
      return messagesOf(document, meta).flatMap(message => {
        const meant = message.key === null ? undefined : byKey.get(message.key)
        return meant === undefined ? [] : wrongOf(message, meant).map(said => `${name}: ${said}`)
      })
    })
    expect(wrong).toEqual([])
    expect(length).toBeGreaterThan(20)
  })

  test.each(hostileWords)(
    "with %s in the place of every word, what is read is what stands there",
    (_what, words) => {
      const document = documentOf(html)
      for (const element of findIn(document.documentElement, "body *")) {
        if (element.children.length === 0) element.textContent = words
        for (const name of ["title", "alt", "datetime", "data-pre-plain-text", "data-id", "data-cm"]) {
          if (element.hasAttribute(name)) element.setAttribute(name, words)
        }
      }
      for (const { key, sender, sentAt } of messagesOf(document, meta)) {
        expect(key?.length ?? 0).toBeLessThanOrEqual(LONGEST_NAME)
        expect(sender.value?.length ?? 0).toBeLessThanOrEqual(LONGEST_NAME)
        expect(sentAt.raw?.length ?? 0).toBeLessThanOrEqual(LONGEST_NAME)
      }
    },
  )
})

test.each(["张某撤回了一条消息", "此消息已删除", "2024年3月1日", "昨天"])(
  "a message in which somebody wrote %s is theirs, and no word of the site",
  written => {
    const { html, meta } = fixtures.find(({ name }) => name === "telegram-a") ?? expect.unreachable()
    const right = messagesOf(documentOf(html), meta)
    const messages = messagesOf(documentOf(html.replace("大家小心", written)), meta)
    expect(messages.find(({ key }) => key === "102")).toMatchObject({
      kind: "text",
      text: { value: written },
    })
    expect(messages.map(({ day }) => day)).toEqual(right.map(({ day }) => day))
  },
)
