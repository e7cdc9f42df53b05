/** What is kept of what the browser tells of one request of ours, and of no other. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest"
import { watchHeads } from "../../../src/platform/heads.ts"
import { events, listening, siteBrowser, tell } from "./site-browser.ts"

vi.mock("webextension-polyfill", async () => ({ default: (await import("./site-browser.ts")).siteBrowser }))

const url = "https://weibo.com/1/N"
beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  delete siteBrowser.webRequest.getSecurityInfo
  for (const { listeners } of Object.values(events)) listeners.clear()
})

const header = (name: string, value: string) => ({ name, value })
const answered = { url, statusCode: 200, statusLine: "HTTP/1.1 200 OK" }

async function watched(told: () => Promise<void>) {
  const watch = watchHeads(`${url}#comment`)
  await told()
  const reading = watch.read()
  await vi.runAllTimersAsync()
  const read = await reading
  watch.stop()
  return read
}

test("address, status, headers and times are kept, and no secret among them", async () => {
  const { heads, location } = await watched(async () => {
    await tell("onSendHeaders", {
      url,
      requestHeaders: [header("Cookie", "s3cret"), header("Accept", "*/*")],
    })
    await tell("onHeadersReceived", {
      ...answered,
      responseHeaders: [header("Server", "nginx"), header("Set-Cookie", "s3cret")],
    })
    await tell("onCompleted", { ...answered, ip: "203.0.113.7", fromCache: false })
  })
  expect(heads).toEqual({
    ...{ ip: "203.0.113.7", fromCache: false, status: 200, statusLine: "HTTP/1.1 200 OK", connection: null },
    requestHeaders: [{ name: "Cookie", value: "[redacted]", redacted: true }, header("Accept", "*/*")],
    responseHeaders: [header("Server", "nginx"), { name: "Set-Cookie", value: "[redacted]", redacted: true }],
  })
  expect(location).toBeNull()
  expect(JSON.stringify(heads)).not.toContain("s3cret")
})

test.each([
  [301, "/next", "/next"],
  [302, "https://other.example/", "https://other.example/"],
  [303, "/next", "/next"],
  [307, "/next", "/next"],
  [308, "/next", "/next"],
  [200, "/next", null],
  [201, "/next", null],
  [304, "/next", null],
  [302, null, null],
])("with status %i and Location %s it is sent on to %s", async (statusCode, named, expected) => {
  const { location } = await watched(async () => {
    const responseHeaders = named === null ? [] : [header("location", named)]
    await tell("onHeadersReceived", { url, statusCode, responseHeaders })
    await tell("onBeforeRedirect", { url, statusCode })
  })
  expect(location).toBe(expected)
})

describe("what belongs to somebody else's request is not kept:", () => {
  test.each([
    ["a page's", { initiator: "https://weibo.com" }],
    ["another extension's", { initiator: "chrome-extension://other" }],
    ["nobody's", { initiator: undefined }],
    ["a page's in Firefox", { initiator: undefined, originUrl: "https://weibo.com/1/N" }],
    ["one of ours for another address", { url: "https://weibo.com/2/M" }],
  ])("%s", async (_whose, different) => {
    const { heads } = await watched(() =>
      tell("onCompleted", { ...answered, ip: "203.0.113.7", ...different }),
    )
    expect(heads).toMatchObject({ ip: null, status: null })
  })

  test("a second one for the same address, while the first runs", async () => {
    const { heads } = await watched(async () => {
      await tell("onSendHeaders", { url, requestHeaders: [] })
      await tell("onCompleted", { ...answered, requestId: "2", statusCode: 500 })
      await tell("onCompleted", answered)
    })
    expect(heads.status).toBe(200)
  })
})

test("the extension's own request is known in Firefox by where it comes from", async () => {
  const { heads } = await watched(() =>
    tell("onCompleted", {
      ...answered,
      initiator: undefined,
      originUrl: "chrome-extension://holdfast/x.html",
    }),
  )
  expect(heads.status).toBe(200)
})

test("where the browser tells of no end, what came until then is kept after a second, and no sooner", async () => {
  const watch = watchHeads(url)
  await tell("onHeadersReceived", { ...answered, responseHeaders: [] })
  const seen: number[] = []
  const reading = watch.read().then(({ heads }) => void seen.push(heads.status ?? 0))
  await vi.advanceTimersByTimeAsync(999)
  expect(seen).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  await reading
  expect(seen).toEqual([200])
})

test("nobody listens any more after the end", async () => {
  await watched(() => tell("onErrorOccurred", { url }))
  expect(listening()).toBe(0)
})

describe("of the connection, where the browser tells it,", () => {
  const certificate = {
    ...{ subject: "CN=weibo.com", issuer: "CN=CA", serialNumber: "01" },
    ...{ validity: { start: 0, end: 8.64e15 + 1 }, fingerprint: { sha256: "AA:BB" }, rawDER: [1, 2, 3] },
  }

  test("version, cipher and certificates are kept, with their bytes; a date that is none is left out", async () => {
    const getSecurityInfo = vi.fn(() =>
      Promise.resolve({
        ...{ state: "secure", protocolVersion: "TLSv1.3", cipherSuite: "TLS_AES_128_GCM_SHA256" },
        ...{ keaGroupName: "x25519", certificates: [certificate] },
      }),
    )
    siteBrowser.webRequest.getSecurityInfo = getSecurityInfo
    const { heads } = await watched(async () => {
      await tell("onHeadersReceived", { ...answered, responseHeaders: [] })
      await tell("onCompleted", answered)
    })
    expect(getSecurityInfo).toHaveBeenCalledWith("1", { certificateChain: true, rawDER: true })
    expect(heads.connection).toEqual({
      ...{ state: "secure", protocolVersion: "TLSv1.3", cipherSuite: "TLS_AES_128_GCM_SHA256" },
      ...{ keyExchange: "x25519", signatureScheme: null },
      certificates: [
        {
          ...{ subject: "CN=weibo.com", issuer: "CN=CA", serialNumber: "01" },
          ...{ notBefore: "1970-01-01T00:00:00.000Z", notAfter: null, sha256: "AA:BB", der: "AQID" },
        },
      ],
    })
    expect(events.onHeadersReceived.addListener.mock.lastCall?.at(2)).toContain("blocking")
  })

  test("plain http has none", async () => {
    siteBrowser.webRequest.getSecurityInfo = () => Promise.resolve({ state: "insecure", certificates: [] })
    const { heads } = await watched(async () => {
      await tell("onHeadersReceived", { ...answered, responseHeaders: [] })
      await tell("onCompleted", answered)
    })
    expect(heads.connection).toBeNull()
  })
})
