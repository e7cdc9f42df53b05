/** What a copy needs besides its markup: pictures, fonts, style sheets, each once for all copies of a page. */
import { type Piece } from "./pieces.ts"

/** picture: an element of the page has it. file: named by a sheet or an attribute. sheet: could not be read in place. pixels: drawn by the page. */
export type PartForm = "picture" | "file" | "sheet" | "pixels"

/** Why a part is not in the copy. */
export type Missing =
  | "not-loaded" // the page itself had not loaded it
  | "refused" // its server, the page's policy or the browser does not let us read it
  | "too-large"
  | "limit" // of all parts together: their number, their bytes, the time
  | "wrong-type"

export type Outcome =
  | { readonly kind: "waiting" }
  /** A `data:` address. */
  | { readonly kind: "data"; readonly data: string; readonly reencoded: boolean }
  | { readonly kind: "sheet"; readonly pieces: readonly Piece[] }
  | { readonly kind: "missing"; readonly why: Missing }

export interface Part {
  readonly form: PartForm
  /** Absolute; of pixels, a word for them. */
  readonly url: string
  /** What holds its decoded pixels. */
  readonly drawn: Drawn | null
  outcome: Outcome
}

export interface Drawn {
  readonly from: CanvasImageSource
  readonly width: number
  readonly height: number
}

export interface Parts {
  /** The part at an address, the same one for the same address. */
  want(form: PartForm, url: string, drawn?: Drawn | null): Part
  /** Pixels as they are now: copied at once, since the page may draw on. Null where there are none, or too many. */
  wantPixels(what: string, drawn: Drawn): Part
  readonly waiting: () => Part[]
}

/** Parts of one page, at the most. */
const MOST_PARTS = 500
/** Pixels copied for all copies of a page: 64 megapixels are 256 MB for as long as the capture lasts. */
const MOST_PIXELS = 64 * 1024 * 1024

export function partsOfPage(): Parts {
  const parts = new Map<string, Part>()
  const pixels: Part[] = []
  let copied = 0
  const first = (): Outcome =>
    parts.size + pixels.length < MOST_PARTS ? { kind: "waiting" } : { kind: "missing", why: "limit" }
  return {
    want(form, url, drawn = null) {
      const key = `${form} ${url}`
      const known = parts.get(key)
      if (known) return known
      const part: Part = { form, url, drawn, outcome: first() }
      parts.set(key, part)
      return part
    },
    wantPixels(what, { from, width, height }) {
      const area = width * height
      const outcome: Outcome = copied + area > MOST_PIXELS ? { kind: "missing", why: "limit" } : first()
      const copy = outcome.kind === "waiting" && area > 0 ? copyOf({ from, width, height }) : null
      const part: Part = { form: "pixels", url: what, drawn: copy, outcome }
      if (copy === null && outcome.kind === "waiting") part.outcome = { kind: "missing", why: "refused" }
      else copied += area
      pixels.push(part)
      return part
    },
    waiting: () => [...parts.values(), ...pixels].filter(({ outcome }) => outcome.kind === "waiting"),
  }
}

/** Null for what cannot be drawn: a picture that is broken, a canvas without a pixel. */
function copyOf(drawn: Drawn): Drawn | null {
  try {
    return { ...drawn, from: canvasOf(drawn) }
  } catch {
    return null
  }
}

/** A canvas of our own, never in the page, with the pixels on it. Throws where they cannot be drawn. */
export function canvasOf({ from, width, height }: Drawn): OffscreenCanvas {
  const canvas = new OffscreenCanvas(width, height)
  canvas.getContext("2d")?.drawImage(from, 0, 0, width, height)
  return canvas
}
