/** What a site put before the post, in the words of the papers. */
import type { WallWords } from "../../core/bundle/words.ts"
import type { WallKind } from "../../core/walls.ts"

const english: Readonly<Record<WallKind, string>> = {
  "sign-in": "When it was captured, a box or page that asks to sign in was there: it may hide the post.",
  verification:
    "When it was captured, a box or page that asks for a verification was there: it may hide the post.",
  app: "When it was captured, a box was there that asks to open an app for the rest of the post: it may lack a part.",
  cookies: "When it was captured, a cookie notice lay over a part of the page.",
}

const chinese: Readonly<Record<WallKind, string>> = {
  "sign-in": "采集时，页面上有要求登录的提示，可能遮挡帖子。",
  verification: "采集时，页面上有要求验证的提示，可能遮挡帖子。",
  app: "采集时，页面上有要求打开应用看全文的提示，帖子可能不完整。",
  cookies: "采集时，页面上有 Cookie 提示，遮住了一部分。",
}

export const wallsEn: WallWords = { walls: "In front of the page", wall: kind => english[kind] }
export const wallsZh: WallWords = { walls: "页面前的提示", wall: kind => chinese[kind] }
