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
