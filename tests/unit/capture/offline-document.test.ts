// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from "vitest"
import { copiesOfPage } from "../../../src/capture/offline/copies.ts"
import { documentPieces } from "../../../src/capture/offline/document.ts"
import { type Part, partsOfPage } from "../../../src/capture/offline/parts.ts"
import { writeCopy } from "../../../src/capture/offline/write.ts"
import { countRedactions } from "../../../src/capture/redact.ts"

const words = { onlyInPicture: "只在截图中", leftOut: "未收入" }
const EVIL = "http://evil.example"

/** The copy of a document whose body has these elements, parsed as a browser would. */
function copyOf(html: string): { text: string; document: Document; redacted: unknown } {
  const parsed = new DOMParser().parseFromString(
    `<!DOCTYPE html><html><head></head><body>${html}</body></html>`,
    "text/html",
  )
  document.replaceChildren(...Array.from(parsed.childNodes, node => document.importNode(node, true)))
  return written()
}

function written() {
  const counter = countRedactions()
  const pieces = documentPieces(document, { parts: partsOfPage(), counter, words, frames: 0 })
  const { html } = writeCopy(pieces, { of: "dom-after.html", url: "https://a/", at: "2026-11-22T15:20:00Z" })
  return {
    text: html,
    document: new DOMParser().parseFromString(html, "text/html"),
    redacted: counter.list("x"),
  }
}

const bodyOf = (text: string) => /<body[^>]*>(.*)<\/body>/s.exec(text)?.[1]

beforeEach(() => {
  document.replaceChildren()
})

describe("nothing that runs, loads, sends or leads away is written", () => {
  test.each([
    ["a script", `<script src="${EVIL}/a.js">evil.example</script>`],
    ["a script in SVG", `<svg><script href="${EVIL}/a.js"></script></svg>`],
    ["a handler", `<p onclick="evil.example">x</p><svg onload="evil.example"></svg>`],
    ["a base", `<base href="${EVIL}">`],
    ["a refresh", `<meta http-equiv="refresh" content="0;url=${EVIL}">`],
    ["a refresh with a name", `<meta name="x" http-equiv="refresh" content="0;url=${EVIL}">`],
    ["a policy of the page", `<meta http-equiv="Content-Security-Policy" content="img-src evil.example">`],
    ["links to files", `<link rel="preload" as="image" href="${EVIL}"><link rel="icon" href="${EVIL}">`],
    ["no scripts", `<noscript><img src="${EVIL}"></noscript>`],
    ["a template", `<template><img src="${EVIL}"></template>`],
    [
      "a sound, a track, a source",
      `<audio src="${EVIL}"><source src="${EVIL}"><track src="${EVIL}"></audio>`,
    ],
    ["a video", `<video src="${EVIL}" autoplay><source src="${EVIL}"></video>`],
    ["where a form goes", `<form action="${EVIL}"><button formaction="${EVIL}">x</button></form>`],
    ["where a click is told", `<a ping="${EVIL}">x</a><a attributionsrc="${EVIL}">x</a>`],
    [
      "a link to a script",
      `<a href="javascript:evil.example">x</a><a href=" java\nscript:evil.example">x</a>`,
    ],
    [
      "an animation to an address",
      `<svg><a><animate attributeName="href" values="${EVIL}"/></a><set attributeName="xlink:href" to="${EVIL}"/></svg>`,
    ],
    [
      "an animation of a style",
      `<svg><rect><animate attributeName="fill" values="url(${EVIL})"/></rect></svg>`,
    ],
    ["an old address of a picture", `<img lowsrc="${EVIL}" dynsrc="${EVIL}">`],
    ["a file of a field", `<input type="file" icon="${EVIL}">`],
    [
      "a table's background",
      `<table><tbody><tr><td background="javascript:evil.example">x</td></tr></tbody></table>`,
    ],
    ["a comment", `<!-- evil.example -->`],
    [
      "a template that would become a shadow root",
      `<div shadowrootmode="open" shadowrootclonable="evil.example">x</div>`,
    ],
  ])("%s", (_name, html) => {
    const { text, document: parsed } = copyOf(html)
    expect(text).not.toContain("evil.example")
    expect(parsed.querySelector("script, base, object, embed, [onclick], [onload]")).toBeNull()
  })

  test.each([
    ["style", `<p style="background:url(${EVIL})">x</p>`],
    ["fill", `<svg><rect fill="url(${EVIL}#a)"/></svg>`],
    ["mask", `<svg><rect mask="u\\72l(${EVIL}#a)"/></svg>`],
    ["src", `<img src="${EVIL}" width="9" height="9">`],
    ["srcset", `<img srcset="${EVIL} 1x">`],
    ["poster", `<video poster="${EVIL}"></video>`],
    ["background", `<table background="${EVIL}"></table>`],
    ["href of a picture in SVG", `<svg><image href="${EVIL}"/><image xlink:href="${EVIL}"/></svg>`],
    ["href of a use", `<svg><use href="${EVIL}#a"/></svg>`],
    ["data of a plug-in", `<object data="${EVIL}"></object><embed src="${EVIL}">`],
    ["src of a frame", `<iframe src="${EVIL}"></iframe>`],
    ["a style sheet", `<style>p{background:url(${EVIL})}</style>`],
  ])("nor an address in %s: it stands among what is missing", (_name, html) => {
    const { document: parsed } = copyOf(html)
    const attributes = Array.from(parsed.body.querySelectorAll("*")).flatMap(element =>
      Array.from(element.attributes),
    )
    const loading = attributes.filter(
      ({ name, value }) => name !== "srcdoc" && value.includes("evil.example"),
    )
    expect(loading.map(({ name }) => name)).toEqual([])
    expect(parsed.querySelector("style:not(head *)")?.textContent ?? "").not.toContain("evil.example")
  })

  test("names in capitals, which a parser reads in small ones, change nothing", () => {
    const XHTML = "http://www.w3.org/1999/xhtml"
    copyOf("")
    const p = document.createElement("p")
    p.setAttributeNS(null, "ONCLICK", "evil.example")
    document.body.append(
      document.createElementNS(XHTML, "SCRIPT"),
      document.createElementNS(null, "script"),
      p,
    )
    expect(bodyOf(written().text)).toBe("<p></p>")
  })
})

