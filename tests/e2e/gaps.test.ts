/** What a capture says is missing: each gap where there is one, and none where there is none. */
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type Kept } from "../../scripts/browsers/use-popup.ts"
import { type Route } from "../../scripts/site/serve-site.ts"
import { type Gap } from "../../src/core/evidence.ts"
import { type Bundle, exportBundle, type Item, keep } from "./harness/exported.ts"
import { installed } from "./harness/installed.ts"
import { sharedEntries } from "./harness/shared.ts"
import { servePages } from "./harness/site.ts"

/** `count` is left out where nobody could count. */
type Wanted = readonly [what: Gap["what"], reason: Gap["reason"], count: number | null]

const words = (n: number) => Array.from({ length: n }, (_, index) => `<p>这是第${index}段文字。</p>`).join("")
const picture = (extra: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${extra}><rect width="9" height="9"/></svg>`
const comments = (n: number) =>
  Array.from(
    { length: n },
    (_, index) => `<div class="comment"><b>用户${index}</b><p>评论文字${index}</p></div>`,
  ).join("")

/** A row of slides as scripts make them, moved to the one of that number. */
const slides = (addresses: readonly string[], at: number) =>
  `<div style="width:300px;overflow:hidden"><div style="display:flex;transform:translate3d(${-300 * at}px,0,0)">${addresses
    .map(
      address => `<div style="flex:0 0 300px"><img src="${address}" alt="" width="300" height="200"></div>`,
    )
    .join("")}</div></div>`

const elsewhere = await servePages({
  "/embedded": "<!doctype html><title>别处</title><p>来自别的网站的文字</p>",
})

const incomplete: Readonly<Record<string, { readonly body: string; readonly gaps: readonly Wanted[] }>> =
  sharedEntries({
    "code lines that go on to the right": {
      body: `<pre style="overflow-x:auto;width:300px">${"字".repeat(200)}</pre>`,
      gaps: [["inner-scroller", "not-scrolled", 1]],
    },
    "a text cut after two lines": {
      body: `<article><div style="display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden;width:300px">${"很长的正文。".repeat(60)}</div></article>`,
      gaps: [["folded", "not-unfolded", 1]],
    },
    "a text cut by its height, with a label that unfolds it": {
      body: `<div style="max-height:60px;overflow:hidden">${words(9)}</div><div class="fold"><span style="cursor:pointer">展开<i>﹀</i></span></div><p>别的文字</p><a href="javascript:void 0">... 全文</a>`,
      gaps: [["folded", "not-unfolded", 2]],
    },
    "posts of a list whose whole text is on a page of its own": {
      body: `<article><p>开头……<a href="/status/1">全文</a></p></article><article><p>开头……<a href="/status/2">阅读全文</a></p></article>`,
      gaps: [["folded", "not-unfolded", 2]],
    },
    "replies behind a button": {
      body: `<main>${comments(2)}<button>查看更多回复</button><div role="button">展开更多回复 ▾</div></main>`,
      gaps: [["folded", "not-unfolded", 2]],
    },
    "closed details": {
      body: `<main><details><summary>附件</summary><p>里面的文字</p></details><details open><summary>开着</summary><p>看得见</p></details></main>`,
      gaps: [["folded", "not-unfolded", 1]],
    },
    "312 comments, of which 3 are there": {
      body: `<h2>评论 312</h2><section>${comments(3)}</section>`,
      gaps: [["not-loaded", "not-loaded", 309]],
    },
    "four pictures in a row of slides that shows one at a time, and goes round": {
      body: slides(["/a.svg", "/b.svg", "/c.svg", "/d.svg", "/a.svg"], 0),
      gaps: [["pictures", "not-shown", 3]],
    },
    "the second of three slides": {
      body: slides(["/a.svg", "/b.svg", "/c.svg"], 1),
      gaps: [["pictures", "not-shown", 2]],
    },
    "3,402 comments, as the site's data says and no label, of which 3 are there": {
      body: `<main><article><h1>帖子的标题</h1><p>帖子的正文。</p><a title="评论">3,402</a></article>${comments(3)}</main>
        <script type="application/ld+json">${JSON.stringify({
          ...{ "@context": "https://schema.org", "@type": "DiscussionForumPosting", headline: "帖子的标题" },
          ...{ author: { "@type": "Person", name: "某人" }, text: "帖子的正文。", commentCount: 3402 },
        })}</script>`,
      gaps: [["not-loaded", "not-loaded", 3399]],
    },
    "a picture that did not come": {
      body: `<img src="/no-such.png" alt="照片" width="300" height="200"><img src="/square.svg" alt="">`,
      gaps: [["pictures", "not-loaded", 1]],
    },
    "a frame from another site": {
      body: `<iframe src="${elsewhere.origin}/embedded" width="400" height="200"></iframe>`,
      gaps: [["frame-content", "cross-origin", 1]],
    },
    "a video": {
      body: `<video controls width="320" height="180"></video>`,
      gaps: [["video", "not-downloaded", 1]],
    },
    "a page wider than the window": {
      body: `<div style="width:3000px;height:50px;background:#cde">宽</div>`,
      gaps: [["width", "not-scrolled", null]],
    },
    "a video, a fold and a broken picture in shadow roots": {
      body: `<my-post></my-post><script>
      const outer = document.querySelector("my-post").attachShadow({ mode: "closed" })
      outer.innerHTML = "<div><my-text></my-text></div><video controls></video>"
      outer.querySelector("my-text").attachShadow({ mode: "open" }).innerHTML = '<button>展开全文</button><img src="/no-such.png" width=50 height=50>'
    </script>`,
      gaps: [
        ["pictures", "not-loaded", 1],
        ["folded", "not-unfolded", 1],
        ["video", "not-downloaded", 1],
      ],
    },
  })

const ordinary = `
  <style>
    body { margin: 0; overflow-x: hidden }
    .one { white-space: nowrap; overflow: hidden; text-overflow: ellipsis; width: 120px }
    .two { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; width: 200px }
    .drawer { position: absolute; left: 100%; top: 0; width: 300px; height: 300px }
  </style>
  <header><nav><a href="/1">首页</a> <a href="/2">更多</a> <div class="one"><a href="/3">${"很长的频道名字".repeat(5)}</a></div>
    <details><summary>语言</summary><a href="/zh">中文</a><a href="/en">English</a></details></nav></header>
  <div class="drawer">抽屉</div>
  <aside><h2>热门</h2><ol>
    <li class="one"><a href="/a">${"另一篇文章的很长的标题".repeat(3)}</a></li>
    <li><a href="/b"><span>还有一篇</span> <em>1.2万评论</em></a></li></ol><a href="/all">查看全部</a></aside>
  <main><article><h1>一篇普通的文章</h1><p>作者：某人 <button aria-haspopup="menu">更多</button></p>
    ${words(60)}
    <img src="/square.svg" alt=""><img src="/unsized.svg" alt=""><img src="/square.svg" loading="lazy" alt="">
    <img src="/blocked-counter.gif" width="1" height="1" alt="">
    <iframe src="about:blank" style="display:none"></iframe><iframe src="${elsewhere.origin}/embedded" width="1" height="1"></iframe>
    <p>欢迎在评论区留言，更多内容请展开全文阅读。</p><a href="#top">更多</a>
    <table><tr><td>一</td><td>二</td></tr></table>
  </article>
  <section><h2>3条评论</h2>${comments(3)}<textarea rows="2">${"草稿\n".repeat(20)}</textarea></section>
  <section><h2>相关文章</h2><a class="card" href="/c"><div class="two">${"相关文章的标题和摘要。".repeat(20)}</div><span>86评论</span></a>
    <div class="two"><a href="/d">${"又一篇相关文章的标题。".repeat(20)}</a></div> <a href="/more">更多</a></section></main>
  <footer><details><summary>联系我们</summary><p>地址</p></details> <a href="/x">More</a></footer>`

const complete: Readonly<Record<string, string>> = {
  "a long plain page": words(400),
  "an ordinary article, with menus, cards, a side column and all its comments": ordinary,
  "a row of slides that is one picture, again and again": `<p>文字</p>${slides(["/a.svg", "/a.svg", "/a.svg"], 1)}`,
  "a row of small faces that runs out of its box": `<div style="width:120px;overflow:hidden"><div style="display:flex;width:600px">${`<img src="/b.svg" alt="" width="60" height="60">`.repeat(9)}</div></div>`,
  "a page with a closed shadow root in an open one": `<p>外面的文字</p><my-box></my-box><script>
    const open = document.querySelector("my-box").attachShadow({ mode: "open" })
    open.innerHTML = "<p>第一层的文字</p><my-inner></my-inner>"
    open.querySelector("my-inner").attachShadow({ mode: "closed" }).innerHTML = "<p>第二层的文字</p>"
  </script>`,
  "a page with a frame of its own site": `<p>外面的文字</p><iframe src="/short-frame" width="400" height="200"></iframe>`,
  "a page with secrets and drafts": `<p>好的，这是帖子。</p>
    <meta name="csrf-token" content="T0KEN-META"><form><input type="hidden" name="csrf_token" value="T0KEN-FIELD">
    <input type="password" name="pass" value="S3CRET-WORD"><input name="nick" value="昵称留下"></form>
    <div contenteditable="true">好的</div><p>好的，这也是帖子。</p>
    <my-editor></my-editor><script>
      document.querySelector("my-editor").attachShadow({ mode: "open" }).innerHTML = '<div contenteditable="true">DRAFT-IN-SHADE</div>'
    </script>`,
}

const html = (title: string, body: string) =>
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${title}</title><body>${body}</body></html>`

const bodies = [
  ...Object.entries(incomplete).map(([name, { body }]) => [name, body] as const),
  ...Object.entries(complete),
]
const pathOf = (name: string) => `/${String(bodies.findIndex(([each]) => each === name))}`
const svg = (extra: string): Route => {
  return (_request, response) => {
    response.writeHead(200, { "Content-Type": "image/svg+xml" }).end(picture(extra))
  }
}
const once: Route = (_request, response) => {
  const isFirst = site.count("/once") === 1
  response.writeHead(isFirst ? 200 : 403, { "Content-Type": "text/html; charset=utf-8" })
  response.end(html("只给一次", isFirst ? words(3) : "不再给"))
}
const site = await servePages(
  {
    ...Object.fromEntries(bodies.map(([name, body]) => [pathOf(name), html(name, body)])),
    "/short-frame": html("框", "<p>框里的文字</p>"),
  },
  {
    "/once": once,
    "/square.svg": svg('width="9" height="9"'),
    "/unsized.svg": svg('viewBox="0 0 9 9"'),
    ...Object.fromEntries(["a", "b", "c", "d"].map(name => [`/${name}.svg`, svg('width="9" height="9"')])),
  },
)
afterAll(async () => {
  await site.close()
  await elsewhere.close()
})

const browser = installed()
const held: { bundle?: Bundle } = {}
const kept = new Map<string, { readonly item: string; readonly kept: Kept }>()

beforeAll(async () => {
  const page = await browser.driven.newPage("about:blank")
  for (const path of [...bodies.map(([name]) => pathOf(name)), "/once"]) {
    await page.goto(site.origin + path)
    kept.set(path, await keep(browser.driven, page))
  }
  held.bundle = await exportBundle(browser.driven, page, browser.place.folder)
})

function itemAt(path: string): { readonly item: Item; readonly kept: Kept } {
  const found = kept.get(path)
  if (held.bundle === undefined || found === undefined) expect.unreachable(`${path} was not captured`)
  return { item: held.bundle.item(found.item), kept: found.kept }
}

const gapsOf = (item: Item): Wanted[] =>
  item.record.gaps.map(({ what, reason, count }) => [what, reason, count])

describe("is a gap, in the record and in the popup:", () => {
  test.each(Object.entries(incomplete))("%s", (name, { gaps }) => {
    const { item, kept } = itemAt(pathOf(name))
    expect(gapsOf(item)).toEqual(gaps)
    expect(item.record.complete).toBe(false)
    expect(kept.complete).toBe(false)
    expect(kept.gaps).toHaveLength(gaps.length)
  })

  test("a page that the site gives only once", () => {
    const { item } = itemAt("/once")
    expect(gapsOf(item)).toEqual([["source", "refused", null]])
    expect(item.record.gaps[0]?.where).toBe("HTTP 403")
    expect(item.record.requests).toMatchObject([{ status: 403 }])
    expect(item.text("dom-before.html")).toContain("这是第2段文字。")
  })
})

describe("is complete as loaded, without a gap:", () => {
  test.each(Object.keys(complete))("%s", name => {
    const { item, kept } = itemAt(pathOf(name))
    expect(item.record.gaps).toEqual([])
    expect(item.record.complete).toBe(true)
    expect(kept).toMatchObject({ complete: true, gaps: [] })
  })
})

test("the text of shadow roots, closed and nested ones too, is in text.txt and in the document", () => {
  const { item } = itemAt(pathOf("a page with a closed shadow root in an open one"))
  for (const text of ["外面的文字", "第一层的文字", "第二层的文字"]) {
    expect(item.text("text.txt").split(text)).toHaveLength(2)
    expect(item.text("dom-before.html")).toContain(`<p>${text}</p>`)
  }
  expect(item.text("dom-after.html")).toContain(
    '<template shadowrootmode="closed"><p>第二层的文字</p></template>',
  )
})

test("the text of a frame of the same site is in text.txt, and its address in the record", () => {
  const { item } = itemAt(pathOf("a page with a frame of its own site"))
  expect(item.text("text.txt")).toContain("框里的文字")
  expect(item.record.page?.frameUrls).toEqual(["/short-frame"])
})

test("secrets and drafts are nowhere in the item; they are counted, and not as a gap", () => {
  const { item } = itemAt(pathOf("a page with secrets and drafts"))
  for (const { path, mediaType } of item.record.files) {
    if (mediaType.startsWith("image/")) continue
    const text = item.text(path)
    // The server sends the page with its drafts and script; what it sent is kept as it was, secrets aside.
    const secrets = path === "source.html" ? /S3CRET|T0KEN/ : /S3CRET|T0KEN|DRAFT-IN-SHADE(?!<\/div>')/
    expect(secrets.exec(text)?.[0], path).toBeUndefined()
  }
  expect(item.text("dom-after.html")).toContain('value="昵称留下"')
  // The words of the draft stand in the post too, before and after it, and stay there.
  expect(item.text("text.txt").replace(/\s+/g, " ")).toContain(
    "好的，这是帖子。 [redacted] 好的，这也是帖子。",
  )
  const counted = (where: string) =>
    Object.fromEntries(
      item.record.redacted.filter(each => each.where === where).map(({ what, count }) => [what, count]),
    )
  for (const file of ["dom-before.html", "dom-after.html"]) {
    expect(counted(file)).toEqual({ "anti-forgery": 2, password: 1, draft: 2 })
  }
  expect(counted("source.html")).toEqual({ "anti-forgery": 2, password: 1 })
  expect(counted("text.txt")).toEqual({ draft: 2 })
})
