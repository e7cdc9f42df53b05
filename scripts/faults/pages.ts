/** The pages that are captured, and how high they are: what a whole picture of them has to show. */
import { chatPage, GENERIC_MARKUP, LOADS_OLDER, madeChat } from "../../tests/e2e/harness/chat-page.ts"
import { noisePage, servePages, tallPage } from "../../tests/e2e/harness/site.ts"
import { PNG } from "pngjs"
import { type Route, type Site } from "../site/serve-site.ts"
import { type Heights } from "./witness.ts"

export const paths = {
  long: "/long",
  middle: "/middle",
  short: "/short",
  noise: "/noise",
  post: "/post",
  chat: "/chat",
} as const

const plain = { [paths.long]: 9_000, [paths.middle]: 2_400, [paths.short]: 1_500 }
const NOISE_SCREENS = 3

/** In CSS pixels, which are device pixels here. */
export const heights: Heights = { ...plain, [paths.noise]: NOISE_SCREENS * 800 }

/** A post that is folded and has a picture, beside another one. */
const post = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>post</title>
<style>body{margin:0}article{width:600px;margin:20px}.text{height:40px;overflow:hidden}.open .text{height:auto}</style>
<article id="post"><div class="text"><p>张三上周在小区业主群里说李四欠钱不还，还说他骗了全楼的人。</p><div style="height:300px;background:#20a050"></div></div>
<button onclick="this.parentNode.classList.add('open');this.remove()">展开全文</button><img src="/picture.png" width="300" height="200" alt=""></article>
<article style="height:900px;background:#6060f0">another</article>`

const COLOUR = 120
const picture: Route = (_request, response) => {
  const png = new PNG({ width: 300, height: 200 })
  png.data.fill(COLOUR)
  response.writeHead(200, { "Content-Type": "image/png" })
  response.end(PNG.sync.write(png))
}

export const serveFaultPages = (): Promise<Site> =>
  servePages(
    {
      ...Object.fromEntries(Object.entries(plain).map(([path, height]) => [path, tallPage(path, height)])),
      [paths.noise]: noisePage(NOISE_SCREENS),
      [paths.post]: post,
      [paths.chat]: chatPage(
        madeChat(60),
        GENERIC_MARKUP,
        LOADS_OLDER,
        `<main id="box" class="chat-window"><div id="list"></div></main>`,
      ),
    },
    { "/picture.png": picture },
  )