describe("what is shown", () => {
  test.each([
    ["text", "<p>a &lt; b &amp; c</p>", "<p>a &lt; b &amp; c</p>"],
    [
      "what styles hang on",
      `<p class="a" id="b" data-x="1" aria-label="y">x</p>`,
      `<p class="a" id="b" data-x="1" aria-label="y">x</p>`,
    ],
    [
      "a link's address, to be read",
      `<a href="https://a.example/?x=1&amp;y">x</a>`,
      `<a data-holdfast-href="https://a.example/?x=1&amp;y" title="https://a.example/?x=1&amp;y">x</a>`,
    ],
    ["a link within the document", `<a href="#c">x</a>`, `<a href="#c">x</a>`],
    [
      "a picture of the page's own",
      `<img src="data:image/png;base64,AA==">`,
      `<img src="data:image/png;base64,AA==">`,
    ],
    [
      "a drawing",
      `<svg viewBox="0 0 1 1"><rect filter="url(#f)"></rect><use href="#a"></use></svg>`,
      `<svg viewBox="0 0 1 1"><rect filter="url(&quot;#f&quot;)"></rect><use href="#a"></use></svg>`,
    ],
  ])("%s", (_name, html, wanted) => {
    expect(bodyOf(copyOf(html).text)).toBe(wanted)
  })

  test("values as they stand in the fields now, secrets and drafts aside", () => {
    copyOf(
      `<input id="a" value="old"><input id="b" type="checkbox" checked><input id="c" type="password"><textarea>DRAFT</textarea>
      <input id="d" type="text" autocomplete="current-password"><select><option>1</option><option id="e">2</option></select>`,
    )
    const field = (id: string) => document.querySelector<HTMLInputElement>(`#${id}`)!
    field("a").value = `new "<b>`
    field("b").checked = false
    field("c").value = "S3CRET"
    field("d").value = "S3CRET"
    document.querySelector<HTMLOptionElement>("#e")!.selected = true
    const { text, document: parsed, redacted } = written()
    expect(text).not.toMatch(/S3CRET|DRAFT/)
    expect(parsed.querySelector<HTMLInputElement>("#a")?.value).toBe(`new "<b>`)
    expect(parsed.querySelector("#b")?.hasAttribute("checked")).toBe(false)
    expect(parsed.querySelector("#e")?.hasAttribute("selected")).toBe(true)
    expect(redacted).toEqual([
      { what: "password", count: 2, where: "x" },
      { what: "draft", count: 1, where: "x" },
    ])
  })

  test("text that was shown as it stood, and would be markup in a copy", () => {
    copyOf(`<xmp class="x"></xmp>`)
    document.querySelector(".x")!.textContent = `</xmp><img src="${EVIL}">`
    expect(bodyOf(written().text)).toBe(`<pre class="x">&lt;/xmp&gt;&lt;img src="${EVIL}"&gt;</pre>`)
  })

  test("words in two languages' place for a plug-in, and its address", () => {
    const frame = copyOf(`<object data="${EVIL}/a.swf">x</object>`).document.querySelector("iframe")
    expect(frame?.getAttribute("sandbox")).toBe("")
    expect(frame?.getAttribute("srcdoc")).toContain(`<p>未收入</p><p>${EVIL}/a.swf</p>`)
  })

  test("shadow roots, with the sheets that scripts gave them", () => {
    copyOf("<my-post></my-post>")
    const shadow = document.querySelector("my-post")!.attachShadow({ mode: "open" })
    const sheet = new CSSStyleSheet()
    sheet.replaceSync("p { color: red; }")
    shadow.adoptedStyleSheets = [sheet]
    shadow.append("in the shade")
    expect(bodyOf(written().text)).toMatch(
      /^<my-post><template shadowrootmode="open"><style>p \{ color: red; \}\n<\/style>in the shade<\/template><\/my-post>$/,
    )
  })
})

