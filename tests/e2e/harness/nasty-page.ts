/** A page with everything that a copy of it must hold, leave out, or name; and the sites that it takes from. */
import { PNG } from "pngjs"
import { type Route, serveSite, type Site } from "../../../scripts/site/serve-site.ts"

export const WORDS = {
  post: "帖子正文：某某是骗子",
  shade: "阴影里的文字",
  deepShade: "框内阴影里的文字",
  frame: "同站框里的文字",
  srcdoc: "内嵌文档里的文字",
  nested: "框中之框的文字",
  foreign: "别站框里的文字",
  plugin: "插件的文字",
} as const

function picture(colour: number, size = 40): Buffer {
  const png = new PNG({ width: size, height: size })
  for (let at = 0; at < png.data.length; at += 4) png.data.writeUInt32BE(((colour << 8) | 0xff) >>> 0, at)
  return PNG.sync.write(png)
}

const typed =
  (type: string, body: string | Buffer, headers: Readonly<Record<string, string>> = {}): Route =>
  (_request, response) => {
    response.writeHead(200, { "Content-Type": type, ...headers })
    response.end(body)
  }
const html = (body: string) => typed("text/html; charset=utf-8", body)
const shared = { "Access-Control-Allow-Origin": "*" }

const shade = (words: string, mode: string) => `<script>{
  const host = document.createElement("my-post")
  const root = host.attachShadow({ mode: "${mode}" })
  root.append(Object.assign(document.createElement("p"), { className: "shaded", textContent: ${JSON.stringify(Array.from(words))}.join("") }))
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(".shaded { background: rgb(0, 128, 128); color: white }")
  root.adoptedStyleSheets = [sheet]
  document.body.append(host)
}</script>`

const page = (
  elsewhere: string,
) => `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>坏帖</title>
<base href="/assets/"><meta http-equiv="refresh" content="3600;url=${elsewhere}/refresh"><meta name="csrf-token" content="T0KEN">
<link rel="stylesheet" href="page.css"><link rel="stylesheet" href="${elsewhere}/shared.css"><link rel="stylesheet" href="${elsewhere}/closed.css">
<link rel="prefetch" href="${elsewhere}/prefetch"><link rel="icon" href="data:,">
<script src="script.js"></script></head><body onload="globalThis.ran = true" background="${elsewhere}/body-background">
<h1 id="post" onclick="globalThis.ran = true">${WORDS.post}</h1>
<p><a id="script-link" href="javascript:globalThis.ran=true">脚本链接</a> <a id="link" href="${elsewhere}/profile" ping="${elsewhere}/ping">作者主页</a> <a id="here" href="#post">回到正文</a></p>
<p><img id="plain" src="red.png"> <picture><source srcset="green.png"><img id="chosen" src="never.png"></picture>
<img id="dense" srcset="blue.png 1x, never.png 3x" loading="lazy"> <img id="crossing" src="${elsewhere}/shared.png"> <img id="closed" src="${elsewhere}/closed.png" width="40" height="40"></p>
<div id="background" class="background"></div><div id="imported"></div><div id="from-elsewhere">别站样式</div>
<video id="video" poster="yellow.png" width="60" height="40"></video>
<canvas id="canvas" width="80" height="40"></canvas><canvas id="tainted" width="80" height="40"></canvas>
<svg id="svg" width="80" height="40"><defs><rect id="shape" width="40" height="40" fill="rgb(128,0,128)"/></defs><use href="#shape"/>
<use href="${elsewhere}/sprite.svg#a"/><image href="red.png" x="40" width="40" height="40"/><script>globalThis.ran = true</script></svg>
<form action="${elsewhere}/form"><input id="typed" value="old"><input id="secret" type="password"><input id="ticked" type="checkbox">
<input id="unticked" type="checkbox" checked><select id="choice"><option>one</option><option>two</option></select><textarea>DRAFT</textarea>
<button formaction="${elsewhere}/button">x</button></form>
<iframe id="frame" src="/frame" width="300" height="150"></iframe>
<iframe id="written" width="300" height="60" srcdoc="<style>body{background:rgb(200,220,255)}</style><p>${WORDS.srcdoc}</p><img src='red.png' onerror='parent.ran=true'>"></iframe>
<iframe id="foreign" src="${elsewhere}/frame" width="300" height="80"></iframe>
<object id="plugin" data="${elsewhere}/plugin.svg" width="100" height="40">${WORDS.plugin}</object>
<div style="width:40px;height:40px;background-image:url('red.png')" id="inline"></div>
${shade(WORDS.shade, "closed")}
<script>
  const context = document.querySelector("#canvas").getContext("2d")
  context.fillStyle = "rgb(255, 140, 0)"; context.fillRect(0, 0, 80, 40)
  const closed = document.querySelector("#closed")
  const taint = () => document.querySelector("#tainted").getContext("2d").drawImage(closed, 0, 0)
  if (closed.complete) taint(); else closed.onload = taint
  document.querySelector("#typed").value = "new & <b>"
  document.querySelector("#secret").value = "S3CRET"
  document.querySelector("#ticked").checked = true
  document.querySelector("#unticked").checked = false
  document.querySelector("#choice").selectedIndex = 1
  const made = new CSSStyleSheet(); made.replaceSync("h1 { color: rgb(178, 34, 34) }"); document.adoptedStyleSheets = [made]
</script></body></html>`

