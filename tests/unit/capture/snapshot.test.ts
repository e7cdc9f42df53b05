// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from "vitest"
import { snapshotDocument } from "../../../src/capture/snapshot.ts"

const parse = (html: string) => new DOMParser().parseFromString(html, "text/html")

/** Puts a document in the place of this one. */
function load(html: string): void {
  document.replaceChildren(...Array.from(parse(html).childNodes, node => document.importNode(node, true)))
}

beforeEach(() => {
  load("<!DOCTYPE html><html><head></head><body></body></html>")
})

const bodyOf = (html: string) => /<body[^>]*>(.*)<\/body>/s.exec(html)?.[1]

describe("the page, written and parsed again, is the page", () => {
  test.each([
    ["entities", "<p>a &lt; b &amp;&amp; c &gt; d &amp;lt; &nbsp;e\u00a0&quot;'</p>"],
    ["text that looks like markup", "<p>&lt;script&gt;alert(1)&lt;/script&gt; &lt;!-- --&gt; &amp;amp;</p>"],
    ["void elements", '<img src="a.png" alt="x"><br><hr><input name="q" value="v"><wbr>'],
    ["scripts", '<script type="text/x">if (a < b && c > d) { e("</p>&amp;") }</script>'],
    ["style sheets", "<style>a > b::before { content: '<&>' }</style>"],
    ["attributes with quotes", `<p title='say "hello" &amp; go' data-x="it's">x</p>`],
    ["attributes with markup", '<p title="&lt;b&gt; a > b">x</p>'],
    ["attributes with a no-break space", '<p title="a\u00a0b&nbsp;c">x</p>'],
    ["attributes without a value", '<input disabled checked=""><details open=""></details>'],
    ["an address with ampersands", '<a href="?a=1&amp;b=2&amp;copy=3">x</a>'],
    ["comments", "<p>a<!-- a < b & c --><!----></p>"],
    ["templates", '<template id="t"><p>in &amp; side</p><template><i>deep</i></template></template>'],
    ["tables", "<table><tbody><tr><td>1</td><td></td></tr></tbody></table>"],
    ["Chinese, emoji and right-to-left", "<p>固证 😀 \u202eabc\u202c עברית</p>"],
    ["elements of its own", '<my-post data-id="1"><my-text>x</my-text></my-post>'],
    ["white space", "<pre>  a\n\n\tb  </pre><p> x  y </p>"],
  ])("%s", (_name, html) => {
    load(`<!DOCTYPE html><html lang="zh-CN"><head><title>t</title></head><body>${html}</body></html>`)
    const { html: written } = snapshotDocument("dom")
    expect(parse(written).body.innerHTML).toBe(document.body.innerHTML)
    expect(parse(written).isEqualNode(document)).toBe(true)
  })

  test("with its doctype, so that it is laid out in the same mode", () => {
    expect(snapshotDocument("dom").html.startsWith("<!DOCTYPE html>")).toBe(true)
    load(
      '<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01//EN" "http://www.w3.org/TR/html4/strict.dtd"><html></html>',
    )
    expect(snapshotDocument("dom").html).toContain(
      '<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01//EN" "http://www.w3.org/TR/html4/strict.dtd">',
    )
  })

  test("of any depth", () => {
    let at: Element = document.body
    for (let depth = 0; depth < 3000; depth++) {
      const next = document.createElement("i")
      at.append(next)
      at = next
    }
    at.append("bottom")
    expect(snapshotDocument("dom").html).toContain(`<i>bottom${"</i>".repeat(3000)}`)
  })
})

test("SVG keeps the case of its names, and its attributes' prefixes", () => {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg")
  svg.setAttribute("viewBox", "0 0 1 1")
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use")
  use.setAttributeNS("http://www.w3.org/1999/xlink", "xlink:href", "#a")
  svg.append(document.createElementNS("http://www.w3.org/2000/svg", "linearGradient"), use)
  document.body.append(svg)
  expect(bodyOf(snapshotDocument("dom").html)).toBe(
    '<svg viewBox="0 0 1 1"><linearGradient></linearGradient><use xlink:href="#a"></use></svg>',
  )
})

describe("shadow roots", () => {
  test("become declarative templates before the children of their host, and are counted", () => {
    const host = document.createElement("my-post")
    const shadow = host.attachShadow({ mode: "open" })
    const p = document.createElement("p")
    p.append("in <the> shade")
    shadow.append(p, document.createElement("slot"))
    const inner = document.createElement("my-text")
    inner.attachShadow({ mode: "open" }).append("deep")
    shadow.append(inner)
    host.append("light")
    document.body.append(host)
    const { html, shadowRoots } = snapshotDocument("dom")
    expect(bodyOf(html)).toBe(
      '<my-post><template shadowrootmode="open"><p>in &lt;the&gt; shade</p><slot></slot>' +
        '<my-text><template shadowrootmode="open">deep</template></my-text></template>light</my-post>',
    )
    expect(shadowRoots).toBe(2)
  })

  test("that are closed are had by way of the browser, and said to be closed", () => {
    const host = document.createElement("my-post")
    const shadow = host.attachShadow({ mode: "closed" })
    shadow.append("closed")
    document.body.append(host)
    expect(bodyOf(snapshotDocument("dom").html)).toBe("<my-post></my-post>")
    const openOrClosedShadowRoot = (element: HTMLElement) => (element === host ? shadow : null)
    vi.stubGlobal("chrome", { dom: { openOrClosedShadowRoot } })
    const { html, shadowRoots } = snapshotDocument("dom")
    vi.unstubAllGlobals()
    expect(bodyOf(html)).toBe('<my-post><template shadowrootmode="closed">closed</template></my-post>')
    expect(shadowRoots).toBe(1)
  })

  test("bring the sheets that scripts gave them, which nothing in them can end", () => {
    const host = document.createElement("my-post")
    const shadow = host.attachShadow({ mode: "open" })
    const sheet = new CSSStyleSheet()
    sheet.replaceSync("p { color: red; }")
    shadow.adoptedStyleSheets = [sheet]
    document.body.append(host)
    expect(bodyOf(snapshotDocument("dom").html)).toMatch(
      /^<my-post><template shadowrootmode="open"><style data-adopted>p \{ color: red; \}<\/style><\/template><\/my-post>$/,
    )
  })
})