test("its policy comes before anything of the page, in a document without a head too", () => {
  const { text } = copyOf("<p>x</p>")
  expect(text).toMatch(
    /^<!DOCTYPE html>\s*<html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy"/,
  )
  document.head.remove()
  expect(written().text).toMatch(
    /<html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy"/,
  )
})

test("a document that is a drawing is written as HTML that holds it", () => {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg")
  document.replaceChildren(svg)
  expect(written().text).toMatch(
    /^<!DOCTYPE html>\n<html><head>.*<\/head><body><svg><\/svg><\/body><\/html>$/s,
  )
})

test("a copy is made of the document as it was when it was read, and kept no longer", () => {
  copyOf("<p>first</p>")
  const copies = copiesOfPage()
  copies.read("before", words)
  document.querySelector("p")!.textContent = "second"
  copies.read("after", words)
  expect(copies.make("before").html).toContain("<p>first</p>")
  expect(copies.make("after").html).toContain("<p>second</p>")
  expect(() => copies.make("after")).toThrow(expect.objectContaining({ code: "internal" }) as Error)
})

describe("a copy is bounded", () => {
  const part = (url: string, bytes: number): Part => ({
    ...{ form: "file", url, drawn: null },
    outcome: { kind: "data", data: `data:image/png;base64,${"A".repeat(bytes)}`, reencoded: false },
  })
  const about = { of: "dom-after.html", url: "https://a/", at: "2026-11-22T15:20:00Z" }

  test("a picture of 5 MB that stands there 30 times is written as often as there is room, and the rest is noted", () => {
    const pieces = Array.from({ length: 30 }, () => ({
      kind: "file" as const,
      part: part("https://a/x.png", 5 * 1024 * 1024),
    }))
    const { html, counts } = writeCopy([{ kind: "about" }, ...pieces], about)
    expect(html.length).toBeLessThan(97 * 1024 * 1024)
    expect(html.match(/data:image/g)).toHaveLength(19)
    expect(counts.missing).toBe(1)
    expect(html).toContain("limit")
  })

  test("sheets that import each other end", () => {
    const one: Part = { form: "sheet", url: "https://a/1.css", drawn: null, outcome: { kind: "waiting" } }
    one.outcome = { kind: "sheet", pieces: ["a{}", { kind: "sheet", part: one, otherwise: [] }, "b{}"] }
    expect(writeCopy([{ kind: "sheet", part: one, otherwise: [] }], about).html).toBe("a{}b{}")
  })

  test("no more than 500 parts are wanted", () => {
    const parts = partsOfPage()
    const wanted = Array.from({ length: 600 }, (_, at) => parts.want("file", `https://a/${at}`))
    expect(wanted.filter(({ outcome }) => outcome.kind === "waiting")).toHaveLength(500)
    expect(wanted.at(-1)?.outcome).toEqual({ kind: "missing", why: "limit" })
  })
})
