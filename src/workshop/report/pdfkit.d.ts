/** The part of PDFKit that the papers use: it brings no types of its own. */
declare module "pdfkit" {
  export interface StructureElement {
    add(child: StructureElement | StructureContent): StructureElement
    end(): void
  }
  export interface StructureContent {
    readonly refs: readonly unknown[]
  }
  export interface OutlineItem {
    addItem(title: string, options: { readonly top: number }): OutlineItem
  }
  export interface Image {
    readonly width: number
    readonly height: number
  }
  export interface TextOptions {
    readonly lineBreak: false
    readonly baseline: "alphabetic"
    readonly fill: true
    readonly stroke: boolean
  }
  export interface DocumentOptions {
    readonly size: readonly [number, number]
    readonly margin: number
    readonly autoFirstPage: false
    readonly bufferPages: true
    readonly pdfVersion: "1.7"
    readonly lang: string
    readonly tagged: true
    readonly displayTitle: true
    readonly fontLayoutCache: false
    /** Anything but a name: the standard fonts are not embedded. */
    readonly font: null
    readonly info: Readonly<Record<string, string | Date>>
  }
  class PDFDocument {
    constructor(options: DocumentOptions)
    /** The pages that were not flushed. */
    _pageBuffer: readonly object[]
    readonly outline: OutlineItem
    on(event: "data", listener: (chunk: Uint8Array<ArrayBuffer>) => void): this
    on(event: "end", listener: () => void): this
    font(font: object): this
    fontSize(size: number): this
    fillColor(color: string): this
    strokeColor(color: string): this
    lineWidth(width: number): this
    text(text: string, x: number, y: number, options: TextOptions): this
    rect(x: number, y: number, width: number, height: number): this
    moveTo(x: number, y: number): this
    lineTo(x: number, y: number): this
    circle(x: number, y: number, radius: number): this
    dash(length: number, options: { readonly space: number }): this
    undash(): this
    fill(): this
    stroke(): this
    openImage(bytes: Uint8Array): Image
    image(image: Image | Uint8Array, x: number, y: number, size: { width: number; height: number }): this
    addPage(): this
    bufferedPageRange(): { readonly start: number; readonly count: number }
    /** Packs what was drawn on the buffered pages, and writes it out. */
    flushPages(): void
    switchToPage(page: number): unknown
    struct(tag: string, options?: { readonly alt?: string; readonly lang?: string }): StructureElement
    addStructure(element: StructureElement): this
    markStructureContent(tag: string): StructureContent
    markContent(tag: string, options?: { readonly actual?: string; readonly type?: string }): this
    endMarkedContent(): this
    end(): void
  }
  export { PDFDocument as default }
}

declare module "fontkit" {
  export interface Font {
    readonly unitsPerEm: number
    hasGlyphForCodePoint(codePoint: number): boolean
    glyphForCodePoint(codePoint: number): Glyph
  }
  export interface Glyph {
    readonly advanceWidth: number
  }
  export interface LaidGlyphs {
    readonly glyphs: readonly Glyph[]
    readonly positions: readonly Readonly<Record<"xAdvance" | "yAdvance" | "xOffset" | "yOffset", number>>[]
    readonly advanceWidth: number
  }
  export function create(bytes: Uint8Array): Font
}
