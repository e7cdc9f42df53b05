import { type library } from "../en/library.ts"

type SiteKey = Extract<keyof typeof library, `site.${string}`>

/** Every adapter that is of one site, with the key of that site's name. */
const keys = {
  weibo: "site.weibo",
  xiaohongshu: "site.xiaohongshu",
  douyin: "site.douyin",
  zhihu: "site.zhihu",
  bilibili: "site.bilibili",
  tieba: "site.tieba",
  weixin: "site.weixin",
  kuaishou: "site.kuaishou",
  douban: "site.douban",
  toutiao: "site.toutiao",
  x: "site.x",
  instagram: "site.instagram",
  reddit: "site.reddit",
  youtube: "site.youtube",
  facebook: "site.facebook",
} as const satisfies { readonly [Key in SiteKey as Key extends `site.${infer Site}` ? Site : never]: Key }

/** Of the name of the site that the adapter is for; null for an adapter of any page. */
export const siteKey = (adapter: string): SiteKey | null =>
  Object.hasOwn(keys, adapter) ? keys[adapter as keyof typeof keys] : null
