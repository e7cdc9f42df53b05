// @vitest-environment happy-dom
/** What an address is of, and which post it names. */
import { expect, test } from "vitest"
import { siteOf } from "../../../../src/capture/sites/all.ts"

const TOKEN = "MS4wLjABAAAAqingheqinghe0123456789abcdefghijklmnop"

test.each([
  [
    "https://mp.weixin.qq.com/s/Qh3xW0d7uPz2LkV9aBcDeF?scene=1#rd",
    "weixin",
    "post",
    "Qh3xW0d7uPz2LkV9aBcDeF",
  ],
  [
    "https://mp.weixin.qq.com/s?__biz=MzA4OTk1MjAwMQ==&mid=2650412346&idx=2&sn=0f",
    "weixin",
    "post",
    "2650412346_2",
  ],
  ["https://mp.weixin.qq.com/s?src=11&timestamp=1795320000&ver=5&signature=a*b", "weixin", "post", null],
  ["https://mp.weixin.qq.com/s?__biz=MzA4OTk1MjAwMQ==&mid=2650412346", "weixin", "other", null],
  ["https://mp.weixin.qq.com/mp/profile_ext?action=home&__biz=MzA4OTk1MjAwMQ==", "weixin", "profile", null],
  ["https://weixin.qq.com/", null, null, null],
  ["https://www.kuaishou.com/short-video/3xk4v9s8n2m7q6w?authorId=1", "kuaishou", "post", "3xk4v9s8n2m7q6w"],
  ["https://v.m.chenzhongtech.com/fw/photo/3xk4v9s8n2m7q6w?cc=1", "kuaishou", "post", "3xk4v9s8n2m7q6w"],
  ["https://m.gifshow.com/fw/photo/3xk4v9s8n2m7q6w", "kuaishou", "post", "3xk4v9s8n2m7q6w"],
  ["https://www.kuaishou.com/profile/3xa1b2c3d4e5f6g", "kuaishou", "profile", null],
  ["https://live.kuaishou.com/u/abc", "kuaishou", "other", null],
  ["https://v.kuaishou.com/K23oc0R9", "kuaishou", "other", null],
  ["https://notkuaishou.com/short-video/3xk4v9s8n2m7q6w", null, null, null],
  ["https://www.douban.com/group/topic/312345678/?start=0", "douban", "post", "312345678"],
  ["https://m.douban.com/group/topic/312345678", "douban", "post", "312345678"],
  ["https://www.douban.com/people/linxiaoman/status/4600000001/", "douban", "post", "4600000001"],
  ["https://www.douban.com/note/800000001/", "douban", "post", "800000001"],
  ["https://movie.douban.com/review/15900001/", "douban", "post", "15900001"],
  ["https://movie.douban.com/note/15900001/", "douban", "other", null],
  ["https://www.douban.com/people/linxiaoman/", "douban", "profile", null],
  ["https://www.douban.com/group/qinghe/", "douban", "list", null],
  ["https://www.toutiao.com/article/7561234567890123456/?wid=1", "toutiao", "post", "7561234567890123456"],
  ["https://m.toutiao.com/i7561234567890123456/", "toutiao", "post", "7561234567890123456"],
  ["https://www.toutiao.com/a7561234567890123456", "toutiao", "post", "7561234567890123456"],
  ["https://www.toutiao.com/w/1850000000000123/", "toutiao", "post", "1850000000000123"],
  [`https://www.toutiao.com/c/user/token/${TOKEN}/?source=1`, "toutiao", "profile", null],
  ["https://mp.toutiao.com/profile_v4/index", "toutiao", "other", null],
])("%s is, of %s, a %s, and names %s", (address, id, pageType, postId) => {
  const url = new URL(address)
  const site = siteOf(url)
  const place = site?.locate(url) ?? null
  expect([site?.id ?? null, place?.pageType ?? null, place?.postId ?? null]).toEqual([id, pageType, postId])
})

test.each([
  [
    "https://mp.weixin.qq.com/s?__biz=MzA4OTk1MjAwMQ==&mid=2650412346&idx=2&sn=0f&chksm=8f&scene=27",
    "https://mp.weixin.qq.com/s?__biz=MzA4OTk1MjAwMQ==&mid=2650412346&idx=2&sn=0f",
  ],
  [
    "https://v.m.chenzhongtech.com/fw/photo/3xk4v9s8n2m7q6w?userId=3xreader00000000",
    "https://www.kuaishou.com/short-video/3xk4v9s8n2m7q6w",
  ],
  ["https://m.douban.com/note/800000001?from=x", "https://www.douban.com/note/800000001/"],
  ["https://book.douban.com/review/15900001/#sep", "https://book.douban.com/review/15900001/"],
  ["https://m.toutiao.com/i7561234567890123456/?u=1", "https://www.toutiao.com/article/7561234567890123456/"],
])("of %s what is kept is %s", (address, permalink) => {
  const url = new URL(address)
  expect(siteOf(url)?.locate(url)?.permalink).toBe(permalink)
})