const frame = `<!doctype html><meta charset="utf-8"><style>body{margin:4px;background:rgb(220,255,220)}</style><p>${WORDS.frame}</p>
<img src="/assets/red.png" width="20"><iframe src="/nested" width="200" height="40"></iframe>${shade(WORDS.deepShade, "closed")}`

export interface Nasty {
  readonly site: Site
  /** Another site; what it serves at `/shared…` may be read by all, the rest by none. */
  readonly elsewhere: Site
}

export async function serveNasty(): Promise<Nasty> {
  const elsewhere = await serveSite({
    routes: {
      "/shared.png": typed("image/png", picture(0x00ffff), shared),
      "/shared.css": typed("text/css", "#from-elsewhere{background:rgb(240,200,240)}", shared),
      "/closed.png": typed("image/png", picture(0x123456)),
      "/closed.css": typed("text/css", "#from-elsewhere{outline:1px solid}"),
      "/frame": html(`<!doctype html><meta charset="utf-8"><p>${WORDS.foreign}</p>`),
      "/plugin.svg": typed("image/svg+xml", `<svg xmlns="http://www.w3.org/2000/svg"/>`),
    },
  })
  const css = `@import "imported.css" screen;@import url(${elsewhere.origin}/shared.css);
    .background{width:80px;height:40px;background:url(background.png)} a:link{color:rgb(0,100,0)}
    @media print{h1{background:url(print.png)}}`
  const site = await serveSite({
    routes: {
      "/": html(page(elsewhere.origin)),
      "/frame": html(frame),
      "/nested": html(`<!doctype html><meta charset="utf-8"><p>${WORDS.nested}</p>`),
      "/assets/page.css": typed("text/css", css),
      "/assets/imported.css": typed(
        "text/css",
        "#imported{width:80px;height:40px;background:url(./background.png);border:2px solid rgb(0,0,255)}",
      ),
      "/assets/script.js": typed("text/javascript", "globalThis.ran = true"),
      "/assets/red.png": typed("image/png", picture(0xff0000)),
      "/assets/green.png": typed("image/png", picture(0x00ff00)),
      "/assets/blue.png": typed("image/png", picture(0x0000ff)),
      "/assets/yellow.png": typed("image/png", picture(0xffff00)),
      "/assets/background.png": typed("image/png", picture(0x800000, 20)),
    },
  })
  return { site, elsewhere }
}
