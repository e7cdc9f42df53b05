/**
 * Draws a copy of the page by html2canvas, in a frame whose policy is the
 * copy's own: nothing in it runs or is loaded, nor in the frame that the library
 * makes inside it. Above the picture stands what it is, wherever it is shown.
 */
import html2canvas from "html2canvas"
import { type Bytes, fromBase64 } from "../../core/bytes.ts"
import { EvidenceError } from "../../core/errors.ts"
import { readPngSize } from "../../core/png.ts"
import { MOST_PIXELS, MOST_ROWS } from "../../core/redrawn.ts"
import { base64Of } from "../base64.ts"
import { POLICY } from "../offline/document.ts"
import { type Drawing } from "./redrawn.ts"

/** The library reads the styles of all of them, some 0.1 ms each, and keeps the page waiting meanwhile. */
const MOST_ELEMENTS = 20_000
const LOAD_LIMIT_MS = 10_000
const DRAW_LIMIT_MS = 15_000

const BAND = 40
const BAND_FONT = "16px sans-serif"

/**
 * @param html a copy that stands alone, with its policy
 * @param words said at the top of the picture
 * Throws `capture/too-large` for more elements than can be drawn in time, `capture/no-picture` where nothing came of it.
 */
export async function drawCopy(html: string, words: string): Promise<Drawing> {
  const frame = document.createElement("iframe")
  // No scripts, no forms, no navigation of anything else; of this origin, so that it can be read.
  frame.setAttribute("sandbox", "allow-same-origin")
  const width = document.documentElement.clientWidth
  frame.style.cssText = `all:initial!important;position:fixed!important;left:-99999px!important;top:0!important;border:0!important;width:${String(width)}px!important;height:${String(innerHeight)}px!important`
  try {
    return await drawn(await shown(frame, html), width, words)
  } finally {
    frame.remove()
  }
}

/** The copy's document, in the frame. Its policy comes before anything of it does. */
async function shown(frame: HTMLIFrameElement, html: string): Promise<Document> {
  const loaded = new Promise(resolve => {
    frame.addEventListener("load", resolve, { once: true })
  })
  document.documentElement.append(frame)
  await inTime(LOAD_LIMIT_MS, loaded)
  const inside = frame.contentDocument
  if (inside === null) throw new EvidenceError("capture/no-picture", "the frame for the copy cannot be read")
  const policy = inside.createElement("meta")
  policy.httpEquiv = "Content-Security-Policy"
  policy.content = POLICY
  inside.head.append(policy)
  const copy = new DOMParser().parseFromString(html, "text/html")
  inside.documentElement.replaceWith(inside.adoptNode(copy.documentElement))
  // A broken picture is drawn as one.
  await inTime(LOAD_LIMIT_MS, Promise.allSettled(Array.from(inside.images, image => image.decode())))
  return inside
}

async function drawn({ documentElement: root }: Document, width: number, words: string): Promise<Drawing> {
  const elements = root.getElementsByTagName("*").length
  if (elements > MOST_ELEMENTS)
    throw new EvidenceError("capture/too-large", `${String(elements)} elements to draw`)
  const pageRows = Math.max(root.scrollHeight, 1)
  const rows = Math.min(pageRows, MOST_ROWS - BAND, Math.floor(MOST_PIXELS / width) - BAND)
  const drawing = html2canvas(root, {
    ...{ width, height: rows + BAND, windowWidth: width, windowHeight: innerHeight },
    ...{ x: 0, y: -BAND, scrollX: 0, scrollY: 0, scale: 1, backgroundColor: "#ffffff" },
    ...{ useCORS: false, allowTaint: false, foreignObjectRendering: false, logging: false },
    ...{ imageTimeout: 2_000, signal: AbortSignal.timeout(DRAW_LIMIT_MS), iframeContainer: holderIn(root) },
  })
  const bytes = await banded(await inTime(DRAW_LIMIT_MS, drawing), words)
  return { bytes, width, height: rows + BAND, rows, pageRows }
}

/** Where the library puts a frame of its own. */
function holderIn(root: HTMLElement): HTMLElement {
  const holder = root.ownerDocument.createElement("div")
  const append = holder.appendChild.bind(holder)
  holder.appendChild = node => {
    const added = append(node)
    if ("contentDocument" in added) makeOpened(added as unknown as HTMLIFrameElement)
    return added
  }
  root.append(holder)
  return holder
}

/**
 * The library opens its frame's document for writing, which Firefox lets no
 * script of an extension do. There it gets the empty document as it is: without
 * a doctype, so that what depends on one is laid out in the older way.
 */
function makeOpened(frame: HTMLIFrameElement): void {
  const inside = frame.contentDocument
  if (inside === null) return
  try {
    inside.open()
    inside.close()
  } catch {
    // What is put on the document here is seen in this world alone.
    Object.assign(inside, {
      open: () => inside,
      write: () => undefined,
      close: () => frame.dispatchEvent(new Event("load")),
    })
  }
}

/** Says at the top of the picture what it is, and encodes it: as it is, since Firefox lets no other canvas have its pixels. */
async function banded(canvas: HTMLCanvasElement, words: string): Promise<Bytes> {
  const { width, height } = canvas
  const context = canvas.getContext("2d")
  if (context === null) throw new EvidenceError("capture/no-picture", "no canvas of that size")
  context.resetTransform()
  context.fillStyle = "#fff3c4"
  context.fillRect(0, 0, width, BAND)
  context.fillStyle = "#5c3b00"
  context.font = BAND_FONT
  context.textBaseline = "middle"
  context.fillText(words, 12, BAND / 2, width - 24)
  const blob = await new Promise<Blob | null>(resolve => {
    canvas.toBlob(resolve, "image/png")
  })
  if (blob === null) throw new EvidenceError("capture/no-picture", "nothing could be encoded")
  // Not its arrayBuffer: in Firefox that is the page's own, and closed to us.
  const bytes = fromBase64(await base64Of(blob))
  const size = readPngSize(bytes)
  if (size.width === width && size.height === height) return bytes
  throw new EvidenceError("capture/no-picture", "the encoder lost rows")
}

async function inTime<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new EvidenceError("capture/no-picture", `not drawn in ${String(ms)} ms`))
    }, ms)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
