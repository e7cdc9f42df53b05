/**
 * The chats that are known. To add one: a file here, a line below, its pages in tests/fixtures/chats.
 * Of 钉钉 (im.dingtalk.com) and QQ no public source names the parts of a message: they are read as chats of unknown sites.
 */
import { isOfSite } from "../../core/places/place.ts"
import { type ChatSite } from "./chat-site.ts"
import { discord } from "./discord.ts"
import { feishu } from "./feishu.ts"
import { telegramA } from "./telegram-a.ts"
import { telegramK } from "./telegram-k.ts"
import { wechat } from "./wechat.ts"
import { whatsapp } from "./whatsapp.ts"

const chatSites: readonly ChatSite[] = [wechat, feishu, whatsapp, telegramA, telegramK, discord]

/** The chat that is shown at an address; undefined where none is known. */
export const chatSiteOf = (url: URL): ChatSite | undefined =>
  chatSites.find(site => isOfSite(site, url) && (site.path?.test(url.pathname) ?? true))
