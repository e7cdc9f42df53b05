/**
 * Comments of one thread that become items of their own: chosen from what was read
 * of the page, put on a list, looked for by their words, cut out; or captured on a
 * page of their own. One that is gone meanwhile is told, and nothing is made of it.
 */
import { PNG } from "pngjs"
import { afterAll, describe, expect, test } from "vitest"
import { type Page } from "../../scripts/browsers/driver.ts"
import { grantedHosts } from "../../scripts/browsers/granted.ts"
import { type CaptureRecord } from "../../src/core/evidence.ts"
import { caught, caughtIn } from "./harness/caught.ts"
import { exportBundle } from "./harness/exported.ts"
import { installed } from "./harness/installed.ts"
import { judged } from "./harness/look.ts"
import { photographer } from "./harness/photograph.ts"
import { hexColour } from "./harness/picture.ts"
import { newPlace } from "./harness/place.ts"
import { servePages } from "./harness/site.ts"
import { extensionDir, target } from "./harness/target.ts"
import { newest, readVault } from "./harness/vault.ts"
import { verify } from "./harness/verifier.ts"

const AUTHORS = ["阿甲", "阿乙", "阿丙"] as const
/** Each with a colour of its own, and a height that no other has. */
const comments = Array.from({ length: 12 }, (_, at) => ({
  name: AUTHORS[at % 3] ?? "",
  words: `第${String(at + 1)}条：这家店用过期肉`,
  colour: 0x203040 + at * 0x0a0f05,
  height: 100 + at * 4,
}))
/** Where the sixth has a page of its own. */
const OWN = 5

const state: { gone: number | null } = { gone: null }
const threadPage = (origin: string, path = "/thread"): string => {
  const said = {
    ...{ "@context": "https://schema.org", "@type": "DiscussionForumPosting", url: `${origin}${path}` },
    ...{
      headline: "避雷",
      author: { name: "楼主" },
      datePublished: "2026-11-20T08:00:00+08:00",
      text: "看评论",
    },
    comment: comments.map(({ name, words }, at) => ({
      ...{ "@type": "Comment", author: { name }, text: words, datePublished: "2026-11-21T08:00:00+08:00" },
      ...(at === OWN ? { url: `${origin}/comment/6` } : {}),
    })),
  }
  const drawn = comments.map(({ name, words, colour, height }, at) =>
    at === state.gone
      ? ""
      : `<div class="reply" id="c${String(at)}" style="height:${String(height)}px;width:500px;margin:0 0 60px 30px;background:${hexColour(colour)};color:${hexColour(colour)}"><b>${name}</b><p style="margin:0">${words}</p></div>`,
  )
  return `<!doctype html><html lang="zh"><meta charset="utf-8"><title>t</title><script type="application/ld+json">${JSON.stringify(said)}</script><body style="margin:0"><h1 style="margin:0;height:80px;overflow:hidden">避雷</h1><div>${drawn.join("")}</div></body></html>`
}

/** As video sites do it: each part in a shadow root of its own, three at a time, and more of them where the page's end is seen. */
const deepPage = (
  origin: string,
): string => `${threadPage(origin, "/deep").replace(/<div><div class="reply"[^]*/, "")}
<div style="height:1500px">正文</div><site-comments></site-comments><div id="end" style="height:20px"></div><script>
  const rows = ${JSON.stringify(comments.map(({ name, words, colour, height }) => [name, words, hexColour(colour), height]))}
  const rootOf = (element, html) => {
    const root = element.attachShadow({ mode: "closed" })
    root.innerHTML = "<style>:host { display: block }</style>" + html
    return root
  }
  const list = rootOf(document.querySelector("site-comments"), "")
  const more = () => {
    for (const [name, words, colour, height] of rows.splice(0, 3)) {
      const one = document.createElement("one-comment")
      one.style.cssText = "height:" + height + "px;width:500px;margin:0 0 60px 30px;background:" + colour + ";color:" + colour
      const parts = rootOf(one, "<one-author></one-author><one-text></one-text>")
      rootOf(parts.querySelector("one-author"), "<a>" + name + "</a>")
      rootOf(parts.querySelector("one-text"), "<p style='margin:0'><span>" + words + "</span></p>")
      list.append(one)
    }
  }
  new IntersectionObserver(seen => { if (seen.some(each => each.isIntersecting)) setTimeout(more, 300) }).observe(document.querySelector("#end"))
  // What is seen before is told of as well: the observer tells of a change only.
  setInterval(() => { if (document.querySelector("#end").getBoundingClientRect().top < innerHeight) more() }, 700)
</script>`

