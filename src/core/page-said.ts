/** What the page said of itself. From the page, so never trusted: see page-facts.ts for its parser. */
export interface PageFacts {
  readonly href: string
  readonly canonicalUrl: string | null
  readonly title: string
  readonly referrer: string
  readonly frameUrls: readonly string[]
  readonly lastModified: string
  readonly charset: string
  readonly contentType: string
  readonly language: string
  readonly direction: string
  readonly colorScheme: "light" | "dark"
  readonly navigation: Readonly<Record<string, string | number>> | null
  readonly viewport: { readonly width: number; readonly height: number }
  readonly clientWidth: number
  readonly clientHeight: number
  readonly scrollX: number
  readonly scrollY: number
  readonly documentWidth: number
  readonly documentHeight: number
  readonly dpr: number
  readonly visualScale: number
  readonly visibility: string
  readonly readyState: string
  readonly screen: { readonly width: number; readonly height: number; readonly colorDepth: number }
  readonly webdriver: boolean
  readonly selection: string
  readonly monotonicMs: number
  readonly timeOrigin: number
}
