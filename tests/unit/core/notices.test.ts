import { describe, expect, test } from "vitest"
import { isPdfAddress, type Noticed, noticesOf } from "../../../src/core/notices.ts"

const whole: Noticed = {
  url: "https://weibo.com/1/N",
  page: { contentType: "text/html", readyState: "complete" },
  pages: [1],
  facts: { missing: [] },
}

describe("what is told with a number, and is no error", () => {
  test.each<[what: string, different: Partial<Noticed>, told: readonly string[]]>([
    ["nothing of a page that is as it should be", {}, []],
    [
      "a PDF that the browser shows in a page",
      { page: { contentType: "application/pdf", readyState: "complete" } },
      ["page/pdf"],
    ],
    ["a PDF that no script may read", { page: null, url: "https://x.example/a.PDF?b" }, ["page/pdf"]],
    ["no PDF: a page whose address ends like one", { url: "https://x.example/a.pdf" }, []],
    ["no PDF: a page that no script may read", { page: null }, []],
    [
      "a page that was still coming",
      { page: { contentType: "text/html", readyState: "interactive" } },
      ["page/loading"],
    ],
    ["two stitched pictures", { pages: [1, 2] }, ["picture/split"]],
    [
      "a post of which two of three were not read",
      { facts: { missing: ["authorName", "text"] } },
      ["facts/missing"],
    ],
    ["nothing of a post without words", { facts: { missing: ["text"] } }, []],
    [
      "all at once, in their order",
      {
        page: { contentType: "application/pdf", readyState: "loading" },
        pages: [1, 2],
        facts: { missing: ["authorName", "text"] },
      },
      ["page/pdf", "page/loading", "picture/split", "facts/missing"],
    ],
    ["nothing of a file from elsewhere", { page: null, url: "https://x.example/a.pdf", imported: {} }, []],
    [
      "nothing of a recording",
      { page: { contentType: "text/html", readyState: "loading" }, recording: {} },
      [],
    ],
  ])("%s", (_what, different, told) => {
    expect(noticesOf({ ...whole, ...different })).toEqual(told)
  })

  test.each([
    ["https://x.example/paper.pdf#page=2", true],
    ["file:///tmp/Paper.PDF", true],
    ["https://x.example/view?file=a.pdf", false],
    ["no address", false],
    ["", false],
  ])("%s is the address of a PDF: %s", (url, is) => {
    expect(isPdfAddress(url)).toBe(is)
  })
})
