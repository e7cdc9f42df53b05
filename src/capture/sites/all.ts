/** The sites that are known. To add one: a file here, a line below, its pages in tests/fixtures/sites. */
import { isOfSite } from "../../core/places/place.ts"
import { bilibili } from "./bilibili.ts"
import { douban } from "./douban.ts"
import { douyin } from "./douyin.ts"
import { facebook } from "./facebook.ts"
import { kuaishou } from "./kuaishou.ts"
import { instagram } from "./instagram.ts"
import { reddit } from "./reddit.ts"
import { type Site } from "./site.ts"
import { tieba } from "./tieba.ts"
import { toutiao } from "./toutiao.ts"
import { weibo } from "./weibo.ts"
import { weixin } from "./weixin.ts"
import { x } from "./x.ts"
import { xiaohongshu } from "./xiaohongshu.ts"
import { youtube } from "./youtube.ts"
import { zhihu } from "./zhihu.ts"

/** Where hosts overlap, the longer name stands first. */
export const sites: readonly Site[] = [
  weibo,
  xiaohongshu,
  douyin,
  zhihu,
  bilibili,
  tieba,
  weixin,
  kuaishou,
  douban,
  toutiao,
  x,
  instagram,
  reddit,
  youtube,
  facebook,
]

export const siteOf = (url: URL): Site | null => sites.find(site => isOfSite(site, url)) ?? null
