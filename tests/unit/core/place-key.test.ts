/** By what an address is known again: never two posts by one key, always one post by its own. */
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { bvOf } from "../../../src/core/post-facts/bv.ts"
import { knownSites } from "../../../src/core/places/all.ts"
import { isSamePost, placeKey } from "../../../src/core/places/place-key.ts"

const NOTE = "65f0a1b2000000000c01d2e3"
const SEC_UID = "MS4wLjABAAAAqingheqinghe0123456789abcdefghijklmnop"
const BIZ = "__biz=MzA4OTk1MjAwMQ==&mid=2650412346"

/** One line a post: each address of it, and addresses of others that look like it. */
const posts: readonly (readonly [name: string, own: readonly string[], others: readonly string[]])[] = [
  [
    "weibo",
    [
      // yt-dlp's and gallery-dl's pair of numbers (law.md §6.2): mblogid and mid.
      "https://weibo.com/7827771738/N4xlMvjhI",
      "https://weibo.com/7827771738/N4xlMvjhI?from=page_1005057827771738_profile&wvr=6&mod=weibotime#comment",
      "https://www.weibo.com/detail/N4xlMvjhI",
      "https://weibo.com/detail/4910815147462302",
      "https://m.weibo.cn/status/4910815147462302?sourceType=weixin&wm=9006",
      "https://m.weibo.cn/detail/N4xlMvjhI",
      "https://weibo.com/7827771738/N4xlMvjhI?filter=hot&root_comment_id=0&type=comment",
    ],
    [
      "https://weibo.com/7827771738/N4xlMvjhJ",
      "https://m.weibo.cn/detail/4910815147462303",
      "https://m.weibo.cn/detail/4910815147462302?cid=4910816000000001",
      "https://weibo.com/7827771738/N4xlMvjhI?filter=hot&root_comment_id=4910816000000001&type=comment",
      "https://weibo.com/u/7827771738",
    ],
  ],
  [
    "xiaohongshu",
    [
      `https://www.xiaohongshu.com/explore/${NOTE}`,
      `https://www.xiaohongshu.com/explore/${NOTE}?xsec_token=AB1&xsec_source=pc_feed`,
      `https://www.xiaohongshu.com/discovery/item/${NOTE}?xsec_token=CD2&app_platform=ios&share_from_user_hidden=true`,
      `https://www.xiaohongshu.com/search_result/${NOTE}?xsec_token=EF3&source=web_search`,
    ],
    [
      "https://www.xiaohongshu.com/explore/65f0a1b2000000000c01d2e4?xsec_token=AB1&xsec_source=pc_feed",
      `https://www.xiaohongshu.com/explore/${NOTE}?xsec_token=AB1#comment-692100aa000000001f00b001`,
    ],
  ],
  [
    "douyin",
    [
      "https://www.douyin.com/video/7312345678901234567",
      "https://www.douyin.com/video/7312345678901234567?previous_page=web_code_link",
      "https://www.iesdouyin.com/share/video/7312345678901234567/?region=CN&mid=1&u_code=2&did=3",
      `https://www.douyin.com/user/${SEC_UID}?modal_id=7312345678901234567`,
      "https://www.douyin.com/note/7312345678901234567",
    ],
    [
      "https://www.douyin.com/video/7312345678901234568",
      "https://www.douyin.com/video/7312345678901234567?comment_id=7312345999999999999",
      `https://www.douyin.com/user/${SEC_UID}`,
      `https://www.douyin.com/user/${SEC_UID}?modal_id=7312345678901234568`,
    ],
  ],
  [
    "zhihu",
    [
      "https://www.zhihu.com/question/123456/answer/654321",
      "https://www.zhihu.com/answer/654321?utm_psn=1&share_code=x",
      "https://www.zhihu.com/question/123456/answer/654321/?utm_source=wechat",
    ],
    [
      "https://www.zhihu.com/question/123456",
      "https://zhuanlan.zhihu.com/p/654321",
      "https://www.zhihu.com/pin/654321",
      "https://www.zhihu.com/question/654321",
      "https://www.zhihu.com/question/123456/answer/654322",
      "https://www.zhihu.com/question/123456/answer/654321#comment-123456789",
    ],
  ],
  [
    "bilibili",
    [
      // The oldest known pair of all.
      "https://www.bilibili.com/video/BV17x411w7KC",
      "https://www.bilibili.com/video/BV17x411w7KC/?spm_id_from=333.337&vd_source=0f",
      "https://m.bilibili.com/video/BV17x411w7KC?share_source=copy_web&unique_k=1",
      "https://www.bilibili.com/video/av170001/",
      "https://www.bilibili.com/video/AV170001",
    ],
    [
      "https://www.bilibili.com/video/BV17x411w7Kc",
      "https://www.bilibili.com/video/av170002",
      "https://www.bilibili.com/video/BV17x411w7KC?comment_on=1&comment_root_id=270940020720#reply270940020720",
      "https://www.bilibili.com/video/BV17x411w7KC#reply270940020720",
    ],
  ],
  [
    "reddit",
    [
      "https://www.reddit.com/r/qinghe/comments/1p3k9xq/do_not_eat/",
      "https://old.reddit.com/r/qinghe/comments/1p3k9xq/?share_id=Q",
      "https://www.reddit.com/comments/1p3k9xq",
      "https://www.reddit.com/gallery/1p3k9xq",
    ],
    [
      "https://www.reddit.com/r/qinghe/comments/1p3k9xr/do_not_eat/",
      "https://www.reddit.com/r/qinghe/comments/1p3k9xq/comment/nq1dddd/",
      // Numbers of comments are not those of posts.
      "https://www.reddit.com/r/qinghe/comments/1p3k9xr/comment/1p3k9xq/",
    ],
  ],
  [
    "youtube",
    [
      "https://www.youtube.com/watch?v=q1Ng_heFa-0",
      "https://m.youtube.com/watch?v=q1Ng_heFa-0&t=12s&pp=x",
      "https://www.youtube.com/shorts/q1Ng_heFa-0",
      "https://youtu.be/q1Ng_heFa-0?si=Abc",
    ],
    [
      "https://www.youtube.com/watch?v=q1Ng_heFa-1",
      "https://www.youtube.com/watch?v=q1Ng_heFa-0&lc=UgwQ1nGheAaaaaaaaaa4AaABAg",
    ],
  ],
  [
    "facebook",
    [
      "https://www.facebook.com/permalink.php?story_fbid=122134567890123456&id=100088123456789",
      "https://m.facebook.com/story.php?story_fbid=122134567890123456&id=100088123456789&mibextid=a",
      "https://www.facebook.com/linxiaoman/posts/some-words/122134567890123456/?rdid=x",
    ],
    [
      "https://www.facebook.com/linxiaoman/posts/122134567890123457",
      "https://www.facebook.com/linxiaoman/posts/122134567890123456?comment_id=7012345678901234",
    ],
  ],
  [
    "tieba",
    ["https://tieba.baidu.com/p/8123456789", "https://tieba.baidu.com/p/8123456789?fr=frs&lp=5028#top"],
    [
      "https://tieba.baidu.com/p/8123456780",
      "https://tieba.baidu.com/p/8123456789?pid=148123456789#148123456789",
      "https://tieba.baidu.com/p/8123456789?pid=148123456789&cid=148123456790",
    ],
  ],
  [
    "weixin",
    [
      `https://mp.weixin.qq.com/s?${BIZ}&idx=2&sn=0f`,
      `https://mp.weixin.qq.com/s?${BIZ}&idx=2&sn=0f&chksm=8f&scene=27&sharer_shareid=2#wechat_redirect`,
      `http://mp.weixin.qq.com/s?${BIZ}&idx=2`,
    ],
    [
      `https://mp.weixin.qq.com/s?${BIZ}&idx=1&sn=0f`,
      "https://mp.weixin.qq.com/s?__biz=MzA4OTk1MjAwMg==&mid=2650412346&idx=2",
      "https://mp.weixin.qq.com/s/Qh3xW0d7uPz2LkV9aBcDeF",
    ],
  ],
  [
    "kuaishou",
    [
      "https://www.kuaishou.com/short-video/3xk4v9s8n2m7q6w?authorId=1&streamSource=find",
      "https://v.m.chenzhongtech.com/fw/photo/3xk4v9s8n2m7q6w?cc=share_copylink&shareId=1",
    ],
    [
      "https://www.kuaishou.com/short-video/3xk4v9s8n2m7q6v",
      "https://www.kuaishou.com/short-video/3xk4v9s8n2m7q6w?commentId=900000000001",
      "https://www.kuaishou.com/profile/3xk4v9s8n2m7q6w",
    ],
  ],
  [
    "douban",
    [
      "https://www.douban.com/group/topic/312345678/?_i=1",
      "https://m.douban.com/group/topic/312345678",
      "https://www.douban.com/group/topic/312345678/?dt_dapp=1#comments",
    ],
    [
      "https://www.douban.com/note/312345678/",
      "https://movie.douban.com/review/312345678/",
      "https://www.douban.com/group/topic/312345679/",
      "https://www.douban.com/group/topic/312345678/?cid=5001#5001",
    ],
  ],
  [
    "toutiao",
    [
      "https://www.toutiao.com/article/7561234567890123456/?wid=1&log_from=2",
      "https://m.toutiao.com/i7561234567890123456/?timestamp=1",
      "https://www.toutiao.com/a7561234567890123456",
    ],
    [
      "https://www.toutiao.com/article/7561234567890123457/",
      "https://www.toutiao.com/w/1850000000000123/",
      "https://www.toutiao.com/article/7561234567890123456/?comment_id=7561234999999999999",
    ],
  ],
  [
    "x",
    [
      "https://x.com/linxiaoman22/status/2059999000111222333?s=20&t=AbC",
      "https://twitter.com/linxiaoman22/status/2059999000111222333",
      "https://mobile.twitter.com/LinXiaoman22/statuses/2059999000111222333#m",
      "https://x.com/i/web/status/2059999000111222333",
      "https://x.com/linxiaoman22/status/2059999000111222333/photo/2",
    ],
    [
      "https://x.com/linxiaoman22/status/2059999000111222334",
      "https://x.com/linxiaoman22/status/2059999000111222333/quotes",
      "https://x.com/linxiaoman22",
    ],
  ],
  [
    "instagram",
    [
      "https://www.instagram.com/p/DQxYz1aBcDe/?igsh=MWQ1",
      "https://instagram.com/linxiaoman.22/p/DQxYz1aBcDe/?img_index=2",
      "https://www.instagram.com/reel/DQxYz1aBcDe/",
      "https://www.instagram.com/reels/DQxYz1aBcDe/",
      "https://www.instagram.com/p/DQxYz1aBcDe/comments/",
    ],
    [
      "https://www.instagram.com/p/DQxYz1aBcDe/c/18000000000000001/",
      "https://www.instagram.com/p/DQxYz1aBcDe/c/18000000000000001/r/18000000000000002/",
      "https://www.instagram.com/p/DQxYz1aBcDf/",
      "https://www.instagram.com/p/DQxYz1aBcDe/liked_by/",
      "https://www.instagram.com/linxiaoman.22/",
    ],
  ],
]

