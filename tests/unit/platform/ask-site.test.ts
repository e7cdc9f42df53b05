/** Requests of our own: what they carry, where they follow, and where they end. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest"
import { makeAskSite, type SiteAsk } from "../../../src/platform/ask-site.ts"
import { allowed, listening, tell } from "./site-browser.ts"

vi.mock("webextension-polyfill", async () => ({ default: (await import("./site-browser.ts")).siteBrowser }))

const url = "https://weibo.com/1/N"
const usual: SiteAsk = {
  ...{ url, cookies: "not-sent", accept: "text/html", referer: null },
  limits: { ms: 5_000, bytes: 100, redirections: 3 },
  signal: new AbortController().signal,
}

/** What a server gives at an address: a body, a Location, or nothing. */
type Given =
  | { readonly body: string; readonly status?: number }
  | { readonly location: string }
  | { readonly silence: "refuses" | "never answers" }

const server = new Map<string, Given>()
const sent: { readonly url: string; readonly init: RequestInit }[] = []

async function fetched(address: string, init: RequestInit): Promise<Response> {
  sent.push({ url: address, init })
  const given = server.get(address) ?? { silence: "refuses" }
  if ("silence" in given) {
    if (given.silence === "refuses") throw new TypeError("Failed to fetch")
    init.signal?.throwIfAborted()
    return new Promise((_, reject) => {
      init.signal?.addEventListener("abort", () => {
        reject(new DOMException("aborted", "AbortError"))
      })
    })
  }
  const statusCode = "location" in given ? 302 : (given.status ?? 200)
  const responseHeaders = "location" in given ? [{ name: "Location", value: given.location }] : []
  await tell("onHeadersReceived", { url: address, statusCode, responseHeaders })
  await tell("location" in given ? "onBeforeRedirect" : "onCompleted", { url: address, statusCode })
  if ("location" in given) return { type: "opaqueredirect", headers: new Headers() } as Response
  return new Response(given.body, { status: statusCode, headers: { "Content-Type": "text/html" } })
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] })
  vi.stubGlobal("fetch", fetched)
  server.clear()
  sent.length = 0
  allowed.clear()
  for (const host of ["weibo.com", "m.weibo.cn"]) allowed.add(host)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

async function asked(different: Partial<SiteAsk> = {}) {
  const asking = makeAskSite()({ ...usual, ...different })
  // The heads of a request that came to nothing are awaited for a second.
  const settled = asking.then(
    answer => answer,
    () => expect.unreachable("an answer is never thrown"),
  )
  await vi.runAllTimersAsync()
  return settled
}

test.each([
  ["sent", "include"],
  ["not-sent", "omit"],
] as const)(
  "with cookies %s the browser is told to %s them, and never who asks",
  async (cookies, credentials) => {
    server.set(url, { body: "post" })
    const answer = await asked({ cookies })
    expect(answer).toMatchObject({ outcome: "answered", mediaType: "text/html", sentTo: null })
    expect(new TextDecoder().decode(answer.body)).toBe("post")
    expect(sent[0]?.init).toMatchObject({
      ...{ credentials, cache: "no-store", redirect: "manual", referrerPolicy: "no-referrer" },
      headers: { Accept: "text/html" },
    })
    expect(listening()).toBe(0)
  },
)

describe("a redirection", () => {
  test.each<[string, readonly (readonly [string, Given])[], string, string | null, number]>([
    [
      "within what is allowed is followed",
      [
        ["/1/N", { location: "/2" }],
        ["/2", { body: "post" }],
      ],
      "answered",
      null,
      2,
    ],
    [
      "to another allowed site is followed",
      [
        ["/1/N", { location: "https://m.weibo.cn/2" }],
        ["https://m.weibo.cn/2", { body: "post" }],
      ],
      "answered",
      null,
      2,
    ],
    [
      "to a site that was not allowed is told, and not followed",
      [["/1/N", { location: "https://passport.example/login" }]],
      "sent-to-other-site",
      "https://passport.example/login",
      1,
    ],
    [
      "to what is none of the web leads nowhere",
      [["/1/N", { location: "javascript:alert(1)" }]],
      "no-answer",
      null,
      1,
    ],
    ["to a file leads nowhere", [["/1/N", { location: "file:///etc/passwd" }]], "no-answer", null, 1],
    [
      "in a circle ends at the limit",
      [["/1/N", { location: "/1/N" }]],
      "too-many-redirections",
      "https://weibo.com/1/N",
      4,
    ],
  ])("%s", async (_what, places, outcome, sentTo, requests) => {
    for (const [place, given] of places) server.set(new URL(place, url).href, given)
    const answer = await asked()
    expect([answer.outcome, answer.sentTo, sent.length]).toEqual([outcome, sentTo, requests])
    expect(answer.hops.map(hop => hop.url)).toEqual(sent.map(request => request.url))
    if (outcome !== "answered") expect(answer.body).toHaveLength(0)
  })
})

describe("an answer that", () => {
  test("has as many bytes as are let in is kept, and one with one more is not", async () => {
    server.set(url, { body: "a".repeat(100) })
    expect(await asked()).toMatchObject({ outcome: "answered" })
    server.set(url, { body: "a".repeat(101) })
    const answer = await asked()
    expect(answer).toMatchObject({ outcome: "too-large", hops: [{ status: 200 }] })
    expect(answer.body).toHaveLength(0)
  })

  test("is a refusal is an answer, with its status and its body", async () => {
    server.set(url, { body: "log in", status: 403 })
    const answer = await asked()
    expect(answer).toMatchObject({ outcome: "answered", hops: [{ status: 403 }] })
  })

  test("does not come is none, and nothing is thrown", async () => {
    server.set(url, { silence: "refuses" })
    expect(await asked()).toMatchObject({ outcome: "no-answer", hops: [{ status: null }] })
    expect(listening()).toBe(0)
  })

  test("does not come before the user stops is stopped", async () => {
    server.set(url, { silence: "never answers" })
    const controller = new AbortController()
    const asking = makeAskSite()({ ...usual, signal: controller.signal })
    await vi.waitFor(() => {
      expect(sent).toHaveLength(1)
    })
    controller.abort()
    await vi.runAllTimersAsync()
    expect(await asking).toMatchObject({ outcome: "stopped" })
  })

  test("does not come in time is late", async () => {
    server.set(url, { silence: "never answers" })
    vi.spyOn(AbortSignal, "timeout").mockReturnValueOnce(AbortSignal.abort())
    expect(await asked()).toMatchObject({ outcome: "late" })
  })
})

test("whoever asks, one request goes after another: two at once could not be told apart", async () => {
  const ask = makeAskSite()
  server.set(url, { silence: "never answers" })
  server.set("https://weibo.com/2", { body: "second" })
  const controller = new AbortController()
  const first = ask({ ...usual, signal: controller.signal })
  const second = ask({ ...usual, url: "https://weibo.com/2" })
  await vi.waitFor(() => {
    expect(sent).toHaveLength(1)
  })
  await vi.advanceTimersByTimeAsync(2_000)
  expect(sent.map(request => request.url)).toEqual([url])
  controller.abort()
  await vi.runAllTimersAsync()
  expect([(await first).outcome, (await second).outcome]).toEqual(["stopped", "answered"])
})
