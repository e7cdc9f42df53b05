// @vitest-environment happy-dom
/** Pages of no known site: what is said of the post there, and what is said of something else. */
import { describe, expect, test } from "vitest"
import { type FieldName, fieldNames, type PageType } from "../../../../src/core/post-facts/fields.ts"
import { documentOf, factsOf } from "./fixtures.ts"

const clock = { now: "2026-07-22T13:30:00.000Z", utcOffsetMinutes: 480 }
const ADDRESS = "https://n.example/a/1"

interface Page {
  readonly url?: string
  readonly head?: string
  readonly data?: object
  readonly body?: string
}

const read = ({ url = ADDRESS, head = "", data, body = "<h1>面馆</h1><p>正文</p>" }: Page) => {
  const linked =
    data === undefined ? "" : `<script type="application/ld+json">${JSON.stringify(data)}</script>`
  const html = `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8">${head}${linked}</head><body>${body}</body></html>`
  return factsOf(documentOf(html), { url, clock })
}

/** Each field with its value where it is sure, and with its verdict where it is not. */
const said = (page: Page): Said => {
  const { pageType, fields } = read(page)
  const found = fieldNames
    .filter(name => fields[name].verdict !== "not-found")
    .map(name => [name, fields[name].verdict === "ok" ? plain(fields[name].value) : "ambiguous"] as const)
  return { pageType, ...Object.fromEntries(found) }
}

/** A time, and a number, without how sure they are. */
const plain = (value: unknown): unknown =>
  typeof value !== "object" || value === null || Array.isArray(value)
    ? value
    : "at" in value
      ? value.at
      : "count" in value
        ? value.count
        : value

type Said = Partial<Record<FieldName, unknown>> & { readonly pageType: PageType }

const meta = (name: string, content: string) => `<meta property="${name}" content="${content}">`
const named = (name: string, content: string) => `<meta name="${name}" content="${content}">`
const canonical = (address: string) => `<link rel="canonical" href="${address}">`
const ARTICLE = meta("og:type", "article")
const permalink = ADDRESS

describe("whom a page names in its head is its author only where the page says that it is one post", () => {
  test.each<[what: string, page: Page, expected: Said]>([
    [
      "a shop's search page",
      {
        url: "https://shop.example/search?q=1",
        head: named("author", "Acme Inc"),
        body: "<ul><li>a</li><li>b</li></ul>",
      },
      { pageType: "other" },
    ],
    [
      "a front page",
      { url: "https://acme.example/", head: named("author", "Acme Inc") },
      { pageType: "other" },
    ],
    [
      "a forum of an unknown kind",
      { head: named("author", "富社区"), body: '<h1>面馆</h1><div class="reply"><b>林小满</b>过期肉</div>' },
      { pageType: "other" },
    ],
    [
      "a page that says that it is an article",
      { head: ARTICLE + named("author", "林小满") },
      { pageType: "post", permalink, authorName: "林小满" },
    ],
    [
      "a front page that says that it is an article",
      { url: "https://n.example/", head: ARTICLE + named("author", "林小满") },
      { pageType: "other" },
    ],
    [
      "a page with a post by somebody else",
      { head: named("author", "某网"), data: { "@type": "NewsArticle", author: { name: "记者甲" } } },
      { pageType: "post", permalink, authorName: "记者甲" },
    ],
    [
      "an article by somebody else",
      {
        head: ARTICLE + named("author", "某网"),
        data: { "@type": "NewsArticle", author: { name: "记者甲" } },
      },
      { pageType: "post", permalink, authorName: "ambiguous" },
    ],
    [
      "a page with a post by the same",
      { head: named("author", "记者甲"), data: { "@type": "NewsArticle", author: { name: "记者甲" } } },
      { pageType: "post", permalink, authorName: "记者甲" },
    ],
  ])("%s", (_what, page, expected) => {
    expect(said(page)).toEqual(expected)
  })

  test("one who is named in both places is named with both", () => {
    const { fields } = read({
      head: named("author", "记者 甲"),
      data: { "@type": "NewsArticle", author: { name: "记者  甲" } },
    })
    expect(fields.authorName.others).toMatchObject([{ source: "meta" }])
  })
})

