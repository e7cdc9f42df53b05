/** A transcript in a bundle: held to the record and its frames, whatever the lists and the signature say. */
import { expect, test } from "vitest"
import { bundleFiles, check, codes, type Draft, type Files, json, sha256, sm3, zipOf } from "./example.ts"

const said = (value: unknown) =>
  value === null
    ? { value, raw: null, source: null, where: null, verdict: "not-found" }
    : { value, raw: "原话", source: "dom", where: "p", verdict: "ok" }

const message = (n: number): Draft => ({
  ...{ n, key: null, kind: "text", side: "own", day: "昨天" },
  ...{ sender: said("张某"), text: said("原话"), replyTo: said(null) },
  sentAt: said({ at: "2026-11-25T13:04:00.000Z", plusMinusSeconds: 60, basis: "a day" }),
  frames: [{ path: "frames/0001.png", x: 0, y: 0, width: 10, height: 10, whole: true }],
})

const honest = (): Draft => ({
  schema: 1,
  adapter: { id: "generic", version: "2026-11-26" },
  ...{ until: null, ending: "top", count: 2, messages: [message(1), message(2)] },
})

/** Sealed, listed and signed as it is: whoever holds the key can do that. */
function withChat(change: (chat: Draft) => unknown, recorded: Draft | null, isListed = true): Files {
  const chat = honest()
  const data = json(change(chat) ?? chat)
  return bundleFiles({
    record: (draft, item) => {
      if (item !== "e001") return
      if (recorded !== null) {
        const { adapter, until, ending } = honest()
        draft.chat = { adapter, box: 1, until, ending, messages: 2, file: "chat.json", ...recorded }
      }
      const files = draft.files as Draft[]
      if (!isListed) return
      files.push({ ...files[0], path: "chat.json", sha256: sha256(data), sm3: sm3(data), bytes: data.length })
    },
    payload: files => {
      files.set("data/e001/chat.json", data)
    },
  })
}

const found = async (files: Files) => {
  const result = await check(zipOf(files))
  const own = codes(result).filter(code => code.startsWith("chat/") || code === "records/file-unlisted")
  return { verdict: result.verdict, codes: [...new Set(own)] }
}

test("one that says what the record says, and whose places are in its frames, holds", async () => {
  expect(await found(withChat(() => undefined, {}))).toEqual({ verdict: "integrity-only", codes: [] })
})

const first = (chat: Draft) => (chat.messages as Draft[])[0] ?? {}
const place = (chat: Draft) => (first(chat).frames as Draft[])[0] ?? {}

test.each<[string, (chat: Draft) => unknown, Draft | null, string]>([
  ["a message was taken out", chat => void (chat.messages as Draft[]).pop(), {}, "chat/malformed"],
  [
    "a message was taken out and the count with it",
    chat => {
      chat.messages = [message(1)]
      chat.count = 1
    },
    {},
    "chat/differs",
  ],
  ["two messages were exchanged", chat => void (chat.messages as Draft[]).reverse(), {}, "chat/malformed"],
  ["a place names another frame", chat => void (place(chat).path = "frames/0007.png"), {}, "chat/place"],
  ["a place reaches out of its frame", chat => void (place(chat).height = 1_000_000), {}, "chat/place"],
  ["a place is empty", chat => void (place(chat).width = 0), {}, "chat/place"],
  ["a place lies before its frame", chat => void (place(chat).x = -1), {}, "chat/malformed"],
  ["its end was made whole", chat => void (chat.ending = "top"), { ending: "limit" }, "chat/differs"],
  ["another day is named", chat => void (chat.until = "2024-03-05"), {}, "chat/differs"],
  ["a kind is none", chat => void (first(chat).kind = "poem"), {}, "chat/malformed"],
  ["a time is none", chat => void (first(chat).sentAt = said({ at: "昨天" })), {}, "chat/malformed"],
  [
    "a value has no words of the page",
    chat => void (first(chat).text = { ...said(null), value: "x" }),
    {},
    "chat/malformed",
  ],
  ["it is no object", () => [], {}, "chat/malformed"],
  ["the record names none", () => undefined, null, "chat/differs"],
])("damaged, where %s", async (_what, change, recorded, code) => {
  expect(await found(withChat(change, recorded))).toEqual({ verdict: "damaged", codes: [code] })
})

test("damaged, where it stands beside the record unlisted", async () => {
  expect(await found(withChat(() => undefined, null, false))).toEqual({
    verdict: "damaged",
    codes: ["records/file-unlisted"],
  })
})

test("damaged, where the record lists one that is not there", async () => {
  const files = withChat(() => undefined, {})
  files.delete("data/e001/chat.json")
  expect((await found(files)).verdict).toBe("damaged")
})
