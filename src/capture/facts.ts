/** What the page says of itself, read without touching it. The reader of these facts trusts none of them. */
import { withoutCredentials } from "../core/address.ts"
import { type PageFacts } from "../core/page-said.ts"

const TEXT_LIMIT = 100_000

export function readFacts(): PageFacts {
  const root = document.documentElement
  return {
    href: location.href,
    canonicalUrl: document.querySelector<HTMLLinkElement>('link[rel~="canonical" i]')?.href ?? null,
    title: document.title.slice(0, TEXT_LIMIT),
    referrer: document.referrer,
    frameUrls: Array.from(
      document.querySelectorAll("iframe, frame"),
      frame => frame.getAttribute("src") ?? "about:srcdoc",
    ),
    lastModified: document.lastModified,
    charset: document.characterSet,
    contentType: document.contentType,
    // An SVG or XML root is no HTML element.
    language: root.getAttribute("lang") ?? root.getAttribute("xml:lang") ?? "",
    direction: root.dir || getComputedStyle(root).direction,
    colorScheme: matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light",
    navigation: readNavigation(),
    viewport: { width: innerWidth, height: innerHeight },
    clientWidth: root.clientWidth,
    clientHeight: root.clientHeight,
    scrollX,
    scrollY,
    documentWidth: (document.scrollingElement ?? root).scrollWidth,
    documentHeight: (document.scrollingElement ?? root).scrollHeight,
    dpr: devicePixelRatio,
    visualScale: visualViewport?.scale ?? 1,
    visibility: document.visibilityState,
    readyState: document.readyState,
    screen: { width: screen.width, height: screen.height, colorDepth: screen.colorDepth },
    webdriver: navigator.webdriver,
    selection: (getSelection()?.toString() ?? "").slice(0, TEXT_LIMIT),
    monotonicMs: performance.now(),
    timeOrigin: performance.timeOrigin,
  }
}

/** The browser's own timing of how this document came, numbers in milliseconds since `timeOrigin`. */
function readNavigation(): PageFacts["navigation"] {
  const [entry] = performance.getEntriesByType("navigation")
  if (entry === undefined) return null
  const fields: Record<string, string | number> = {}
  for (const [name, value] of Object.entries(entry.toJSON() as Record<string, unknown>)) {
    // One of them is the address as it was typed.
    if (typeof value === "string") fields[name] = withoutCredentials(value)
    else if (typeof value === "number") fields[name] = value
  }
  return fields
}
