import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { parsePost, parseQuote } from "../../../src/core/post.ts"

const area = { x: 1, y: 2, width: 3, height: 4 }
const post = {
  selector: "article#a",
  ...area,
  box: 2,
  file: "post.png",
  from: ["frames/0001.png"],
  frames: [{ path: "frames/0001.png", ...area, column: 0, row: 7 }],
  clicks: [{ selector: "button", words: "全文" }],
}
const quote = { text: "句子", rects: [area], frames: [{ path: "frames/0001.png", rect: 0, ...area }] }
const refused = expect.objectContaining({ code: "input/malformed" }) as Error

test("a post and a quotation are read back as they were written, and no more", () => {
  expect(parsePost({ ...post, later: 1 })).toEqual(post)
  expect(parsePost({ ...post, file: null, box: undefined })).not.toHaveProperty("box")
  expect(parseQuote({ ...quote, later: 1 })).toEqual(quote)
})

describe.each([
  ["post", parsePost, post, ["box", "file"]],
  ["quote", parseQuote, quote, []],
] as const)("a %s", (_name, parse, good, optional) => {
  const names = Object.keys(good)

  test.each(names.filter(name => !(optional as readonly string[]).includes(name)))(
    "without its %s is refused",
    name => {
      const rest = Object.fromEntries(Object.entries(good).filter(([field]) => field !== name))
      expect(() => parse(rest)).toThrow(refused)
    },
  )

  test.each(names)("whose %s is of another kind is refused", name => {
    fc.assert(
      fc.property(fc.oneof(fc.boolean(), fc.object()), wrong => {
        expect(() => parse({ ...good, [name]: wrong })).toThrow(refused)
      }),
    )
  })
})

test.each([
  ["a width below nothing", () => parsePost({ ...post, width: -1 })],
  ["half a pixel", () => parsePost({ ...post, height: 0.5 })],
  ["a place that is no number", () => parsePost({ ...post, x: NaN })],
  ["a row before the first", () => parsePost({ ...post, frames: [{ ...post.frames[0], row: -1 }] })],
  ["a line that there is not", () => parseQuote({ ...quote, frames: [{ ...quote.frames[0], rect: 1 }] })],
])("%s is refused", (_what, parse) => {
  expect(parse).toThrow(refused)
})
