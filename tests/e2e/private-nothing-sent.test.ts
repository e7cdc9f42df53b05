/** Nothing leaves the device but what the click asks for: the whole browser goes through a proxy that writes down every request. */
import { afterAll, beforeAll, expect, test } from "vitest"
import { openPopup } from "../../scripts/browsers/driver.ts"
import { exportAll } from "../../scripts/browsers/use-popup.ts"
import { type Route } from "../../scripts/site/serve-site.ts"
import { installed } from "./harness/installed.ts"
import { startProxy } from "./harness/proxy.ts"
import { servePages } from "./harness/site.ts"
import { target } from "./harness/target.ts"

const lazy = ["/one.svg", "/two.svg", "/three.svg"]
const drawn: Route = (_request, response) => {
  response.writeHead(200, { "Content-Type": "image/svg+xml" })
  response.end(
    `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="40" height="40"/></svg>`,
  )
}
// Without an icon of its own the browser would ask for one by itself.
const post = `<!doctype html><html lang="en"><meta charset="utf-8"><title>A post</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="/style.css"><h1>A post</h1>
${lazy.map(path => `<div style="height:5000px"></div><img src="${path}" loading="lazy" width="40" height="40" alt="">`).join("")}</html>`
const site = await servePages(
  { "/post": post },
  {
    ...Object.fromEntries(lazy.map(path => [path, drawn])),
    "/style.css": (_request, response) => {
      response.writeHead(200, { "Content-Type": "text/css" }).end("body { margin: 0 }")
    },
  },
)
const proxy = await startProxy()
afterAll(async () => {
  await site.close()
  await proxy.close()
})
const browser = installed(proxy.options[target])

/** What the browser asks of its own maker by itself, with and without us: updates, time, settings. */
const makers =
  /^\w+ (https?:\/\/)?([\w-]+\.)*(google\.com|googleapis\.com|gvt1\.com|mozilla\.(com|org|net))[:/]/

interface Story {
  /** Requests in each part of the story, the maker's left out. */
  readonly loading: readonly string[]
  readonly opening: readonly string[]
  readonly capturing: readonly string[]
  readonly exporting: readonly string[]
  readonly elsewhere: readonly string[]
}
const held: { story?: Story } = {}
const story = () => held.story ?? expect.unreachable("told before the tests")

beforeAll(async () => {
  const { driven } = browser
  const until = { seen: proxy.requests.length }
  const since = (): string[] => {
    const fresh = proxy.requests.slice(until.seen).filter(request => !makers.test(request))
    until.seen = proxy.requests.length
    return fresh
  }
  const page = await driven.newPage(`${site.origin}/post`)
  const loading = since()

  const popup = await openPopup(driven, page)
  await popup.waitFor(
    () => document.body.dataset.view === "ready" && document.querySelector("#usage")?.textContent,
  )
  const opening = since()

  await popup.click("#capture")
  await popup.waitFor(() => document.querySelector("#saved"), 60_000)
  const capturing = since()

  await exportAll(popup)
  await driven.nextDownload()
  await popup.close()
  const exporting = since()

  // The oracle does see what goes elsewhere, from a page at least.
  await page.evaluate(
    `Promise.allSettled(["http", "https"].map(scheme => fetch(scheme + "://elsewhere.example/x", { mode: "no-cors" }))).then(() => null)`,
  )
  held.story = { loading, opening, capturing, exporting, elsewhere: since() }
})

const got = (path: string) => `GET ${site.origin}${path}`

test("the proxy sees what pages ask, of this machine and of others", () => {
  expect([...story().loading].sort()).toEqual([got("/post"), got("/style.css")])
  expect([...story().elsewhere].sort()).toEqual([
    "CONNECT elsewhere.example:443",
    "GET http://elsewhere.example/x",
  ])
})

test("opening the popup sends nothing", () => {
  expect(story().opening).toEqual([])
})

test("a capture asks for the page once more, and for the pictures that scrolling brings, each once", () => {
  expect([...story().capturing].sort()).toEqual([got("/post"), ...lazy.map(got)].sort())
})

test("an export sends nothing", () => {
  expect(story().exporting).toEqual([])
})

test("the site has seen no other request than those", () => {
  expect(site.requests.every(({ method }) => method === "GET")).toBe(true)
  expect(site.requests.map(({ path }) => path).sort()).toEqual(
    ["/post", "/post", "/style.css", ...lazy].sort(),
  )
})