test("every known site has a line", () => {
  expect(posts.map(([name]) => name)).toEqual(expect.arrayContaining(knownSites.map(({ id }) => id)))
})

describe.each(posts)("a post of %s", (name, own, others) => {
  const [first = ""] = own.map(placeKey)

  test.each(own)("is known again by %s", address => {
    expect(placeKey(address)).toBe(first)
    expect(first.startsWith(`post:${name}:`)).toBe(true)
  })

  test.each(others)("is not what %s names", address => {
    expect(placeKey(address)).not.toBe(first)
  })
})

test("no key of one line is one of another", () => {
  const keys = posts.flatMap(([name, own]) => [...new Set(own.map(placeKey))].map(key => [name, key]))
  expect(new Set(keys.map(([, key]) => key)).size).toBe(posts.length)
})

test.each([
  // A list and a person have no number of a post: what their links carry besides is left out, and nothing else.
  [
    "https://www.xiaohongshu.com/user/profile/5a1b?xsec_token=A&xsec_source=pc_note",
    "https://www.xiaohongshu.com/user/profile/5a1b",
  ],
  ["https://weibo.com/u/7827771738?refer_flag=1001030103_", "https://weibo.com/u/7827771738"],
  ["https://weibo.com/u/7827771738?tabtype=album", "https://weibo.com/u/7827771738?tabtype=album"],
  ["https://tieba.baidu.com/home/main?id=tb.1.a&fr=pb", "https://tieba.baidu.com/home/main?id=tb.1.a"],
  // A site that nobody knows: only what any site's address may get from outside.
  ["https://forum.example/read?id=1&utm_source=wx&fbclid=2", "https://forum.example/read?id=1"],
  ["https://forum.example/read?utm_medium=x#post-3", "https://forum.example/read"],
  ["https://forum.example/read?id=1&from=2", "https://forum.example/read?id=1&from=2"],
  ["https://forum.example/read?source=20&id=1", "https://forum.example/read?source=20&id=1"],
  ["https://forum.example/read?b=%20&a=+", "https://forum.example/read?b=%20&a=+"],
  ["https://forum.example/#/thread/2", "https://forum.example/#/thread/2"],
  ["https://forum.example/#!/thread/2", "https://forum.example/#!/thread/2"],
  ["https://notweibo.com/1/N4xlMvjhI?from=1", "https://notweibo.com/1/N4xlMvjhI?from=1"],
  ["", ""],
  ["about:blank", "about:blank"],
  ["file:///home/a/page.html?from=1#x", "file:///home/a/page.html?from=1#x"],
  ["chrome-extension://abc/practice/index.html#x", "chrome-extension://abc/practice/index.html#x"],
])("%s is known by %s", (address, key) => {
  expect(placeKey(address)).toBe(key)
})