const site = await servePages(
  { "/comment/6": "<!doctype html><meta charset=utf-8><title>c</title><p>第6条：这家店用过期肉</p>" },
  {
    "/thread": (request, response) => {
      response.setHeader("Content-Type", "text/html; charset=utf-8")
      response.end(threadPage(`http://${request.headers.host ?? ""}`))
    },
    "/deep": (request, response) => {
      response.setHeader("Content-Type", "text/html; charset=utf-8")
      response.end(deepPage(`http://${request.headers.host ?? ""}`))
    },
  },
)
afterAll(() => site.close())

describe("comments of one thread", () => {
  const folder = newPlace()
  const browser = installed({
    ...grantedHosts(target, extensionDir, ["<all_urls>"], folder.profile, ["webRequest"]),
    locale: "zh-CN",
    env: { LANGUAGE: "zh_CN" },
  })
  afterAll(() => {
    folder.clear()
  })
  const photograph = photographer(browser, "comments", { language: "zh-CN", scheme: "light" })
  const look = async (page: Page, name: string) => {
    await photograph(page, name)
    expect([name, await judged(page)]).toEqual([name, { wrong: [], sideways: false }])
  }

  test("are chosen from a list and become items, each with its own picture; one that is gone is told", async () => {
    const { driven } = browser
    await driven.setViewport({ width: 1000, height: 900 })
    const thread = await driven.newPage(`${site.origin}/thread`)
    const { row } = await caught(driven, thread)

    const page = await driven.openExtensionPage(`ui/item.html?item=${row.id}`)
    await page.waitFor(() => document.querySelector("#comments"))
    expect(
      await page.evaluate(() => document.querySelector("#comments tr")),
      "hidden until asked for",
    ).toBeNull()
    await page.click("#show-content")
    await page.waitFor(() => document.querySelectorAll("#comments tbody tr").length === 12)
    // All of one author, then two of another's besides.
    await page.evaluate(() => {
      const select = document.querySelector<HTMLSelectElement>("#comments-author")
      if (select) select.value = "阿甲"
      select?.dispatchEvent(new Event("change", { bubbles: true }))
    })
    await page.waitFor(() => document.querySelectorAll("#comments tbody tr").length === 4)
    await page.click("#comments-all")
    await page.waitFor(() => document.querySelectorAll("#comments input:checked").length === 4)
    await page.click("#comment-0")
    await page.evaluate(() => {
      const select = document.querySelector<HTMLSelectElement>("#comments-author")
      if (select) select.value = ""
      select?.dispatchEvent(new Event("change", { bubbles: true }))
    })
    await page.waitFor(() => document.querySelectorAll("#comments tbody tr").length === 12)
    await page.click("#comment-5")
    await page.waitFor(() => document.querySelector("#comments-chosen")?.textContent === "已选 4 条评论。")
    await look(page, "chosen")

    state.gone = 9
    await page.click("#comments-go")
    await page.waitFor(() => document.querySelector("#comments-said")?.textContent.includes("4 条评论"))
    await page.evaluate(() => {
      const pace = document.querySelector<HTMLInputElement>("#pace")
      if (pace) pace.value = "0"
    })
    await look(page, "form")
    await page.click("#start")
    await page.waitFor(
      () =>
        document.querySelector("#course[data-state=done]") !== null &&
        document.querySelector("[data-state=capturing]") === null,
      110_000,
    )
    await look(page, "done")
    expect(
      await page.evaluate(() =>
        Array.from(document.querySelectorAll<HTMLElement>("#entries > li"), ({ dataset }) => dataset.state),
      ),
    ).toEqual(["saved", "saved", "saved", "failed"])
    expect(
      await page.evaluate(
        () => document.querySelector<HTMLElement>("#summary [data-failed]")?.dataset.failed,
      ),
    ).toBe("queue/no-comment")

    const { captures, log } = await readVault(page)
    const made = captures.filter(({ trigger }) => trigger === "queue").sort((a, b) => a.item - b.item)
    expect(made.map(({ url, complete }) => [url, complete])).toEqual([
      [`${site.origin}/thread`, true],
      [`${site.origin}/comment/6`, true],
      [`${site.origin}/thread`, true],
    ])
    for (const [at, of] of [
      [0, 3],
      [2, 6],
    ] as const) {
      const found = await caughtIn(driven.background, made[at] ?? expect.unreachable("made before"))
      const { post } = JSON.parse(await found.text("capture.json")) as CaptureRecord
      const wanted = comments[of] ?? expect.unreachable("one of twelve")
      expect(post).toMatchObject({ width: 500, height: wanted.height, file: "post.png" })
      expect(post?.frames.length).toBeGreaterThan(0)
      const { width, height, data } = PNG.sync.read(await found.bytes("post.png"))
      expect([width, height]).toEqual([500, wanted.height])
      const corners = [0, width * height - 1].map(pixel => data.readUInt32BE(pixel * 4) >>> 8)
      expect(corners).toEqual([wanted.colour, wanted.colour])
      const notes = log.filter(({ captureId }) => captureId === found.row.id)
      expect(notes.find(({ what }) => what.startsWith("the user chose this comment"))?.detail).toMatchObject({
        authorName: wanted.name,
        text: wanted.words,
      })
      expect(notes.some(({ what }) => what.startsWith("comment of a list looked for"))).toBe(true)
    }

    // What could not be told goes on a new list as the comment that it is, and not as its page.
    state.gone = null
    await page.click("#retry")
    await page.waitFor(() =>
      document.querySelector("#comments-said")?.textContent.includes("没有采到的 1 项（评论"),
    )
    expect(await page.evaluate(() => document.querySelector<HTMLTextAreaElement>("#links")?.value)).toBe("")

    const bundle = await exportBundle(driven, thread, browser.place.folder)
    expect(verify(bundle.zip)).toMatchObject({ status: 0, faults: [] })
  })
  test("one that comes only as the page is scrolled, drawn in shadow roots, is looked for there and is in the first frame", async () => {
    const { driven } = browser
    const thread = await driven.newPage(`${site.origin}/deep`)
    const { row } = await caught(driven, thread)
    const page = await driven.openExtensionPage(`ui/item.html?item=${row.id}`)
    await page.waitFor(() => document.querySelector("#comments"))
    await page.click("#show-content")
    await page.waitFor(() => document.querySelectorAll("#comments tbody tr").length === 12)
    await page.click("#comment-7")
    await page.click("#comments-go")
    await page.waitFor(() => document.querySelector("#comments-said")?.textContent.includes("1 条评论"))
    await page.evaluate(() => {
      const pace = document.querySelector<HTMLInputElement>("#pace")
      if (pace) pace.value = "0"
    })
    await page.click("#start")
    // The list before it, of four, is there until this one has begun.
    await page.waitFor(
      () => document.querySelector("#entries > :only-child:is([data-state=saved], [data-state=failed])"),
      110_000,
    )
    expect(
      await page.evaluate(() =>
        Array.from(document.querySelectorAll<HTMLElement>("#entries > li"), ({ dataset }) => dataset.state),
      ),
    ).toEqual(["saved"])
    const vault = await readVault(page)
    const found = await caughtIn(driven.background, newest(vault))
    const { post, frames } = JSON.parse(await found.text("capture.json")) as CaptureRecord
    const wanted = comments[7] ?? expect.unreachable("one of twelve")
    expect(post).toMatchObject({ width: 500, height: wanted.height, file: "post.png" })
    expect(post?.frames.map(({ path }) => path)).toContain(frames[0]?.path)
    const { width, height, data } = PNG.sync.read(await found.bytes("post.png"))
    expect([width, height]).toEqual([500, wanted.height])
    const corners = [0, width * height - 1].map(pixel => data.readUInt32BE(pixel * 4) >>> 8)
    expect(corners).toEqual([wanted.colour, wanted.colour])
    const looked = vault.log.find(
      ({ captureId, what }) => captureId === found.row.id && what.startsWith("comment of a list looked for"),
    )
    expect(looked?.detail.screensScrolled).toBeGreaterThan(0)
    const text = await found.text("text.txt")
    expect(text).toContain(wanted.words)
    expect(text, "rules are no words of the page").not.toContain("display: block")
  })
})