const film = {
  ...{ "@type": "VideoObject", name: "宣传片", author: { name: "某台" } },
  uploadDate: "2020-01-01T00:00:00Z",
  interactionStatistic: { interactionType: { "@type": "WatchAction" }, userInteractionCount: 999 },
}
const ofFilm: Said = {
  pageType: "post",
  ...{ permalink, authorName: "某台", title: "宣传片", views: 999 },
  publishedAt: "2020-01-01T00:00:00.000Z",
}

describe("what stands on a page is not what the page is of", () => {
  test.each<[what: string, page: Page, expected: Said]>([
    ["a film without an address", { data: film }, { pageType: "other" }],
    ["a film in a graph", { data: { "@graph": [{ "@type": "WebSite" }, film] } }, { pageType: "other" }],
    ["a film that the page is about", { data: { "@type": "WebPage", mainEntity: film } }, ofFilm],
    ["a film that names the page", { data: { ...film, url: ADDRESS } }, ofFilm],
    ["a film of another address", { data: { ...film, url: "https://n.example/a/2" } }, { pageType: "other" }],
    [
      "an article with a film",
      { data: [film, { "@type": "NewsArticle", author: { name: "记者甲" } }] },
      { pageType: "post", permalink, authorName: "记者甲" },
    ],
    ...["Review", "UserReview", "Comment", "Answer"].map((type): [string, Page, Said] => [
      `one ${type} without an address`,
      { data: { "@type": type, author: { name: "买家甲" }, text: "很差" } },
      { pageType: "other" },
    ]),
    [
      "a question of those that a firm answers itself",
      {
        data: {
          "@type": "FAQPage",
          mainEntity: { "@type": "Question", name: "怎么退款?", acceptedAnswer: { text: "联系客服" } },
        },
      },
      { pageType: "other" },
    ],
  ])("%s", (_what, page, expected) => {
    expect(said(page)).toEqual(expected)
    if (expected.pageType === "other") expect(read(page).comments).toEqual([])
  })
})

describe("of several authors none is the author", () => {
  test.each<[what: string, author: unknown, expected: Partial<Said>]>([
    ["one", { name: "记者甲", url: "/u/1" }, { authorName: "记者甲", authorUrl: "https://n.example/u/1" }],
    ["a list of one", [{ name: "记者甲" }], { authorName: "记者甲" }],
    ["the name alone", "记者甲", { authorName: "记者甲" }],
    ["an address in place of the name", "https://n.example/u/1", {}],
    ["two", [{ name: "记者甲" }, { name: "记者乙" }], { authorName: "ambiguous" }],
    [
      "two, each with an address",
      [
        { name: "记者甲", url: "/u/1" },
        { name: "记者乙", url: "/u/2" },
      ],
      { authorName: "ambiguous", authorUrl: "ambiguous" },
    ],
    [
      "two, one of them with an address",
      [{ name: "记者甲", url: "/u/1" }, { name: "记者乙" }],
      { authorName: "ambiguous" },
    ],
    ["two, one of them without a name", [{ name: "记者甲" }, { "@id": "#2" }], {}],
    ["one, twice", [{ name: "记者甲" }, { name: "记者甲" }], { authorName: "记者甲" }],
  ])("%s", (_what, author, expected) => {
    expect(said({ data: { "@type": "NewsArticle", articleBody: "正文", author } })).toEqual({
      ...{ pageType: "post", permalink, text: "正文" },
      ...expected,
    })
  })
})

describe("a post that was changed when it was published was not changed", () => {
  const later = "2026-07-01T03:00:00.000Z"
  test.each<[published: string, modified: string, editedAt: string | undefined]>([
    ["2026-07-01T10:00:00+08:00", "2026-07-01T10:00:00+08:00", undefined],
    ["2026-07-01T10:00:00+08:00", "2026-07-01T02:00:00Z", undefined],
    ["2026-07-01T10:00:00+08:00", "2026-07-01T02:00:00.000+00:00", undefined],
    ["2026-07-01T10:00:00", "2026-07-01 10:00:00", undefined],
    ["2026-07-01T10:00:00+08:00", "2026-07-01T10:00:00", undefined],
    ["2026-07-01", "2026-07-01T10:00:00+08:00", undefined],
    ["2026-07-01T10:00:00+08:00", "2026-07-01T11:00:00+08:00", later],
    ["2026-07-01T10:00:00+08:00", "2026-07-01T03:00:00Z", later],
    ["2026-07-01 10:00", "2026-07-01 11:00", later],
  ])("published %s, changed %s", (published, modified, editedAt) => {
    const inData = { "@type": "NewsArticle", datePublished: published, dateModified: modified }
    const inHead = meta("article:published_time", published) + meta("article:modified_time", modified)
    for (const page of [
      { data: inData },
      { head: inHead },
      { data: { ...inData, dateModified: undefined }, head: meta("article:modified_time", modified) },
    ]) {
      const found = said(page)
      expect(found.pageType).toBe("post")
      expect(found.editedAt).toBe(editedAt)
    }
  })
})

