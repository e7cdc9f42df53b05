import { describe, expect, test } from "vitest"
import { fromHex, hex } from "../../../src/core/bytes.ts"
import { calendarUrl, parseAnchoring, publicCalendars } from "../../../src/core/ots/calendars.ts"
import { parseProof, proofBytes } from "../../../src/core/ots/proof.ts"
import { blocksOf, pendingOf, promised, type Submit, upgraded } from "../../../src/core/ots/stamp.ts"
import { EvidenceError } from "../../../src/core/errors.ts"
import { doorTo, fakeCalendar } from "./calendar.ts"

const digest = fromHex("cd".repeat(32))
const nonce = fromHex("0f".repeat(16))
const urls = ["https://one.example", "https://two.example", "https://three.example", "https://four.example"]

const failing =
  (failed: readonly string[], submit: Submit): Submit =>
  (url, tip) =>
    failed.includes(url)
      ? Promise.reject(new EvidenceError("time/offline", `${url} is silent`))
      : submit(url, tip)

test("two of four promises are enough, and the calendars get one tip, which is not the digest", async () => {
  const calendars = urls.map(url => fakeCalendar(url))
  const submit = failing(urls.slice(0, 2), doorTo(calendars).submit)
  const proof = await promised(digest, nonce, urls, submit)
  expect(hex(proof.message)).toBe(hex(digest))
  expect(pendingOf(parseProof(proofBytes(proof))).map(({ calendar }) => calendar)).toEqual(urls.slice(2))
  const given = new Set(calendars.flatMap(calendar => calendar.given))
  expect(given.size).toBe(1)
  expect([...given][0]).toHaveLength(64)
  expect(given.has(hex(digest))).toBe(false)
})

describe("one of four is too few, whatever the others did", () => {
  test("they were silent", async () => {
    const submit = failing(urls.slice(0, 3), doorTo(urls.map(url => fakeCalendar(url))).submit)
    await expect(promised(digest, nonce, urls, submit)).rejects.toMatchObject({ code: "time/offline" })
  })

  test("they answered with what is no answer", async () => {
    const door = doorTo(urls.map(url => fakeCalendar(url)))
    const submit: Submit = (url, tip) =>
      url === urls[0] ? door.submit(url, tip) : Promise.resolve(new Uint8Array(200).fill(0xff))
    await expect(promised(digest, nonce, urls, submit)).rejects.toMatchObject({ code: "time/bad-answer" })
  })

  test("they promised in another's name, whom nobody switched on", async () => {
    const calendars = urls.map((url, index) =>
      fakeCalendar(url, index === 0 ? url : "https://stranger.example"),
    )
    await expect(promised(digest, nonce, urls, doorTo(calendars).submit)).rejects.toMatchObject({
      code: "time/bad-answer",
    })
  })
})

test("a user's only calendar is enough", async () => {
  const door = doorTo([fakeCalendar("https://own.example")])
  const proof = await promised(digest, nonce, ["https://own.example"], door.submit)
  expect(pendingOf(proof)).toHaveLength(1)
})

test("a promise becomes a proof once its calendar has a block; the lowest counts", async () => {
  const calendars = urls.map(url => fakeCalendar(url))
  const door = doorTo(calendars)
  const pending = await promised(digest, nonce, urls, door.submit)
  expect(await upgraded(pending, urls, door.askAgain)).toBe(pending)
  calendars[1]?.confirm(800_001)
  calendars[2]?.confirm(800_000)
  const proof = await upgraded(pending, urls, door.askAgain)
  expect(blocksOf(parseProof(proofBytes(proof))).map(({ height }) => height)).toEqual([800_000, 800_001])
  expect(blocksOf(proof)[0]?.merkleRoot).toMatch(/^[0-9a-f]{64}$/)
})

test("nobody is asked who is not switched on any more", async () => {
  const calendars = urls.map(url => fakeCalendar(url))
  const pending = await promised(digest, nonce, urls, doorTo(calendars).submit)
  const asked: string[] = []
  await upgraded(pending, [urls[3] ?? ""], url => {
    asked.push(url)
    return Promise.resolve(null)
  })
  expect(asked).toEqual([urls[3]])
})

test("a calendar that lies about a promise costs the others nothing, and throws only where nobody answers", async () => {
  const calendars = urls.map(url => fakeCalendar(url))
  const door = doorTo(calendars)
  const pending = await promised(digest, nonce, urls, door.submit)
  calendars[0]?.confirm(800_002)
  const proof = await upgraded(pending, urls, (url, message) =>
    url === urls[0] ? door.askAgain(url, message) : Promise.resolve(new Uint8Array(5)),
  )
  expect(blocksOf(proof)).toHaveLength(1)
  const lying = upgraded(pending, urls, () => Promise.resolve(new Uint8Array(5)))
  await expect(lying).rejects.toMatchObject({ code: "time/bad-answer" })
})

describe("addresses", () => {
  test.each([
    ["https://a.example/", "https://a.example"],
    [" HTTPS://A.example/ots/ ", "https://a.example/ots"],
    ["http://127.0.0.1:8000", "http://127.0.0.1:8000"],
  ])("%s is %s", (text, url) => {
    expect(calendarUrl(text)).toBe(url)
  })

  test.each([
    "ftp://a.example",
    "a.example",
    "https://u:p@a.example",
    "https://a.example/?q=1",
    "https://a.example/#x",
    "",
  ])("%s is none", text => {
    expect(() => calendarUrl(text)).toThrow(expect.objectContaining({ code: "input/malformed" }))
  })

  test("the public ones stand in the form in which calendars name themselves", () => {
    expect(parseAnchoring({ on: true, calendars: [...publicCalendars] })).toEqual({
      on: true,
      calendars: publicCalendars,
    })
  })

  test.each([
    [[]],
    [Array.from({ length: 9 }, (_, n) => `https://${String(n)}.example`)],
    [["https://a.example", "https://a.example/"]],
  ])("a list of none, of nine, or of one twice is refused", calendars => {
    expect(() => parseAnchoring({ on: true, calendars })).toThrow(
      expect.objectContaining({ code: "input/malformed" }),
    )
  })
})
