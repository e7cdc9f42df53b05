/**
 * What a site puts before a post: a box or a page that asks to sign in, to
 * verify something, to open its app, to agree to cookies. Told by its words and by the names of
 * its parts, before a capture and in its receipt.
 *
 * What it does not claim: that the post is hidden, or that there is no other
 * wall. A page of which nothing is told may still show less than a post.
 */
import { asList, asOneOf } from "./parse.ts"

export const wallKinds = ["sign-in", "verification", "app", "cookies"] as const
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
/** A box that leads to an app says so and little else; a post in such a box says more. */
const LONGEST_APP_BOX = 60
const LETTERS = 3

const VERIFICATION_NAMES =
  /geetest|tcaptcha|turing\.captcha|captcha-?(?:verify|slide|box|container)|captcha_verify|hcaptcha\.com|recaptcha\/api2\/bframe|challenges\.cloudflare|nc_1_wrapper/i
const VERIFICATION_WORDS =
  /安全验证|安全驗證|人机验证|滑动验证|图形验证|拖动.{0,8}(?:滑块|拼图)|向右滑动|环境异常|請完成.{0,6}驗證|请.{0,4}完成.{0,6}验证|验证您是|(?:verify|confirm|make sure) (?:that )?you(?:['’]re| are) (?:a )?(?:human|not a (?:ro)?bot)|(?:are|i['’]m) (?:you )?not a robot|unusual (?:traffic|activity)|security (?:check|verification)/i
/** 知乎 and 小红书, as public readers of them look for it; each with what it goes on with, since posts speak of such things too. */
const VERIFICATION_SENTENCES =
  /网络环境存在异常.{0,40}验证按钮|请使用已登录.{0,24}扫码验证身份|访问频次异常.{0,4}请勿频繁/s
const SIGN_IN_WORDS = /登录|登入|登錄|登陆|扫码|掃碼|注册|註冊|log ?in|sign ?in|sign ?up|create an account/i
/**
 * What stands over a post, or in its place, without a field to fill in: Instagram, YouTube and Reddit in English, as
 * public readers of them look for it; in Chinese, where no such reader was found, by what has to be there: more of
 * somebody, and both ways in.
 */
const SIGN_IN_SENTENCES =
  /never miss a post from |sign up for instagram to stay in the loop|see more from \S+\s.{0,80}sign ?up.{0,40}log ?in|查看.{1,40}的更多.{0,60}(?:注册|註冊).{0,40}(?:登录|登入)|sign in to confirm your age|blocked by network security.{0,20}to continue, log in/is
/** X, and whoever else lets others vouch for who signs in; a bar may have such a button, and does not ask whether one has an account. */
const OTHERS_VOUCH =
  /(?:sign up|sign in|log in|continue) with (?:google|apple|facebook)|使用\s*(?:google|apple|facebook).{0,8}(?:注册|註冊|登录|登入|继续|繼續)/i
const ASKED_TO_JOIN =
  /join today|立即加入|(?:already|don['’]t) have an account|(?:已|已经|已經|没|沒|还没|還沒)有(?:账号|账户|帐号|帳號|帳戶)/i
/** With all that stands at its foot, it is longer than the sign-in of others. */
const FRONT_OF_X = /happening now\s+join today/i
/** That there is more of the post, not of other things. 微博's stands in public readers of it, the others in many sites' own code. */
const APP_WORDS =
  /(?:打开|打開|下载|下載|前往)\s*\S{0,8}?(?:app|客户端|客戶端|小红书|抖音|快手|知乎|微博|头条|豆瓣|贴吧)[，,\s]*(?:查看|阅读|閱讀|观看|觀看)(?:完整|全文)/i
const COOKIE_WORDS = /cookie/i
/** Chinese, English, and what German, French, Spanish, Portuguese, Italian and Dutch write on such buttons. */
const CONSENT_WORDS =
  /同意|接受|允许|允許|拒绝|拒絕|accept|agree|allow|reject|decline|consent|manage (?:choices|preferences)|akzept|ablehn|zustimm|einverstanden|refuser|d'accord|acept|rechaz|aceit|rejeit|recus|accett|rifiut|weiger/i
/** What the boxes of the firms that build them are called, as those name them who close them for their users. */
const COOKIE_NAMES =
  /onetrust-banner|CybotCookiebotDialog|didomi-(?:notice|popup)|usercentrics-root|qc-cmp2|sp_message_container|cmpbox|osano-cm|cookie-?(?:banner|consent|notice)/i

/** Which wall it is; null where it is none that is known. */
export function wallIn({ isWholePage, text, names, asksForAccount }: Cover): WallKind | null {
  const length = lengthOf(text)
  const isBox = !isWholePage && length <= LONGEST_BOX
  const isShort = isBox || (isWholePage && length <= LONGEST_VERIFICATION_PAGE)
  if ((!isWholePage || isShort) && VERIFICATION_NAMES.test(names)) return "verification"
  if (isShort && (VERIFICATION_WORDS.test(text) || VERIFICATION_SENTENCES.test(text))) return "verification"
  if (isShort && SIGN_IN_SENTENCES.test(text)) return "sign-in"
  if (isShort && OTHERS_VOUCH.test(text) && ASKED_TO_JOIN.test(text)) return "sign-in"
  if (length <= LONGEST_SIGN_IN_PAGE && FRONT_OF_X.test(text)) return "sign-in"
  if (length > (isWholePage ? LONGEST_SIGN_IN_PAGE : LONGEST_BOX)) return null
  if (asksForAccount && SIGN_IN_WORDS.test(text)) return "sign-in"
  if (isWholePage) return null
  if (length <= LONGEST_APP_BOX && APP_WORDS.test(text)) return "app"
  const isNamed = length <= LONGEST_SIGN_IN_PAGE && COOKIE_NAMES.test(names)
  return isNamed || (COOKIE_WORDS.test(text) && CONSENT_WORDS.test(text)) ? "cookies" : null
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
