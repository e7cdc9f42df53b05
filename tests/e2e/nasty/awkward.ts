/** Pages that are awkward by what they do (9, 31, 44, 46, 51), by their size (53), or by how they are served (54). */
import { type IncomingMessage } from "node:http"
import { expect } from "vitest"
import { BAND, bandColour, bandsPage } from "../harness/bands.ts"
import { type Colour, hexColour } from "../harness/picture.ts"
import { saidSize, sizeOf } from "../harness/sizes.ts"
import { target } from "../harness/target.ts"
import { HEIGHT, html, type NastyPage, script, style, typed } from "./page.ts"
import { columnOf } from "./seen.ts"

const LEFT = 100
const MARK: Colour = 0x0055aa
const POST = "he is a liar"
const SECRET = "S3CRET-WORD"

const asked = { post: 0 }
const hasCredentials = ({ headers }: IncomingMessage) =>
  headers.authorization === `Basic ${Buffer.from(`reader:${SECRET}`).toString("base64")}`

export const awkward: readonly NastyPage[] = [
  {
    numbers: [9],
    name: "snapping that stops at every section",
    page: bandsPage(HEIGHT, {
      head: style(
        "html { scroll-snap-type: y mandatory; scroll-behavior: smooth } tr { scroll-snap-align: start; scroll-snap-stop: always }",
      ),
    }),
  },
  {
    numbers: [31],
    name: "a list that takes its rows away when they leave the window",
    page: `<!doctype html>${style(`body { margin: 0; background: #fff } div div { position: absolute; left: 0; right: 0; height: ${BAND}px }`)}<body><div id="list" style="height:${HEIGHT}px"></div>${script(`
      const colours = ${JSON.stringify(Array.from({ length: HEIGHT / BAND }, (_, band) => hexColour(bandColour(band))))}
      const draw = () => { let rows = ""
        for (const [row, colour] of colours.entries()) if (row * ${BAND} > scrollY - 150 && row * ${BAND} < scrollY + innerHeight + 50)
          rows += '<div style="top:' + row * ${BAND} + "px;background:" + colour + '"></div>'
        document.querySelector("#list").innerHTML = rows }
      addEventListener("scroll", draw); draw()`)}`,
  },
  {
    numbers: [44],
    name: "a post that is deleted in the middle, and is not there any more when it is asked for again",
    page: (request, response) => {
      asked.post += 1
      const isFirst = asked.post === 1
      const post = `<div id="post" style="position:absolute;left:0;top:500px;width:300px;height:100px;background:${hexColour(MARK)};color:${hexColour(MARK)}">${POST}</div>`
      const code = `addEventListener("scroll", () => { if (scrollY > 600) document.querySelector("#post")?.remove() })`
      return html(
        isFirst ? bandsPage(HEIGHT, { body: post + script(code) }) : "gone",
        {},
        isFirst ? 200 : 404,
      )(request, response)
    },
    gaps: ["source:refused"],
    changed: { html: "the post is deleted" },
    check: async seen => {
      expect(columnOf(await seen.picture("frames/0000.png"), LEFT).slice(200, 300)).toEqual(
        Array(100).fill(MARK),
      )
      expect(await seen.text("dom-before.html")).toContain(POST)
      expect(await seen.text("dom-after.html")).not.toContain(`>${POST}<`)
    },
  },
  {
    numbers: [46, 50],
    name: "a page that asks before it is left, and changes at every focus, blur, resize and scroll",
    page: bandsPage(HEIGHT, {
      body: script(`addEventListener("beforeunload", event => { event.preventDefault(); event.returnValue = "stay" })
        for (const name of ["focus", "blur", "resize", "scroll"]) addEventListener(name, () => { const mark = document.createElement("s"); document.body.append(mark); mark.remove() })`),
    }),
  },
  {
    numbers: [51],
    name: "a policy that allows nothing but its own attributes, isolated from every other page",
    page: html(bandsPage(HEIGHT), {
      "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
      "Cross-Origin-Opener-Policy": "same-origin",
      "Cross-Origin-Embedder-Policy": "require-corp",
      "Cross-Origin-Resource-Policy": "same-origin",
      "X-Frame-Options": "DENY",
    }),
    // In Firefox the policy of the page forbids the request too.
    gaps: { chrome: [], firefox: ["source:refused"] },
  },
  {
    numbers: [53],
    name: `${saidSize("elements")} elements in one page`,
    page: html(
      bandsPage(HEIGHT, {
        body: `<div style="position:absolute;left:0;top:0;width:300px;height:900px;overflow:hidden">${"<i></i>".repeat(sizeOf("elements"))}</div>`,
      }),
    ),
  },
  {
    numbers: [53],
    name: `${saidSize("frames")} frames in one page`,
    page: html(
      bandsPage(HEIGHT, {
        body: `<div style="position:absolute;left:0;top:0;width:300px;height:900px;overflow:hidden">${`<iframe width="2" height="2" style="border:0"></iframe>`.repeat(sizeOf("frames"))}</div>`,
      }),
    ),
  },
  {
    numbers: [54],
    name: "a page that a service worker serves",
    page: html(
      `<!doctype html><title>before</title>${script(`addEventListener("load", async () => { await navigator.serviceWorker.register("/nasty-worker.js", { scope: location.pathname }); await navigator.serviceWorker.ready; document.title = "ready" })`)}`,
    ),
    routes: {
      "/nasty-worker.js": typed(
        "text/javascript",
        `addEventListener("fetch", event => { event.respondWith(new Response(${JSON.stringify(bandsPage(HEIGHT))}, { headers: { "Content-Type": "text/html; charset=utf-8" } })) })`,
      ),
    },
    before: async page => {
      await page.waitFor(() => document.title === "ready")
      await page.goto(await page.evaluate("location.href"))
      await page.evaluate("scrollTo(0, 300)")
    },
  },
  {
    numbers: [54],
    name: "a page behind a password of HTTP, which is in no file",
    page: (request, response) => {
      if (hasCredentials(request)) return html(bandsPage(HEIGHT))(request, response)
      response.writeHead(401, { "WWW-Authenticate": 'Basic realm="forum"' })
      response.end()
    },
    address: origin => origin.replace("//", `//reader:${SECRET}@`),
    // Chromium lets no extension into a page whose address has a password; one that was signed in to stays so.
    before: async page => {
      if (target === "chrome") await page.goto(await page.evaluate("location.href"))
      await page.evaluate("scrollTo(0, 300)")
    },
    check: async seen => {
      for (const path of seen.paths.filter(each => /\.(html|txt)$/.test(each)))
        expect(await seen.text(path)).not.toContain(SECRET)
      expect(JSON.stringify([seen.row, seen.log])).not.toContain(SECRET)
    },
  },
  {
    numbers: [54],
    name: "a page of localhost",
    page: bandsPage(HEIGHT),
    address: origin => origin.replace("127.0.0.1", "localhost"),
  },
]
