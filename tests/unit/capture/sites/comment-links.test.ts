// @vitest-environment happy-dom
/** A link to a comment is of the comment: what the page says of the post is not said of it. */
import { expect, test } from "vitest"
import { placeKey } from "../../../../src/core/places/place-key.ts"
import { fieldNames } from "../../../../src/core/post-facts/fields.ts"
import { documentOf, factsOf, fixtures } from "./fixtures.ts"

type Read = Readonly<Record<string, unknown>>

/** Of each the address says which comment is meant, and for some what that answers. */
const links: readonly (readonly [fixture: string, url: string, read: Read])[] = [
  [
    "instagram/desktop-post",
    "https://www.instagram.com/p/DgAaMVY9Mux/c/18000000000000099/",
    { postId: "18000000000000099", parent: "DgAaMVY9Mux" },
  ],
  [
    "bilibili/desktop-video",
    "https://www.bilibili.com/video/BV1q4411x7Zk/?comment_on=1&comment_root_id=250000000001#reply250000000001",
    { postId: "250000000001", parent: "BV1q4411x7Zk" },
  ],
  [
    "bilibili/opus",
    "https://www.bilibili.com/opus/OPUS?comment_on=1&comment_root_id=250000000001&comment_secondary_id=250000000002",
    { postId: "250000000002", parent: "250000000001" },
  ],
  ["douban/group-topic", "https://www.douban.com/group/topic/312345678/?cid=5999", { postId: "5999" }],
  ["weibo/mobile-detail", "https://m.weibo.cn/detail/5367814663823936?cid=5367815000000001", {}],
  ["weibo/desktop-post", "https://weibo.com/5012345678/Rssaug2Mo?root_comment_id=5367815000000001", {}],
  [
    "xiaohongshu/explore",
    "https://www.xiaohongshu.com/explore/6b01a5d8000000001b02c1a4#comment-692100ff000000001f00b009",
    { postId: "692100ff000000001f00b009" },
  ],
  ["zhihu/desktop-answer", "ANSWER#comment-123456789", { postId: "123456789" }],
  ["douyin/desktop-video", "WORK?comment_id=7399999999999999999", { postId: "7399999999999999999" }],
  ["kuaishou/desktop-video", "WORK?commentId=900000000099", { postId: "900000000099" }],
  ["toutiao/desktop-article", "WORK?comment_id=7569999999999999999", { postId: "7569999999999999999" }],
]

const pageOf = (fixture: string) =>
  fixtures.find(({ name }) => name === fixture) ?? expect.unreachable(fixture)

/** The address of the fixture's own post, without what only leads there. */
const bareOf = (url: string): string => url.replace(/[?#].*$/, "")

test.each(links)("of the page %s under %s nothing of the post is read", (fixture, link, read) => {
  const { html, meta } = pageOf(fixture)
  const own = bareOf(meta.url)
  const url = link.replace(/^(?:WORK|ANSWER)/, own).replace("https://www.bilibili.com/opus/OPUS", own)
  const { pageType, fields, faults } = factsOf(documentOf(html), { ...meta, url })
  expect([pageType, faults]).toEqual(["comment", []])
  const said = fieldNames.filter(name => fields[name].verdict !== "not-found")
  expect(said.filter(name => !["permalink", "postId", "parent"].includes(name))).toEqual([])
  for (const [name, value] of Object.entries(read)) {
    expect(fields[name as "postId"].value).toBe(value)
  }
  expect(placeKey(url)).not.toBe(placeKey(meta.url))
  expect(placeKey(fields.permalink.value ?? "")).toBe(placeKey(url))
})

test.each<[string, string, Read]>([
  [
    "xiaohongshu/explore",
    "https://www.xiaohongshu.com/explore/6b01a5d8000000001b02c1a4?xsec_token=A#comment-692100aa000000001f00b001",
    { postId: "692100aa000000001f00b001" },
  ],
  ["kuaishou/desktop-video", "WORK?commentId=COMMENT", {}],
  [
    "douban/group-topic",
    "https://www.douban.com/group/topic/312345678/?cid=5002",
    { authorName: "阿芳面馆" },
  ],
])("of the page %s under %s the comment is read", (fixture, link, read) => {
  const { html, meta } = pageOf(fixture)
  const post = factsOf(documentOf(html), meta)
  const commentIds = post.comments.map(({ fields }) => fields.postId.value)
  const url = link.replace("WORK", bareOf(meta.url)).replace("COMMENT", commentIds[0] ?? "")
  const { pageType, fields, comments } = factsOf(documentOf(html), { ...meta, url })
  const asComment = post.comments.find(each => each.fields.postId.value === fields.postId.value)
  expect(pageType).toBe("comment")
  for (const name of ["authorName", "authorId", "text", "publishedAt", "ipLocation", "likes"] as const) {
    expect(fields[name].value).toEqual(asComment?.fields[name].value)
  }
  expect(fields.authorName.value).not.toBeNull()
  for (const [name, value] of Object.entries(read)) expect(fields[name as "text"].value).toBe(value)
  expect(comments.length).toBe(post.comments.length - 1)
})
