import { describe, expect, test } from "vitest"
import { type Cover, isOnlyCookies, parseWalls, wallIn, type WallKind } from "../../../src/core/walls.ts"

const box = (text: string, more: Partial<Cover> = {}): Cover => ({
  isWholePage: false,
  text,
  names: "",
  asksForAccount: false,
  ...more,
})
const page = (text: string, more: Partial<Cover> = {}): Cover => box(text, { isWholePage: true, ...more })
const asking = { asksForAccount: true }
const article = "这是一条很长的帖子，说了许多与登录无关的话。".repeat(40)

describe("what is a wall", () => {
  test.each<[what: string, cover: Cover, kind: WallKind]>([
    [
      "a box with a field for a telephone number",
      box("登录后查看更多内容 手机号登录 获取验证码", asking),
      "sign-in",
    ],
    ["a code to be scanned", box("打开小红书 App 扫码登录", asking), "sign-in"],
    ["traditional characters", box("請先登入或註冊", asking), "sign-in"],
    ["English", box("Log in to see what people are saying. Sign up", asking), "sign-in"],
    [
      "a page that is nothing but a sign-in",
      page("微博 登录 密码登录 短信登录 忘记密码 注册", asking),
      "sign-in",
    ],
    ["a puzzle to be pushed", box("拖动下方滑块完成拼图"), "verification"],
    [
      "a puzzle in a frame of another site",
      box("", { names: "https://turing.captcha.qcloud.com/cap_union" }),
      "verification",
    ],
    [
      "a page that finds the surroundings odd",
      page("环境异常 当前环境异常，完成验证后即可继续访问。 去验证"),
      "verification",
    ],
    [
      "a page of a network in between",
      page("Verify you are human by completing the action below."),
      "verification",
    ],
    [
      "a notice about cookies",
      box("We use cookies to improve your experience. Accept all Reject"),
      "cookies",
    ],
    ["a notice about cookies, in Chinese", box("本网站使用 Cookie 改善体验。接受全部"), "cookies"],
    ["in German", box("Wir verwenden Cookies. Alle akzeptieren Ablehnen"), "cookies"],
    ["in German, with one button", box("Diese Seite setzt Cookies. Einverstanden"), "cookies"],
    ["in French", box("Nous utilisons des cookies. Tout refuser"), "cookies"],
    ["in Spanish", box("Usamos cookies. Aceptar todo Rechazar"), "cookies"],
    ["in Italian", box("Usiamo i cookie. Rifiuta"), "cookies"],
    [
      "by what such boxes are built with, where no word of it is known",
      box("Ми поважаємо вашу приватність Прийняти", { names: "onetrust-banner-sdk otFlat" }),
      "cookies",
    ],
    [
      "知乎, of a network that it finds odd",
      page("您的网络环境存在异常，为保证您的正常访问，请点击下方验证按钮进行验证。 点击进行验证"),
      "verification",
    ],
    [
      "知乎, of the same over a page",
      box(
        "系统监测到您的网络环境存在异常，为保证您的正常访问，请点击下方验证按钮进行验证。在您验证完成前，该提示将多次出现。 开始验证",
      ),
      "verification",
    ],
    [
      "小红书, which wants its own app for that",
      page("为保护账号安全,请使用已登录该账号的「小红书APP」扫码验证身份", asking),
      "verification",
    ],
    [
      "小红书, of who comes too often",
      page("安全限制 访问频次异常，请勿频繁操作或重启试试 300013 返回首页"),
      "verification",
    ],
    [
      "Instagram, over a post",
      box(
        "Never miss a post from linxiaoman.22\nSign up for Instagram to stay in the loop.\nSign up\nLog in",
      ),
      "sign-in",
    ],
    [
      "Instagram, with more of an account",
      box("See more from linxiaoman.22\nSign up for Instagram to stay in the loop.\nSign up\nLog in"),
      "sign-in",
    ],
    [
      "Instagram, in Chinese",
      box("查看 linxiaoman.22 的更多内容 注册 Instagram，及时掌握最新动态。 注册 登录"),
      "sign-in",
    ],
    [
      "X, which names cookies on the way",
      box(
        "Happening now Join today. Sign up with Google Sign up with Apple Create account By signing up, you agree to the Terms of Service and Privacy Policy, including Cookie Use. Already have an account? Sign in",
      ),
      "sign-in",
    ],
    ["X, in Chinese", box("X 的最新动态，尽在掌握 立即加入。 注册 登录 使用 Google 账号注册"), "sign-in"],
    [
      "X, as a whole page",
      page(
        "Happening now Join today. Sign up with Google Sign up with Apple Create account Already have an account? Sign in",
      ),
      "sign-in",
    ],
    [
      "X, with the field",
      page("Sign in to X Sign in with Google Sign in with Apple or Phone, email, or username Next", asking),
      "sign-in",
    ],
    [
      "YouTube, of a video that is not for all",
      box("Sign in to confirm your age\nThis video may be inappropriate for some users.\nSign in"),
      "sign-in",
    ],
    [
      "YouTube, of who may be a machine",
      box("Sign in to confirm you’re not a bot\nThis helps protect our community. Learn more\nSign in"),
      "verification",
    ],
    [
      "Reddit",
      page(
        "You've been blocked by network security. To continue, log in to your Reddit account or use your developer token. If you think you've been blocked by mistake, file a ticket below and we'll look into it.",
      ),
      "sign-in",
    ],
    ["an app that has the rest", box("打开App查看完整内容"), "app"],
    ["an app that has the rest, by its name", box("打开微博客户端，查看全文"), "app"],
    ["an app that has the rest, as the site's own name", box("打开小红书查看完整内容"), "app"],
    ["an app that has the rest, to be read", box("打开 APP 阅读全文 立即打开"), "app"],
  ])("%s", (_what, cover, kind) => {
    expect(wallIn(cover)).toBe(kind)
  })
})

