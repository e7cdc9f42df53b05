/** Pictures that no `<img>` holds: backgrounds, borders, list marks, masks, posters, images of SVG. */
import { randomBytes } from "node:crypto"
import { type IncomingMessage } from "node:http"
import { PNG } from "pngjs"
import { afterAll, describe, expect, test } from "vitest"
import { type Page } from "../../scripts/browsers/driver.ts"
import { type Route, serveSite } from "../../scripts/site/serve-site.ts"
import { BAND, bandsPage } from "./harness/bands.ts"
import { installed } from "./harness/installed.ts"
import { type Colour, hexColour } from "./harness/picture.ts"
import { seen } from "./nasty/seen.ts"

const COLOUR: Colour = 0x0055aa
const HEIGHT = 200
const SLOWLY_MS = 500
const LEFT = 100

/** Asked for by pages, as pictures; what the extension asks for is none. */
const asked = new Map<string, number>()
const isPicture = ({ headers }: IncomingMessage): boolean => headers["sec-fetch-dest"] === "image"

const svg = (size: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${size} preserveAspectRatio="none"><rect width="100%" height="100%" fill="${hexColour(COLOUR)}"/></svg>`
const SIZED = svg(`width="300" height="${String(HEIGHT)}" viewBox="0 0 300 ${String(HEIGHT)}"`)

const NOISE = noise()

/** A picture that no format makes much smaller. */
function noise(): Buffer {
  const png = new PNG({ width: 300, height: HEIGHT })
  png.data.fill(randomBytes(png.data.length))
  return PNG.sync.write(png)
}

interface Answer {
  readonly ms?: number
  readonly status?: number
  readonly body?: string | Buffer
  readonly type?: string
  readonly head?: Readonly<Record<string, string>>
}

const answer =
  ({ ms = 0, status = 200, body = SIZED, type = "image/svg+xml", head = {} }: Answer = {}): Route =>
  async (request, response) => {
    const { url = "" } = request
    if (isPicture(request)) asked.set(url, (asked.get(url) ?? 0) + 1)
    await new Promise(done => setTimeout(done, ms))
    response
      .writeHead(status, { "Content-Type": type, "Access-Control-Allow-Origin": "*", ...head })
      .end(body)
  }

const routes: Readonly<Record<string, Route>> = {
  "/good": answer(),
  "/slowly": answer({ ms: SLOWLY_MS }),
  "/not-kept": answer({ head: { "Cache-Control": "no-store" } }),
  "/elsewhere": answer({ status: 302, body: "", head: { Location: "/not-kept?from" } }),
  "/of-no-size": answer({ body: svg(`viewBox="0 0 10 10"`) }),
  "/of-no-size.svg": answer({ body: svg("") }),
  "/none": answer({ status: 404, body: "no" }),
  "/page": answer({ body: "<p>please sign in", type: "text/html" }),
  "/junk": answer({ body: "junk", type: "image/png" }),
  // Half of it, and then nothing more.
  "/half": (_request, response) => {
    response.writeHead(200, { "Content-Type": "image/png", "Content-Length": NOISE.length })
    response.write(NOISE.subarray(0, NOISE.length / 2))
    return new Promise(() => undefined)
  },
  "/never": request => {
    if (isPicture(request)) asked.set("/never", 1)
    return new Promise(() => undefined)
  },
}
const other = await serveSite({ routes })

/** Each way by which a page names a picture, drawn over 300 × 200 pixels. */
const ways: Readonly<Record<string, (url: string) => string>> = {
  background: url => `<div class="box" style="background-image:url(${url})"></div>`,
  "under another": url =>
    `<div class="box" style="background-image:linear-gradient(transparent,transparent),url(${url})"></div>`,
  "one of a set": url =>
    `<div class="box" style="background-image:image-set(url(${url}) 1x, url(${url}) 2x)"></div>`,
  before: url => `<div class="box before" style="--it:url(${url})"></div>`,
  border: url =>
    `<div style="box-sizing:border-box;width:300px;height:${String(HEIGHT)}px;border:solid;border-width:100px 150px;border-image:url(${url}) 100 150"></div>`,
  mask: url =>
    `<div class="box" style="background:${hexColour(COLOUR)};mask-image:url(${url});mask-size:300px"></div>`,
  "mark of a list": url =>
    `<ul style="margin:0;padding:0;height:${String(HEIGHT)}px"><li style="list-style:inside url(${url});line-height:0;height:${String(HEIGHT)}px"></li></ul>`,
  poster: url =>
    `<video poster="${url}" style="display:block;width:300px;height:${String(HEIGHT)}px;object-fit:fill"></video>`,
  "image of SVG": url =>
    `<svg width="300" height="${String(HEIGHT)}" style="display:block"><image href="${url}" width="300" height="${String(HEIGHT)}" preserveAspectRatio="none"/></svg>`,
  button: url =>
    `<input type="image" src="${url}" style="display:block;width:300px;height:${String(HEIGHT)}px">`,
}

const PAGE = BAND * 60
const css = `<meta charset="utf-8"><title>named</title><style>
  #all { position: absolute; left: 0; top: 0 } .box { width: 300px; height: ${String(HEIGHT)}px; background-size: 300px ${String(HEIGHT)}px }
  .before::before { content: ""; display: block; height: 100%; background: var(--it) }
</style>`
const page = (boxes: readonly string[], rest = ""): string =>
  bandsPage(PAGE, { head: css, body: `<div id="all">${boxes.join("")}</div>${rest}` })

const named = (url: string): string[] => Object.values(ways).map(draw => draw(url))

/** The same, put in by a script once their place is in the window, by a class and by an element. */
const late = Object.values(ways).map(
  (draw, index) =>
    `<div class="box late"><template>${draw(`/slowly?${String(index)}`)}</template></div><div class="box"></div>`,
)
const putIn = `<script>
  const near = new IntersectionObserver(all => { for (const { target, isIntersecting } of all) if (isIntersecting && target.firstElementChild?.localName === "template") target.replaceChildren(target.firstElementChild.content) })
  for (const box of document.querySelectorAll(".late")) near.observe(box)
</script>`
const byClass = `<style>.near { background-image: url(/slowly?class) }</style><div class="box turns"></div><script>
  new IntersectionObserver(([{ target, isIntersecting }]) => { if (isIntersecting) target.classList.add("near") }).observe(document.querySelector(".turns"))
</script>`

const broken = [
  ...named("/none"),
  ...["/page", "/junk", "/never", "/half"].map(url => ways.background?.(url) ?? ""),
  ways.background?.(`${other.origin}/none`) ?? "",
  // What nobody sees is not missed.
  `<div style="display:none">${ways.background?.("/none?hidden") ?? ""}</div>`,
  `<div class="box" style="visibility:hidden;background-image:url(/none?unseen)"></div>`,
]

const whole = [
  ...named("/good"),
  ...["/not-kept", "/elsewhere", "/of-no-size", `${other.origin}/of-no-size.svg`].map(
    url => ways.background?.(url) ?? "",
  ),
  ...named(`${other.origin}/good?other`),
]

const html =
  (body: string): Route =>
  (_request, response) => {
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(body)
  }
const site = await serveSite({
  routes: {
    ...routes,
    "/late": html(page([...late, byClass], putIn)),
    "/broken": html(page(broken)),
    "/whole": html(page(whole)),
  },
})
afterAll(async () => {
  await site.close()
  await other.close()
})
const browser = installed()

/** A page with a picture that is never answered is never loaded to its end. */
async function opened(path: string): Promise<Page> {
  const tab = await browser.driven.newPage("about:blank")
  await tab.evaluate(`location.href = ${JSON.stringify(site.origin + path)}`)
  await tab.waitFor(() => document.readyState !== "loading" && location.protocol === "http:")
  await new Promise(done => setTimeout(done, 300))
  return tab
}

const ofNames = (gaps: readonly { readonly what: string; readonly count: number | null }[]) =>
  gaps.filter(({ what }) => what === "pictures").map(({ count }) => count)

test("those that come when they are seen are waited for, and each is in its place", async () => {
  const tab = await opened("/late")
  const found = await seen(browser.driven, tab)
  expect(ofNames(found.row.gaps)).toEqual([])
  const column = await found.column(LEFT)
  const wrong = [...late, byClass].flatMap((_, index) => {
    const top = index * 2 * HEIGHT
    const rows = column.slice(top, top + HEIGHT).filter(colour => colour !== COLOUR).length
    return rows === 0 ? [] : [`${Object.keys(ways)[index] ?? "class"}: ${String(rows)} rows`]
  })
  expect(wrong).toEqual([])
  await tab.close()
})

test("those that fail, and those that never come, are counted; those that nobody sees are not", async () => {
  const tab = await opened("/broken")
  const found = await seen(browser.driven, tab)
  expect(ofNames(found.row.gaps)).toEqual([broken.length - 2])
  await tab.close()
})

describe("a page on which all have come", () => {
  test("is complete, and no picture is asked for because of us", async () => {
    const tab = await opened("/whole")
    await tab.waitFor(() => document.readyState === "complete")
    const before = Object.fromEntries(asked)
    const found = await seen(browser.driven, tab)
    expect(ofNames(found.row.gaps)).toEqual([])
    expect(found.row.gaps.filter(({ what }) => what !== "video")).toEqual([])
    expect(Object.fromEntries(asked)).toEqual(before)
    await tab.close()
  })
})