test("two addresses that differ in a part that may tell pages apart are two pages", () => {
  const word = fc.stringMatching(/^[a-z]{1,8}$/)
  const pairs = fc.uniqueArray(fc.tuple(word, word), { selector: ([name]) => name, maxLength: 4 })
  fc.assert(
    fc.property(word, pairs, pairs, (path, one, other) => {
      const at = (list: readonly (readonly [string, string])[]) =>
        `https://forum.example/${path}?${list.map(([name, value]) => `${name}=${value}`).join("&")}`
      const isSame = JSON.stringify(one) === JSON.stringify(other)
      const known = ["spm", "igsh", "fbclid"]
      fc.pre([...one, ...other].every(([name]) => !known.includes(name)))
      expect(placeKey(at(one)) === placeKey(at(other))).toBe(isSame)
    }),
  )
})

test.each([
  ["weibo", "N4xlMvjhI", "4910815147462302", true],
  ["weibo", "N4xlMvjhI", "4910815147462303", false],
  ["bilibili", "av170001", "BV17x411w7KC", true],
  ["bilibili", "BV17x411w7KC", "BV17x411w7Kc", false],
  ["zhihu", "654321", "654321", true],
  ["zhihu", "654321", "654322", false],
  ["generic", "a", "a", true],
  ["generic", "a", "b", false],
])("of %s, %s and %s are one: %s", (site, one, other, isOne) => {
  expect(isSamePost(site, one, other)).toBe(isOne)
})

test.each([
  ["av170001", "BV17x411w7KC"],
  ["av2", "BV1xx411c7mD"],
  ["av123", "BV1xx411c72Q"],
  // Both numbers of one video, as a page of the site has them.
  ["av298290791", "BV1ZF411g7EZ"],
  ["AV170001", "BV17x411w7KC"],
  ["BV1xx411c7mD", "BV1xx411c7mD"],
  ["av0", null],
  ["av9999999999999999", null],
  ["170001", null],
  ["BV1xx411c7m", null],
])("the number in letters of %s is %s", (id, bv) => {
  expect(bvOf(id)).toBe(bv)
})
