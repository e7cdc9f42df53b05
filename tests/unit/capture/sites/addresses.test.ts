// @vitest-environment happy-dom
/** What an address is of, and which post it names. */
import { expect, test } from "vitest"
import { siteOf } from "../../../../src/capture/sites/all.ts"

const PFBID = "pfbid02QnHcVb7mWk8Zy3rTgX4uLpEs9JdAf6KqNxRtYvBwCzMhGiUoPaSeDfLjHk1l"
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
  ["https://www.reddit.com/r/qinghe/comments/1p3k9xq/do_not_eat/?share_id=Q", "reddit", "post", "1p3k9xq"],
  ["https://old.reddit.com/user/linxiaoman_88/comments/1p3k9xq", "reddit", "post", "1p3k9xq"],
  ["https://www.reddit.com/gallery/1p3k9xq", "reddit", "post", "1p3k9xq"],
  [
    "https://www.reddit.com/r/qinghe/comments/1p3k9xq/comment/nq1dddd/?context=3",
    "reddit",
    "comment",
    "nq1dddd",
  ],
  ["https://np.reddit.com/r/qinghe/comments/1p3k9xq/do_not_eat/nq1dddd", "reddit", "comment", "nq1dddd"],
  ["https://www.reddit.com/r/qinghe/s/AbCdEf1234", "reddit", "other", null],
  ["https://www.reddit.com/user/linxiaoman_88/", "reddit", "profile", null],
  ["https://www.reddit.com/r/qinghe/new/", "reddit", "list", null],
  ["https://ads.reddit.com/r/qinghe/comments/1p3k9xq/", "reddit", "other", null],
  ["https://notreddit.com/r/qinghe/comments/1p3k9xq/", null, null, null],
  ["https://www.youtube.com/watch?list=PL1&v=q1Ng_heFa-0&t=3s", "youtube", "post", "q1Ng_heFa-0"],
  ["https://m.youtube.com/shorts/q1Ng_heFa-0?feature=share", "youtube", "post", "q1Ng_heFa-0"],
  ["https://youtu.be/q1Ng_heFa-0?si=Abc", "youtube", "post", "q1Ng_heFa-0"],
  [
    "https://www.youtube.com/watch?v=q1Ng_heFa-0&lc=UgwQ1nGheAaaaaaaaaa4AaABAg.AKqInGhErEpLy1",
    "youtube",
    "comment",
    "UgwQ1nGheAaaaaaaaaa4AaABAg.AKqInGhErEpLy1",
  ],
  [
    "https://www.youtube.com/post/UgkxQ1nGheFaNgPoStAaAaAaAaAaAaAaAaAa",
    "youtube",
    "post",
    "UgkxQ1nGheFaNgPoStAaAaAaAaAaAaAaAaAa",
  ],
  ["https://www.youtube.com/watch?v=short", "youtube", "other", null],
  ["https://www.youtube.com/@linxiaoman88/videos", "youtube", "profile", null],
  ["https://www.youtube.com/results?search_query=x", "youtube", "list", null],
  ["https://music.youtube.com/watch?v=q1Ng_heFa-0", "youtube", "other", null],
  [`https://www.facebook.com/linxiaoman/posts/${PFBID}?rdid=x`, "facebook", "post", PFBID],
  [
    "https://m.facebook.com/story.php?story_fbid=122134567890123456&id=100088123456789",
    "facebook",
    "post",
    "122134567890123456",
  ],
  [
    "https://zh-cn.facebook.com/groups/qinghe/permalink/2405034246652002/",
    "facebook",
    "post",
    "2405034246652002",
  ],
  ["https://www.facebook.com/reel/1122334455667788/", "facebook", "post", "1122334455667788"],
  [
    "https://www.facebook.com/linxiaoman/videos/some-words/1122334455667788/",
    "facebook",
    "post",
    "1122334455667788",
  ],
  ["https://www.facebook.com/watch?v=1122334455667788", "facebook", "post", "1122334455667788"],
  [
    "https://www.facebook.com/reel/1122334455667788/?comment_id=7012345678901234",
    "facebook",
    "comment",
    "7012345678901234",
  ],
  ["https://www.facebook.com/profile.php?id=100088123456789", "facebook", "profile", null],
  ["https://www.facebook.com/groups/qinghe/", "facebook", "list", null],
  ["https://developers.facebook.com/reel/1122334455667788/", "facebook", "other", null],
  ["https://x.com/linxiaoman22/status/2059999000111222333?s=20", "x", "thread", "2059999000111222333"],
  ["https://x.com/linxiaoman22/status/2059999000111222333/photo/1", "x", "post", "2059999000111222333"],
  ["https://mobile.twitter.com/i/web/status/2059999000111222333", "x", "thread", "2059999000111222333"],
  ["https://x.com/linxiaoman22/status/2059999000111222333/quotes", "x", "list", null],
  ["https://x.com/linxiaoman22/with_replies", "x", "profile", null],
  ["https://x.com/linxiaoman22/followers", "x", "list", null],
  ["https://x.com/home", "x", "list", null],
  ["https://x.com/settings", "x", "other", null],
  ["https://help.x.com/en/status/2059999000111222333", "x", "other", null],
  ["https://netflix.com/linxiaoman22/status/2059999000111222333", null, null, null],
  ["https://www.instagram.com/p/DQxYz1aBcDe/?img_index=2", "instagram", "post", "DQxYz1aBcDe"],
  ["https://www.instagram.com/linxiaoman.22/reel/DQxYz1aBcDe/", "instagram", "post", "DQxYz1aBcDe"],
  [
    "https://www.instagram.com/p/DQxYz1aBcDe/c/18000000000000001/",
    "instagram",
    "comment",
    "18000000000000001",
  ],
  [
    "https://www.instagram.com/reel/DQxYz1aBcDe/c/18000000000000001/r/18000000000000002/",
    "instagram",
    "comment",
    "18000000000000002",
  ],
  ["https://www.instagram.com/p/DQxYz1aBcDe/comments/", "instagram", "post", "DQxYz1aBcDe"],
  [
    "https://www.instagram.com/stories/linxiaoman.22/3770000000000000001/",
    "instagram",
    "post",
    "3770000000000000001",
  ],
  ["https://www.instagram.com/stories/highlights/17900000000000001/", "instagram", "other", null],
  ["https://www.instagram.com/reels/audio/1234567890/", "instagram", "other", null],
  ["https://www.instagram.com/p/DQxYz1aBcDe/liked_by/", "instagram", "other", null],
  ["https://www.instagram.com/linxiaoman.22/reels/", "instagram", "profile", null],
  ["https://www.instagram.com/explore/tags/qinghe/", "instagram", "list", null],
  ["https://www.instagram.com/accounts/login/?next=%2Fp%2FDQxYz1aBcDe%2F", "instagram", "other", null],
  [
    "https://www.bilibili.com/video/BV1q4411x7Zk/?comment_on=1&comment_root_id=270940020720&share_tag=s_i#reply270940020720",
    "bilibili",
    "comment",
    "270940020720",
  ],
  [
    "https://www.bilibili.com/opus/791234567890123456?comment_on=1&comment_root_id=283732220368&comment_secondary_id=291493627440",
    "bilibili",
    "comment",
    "291493627440",
  ],
  ["https://t.bilibili.com/791234567890123456?comment_on=1", "bilibili", "post", "791234567890123456"],
  ["https://www.douban.com/note/800000001/?cid=5001", "douban", "comment", "5001"],
  ["https://m.weibo.cn/detail/4568007327622344?cid=4568044392682999", "weibo", "comment", "4568044392682999"],
  [
    "https://weibo.com/2794430491/KecJ9pKQ6?filter=hot&root_comment_id=0&type=comment",
    "weibo",
    "post",
    "KecJ9pKQ6",
  ],
  ["https://weibo.com/2794430491/KecJ9pKQ6?refer_flag=1#comment", "weibo", "post", "KecJ9pKQ6"],
  ["https://www.zhihu.com/question/1/answer/22#comment-123456789", "zhihu", "comment", "123456789"],
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
  [
    "https://old.reddit.com/r/qinghe/comments/1p3k9xq/do_not_eat/?sort=new",
    "https://www.reddit.com/r/qinghe/comments/1p3k9xq/",
  ],
  ["https://www.reddit.com/comments/1p3k9xq", "https://www.reddit.com/comments/1p3k9xq/"],
  [
    "https://www.reddit.com/r/qinghe/comments/1p3k9xq/do_not_eat/nq1dddd/?context=3",
    "https://www.reddit.com/r/qinghe/comments/1p3k9xq/comment/nq1dddd/",
  ],
  ["https://youtu.be/q1Ng_heFa-0?si=Abc", "https://www.youtube.com/watch?v=q1Ng_heFa-0"],
  [
    "https://www.youtube.com/shorts/q1Ng_heFa-0?lc=UgwQ1nGheAaaaaaaaaa4AaABAg&si=Abc",
    "https://www.youtube.com/shorts/q1Ng_heFa-0?lc=UgwQ1nGheAaaaaaaaaa4AaABAg",
  ],
  [
    "https://m.facebook.com/story.php?story_fbid=122134567890123456&id=100088123456789&mibextid=a",
    "https://www.facebook.com/permalink.php?story_fbid=122134567890123456&id=100088123456789",
  ],
  [
    "https://www.facebook.com/groups/qinghe/permalink/2405034246652002/?comment_id=7012345678901234",
    "https://www.facebook.com/groups/qinghe/posts/2405034246652002/?comment_id=7012345678901234",
  ],
  [
    "https://twitter.com/linxiaoman22/status/2059999000111222333?s=20&t=AbC",
    "https://x.com/linxiaoman22/status/2059999000111222333",
  ],
  ["https://x.com/i/web/status/2059999000111222333", "https://x.com/i/status/2059999000111222333"],
  [
    "https://www.bilibili.com/video/BV1q4411x7Zk/?comment_on=1&comment_root_id=283732220368&comment_secondary_id=291493627440&share_tag=s_i#reply291493627440",
    "https://www.bilibili.com/video/BV1q4411x7Zk?comment_on=1&comment_root_id=283732220368&comment_secondary_id=291493627440#reply291493627440",
  ],
  [
    "https://m.douban.com/group/topic/312345678/?cid=5001&_i=1#5001",
    "https://www.douban.com/group/topic/312345678/?cid=5001",
  ],
  [
    "https://m.weibo.cn/status/4568007327622344?cid=4568044392682999&wm=1",
    "https://m.weibo.cn/detail/4568007327622344?cid=4568044392682999",
  ],
  [
    "https://www.instagram.com/linxiaoman.22/p/DQxYz1aBcDe/c/18000000000000001/r/18000000000000002/?igsh=1",
    "https://www.instagram.com/p/DQxYz1aBcDe/c/18000000000000001/r/18000000000000002/",
  ],
  [
    "https://instagram.com/linxiaoman.22/reels/DQxYz1aBcDe/?igsh=1",
    "https://www.instagram.com/reel/DQxYz1aBcDe/",
  ],
])("of %s what is kept is %s", (address, permalink) => {
  const url = new URL(address)
  expect(siteOf(url)?.locate(url)?.permalink).toBe(permalink)
})
