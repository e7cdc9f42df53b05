/** What a site puts before the post: told in the popup before anything is captured, and in the receipt. */
import { afterAll, describe, expect, test } from "vitest"
import { openPopup } from "../../scripts/browsers/driver.ts"
import { caught } from "./harness/caught.ts"
import { installed } from "./harness/installed.ts"
import { sharedRows } from "./harness/shared.ts"
import { servePages } from "./harness/site.ts"

const post = `<h1>帖子</h1>${"<p>这是帖子里的一句话，说了一件没有发生过的事。</p>".repeat(60)}`
const html = (body: string) =>
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>帖子</title><style>body{margin:0;font-size:16px}</style><body>${body}</body></html>`
const over = (style: string, inside: string) =>
  `<div style="position:fixed;background:#fff;${style}">${inside}</div>`
const middle = "left:20%;top:15%;width:60%;height:60%;z-index:9"
const signIn = `<h2>登录后查看全部内容</h2><input placeholder="手机号"><input placeholder="验证码"><button>登录</button>`

const pages: Readonly<Record<string, { readonly body: string; readonly walls: string }>> = {
  "a post with a bar to sign in": {
    body: `${over("left:0;right:0;top:0;height:48px", "首页 热门 <button>登录</button> <button>注册</button>")}${post}`,
    walls: "",
  },
  "an app that fills the window with a box of its own": {
    body: over("inset:0;overflow:auto", `<input type="password" placeholder="密码">登录${post}`),
    walls: "",
  },
  "a box to sign in over a post": { body: post + over(middle, signIn), walls: "sign-in" },
  "a dialog that is no fixed box": {
    body: `${post}<dialog id="d" style="position:absolute;width:70%;height:70%">${signIn}</dialog><script>document.querySelector("#d").show()</script>`,
    walls: "sign-in",
  },
  "a box in a closed shadow root": {
    body: `${post}<my-wall></my-wall><script>document.querySelector("my-wall").attachShadow({ mode: "closed" }).innerHTML = ${JSON.stringify(over(middle, signIn))}</script>`,
    walls: "sign-in",
  },
  "a puzzle in a frame": {
    body: post + over(middle, `<iframe src="/puzzle?geetest" style="width:100%;height:100%"></iframe>`),
    walls: "verification",
  },
  "a notice at the lower edge": {
    body: `${post}${over("left:0;right:0;bottom:0;height:140px", "本网站使用 Cookie 改善体验。<button>接受全部</button><button>拒绝</button>")}`,
    walls: "cookies",
  },
  "a sheet to sign up without a field": {
    body:
      post +
      over(
        middle,
        "Never miss a post from lin. Sign up for Instagram to stay in the loop. <button>Sign up</button>",
      ),
    walls: "sign-in",
  },
  "a prompt to open the app for the rest": {
    body: post + over("left:0;right:0;bottom:0;height:140px", "<button>打开App查看完整内容</button>"),
    walls: "app",
  },
  "what a player shows in the place of its video": {
    body: `${post}<yt-playability-error-supported-renderers>Sign in to confirm your age</yt-playability-error-supported-renderers>`,
    walls: "sign-in",
  },
  "a page that is nothing but a sign-in": { body: signIn, walls: "sign-in" },
  "a box that is there, and not to be seen": {
    body: post + over(`${middle};display:none`, signIn),
    walls: "",
  },
}

const names = Object.keys(pages)
const site = await servePages({
  ...Object.fromEntries(Object.values(pages).map(({ body }, at) => [`/${String(at)}`, html(body)])),
  "/puzzle": html("请拖动滑块"),
})
const inBrowser = installed()
afterAll(() => site.close())

describe.each(sharedRows(names))("%s", name => {
  test("is told as what it is, before the capture and with it", async () => {
    const { walls = "" } = pages[name] ?? {}
    const page = await inBrowser.driven.newPage(`${site.origin}/${String(names.indexOf(name))}`)
    const popup = await openPopup(inBrowser.driven, page)
    await popup.waitFor(() => document.body.dataset.view === "ready")
    const reply = await popup.evaluate(async () => {
      const [tab] = await browser.tabs.query({ active: true, currentWindow: true })
      return browser.runtime.sendMessage({
        api: "background",
        method: "readWalls",
        input: { tabId: tab?.id },
      })
    })
    expect(reply).toEqual({ ok: true, value: { walls: walls.split(" ").filter(kind => kind !== "") } })
    if (walls !== "") {
      const told = await popup.waitFor(() => document.querySelector<HTMLElement>("#walls")?.dataset.walls)
      expect(told).toBe(walls)
    }
    await popup.close()
    const { row } = await caught(inBrowser.driven, page)
    expect((row.walls ?? []).join(" ")).toBe(walls)
    if (walls !== "") {
      const item = await inBrowser.driven.openExtensionPage(`ui/item.html?item=${row.id}`)
      const said = await item.waitFor(() => document.querySelector<HTMLElement>("#walls")?.dataset.walls)
      expect(said).toBe(walls)
      await item.close()
    }
    await page.close()
  })
})

declare const browser: {
  readonly tabs: { query(what: object): Promise<readonly { readonly id?: number }[]> }
  readonly runtime: { sendMessage(message: object): Promise<unknown> }
}
