// @vitest-environment happy-dom
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { type Redaction } from "../../../src/core/evidence.ts"
import { countRedactions, isDraft, redactSource, secretOf } from "../../../src/capture/redact.ts"

function redact(text: string) {
  const counter = countRedactions()
  const kept = redactSource(text, counter)
  return {
    kept,
    counts: Object.fromEntries(counter.list("source.html").map(({ what, count }) => [what, count])),
  }
}

const stars = (text: string) => "*".repeat(text.length)
const secret = "s3cr3t&amp;/+=="

describe("in the source, the value is struck out, and nothing else, of", () => {
  test.each<[string, string, Redaction["what"]]>([
    ["a password", `<input type="password" name="p" value="${secret}">`, "password"],
    ["a password in single quotes", `<input type='password' value='${secret}'>`, "password"],
    ["a password without quotes", `<input type=password value=${secret.replace("=", "")}>`, "password"],
    ["a password in capitals", `<INPUT VALUE="${secret}" TYPE="PASSWORD">`, "password"],
    ["a password with room around", `<input\n\ttype = "password"\n\tvalue = "${secret}"\n/>`, "password"],
    [
      "a hidden anti-forgery field",
      `<input type="hidden" name="csrfmiddlewaretoken" value="${secret}">`,
      "anti-forgery",
    ],
    ["a hidden field with that id", `<input type="hidden" id="xsrf" value="${secret}">`, "anti-forgery"],
    ["Rails' field", `<input type="hidden" name="authenticity_token" value="${secret}" />`, "anti-forgery"],
    ["Laravel's field", `<input type="hidden" name="_token" value="${secret}">`, "anti-forgery"],
    [
      "ASP.NET's field",
      `<input name="__RequestVerificationToken" type="hidden" value="${secret}">`,
      "anti-forgery",
    ],
    ["ASP.NET's view state", `<input type="hidden" name="__VIEWSTATE" value="${secret}">`, "anti-forgery"],
    ["a meta element", `<meta name="csrf-token" content="${secret}">`, "anti-forgery"],
    ["a meta element with its content first", `<meta content="${secret}" name="csrf-token">`, "anti-forgery"],
    ["a meta element in single quotes", `<meta name='_csrf' content='${secret}'/>`, "anti-forgery"],
    ["a meta element without quotes", `<meta name=csrf-token content=abc123>`, "anti-forgery"],
  ])("%s", (_name, tag, what) => {
    const value = /(?:value|content)\s*=\s*["']?([^"'\s>]+)/i.exec(tag)?.[1] ?? ""
    const { kept, counts } = redact(`<p>before</p>${tag}<p>after</p>`)
    expect(kept).toBe(`<p>before</p>${tag.replace(value, () => stars(value))}<p>after</p>`)
    expect(counts).toEqual({ [what]: 1 })
  })
})

describe("in the source, nothing is touched of", () => {
  test.each([
    ["an ordinary field", '<input type="text" name="q" value="find me">'],
    ["a hidden field of another name", '<input type="hidden" name="post_id" value="5012345678901234">'],
    ["a visible field that is called a token", '<input type="text" name="csrf" value="seen">'],
    ["a meta element of another name", '<meta name="description" content="a page about csrf">'],
    ["an empty password", '<input type="password" value="">'],
    ["a password without a value", '<input type="password" name="p">'],
    ["text that looks like a field's name", "<p>type=password value=abc</p>"],
    ["another element", '<option type="password" value="abc">'],
    ["an element whose name only begins so", '<metadata name="csrf-token" content="abc">'],
  ])("%s", (_name, text) => {
    expect(redact(text)).toEqual({ kept: text, counts: {} })
  })
})

test("every secret of a page is struck out and counted", () => {
  const page = `<meta name="csrf-token" content="aaaaaa">${'<input type="password" value="bbbbbb">'.repeat(3)}`
  expect(redact(page)).toEqual({
    kept: page.replace("aaaaaa", "******").replaceAll("bbbbbb", "******"),
    counts: { "anti-forgery": 1, password: 3 },
  })
})

describe("whatever the source", () => {
  const pieces = fc.oneof(
    fc.string({ unit: fc.integer({ min: 0, max: 255 }).map(code => String.fromCharCode(code)) }),
    fc.constantFrom(
      "<input ",
      "<meta ",
      "type=",
      "password",
      '"',
      "'",
      ">",
      " value=",
      " content=",
      " name=",
      "csrf",
      "hidden",
      " ",
    ),
  )
  const source = fc.array(pieces, { maxLength: 40 }).map(list => list.join(""))

  test("it keeps its length, and changes only into asterisks", () => {
    fc.assert(
      fc.property(source, text => {
        const { kept } = redact(text)
        expect(kept).toHaveLength(text.length)
        for (let at = 0; at < text.length; at++) if (kept[at] !== text[at]) expect(kept[at]).toBe("*")
      }),
      { seed: 20261122, numRuns: 1000 },
    )
  })

  test("without fields and meta elements it stays as it is", () => {
    fc.assert(
      fc.property(source, text => {
        const plain = text.replace(/<(?:input|meta)/gi, "<p")
        expect(redact(plain)).toEqual({ kept: plain, counts: {} })
      }),
      { seed: 20261122, numRuns: 500 },
    )
  })
})

const elementOf = (name: string, attributes: Record<string, string>) => {
  const element = document.createElement(name)
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value)
  return element
}

