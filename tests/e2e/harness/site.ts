import { serveSite, type Route, type Site } from "../../../scripts/site/serve-site.ts"

/** A site of pages written in the test: HTML by path. */
export function servePages(
  pages: Readonly<Record<string, string>>,
  routes: Readonly<Record<string, Route>> = {},
): Promise<Site> {
  const written = Object.entries(pages).map(([path, html]): [string, Route] => [
    path,
    (_request, response) => {
      response.setHeader("Content-Type", "text/html; charset=utf-8")
      response.end(html)
    },
  ])
  return serveSite({ routes: { ...Object.fromEntries(written), ...routes } })
}

/** A page of `height` CSS pixels whose every 100 rows have a colour of their own. */
export function tallPage(title: string, height: number): string {
  const bands = Array.from(
    { length: Math.ceil(height / 100) },
    (_, index) =>
      `<div style="height:100px;background:hsl(${(index * 47) % 360} 70% 60%)">${title} ${index}</div>`,
  )
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><body style="margin:0">${bands.join("")}</body></html>`
}

/** Screens of 800 CSS pixels of noise, another one each time, which no PNG makes smaller: about 3 MB each. */
export const noisePage = (
  screens: number,
): string => `<!doctype html><meta charset="utf-8"><title>noise</title><body style="margin:0"><script>
  for (let screen = 0; screen < ${screens}; screen++) {
    const canvas = document.createElement("canvas")
    canvas.width = 1265; canvas.height = 800; canvas.style.display = "block"
    const context = canvas.getContext("2d")
    const image = context.createImageData(canvas.width, canvas.height)
    const words = new Uint32Array(image.data.buffer)
    let state = Math.floor(Math.random() * 0xffffffff) | 1
    for (let at = 0; at < words.length; at++) {
      state ^= state << 13; state ^= state >>> 17; state ^= state << 5
      words[at] = state | 0xff000000
    }
    context.putImageData(image, 0, 0)
    document.body.append(canvas)
  }
</script>`
