/** What a page shows only when it is looked at: lazy pictures, sections laid out late, and pictures that come late or never. */
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type Route } from "../../scripts/site/serve-site.ts"
import { bandColour } from "./harness/bands.ts"
import { type Bundle, exportBundle, gapName, type Item, keep } from "./harness/exported.ts"
import { installed } from "./harness/installed.ts"
import { hexColour, stitchedRows } from "./harness/picture.ts"
import { sharedEntries } from "./harness/shared.ts"
import { servePages } from "./harness/site.ts"

const HEIGHT = 200
const COUNT = 30
const each = (draw: (at: number) => string) => Array.from({ length: COUNT }, (_, at) => draw(at)).join("")
const colour = (at: number) => hexColour(bandColour(at)).slice(1)

interface Shape {
  readonly body: string
  readonly gaps?: readonly [name: string, count: number | null][]
}

const shapes: Readonly<Record<string, Shape>> = sharedEntries({
  "thirty lazy pictures": {
    body: each(at => `<img loading="lazy" src="/picture?${colour(at)}" height="${HEIGHT}">`),
  },
  "pictures that a script puts in once they are near": {
    body: `${each(at => `<img data-src="/picture?${colour(at)}" height="${HEIGHT}">`)}<script>
      const near = new IntersectionObserver(all => { for (const { target, isIntersecting } of all) if (isIntersecting) target.src = target.dataset.src })
      for (const image of document.images) near.observe(image)
    </script>`,
  },
  "lazy pictures without a size": {
    body: each(at => `<img loading="lazy" style="width:auto" src="/picture?${colour(at)}">`),
  },
  "sections that the browser lays out only when they are near": {
    body: each(
      at =>
        `<section style="content-visibility:auto;contain-intrinsic-size:50px"><div style="height:${HEIGHT}px;background:#${colour(at)}"></div></section>`,
    ),
  },
  "lazy pictures in shadow roots and a frame": {
    body: `${each(at => `<my-post data-at="${colour(at)}"></my-post>`)}<iframe src="/inner" style="display:block;border:0;width:100%;height:${HEIGHT}px"></iframe><script>
      for (const post of document.querySelectorAll("my-post"))
        post.attachShadow({ mode: "closed" }).innerHTML = '<style>img{display:block;width:100%}</style><img loading="lazy" height="${HEIGHT}" src="/slowly?' + post.dataset.at + '">'
    </script>`,
  },
  "rows that come late, behind a word of loading": {
    body: `<main></main><p style="margin:0;height:40px">加载中…</p><script>
      const colours = ${JSON.stringify(Array.from({ length: COUNT }, (_, at) => colour(at)))}
      const add = from => document.querySelector("main").insertAdjacentHTML("beforeend", colours.slice(from, from + ${COUNT / 2}).map(each => '<div style="height:${HEIGHT}px;background:#' + each + '"></div>').join(""))
      add(0)
      new IntersectionObserver(([{ isIntersecting, target }], observer) => {
        if (!isIntersecting) return
        observer.disconnect()
        setTimeout(() => { target.remove(); add(${COUNT / 2}) }, 700)
      }).observe(document.querySelector("p"))
    </script>`,
  },
  "two pictures that are never answered, and one that is not there": {
    body: `${each(at => `<div style="height:${HEIGHT}px;background:#${colour(at)}"></div>`)}<img src="/never?1" width="300" height="200"><img src="/none.png" width="300" height="200"><div style="height:900px"></div><my-post></my-post><script>
      document.querySelector("my-post").attachShadow({ mode: "open" }).innerHTML = '<img src="/never?2" width="300" height="200">'
    </script>`,
    gaps: [["pictures:not-loaded", 3]],
  },
})

const html = (body: string) =>
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>懒加载</title><style>body{margin:0}img{display:block;width:100%}my-post{display:block}</style><body>${body}</body></html>`
const svg = (fill: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="${HEIGHT}" viewBox="0 0 600 ${HEIGHT}" preserveAspectRatio="none"><rect width="600" height="${HEIGHT}" fill="#${fill}"/></svg>`
const picture =
  (ms: number): Route =>
  async ({ url = "" }, response) => {
    await new Promise(done => setTimeout(done, ms))
    response.writeHead(200, { "Content-Type": "image/svg+xml" }).end(svg(url.split("?")[1] ?? ""))
  }
const site = await servePages(
  {
    ...Object.fromEntries(Object.values(shapes).map(({ body }, index) => [`/${index}`, html(body)])),
    "/inner": html(`<img loading="lazy" height="${HEIGHT}" src="/slowly?${colour(COUNT)}">`),
  },
  { "/picture": picture(120), "/slowly": picture(400), "/never": () => new Promise(() => undefined) },
)
afterAll(() => site.close())

const browser = installed()
const held: { bundle?: Bundle; readonly items: Map<string, string> } = { items: new Map() }

beforeAll(async () => {
  for (const [index, name] of Object.keys(shapes).entries()) {
    // A page with a picture that is never answered is never loaded to its end.
    const page = await browser.driven.newPage("about:blank")
    await page.evaluate(`location.href = ${JSON.stringify(`${site.origin}/${index}`)}`)
    await page.waitFor(() => document.readyState !== "loading" && location.protocol === "http:")
    held.items.set(name, (await keep(browser.driven, page)).item)
    if (index < Object.keys(shapes).length - 1) await page.close()
    else held.bundle = await exportBundle(browser.driven, page, browser.place.folder)
  }
})

describe.each(Object.entries(shapes))("%s", (name, { gaps = [] }) => {
  const item = (): Item =>
    held.bundle?.item(held.items.get(name) ?? "") ?? expect.unreachable("exported before the tests")

  test("the receipt has exactly what is missing, counted", () => {
    expect(item().record.gaps.map(gap => [gapName(gap), gap.count])).toEqual(gaps)
  })

  test("every row has its colour", () => {
    const wrong: string[] = []
    let rows = 0
    for (const { y, row, picture } of stitchedRows(item())) {
      rows = y + 1
      const at = Math.floor(y / HEIGHT)
      if (at >= COUNT) continue
      const found = picture.rowColour(row, 500)
      if (found !== bandColour(at)) wrong.push(`${y}: ${hexColour(found)}`)
    }
    expect({ wrong: wrong.slice(0, 5), rows: rows >= COUNT * HEIGHT }).toEqual({ wrong: [], rows: true })
  })
})
