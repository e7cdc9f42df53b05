/**
 * What sites write where a post was, by the id of the site's adapter. Each stands
 * in a public reader of that site, or in law.md §6.1; the day is the last on which
 * they were looked up: 2026-11-26, and 2026-11-27 for X, Instagram, Reddit, YouTube, 快手,
 * 今日头条 and Facebook. To add one: the words as the page shows them, without what changes from post to post.
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
  ],
  xiaohongshu: [{ words: "当前笔记暂时无法浏览", says: "not-shown" }],
  douyin: [
    { words: "你要观看的视频不存在", says: "not-shown" },
    { words: "你要观看的图文不存在", says: "not-shown" },
  ],
  zhihu: [{ words: "你似乎来到了没有知识存在的荒原", says: "not-shown" }],
  bilibili: [{ words: "视频去哪了呢？", says: "not-shown" }],
  tieba: [
    { words: "该贴已被删除", says: "deleted" },
    { words: "您的贴子已被系统删除", says: "deleted" },
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
  ],
  reddit: [
    { words: "Sorry, this post was deleted by the person who originally posted it", says: "deleted" },
    { words: "Sorry, this post was removed by Reddit's filters", says: "not-shown" },
    { words: "Sorry, this post was removed by the moderators", says: "not-shown" },
  ],
  youtube: [{ words: "This video has been removed by the uploader", says: "deleted" }],
  // Some of its servers answer so now and then for what is there.
  douban: [{ words: "你想访问的页面不存在", says: "not-shown" }],
  x: [
    { words: "This Post was deleted by the Post author", says: "deleted" },
    { words: "Hmm...this page doesn’t exist. Try searching for something else.", says: "not-shown" },
    { words: "This Post is from an account that no longer exists", says: "not-shown" },
    { words: "unable to view this Post", says: "not-shown" },
  ],
  instagram: [{ words: "Sorry, this page isn't available", says: "not-shown" }],
}

/** White space, the two widths of a mark, and the two forms of an apostrophe tell nothing apart. */
const bare = (text: string): string => text.normalize("NFKC").replace(/\s+/g, "").replaceAll("’", "'")

/** The site's words for a post that is not there, in what a page shows; null where there are none. */
export function gonePhraseIn(adapter: string, shown: string): GonePhrase | null {
  const text = bare(shown)
  return gonePhrases[adapter]?.find(({ words }) => text.includes(bare(words))) ?? null
}
