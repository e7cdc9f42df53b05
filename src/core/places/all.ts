/** The sites whose addresses are known. */
import { bilibiliPlaces } from "./bilibili.ts"
import { doubanPlaces } from "./douban.ts"
import { douyinPlaces } from "./douyin.ts"
import { facebookPlaces } from "./facebook.ts"
import { kuaishouPlaces } from "./kuaishou.ts"
import { instagramPlaces } from "./instagram.ts"
import { isOfSite, type KnownSite } from "./place.ts"
import { redditPlaces } from "./reddit.ts"
import { tiebaPlaces } from "./tieba.ts"
import { toutiaoPlaces } from "./toutiao.ts"
import { weiboPlaces } from "./weibo.ts"
import { weixinPlaces } from "./weixin.ts"
import { xPlaces } from "./x.ts"
import { xiaohongshuPlaces } from "./xiaohongshu.ts"
import { youtubePlaces } from "./youtube.ts"
import { zhihuPlaces } from "./zhihu.ts"

export const knownSites: readonly KnownSite[] = [
  ...[weiboPlaces, xiaohongshuPlaces, douyinPlaces, zhihuPlaces, bilibiliPlaces],
  ...[tiebaPlaces, weixinPlaces, kuaishouPlaces, doubanPlaces, toutiaoPlaces],
  ...[xPlaces, instagramPlaces],
  ...[redditPlaces, youtubePlaces, facebookPlaces],
]

/** What an account is called in the address of its page; null where its site does not have names of that kind. */
export function accountAt(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null
  const url = new URL(address)
  return placesOf(url)?.accountOf?.(url) ?? null
}

/** The site that an address is of; null where it is not known. */
export const placesOf = (url: URL): KnownSite | null => knownSites.find(site => isOfSite(site, url)) ?? null
