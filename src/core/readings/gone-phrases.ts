/**
 * What sites write where a post was, by the id of the site's adapter. Each stands
 * in a public reader of that site, or in law.md §6.1; the day is the last on which
 * they were looked up: 2026-11-26, and 2026-11-27 for X, Instagram, Reddit, YouTube, 快手,
 * 今日头条, Facebook, and for what is said below of where it was found. To add one: the words as the page shows them, without what changes from post to post.
 *
 * What none of them says: that the post is gone for everybody, or since when.
 */

/** `deleted`: the site says so. `not-shown`: it also writes this to who is not signed in, too fast, or comes by an old link. */
export interface GonePhrase {
  readonly words: string
  readonly says: "deleted" | "not-shown"
}

export const gonePhrases: Readonly<Record<string, readonly GonePhrase[]>> = {
  weibo: [
    { words: "此微博已被作者删除", says: "deleted" },
    { words: "此微博已被删除", says: "deleted" },
    { words: "此微博已不可见", says: "not-shown" },
    { words: "由于作者隐私设置，你没有权限查看此微博", says: "not-shown" },
    { words: "微博不存在或暂无查看权限", says: "not-shown" },
    { words: "由于博主设置，目前内容暂不可见", says: "not-shown" },
    // Readers of reposts, which strike these out where the repost's own post was; one has the states that go with them.
    { words: "该微博因被多人投诉，根据《微博社区公约》，已被删除", says: "deleted" },
    { words: "该微博因被投诉违反《微博社区公约》的相关规定，已被删除", says: "deleted" },
    // Of the account, and so of all that it wrote: by whom, and whether for good, is not said.
    {
      words: "该账号因被投诉违反法律法规和《微博社区公约》的相关规定，现已无法查看",
      says: "not-shown",
    },
    { words: "该账号因被投诉违反《微博社区公约》的相关规定，现已无法查看", says: "not-shown" },
    { words: "该账号因用户自行申请关闭，现已无法查看", says: "not-shown" },
  ],
  xiaohongshu: [
    { words: "当前笔记暂时无法浏览", says: "not-shown" },
    // Several public readers; it also comes where the address lacks its token.
    { words: "你访问的页面不见了", says: "not-shown" },
  ],
  douyin: [
    { words: "你要观看的视频不存在", says: "not-shown" },
    { words: "你要观看的图文不存在", says: "not-shown" },
  ],
  zhihu: [{ words: "你似乎来到了没有知识存在的荒原", says: "not-shown" }],
  bilibili: [
    { words: "视频去哪了呢？", says: "not-shown" },
    // Several public readers, two of which look for the first in the page; the second is what its answers say.
    { words: "啊叻？视频不见了？", says: "not-shown" },
    { words: "稿件不可见", says: "not-shown" },
  ],
  tieba: [
    { words: "该贴已被删除", says: "deleted" },
    { words: "您的贴子已被系统删除", says: "deleted" },
    // Seven public readers, one of which has where on the page it stands; and two, for a forum that is no more.
    { words: "您访问的贴子被隐藏，暂时无法访问", says: "not-shown" },
    { words: "该吧被合并您所访问的贴子无法显示", says: "not-shown" },
  ],
  // Of the three from here law.md names no words. 快手, on the desktop and on its hosts for phones: a public reader that
  // looks for these on each; the second says itself that it does not know.
  kuaishou: [
    { words: "作品已失效", says: "not-shown" },
    { words: "作品不存在，可能已经被删除", says: "not-shown" },
  ],
  // Several public readers, under the title "404错误页": its page of whatever it does not have, or not any more.
  toutiao: [{ words: "你访问的内容不存在", says: "not-shown" }],
  // Several public readers, in each language. It goes on: shared with a small group, or with others than before, or
  // deleted. The last one is of years ago, and stands in what youtube-dl's users reported (its issues 7963, 8954).
  facebook: [
    { words: "This content isn't available right now", says: "not-shown" },
    { words: "目前无法查看此内容", says: "not-shown" },
    { words: "目前無法查看此內容", says: "not-shown" },
    {
      words: "The link you followed may have expired, or the page may only be visible to an audience",
      says: "not-shown",
    },
  ],
  weixin: [
    { words: "该内容已被发布者删除", says: "deleted" },
    { words: "此内容因违规无法查看", says: "not-shown" },
    // Each in several public readers, the first in both spellings of 账号; a study of what is taken down lists the two on
    // complaints as well. They say that it cannot be seen, and not who saw to that.
    { words: "此帐号已被屏蔽", says: "not-shown" },
    { words: "此账号已被屏蔽", says: "not-shown" },
    { words: "此帐号已自主注销", says: "not-shown" },
    { words: "此账号已自主注销", says: "not-shown" },
    { words: "此内容被投诉且经审核涉嫌侵权，无法查看", says: "not-shown" },
    { words: "此内容被多人投诉，相关的内容无法进行查看", says: "not-shown" },
    { words: "该公众号已迁移", says: "not-shown" },
  ],
  reddit: [
    { words: "Sorry, this post was deleted by the person who originally posted it", says: "deleted" },
    { words: "Sorry, this post was removed by Reddit's filters", says: "not-shown" },
    { words: "Sorry, this post was removed by the moderators", says: "not-shown" },
    // As two people report what they were shown.
    { words: "此帖子已被 Reddit 筛选器移除", says: "not-shown" },
  ],
  youtube: [
    { words: "This video has been removed by the uploader", says: "deleted" },
    // Many public readers; the one in Chinese, those that looked at the player. It also comes for what cannot be played here.
    { words: "Video unavailable", says: "not-shown" },
    { words: "This video isn't available anymore", says: "not-shown" },
    { words: "This video is private", says: "not-shown" },
    { words: "無法播放這部影片", says: "not-shown" },
  ],
  // Some of its servers answer so now and then for what is there.
  douban: [{ words: "你想访问的页面不存在", says: "not-shown" }],
  x: [
    { words: "This Post was deleted by the Post author", says: "deleted" },
    { words: "Hmm...this page doesn’t exist. Try searching for something else.", says: "not-shown" },
    { words: "This Post is from an account that no longer exists", says: "not-shown" },
    { words: "unable to view this Post", says: "not-shown" },
    // As one person wrote down what x.com showed; in simplified characters no public source was found.
    { words: "此頁面不存在。請嘗試搜尋其他內容。", says: "not-shown" },
  ],
  instagram: [
    { words: "Sorry, this page isn't available", says: "not-shown" },
    // Several public readers for the first, two for the last, one for that in simplified characters.
    { words: "很抱歉，此頁面無法使用", says: "not-shown" },
    { words: "很抱歉，此页面不可用", says: "not-shown" },
    { words: "Post isn't available", says: "not-shown" },
  ],
}

/** White space, the two widths of a mark, and the two forms of an apostrophe tell nothing apart. */
const bare = (text: string): string => text.normalize("NFKC").replace(/\s+/g, "").replaceAll("’", "'")

/** The site's words for a post that is not there, in what a page shows; null where there are none. */
export function gonePhraseIn(adapter: string, shown: string): GonePhrase | null {
  const text = bare(shown)
  return gonePhrases[adapter]?.find(({ words }) => text.includes(bare(words))) ?? null
}
