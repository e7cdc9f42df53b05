import { connect } from "node:net"
import { afterEach, beforeEach, expect, test } from "vitest"
import { serveSite, type Site } from "../../../scripts/site/serve-site.ts"

const held: { site?: Site } = {}

beforeEach(async () => {
  held.site = await serveSite({
    folder: "src/practice",
    routes: {
      "/made": (_request, response) => void response.end("made here"),
      "/broken": () => Promise.reject(new Error("on purpose")),
    },
  })
})
afterEach(() => held.site!.close())

test.each([
  ["/", 200, "text/html; charset=utf-8"],
  ["/style.css", 200, "text/css; charset=utf-8"],
  ["/pictures/shop.svg?size=full", 200, "image/svg+xml"],
  ["/pictures", 404, "text/plain; charset=utf-8"],
  ["/missing.png", 404, "text/plain; charset=utf-8"],
  ["/broken", 500, "text/plain; charset=utf-8"],
])("%s answers %i with %s", async (path, status, type) => {
  const response = await fetch(held.site!.origin + path)
  expect([response.status, response.headers.get("content-type")]).toEqual([status, type])
})

test("every answer is dated, and none may be kept", async () => {
  const { headers } = await fetch(`${held.site!.origin}/`)
  expect(Date.parse(headers.get("date") ?? "")).not.toBeNaN()
  expect([headers.get("cache-control"), headers.get("etag"), headers.get("last-modified")]).toEqual([
    "no-store",
    null,
    null,
  ])
})

test("a route answers for itself", async () => {
  expect(await (await fetch(`${held.site!.origin}/made`)).text()).toBe("made here")
})

test.each(["/../../package.json", "/..%2f..%2fpackage.json", "/%2e%2e/%2e%2e/package.json"])(
  "%s does not leave the folder",
  async path => {
    expect(await rawStatus(held.site!.origin, path)).toBe("HTTP/1.1 404 Not Found")
  },
)

test("requests are counted by path, whatever their query", async () => {
  const { origin } = held.site!
  for (const path of ["/", "/?from=list", "/style.css"]) await (await fetch(origin + path)).arrayBuffer()
  expect([held.site!.count("/"), held.site!.count("/style.css"), held.site!.count("/none")]).toEqual([
    2, 1, 0,
  ])
  expect(held.site!.requests.map(request => request.path)).toEqual(["/", "/?from=list", "/style.css"])
})

/** The status line for a path that `fetch` would have tidied up. */
function rawStatus(origin: string, path: string): Promise<string> {
  return new Promise((done, failed) => {
    const socket = connect(Number(new URL(origin).port), "127.0.0.1")
    socket.on("error", failed)
    socket.once("data", bytes => {
      socket.destroy()
      done(bytes.toString("latin1").split("\r\n")[0] ?? "")
    })
    socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`)
  })
}
