// @vitest-environment happy-dom
/** What sites draw for phones has fewer names: what is not surely of the post is not read as the post's. */
import { expect, test } from "vitest"
import { type PostFacts } from "../../../../src/core/post-facts/judge.ts"
import { documentOf, factsOf, fixtures } from "./fixtures.ts"

const PFBID = "pfbid02QnHcVb7mWk8Zy3rTgX4uLpEs9JdAf6KqNxRtYvBwCzMhGiUoPaSeDfLjHk1l"
const NUMBER = "122134567890123456"

function factsWith(
  fixture: string,
  changes: readonly (readonly [string, string])[],
  url?: string,
): PostFacts {
  const { html, meta } = fixtures.find(({ name }) => name === fixture) ?? expect.unreachable(fixture)
  const changed = changes.reduce((page, [from, to]) => {
    expect(page).toContain(from)
    return page.replaceAll(from, to)
  }, html)
  return factsOf(documentOf(changed), { ...meta, url: url ?? meta.url })
}

test.each<[string, readonly (readonly [string, string])[], string | undefined, string | null]>([
  ["its links name it by letters", [[`story_fbid=${NUMBER}`, `story_fbid=${PFBID}`]], PFBID, "Lin Xiaoman"],
  ["nothing names it by the letters of the address", [], PFBID, null],
  [
    "its links say that it is another",
    [[`story_fbid=${NUMBER}`, "story_fbid=122134567890120000"]],
    undefined,
    null,
  ],
  [
    "its data says that it is another",
    [[`top_level_post_id&quot;: &quot;${NUMBER}`, "top_level_post_id&quot;: &quot;122134567890120000"]],
    undefined,
    null,
  ],
  [
    "it stands in a group",
    [
      [
        '</strong> is with <a href="/zhoudada">Zhou Dada</a>.',
        '</strong> ▸ <strong><a href="/groups/qinghe/">Qinghe</a></strong>',
      ],
    ],
    undefined,
    "Lin Xiaoman",
  ],
  [
    "its head has a group alone",
    [
      [
        '<a href="/linxiaoman?refid=52&amp;__tn__=C-R">Lin Xiaoman</a></strong> is with',
        '<a href="/groups/qinghe/">Qinghe</a></strong> with',
      ],
    ],
    undefined,
    null,
  ],
])("of a story on Facebook's host for phones, where %s", (_where, changes, id, author) => {
  const url = id === undefined ? id : `https://m.facebook.com/story.php?story_fbid=${id}&id=100088123456789`
  expect(factsWith("facebook/mobile-story", changes, url).fields.authorName.value).toBe(author)
})

test("words that end in a link to the rest are not all of the post's", () => {
  const cut = [
    ["<p>老板娘赵芳自己心里清楚。</p>", '<span data-sigil="more">… <a href="#">More</a></span>'],
  ] as const
  const { text } = factsWith("facebook/mobile-story", cut).fields
  expect([text.value, text.raw?.slice(0, 28)]).toEqual([null, "The noodle house next to Qin"])
})

test("of a thread of 贴吧 whose address names a floor, what opens it is beside the post, and the floor is not guessed", () => {
  const { fields, comments, pageType } = factsWith(
    "tieba/mobile-thread",
    [],
    "https://tieba.baidu.com/p/9123456789?pid=150000000002",
  )
  expect([pageType, fields.text.value, fields.authorName.value, fields.parent.value]).toEqual([
    ...["comment", null, null, "9123456789"],
  ])
  expect(comments.map(({ fields: said }) => said.authorName.value)).toEqual(["林小满", "河边的猫", "路人甲"])
})

test("of two threads in one page, neither is taken for the one in the address", () => {
  const { fields, comments } = factsWith("tieba/mobile-thread", [
    [
      '<div class="reply-switch"',
      '<div class="main-thread-content"><h1>又一个贴子</h1></div><div class="reply-switch"',
    ],
  ])
  expect([fields.title.value, fields.text.value, comments.length]).toEqual([null, null, 0])
})
