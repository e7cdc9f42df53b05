/**
 * What a site puts before a post: a box or a page that asks to sign in, to
 * verify something, to agree to cookies. Told by its words and by the names of
 * its parts, before a capture and in its receipt.
 *
 * What it does not claim: that the post is hidden, or that there is no other
 * wall. A page of which nothing is told may still show less than a post.
 */
import { asList, asOneOf } from "./parse.ts"

export const wallKinds = ["sign-in", "verification", "cookies"] as const
export type WallKind = (typeof wallKinds)[number]

/** What stands over the page, or the page itself. */
export interface Cover {
  readonly isWholePage: boolean
  /** The words that it shows. */
  readonly text: string
  /** Addresses of its frames, its ids and class names. */
  readonly names: string
  /** Whether there is a field for a password, a telephone number or a code, or a code to be scanned. */
  readonly asksForAccount: boolean
}

/**
 * With more words than these it is no wall, and a sign-in button in it one of
 * many: a box is the site itself then, a page holds something. In Chinese
 * characters, of which one says as much as three letters.
 */
const LONGEST_BOX = 600
const LONGEST_SIGN_IN_PAGE = 300
const LONGEST_VERIFICATION_PAGE = 150
const LETTERS = 3

const VERIFICATION_NAMES =
  /geetest|tcaptcha|turing\.captcha|captcha-?(?:verify|slide|box|container)|captcha_verify|hcaptcha\.com|recaptcha\/api2\/bframe|challenges\.cloudflare|nc_1_wrapper/i
const VERIFICATION_WORDS =
  /安全验证|安全驗證|人机验证|滑动验证|图形验证|拖动.{0,8}(?:滑块|拼图)|向右滑动|环境异常|請完成.{0,6}驗證|请.{0,4}完成.{0,6}验证|验证您是|(?:verify|confirm|make sure) (?:that )?you(?:['’]re| are) (?:a )?(?:human|not a (?:ro)?bot)|(?:are|i['’]m) (?:you )?not a robot|unusual (?:traffic|activity)|security (?:check|verification)/i
const SIGN_IN_WORDS = /登录|登入|登錄|登陆|扫码|掃碼|注册|註冊|log ?in|sign ?in|sign ?up|create an account/i
const COOKIE_WORDS = /cookie/i
const CONSENT_WORDS =
  /同意|接受|允许|允許|拒绝|拒絕|accept|agree|allow|reject|decline|consent|manage (?:choices|preferences)/i

/** Which wall it is; null where it is none that is known. */
export function wallIn({ isWholePage, text, names, asksForAccount }: Cover): WallKind | null {
  const length = lengthOf(text)
  if (length <= (isWholePage ? LONGEST_VERIFICATION_PAGE : Infinity) && VERIFICATION_NAMES.test(names))
    return "verification"
  if (length <= (isWholePage ? LONGEST_VERIFICATION_PAGE : LONGEST_BOX) && VERIFICATION_WORDS.test(text))
    return "verification"
  if (length > (isWholePage ? LONGEST_SIGN_IN_PAGE : LONGEST_BOX)) return null
  if (!isWholePage && COOKIE_WORDS.test(text) && CONSENT_WORDS.test(text)) return "cookies"
  return asksForAccount && SIGN_IN_WORDS.test(text) ? "sign-in" : null
}

function lengthOf(text: string): number {
  const dense = text.match(/[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}]/gu)?.length ?? 0
  return dense + text.replace(/\s+/g, " ").length / LETTERS
}

/** These cover a page, and keep nothing of it back. */
export const isOnlyCookies = (walls: readonly WallKind[]): boolean => walls.every(kind => kind === "cookies")

/** The walls that a page's script found, each once. @throws EvidenceError `input/malformed` */
export function parseWalls(input: unknown): WallKind[] {
  const named = asList(input, "walls", kind => asOneOf(kind, "walls", wallKinds))
  return wallKinds.filter(kind => named.includes(kind))
}