describe("what is never stored", () => {
  test.each([
    ["a password", '<input type="password" value="S3CRET">', "password"],
    ["a code by message", '<input autocomplete="one-time-code" value="S3CRET">', "one-time-code"],
    ["a card's number", '<input autocomplete="cc-number" value="S3CRET">', "card"],
    ["a hidden token", '<input type="hidden" name="csrf_token" value="S3CRET">', "anti-forgery"],
    ["a token in a meta element", '<meta name="csrf-token" content="S3CRET">', "anti-forgery"],
    ["a draft in a text area", "<textarea>S3CRET</textarea>", "draft"],
    ["a draft in an editable region", '<div contenteditable="true"><p>S3CRET</p></div>', "draft"],
    ["a secret in a template", '<template><input type="password" value="S3CRET"></template>', "password"],
  ])("%s is redacted and counted", (_name, html, what) => {
    load(`<!DOCTYPE html><html><head></head><body><p>before</p>${html}<p>after</p></body></html>`)
    const { html: written, redacted } = snapshotDocument("dom-before.html")
    expect(written).not.toContain("S3CRET")
    expect(written).toContain("[redacted]")
    expect(written).toContain("<p>before</p>")
    expect(written).toContain("<p>after</p>")
    expect(redacted).toEqual([{ what, count: 1, where: "dom-before.html" }])
  })

  test("is redacted in a shadow root too", () => {
    const host = document.createElement("my-login")
    const field = document.createElement("input")
    field.setAttribute("type", "password")
    field.setAttribute("value", "S3CRET")
    host.attachShadow({ mode: "open" }).append(field)
    document.body.append(host)
    const { html, redacted } = snapshotDocument("dom")
    expect(html).not.toContain("S3CRET")
    expect(redacted).toEqual([{ what: "password", count: 1, where: "dom" }])
  })

  test("is counted for each of its kind", () => {
    load(
      `<!DOCTYPE html><html><head></head><body>${'<input type="password" value="x">'.repeat(3)}<textarea>y</textarea></body></html>`,
    )
    expect(snapshotDocument("dom").redacted).toEqual([
      { what: "password", count: 3, where: "dom" },
      { what: "draft", count: 1, where: "dom" },
    ])
  })

  test.each([
    ["an empty password", '<input type="password" value="">'],
    ["an empty text area", "<textarea></textarea>"],
    ["an ordinary field", '<input type="text" value="kept">'],
    ["a region that is not editable", '<div contenteditable="false">kept</div>'],
  ])("does not include %s, and nothing is counted", (_name, html) => {
    load(`<!DOCTYPE html><html><head></head><body>${html}</body></html>`)
    const { html: written, redacted } = snapshotDocument("dom")
    expect(bodyOf(written)).toBe(html)
    expect(redacted).toEqual([])
  })
})

test("text in an SVG's style is text, not markup", () => {
  load(`<!DOCTYPE html><html><head></head><body></body></html>`)
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg")
  const style = document.createElementNS("http://www.w3.org/2000/svg", "style")
  style.textContent = "a &lt; <img src=x>"
  svg.append(style)
  document.body.append(svg)
  expect(snapshotDocument("dom").html).toContain("<style>a &amp;lt; &lt;img src=x&gt;</style>")
})

test("a draft that is a picture alone is left out, and counted", () => {
  load(`<!DOCTYPE html><html><head></head><body><div contenteditable="true"><img alt=""></div></body></html>`)
  const { html, redacted } = snapshotDocument("dom")
  expect(html).not.toContain("<img")
  expect(redacted).toEqual([{ what: "draft", count: 1, where: "dom" }])
})

test("the newline that a page begins its <pre> with is written twice, since a parser drops the first", () => {
  load(`<!DOCTYPE html><html><head></head><body><pre></pre></body></html>`)
  document.querySelector("pre")?.append("\nfirst")
  expect(snapshotDocument("dom").html).toContain("<pre>\n\nfirst</pre>")
})

test("fields that are named like properties of their form do not take its attributes and content from it", () => {
  load(
    `<!DOCTYPE html><html><head></head><body><form id="f"><input name="attributes"><input name="childNodes"><input name="localName"><input name="nodeType">kept</form></body></html>`,
  )
  const form = document.querySelector("form")
  // As browsers do it.
  for (const name of ["attributes", "childNodes", "localName", "nodeType"])
    Object.defineProperty(form, name, { value: document.querySelector(`[name=${name}]`) })
  expect(snapshotDocument("dom").html).toContain('<form id="f"><input name="attributes">')
  expect(snapshotDocument("dom").html).toContain("kept</form>")
})
