// @vitest-environment happy-dom
import { expect, test } from "vitest"
import { documentOf, factsOf, fixtures } from "./fixtures.ts"

interface Said {
  readonly name: string
  readonly uid: number
  readonly words: string
  readonly time: string
  readonly region: string
  readonly likes: string
}

/** As the site builds them: each part in the shadow of the next larger one. */
function elementWith(document: Document, name: string, html: string, ...inside: Element[]): Element {
  const element = document.createElement(name)
  const shadow = element.attachShadow({ mode: "open" })
  shadow.innerHTML = html
  shadow.append(...inside)
  return element
}

const commentOf = (document: Document, tag: string, { name, uid, words, time, region, likes }: Said) =>
  elementWith(
    document,
    tag,
    "<div id='body'></div>",
    elementWith(
      document,
      "bili-comment-user-info",
      `<div id="user-name"><a href="//space.bilibili.com/${String(uid)}" data-user-profile-id="${String(uid)}">${name}</a></div><div id="user-level"></div>`,
    ),
    elementWith(document, "bili-rich-text", `<p id="contents"><span>${words}</span><img alt="[doge]"></p>`),
    elementWith(
      document,
      "bili-comment-action-buttons-renderer",
      `<div id="pubdate">${time}</div><div id="location">${region}</div><div id="like"><button></button><span id="count">${likes}</span></div><div id="reply"><button>回复</button></div>`,
    ),
  )

const first = {
  name: "河边的猫",
  uid: 66,
  words: "有证据吗",
  time: "2026-11-21 22:15",
  region: "IP属地：上海",
  likes: "1.2万",
}
const reply = {
  name: "阿芳面馆",
  uid: 77,
  words: "假的",
  time: "2026-11-22 08:01",
  region: "IP属地：浙江",
  likes: "",
}

function pageWith(fixture: string) {
  const { html, meta } = fixtures.find(({ name }) => name === fixture) ?? expect.unreachable(fixture)
  const page = documentOf(html)
  const replies = elementWith(
    page,
    "bili-comment-replies-renderer",
    "",
    commentOf(page, "bili-comment-reply-renderer", reply),
  )
  const thread = elementWith(
    page,
    "bili-comment-thread-renderer",
    "",
    commentOf(page, "bili-comment-renderer", first),
    replies,
  )
  page.body.append(elementWith(page, "bili-comments", "<div id='contents'></div>", thread))
  return { page, meta }
}

test("comments that stand in shadows are read, replies too, each with whose it is", () => {
  const { page, meta } = pageWith("bilibili/desktop-video")
  const { comments, fields } = factsOf(page, meta)
  expect(
    comments.map(({ fields: said }) => [
      said.authorName.value,
      said.authorId.value,
      said.text.value,
      said.publishedAt.value?.at,
      said.ipLocation.value,
      said.likes.value?.count ?? null,
    ]),
  ).toEqual([
    ["河边的猫", "66", "有证据吗[doge]", "2026-11-21T14:15:00.000Z", "上海", 12_000],
    ["阿芳面馆", "77", "假的[doge]", "2026-11-22T00:01:00.000Z", "浙江", null],
  ])
  expect(fields.authorName.value).not.toBe("河边的猫")
})

test("of a page that is of another video, no comment is read", () => {
  const { page, meta } = pageWith("bilibili/desktop-video")
  expect(factsOf(page, { ...meta, url: meta.other ?? expect.unreachable() }).comments).toEqual([])
})