describe("what is none", () => {
  test.each<[what: string, cover: Cover]>([
    ["a bar with a button to sign in", box("首页 热门 登录 注册")],
    ["an app in a box of its own, with a field to sign in", box(`登录 ${article}`, asking)],
    ["a long post about cookies", box(`cookie 同意 ${article}`)],
    ["a post with a field to sign in beside it", page(`登录 密码 ${article}`, asking)],
    ["a post about a puzzle", page(`拖动滑块完成拼图 ${article}`)],
    ["a short post that has the words", page("今天网站又让我登录，烦死了。")],
    ["a page whose text has a puzzle of its own somewhere", page(article, { names: "geetest" })],
    ["a page with a word about cookies at its foot", page("帖子 Cookie 政策 同意")],
    ["a short post about being kept out", page("小红书又提示我访问频次异常，烦死了。")],
    ["a short post about a network", page("今天知乎说我的网络环境存在异常，谁懂。")],
    ["a long post about being kept out", page(`You've been blocked by network security, log in ${article}`)],
    ["a bar with buttons of other firms", box("首页 热门 使用 Google 账号登录 注册")],
    [
      "the bar at the foot of X",
      box("Don’t miss what’s happening People on X are the first to know. Log in Sign up"),
    ],
    [
      "a short post on X, seen by who is not signed in",
      page(
        "Post 林小满 @lin_xiaoman 青禾小学对面的阿芳面馆用过期肉 10:08 PM · Nov 21, 2026 1,204 Views New to X? Sign up now to get your own personalized timeline! Sign up with Google Sign up with Apple Create account By signing up, you agree to the Terms of Service and Privacy Policy, including Cookie Use.",
      ),
    ],
    [
      "an article with a way to write below it",
      page(
        `Already have an account? Sign in to comment. Continue with Google Join today. ${article.slice(0, 160)}`,
      ),
    ],
    ["a bar with an app", box("打开抖音App 查看更多精彩内容 打开抖音")],
    ["a bar with an app to be had", box("下载App 打开小红书查看全部精彩评论")],
    ["a post about an app", page("打开App查看完整内容")],
    ["a box with words of a post about an app", box(`打开App查看完整内容 ${article.slice(0, 160)}`)],
    ["an app in a box of its own, with marks of a cookie notice", box(article, { names: "cookie-banner" })],
    ["nothing", box("")],
  ])("%s", (_what, cover) => {
    expect(wallIn(cover)).toBeNull()
  })
})

test("what a page answers is taken as kinds, each once, or refused", () => {
  expect(parseWalls(["cookies", "sign-in", "cookies"])).toEqual(["sign-in", "cookies"])
  for (const junk of [null, "sign-in", {}, ["none"], [null], [["cookies"]]])
    expect(() => parseWalls(junk)).toThrow()
})

test("cookies alone keep nothing back", () => {
  expect(isOnlyCookies(["cookies"])).toBe(true)
  expect(isOnlyCookies(["sign-in", "cookies"])).toBe(false)
})
