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