test.each<[string, string, Record<string, string>, ReturnType<typeof secretOf>]>([
  ["a password", "input", { type: "Password" }, "password"],
  ["a new password", "input", { type: "password", autocomplete: "new-password" }, "password"],
  ["a code by message", "input", { autocomplete: "one-time-code" }, "one-time-code"],
  ["a card's number", "input", { autocomplete: "cc-number" }, "card"],
  ["a card in a section", "input", { autocomplete: "section-pay billing cc-csc" }, "card"],
  ["a hidden token", "input", { type: "hidden", name: "_csrf" }, "anti-forgery"],
  ["a token in a meta element", "meta", { name: "csrf-token" }, "anti-forgery"],
  ["a visible field called token", "input", { type: "text", name: "csrf" }, null],
  ["a search field", "input", { name: "q" }, null],
  ["a description", "meta", { name: "description" }, null],
  ["a button", "button", { type: "password", name: "csrf" }, null],
])("the value of %s is told by its element", (_name, name, attributes, expected) => {
  expect(secretOf(elementOf(name, attributes))).toBe(expected)
})

test.each<[string, string, Record<string, string>, boolean]>([
  ["a text area", "textarea", {}, true],
  ["an editable region", "div", { contenteditable: "" }, true],
  ["an editable region for plain text", "div", { contenteditable: "plaintext-only" }, true],
  ["a region that is not editable", "div", { contenteditable: "False" }, false],
  ["a paragraph", "p", {}, false],
])("%s is a draft: told by its element", (_name, name, attributes, expected) => {
  expect(isDraft(elementOf(name, attributes))).toBe(expected)
})

test.each([
  [
    "an id that equals the password",
    `<input type="password" value="admin" id="admin">`,
    `<input type="password" value="*****" id="admin">`,
  ],
  [
    "a > inside another attribute",
    `<input type="hidden" title="a>b" name="csrf" value="S3CRET">`,
    `<input type="hidden" title="a>b" name="csrf" value="******">`,
  ],
  [
    "attributes without room between them",
    `<input type="password"value="S3CRET">`,
    `<input type="password"value="******">`,
  ],
  [
    "a card number",
    `<input autocomplete="cc-number" value="4111111111111111">`,
    `<input autocomplete="cc-number" value="****************">`,
  ],
])("the source gives no secret away by %s", (_name, source, kept) => {
  expect(redactSource(source, countRedactions())).toBe(kept)
})
