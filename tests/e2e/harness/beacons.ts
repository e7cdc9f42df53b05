/** A page that calls home in every way that markup can, and the same markup as text in all that it calls itself. */
import { type Surface } from "../../../scripts/browsers/driver.ts"

export interface Beacon {
  readonly kind: string
  /** The markup that calls `address`. */
  readonly markup: (address: string) => string
  /** Whether a browser that loads the page calls at once, without a click. The others are looked for as elements. */
  readonly calls: boolean
}

export const beacons: readonly Beacon[] = [
  { kind: "stylesheet", calls: true, markup: at => `<link rel="stylesheet" href="${at}">` },
  { kind: "css-import", calls: true, markup: at => `<style>@import url("${at}");</style>` },
  {
    kind: "font",
    calls: true,
    markup: at =>
      `<style>@font-face { font-family: b; src: url("${at}") }</style><p style="font-family:b">b</p>`,
  },
  { kind: "background", calls: true, markup: at => `<div style="background:url('${at}')">b</div>` },
  { kind: "img", calls: true, markup: at => `<img src="${at}" alt="">` },
  { kind: "srcset", calls: true, markup: at => `<img srcset="${at} 1x" alt="">` },
  { kind: "image-input", calls: true, markup: at => `<input type="image" src="${at}" alt="">` },
  { kind: "svg-image", calls: true, markup: at => `<svg width="9" height="9"><image href="${at}"/></svg>` },
  { kind: "poster", calls: true, markup: at => `<video poster="${at}" width="40" height="40"></video>` },
  { kind: "video", calls: true, markup: at => `<video src="${at}" preload="auto" muted></video>` },
  { kind: "audio", calls: true, markup: at => `<audio src="${at}" preload="auto"></audio>` },
  { kind: "iframe", calls: true, markup: at => `<iframe src="${at}"></iframe>` },
  { kind: "object", calls: true, markup: at => `<object data="${at}"></object>` },
  { kind: "embed", calls: true, markup: at => `<embed src="${at}">` },
  { kind: "script", calls: true, markup: at => `<script src="${at}"></script>` },
  { kind: "onerror", calls: true, markup: at => `<img src="x:" alt="" onerror="new Image().src='${at}'">` },
  { kind: "preload", calls: true, markup: at => `<link rel="preload" as="image" href="${at}">` },
  { kind: "prefetch", calls: false, markup: at => `<link rel="prefetch" href="${at}">` },
  { kind: "preconnect", calls: false, markup: at => `<link rel="preconnect dns-prefetch" href="${at}">` },
  { kind: "form", calls: false, markup: at => `<form action="${at}"><input name="q" autofocus></form>` },
  { kind: "ping", calls: false, markup: at => `<a href="#" ping="${at}">b</a>` },
  { kind: "base", calls: false, markup: at => `<base target="b" href="${at}/">` },
  // Late enough for the page itself to be captured.
  { kind: "refresh", calls: false, markup: at => `<meta http-equiv="refresh" content="900;url=${at}">` },
]

/** Every beacon at once, as a text: where it is shown as anything else, it calls, and it navigates. */
export const beaconText = (host: string): string =>
  `"'></title></textarea></style></script>--><meta http-equiv="refresh" content="0;url=${host}/text-refresh">` +
  `<script>globalThis.pwned = 1</script>` +
  beacons
    .filter(({ kind }) => kind !== "refresh")
    .map(({ kind, markup }) => markup(`${host}/text-${kind}`))
    .join("")

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;")

/** The page. Its title, its author, and the names of its elements are the text above; its base comes last, so that it moves no other. */
export function beaconPage(host: string): string {
  const text = escaped(beaconText(host))
  const marked = beacons.map(({ kind, markup }) => markup(`${host}/page-${kind}`)).join("\n")
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${text}</title><link rel="icon" href="data:,">
<meta name="author" content="${text}"></head><body><h1>${text}</h1>
<article><a class="author" href="/u/1" title="${text}">@${text}</a><p>The post itself.</p></article>
<iframe id="${text}" class="${text}" name="${text}" srcdoc="x" style="width:80px;height:40px"></iframe>
<div id="${text}" class="${text}" style="height:40px;overflow:auto"><div style="height:400px">inner</div></div>
${marked}</body></html>`
}

/** What a document that shows captured data holds, beyond text. */
export interface Held {
  readonly pwned: boolean
  /** Elements that load, send or navigate, with an address outside of what was allowed. */
  readonly foreign: readonly string[]
  readonly handlers: readonly string[]
  readonly scripts: readonly string[]
  /** What it has loaded from elsewhere, as the browser counted. */
  readonly loaded: readonly string[]
  readonly links: readonly string[]
}

/** Looks at a document; `own` is what addresses in it may begin with. A copy of a page has the page's elements, and what they load in it. */
export const heldIn = (surface: Pick<Surface, "evaluate">, own: string, isCopy: boolean): Promise<Held> =>
  surface.evaluate(look, [own, "blob:", ...(isCopy ? ["data:"] : [])], isCopy)

/** Runs in the document. */
function look(own: readonly string[], isCopy: boolean): Held {
  const all = Array.from(document.querySelectorAll("*"))
  const isForeign = (address: string) => {
    const { href } = new URL(address, document.baseURI)
    return !own.some(start => href.startsWith(start))
  }
  const loading = ["src", "srcset", "href", "data", "action", "formaction", "poster", "ping", "background"]
  const kinds = isCopy ? /^(object|embed|base)$/ : /^(iframe|frame|object|embed|base|video|audio)$/
  const isLoading = (style: string) =>
    isCopy
      ? Array.from(style.matchAll(/url\(["']?([^"')]*)/g)).some(([, address = ""]) => isForeign(address))
      : /url\(|image-set\(/.test(style)
  const foreign = all.flatMap(element => [
    ...loading
      .concat("xlink:href")
      .filter(name => element.hasAttribute(name) && isForeign(element.getAttribute(name) ?? ""))
      .map(name => `${element.localName}[${name}]`),
    ...(kinds.test(element.localName) ? [element.localName] : []),
    ...(element.matches("meta[http-equiv=refresh i]") ? ["meta refresh"] : []),
    ...(isLoading(element.getAttribute("style") ?? "") ? [`${element.localName}[style]`] : []),
  ])
  const handlers = all.flatMap(element => element.getAttributeNames().filter(name => name.startsWith("on")))
  const scripts = Array.from(document.scripts, script => (script.src === "" ? "inline" : script.src))
  const loaded = performance
    .getEntriesByType("resource")
    .map(({ name }) => name)
    .filter(name => isForeign(name))
  const links = Array.from(document.querySelectorAll("a[href]"), link => link.getAttribute("href") ?? "")
  return { pwned: "pwned" in globalThis, foreign, handlers, scripts, loaded, links }
}