const og = (title: string, more = "") => meta("og:title", title) + more
const post = { "@type": "NewsArticle", author: { name: "记者甲" } }
const ofPost = { pageType: "post", permalink, authorName: "记者甲" } as const

describe("what a page says in its head of itself", () => {
  test.each<[what: string, page: Page, expected: Said]>([
    ["a title", { data: post, head: og("面馆用过期肉") }, { ...ofPost, title: "面馆用过期肉" }],
    [
      "a title with the name of the site behind it",
      { data: post, head: og("面馆用过期肉 - 某网", meta("og:site_name", "某网")) },
      { ...ofPost, title: "面馆用过期肉" },
    ],
    [
      "a title that is the name of the site",
      { data: post, head: og("某网", meta("og:site_name", "某网")) },
      ofPost,
    ],
    [
      "a title for passing it on, beside its own",
      { data: { ...post, headline: "面馆用过期肉" }, head: og("你还敢吃吗？") },
      { ...ofPost, title: "面馆用过期肉" },
    ],
    ["a summary, which is not its text", { data: post, head: meta("og:description", "简介") }, ofPost],
    [
      "a picture",
      { data: post, head: meta("og:image", "https://n.example/1.png") + meta("og:image", "/2.png") },
      { ...ofPost, media: ["https://n.example/1.png", "https://n.example/2.png"] },
    ],
    [
      "the same address, without marks of where its reader came from",
      {
        url: `${ADDRESS}?utm_source=x&spm=1&share_token=3&from=timeline`,
        data: post,
        head: canonical(ADDRESS) + meta("og:url", ADDRESS),
      },
      ofPost,
    ],
    ["an address of its other host", { data: post, head: canonical("https://m.n.example/a/1/") }, ofPost],
    [
      "another address",
      { data: post, head: canonical("https://n.example/a/2") },
      { ...ofPost, permalink: "ambiguous" },
    ],
    [
      "another address to be passed on by",
      { data: post, head: canonical(ADDRESS) + meta("og:url", "/a/2") },
      { ...ofPost, permalink: "ambiguous" },
    ],
    ["the front page", { data: post, head: canonical("https://n.example/") }, ofPost],
    ["an address of another site", { data: post, head: canonical("https://other.example/a/1") }, ofPost],
    ["no address", { data: post, head: canonical("javascript:alert(1)") }, ofPost],
    [
      "an article of which nothing else is said",
      { head: ARTICLE + og("面馆用过期肉", meta("og:image", "/1.png")) },
      { pageType: "other", permalink, title: "面馆用过期肉", media: ["https://n.example/1.png"] },
    ],
    [
      "a page that names itself, and may be of many posts: its picture is the site's",
      { head: og("面馆", meta("og:image", "/logo.png")) + canonical(ADDRESS) },
      { pageType: "other", permalink, title: "面馆" },
    ],
    ["a page that names nothing but itself", { head: og("面馆") }, { pageType: "other" }],
    [
      "the front page, of itself",
      { url: "https://n.example/", head: ARTICLE + og("某网", canonical("https://n.example/")) },
      { pageType: "other" },
    ],
  ])("%s", (_what, page, expected) => {
    expect(said(page)).toEqual(expected)
  })

  test("stands with where it was found", () => {
    const { fields } = read({ data: post, head: og("面馆") + meta("og:image", "/1.png") })
    expect(fields.title.source).toBe("meta")
    expect(fields.media.source).toBe("meta")
  })
})
