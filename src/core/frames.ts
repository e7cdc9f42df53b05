/**
 * Frames, the boxes of a page that scroll by themselves, and the pictures that
 * are stitched from frames: what capture.json says of each, and its parsers.
 */
import { asCount, asFields, asNumber, asSha256, asString, asStrings, asTime } from "./parse.ts"
import { type Sha256 } from "./seal/hash.ts"

/**
 * Where a raw frame lies on the page, in device pixels; scrollX and scrollY are
 * CSS pixels, as the page reports them. `usedWidth` and `usedHeight` are the
 * part that shows the page: less a scrollbar, and less what a bar fixed to the
 * lower edge covers. `pass` counts the times the page was gone through: 0 is
 * the as-seen frame; stitched pages come from the last pass.
 */
export interface FramePlace {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly scrollX: number
  readonly scrollY: number
  readonly dpr: number
  readonly usedWidth: number
  readonly usedHeight: number
  readonly pass: number
  /** Only where the frame was taken for a box of the page that scrolls by itself. */
  readonly box?: BoxPart
}

/**
 * The part of a frame that shows a box which scrolls by itself, in device pixels:
 * where it lies in the frame, and which row of the box's content is its first.
 */
export interface BoxPart {
  /** The box's number, from 1, as in `boxes`. */
  readonly box: number
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  readonly y: number
}

/** A box of the page that scrolls by itself, and of which frames were taken. Device pixels; place of its content box on the page as loaded. */
export interface BoxRecord {
  readonly box: number
  readonly selector: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** Height of all that it holds. */
  readonly contentHeight: number
}

export interface FrameRecord extends FramePlace {
  readonly path: string
  readonly sha256: Sha256
  readonly at: string
}

/** A stitched picture, derived from frames. `y` and `height` in device pixels of the page, or of the content of the `box`. */
export interface PageRecord {
  readonly path: string
  readonly sha256: Sha256
  readonly from: readonly string[]
  readonly y: number
  readonly height: number
  /** The number of the box of which it is; not there for the page itself. */
  readonly box?: number
}

export function parseFrame(input: unknown): FrameRecord {
  const frame = asFields(input, "frames")
  return {
    path: asString(frame.path, "frames.path"),
    sha256: asSha256(frame.sha256, "frames.sha256"),
    at: asTime(frame.at, "frames.at"),
    x: asNumber(frame.x, "frames.x"),
    y: asNumber(frame.y, "frames.y"),
    width: asNumber(frame.width, "frames.width"),
    height: asNumber(frame.height, "frames.height"),
    scrollX: asNumber(frame.scrollX, "frames.scrollX"),
    scrollY: asNumber(frame.scrollY, "frames.scrollY"),
    dpr: asNumber(frame.dpr, "frames.dpr"),
    usedWidth: asNumber(frame.usedWidth, "frames.usedWidth"),
    usedHeight: asNumber(frame.usedHeight, "frames.usedHeight"),
    pass: asNumber(frame.pass, "frames.pass"),
    ...(frame.box === undefined ? {} : { box: parseBoxPart(frame.box) }),
  }
}

function parseBoxPart(input: unknown): BoxPart {
  const part = asFields(input, "frames.box")
  return {
    box: asCount(part.box, "frames.box.box"),
    left: asNumber(part.left, "frames.box.left"),
    top: asNumber(part.top, "frames.box.top"),
    width: asNumber(part.width, "frames.box.width"),
    height: asNumber(part.height, "frames.box.height"),
    y: asNumber(part.y, "frames.box.y"),
  }
}

export function parseBox(input: unknown): BoxRecord {
  const box = asFields(input, "boxes")
  return {
    box: asCount(box.box, "boxes.box"),
    selector: asString(box.selector, "boxes.selector"),
    x: asNumber(box.x, "boxes.x"),
    y: asNumber(box.y, "boxes.y"),
    width: asNumber(box.width, "boxes.width"),
    height: asNumber(box.height, "boxes.height"),
    contentHeight: asNumber(box.contentHeight, "boxes.contentHeight"),
  }
}

export function parseStitched(input: unknown): PageRecord {
  const page = asFields(input, "pages")
  return {
    path: asString(page.path, "pages.path"),
    sha256: asSha256(page.sha256, "pages.sha256"),
    from: asStrings(page.from, "pages.from"),
    y: asNumber(page.y, "pages.y"),
    height: asNumber(page.height, "pages.height"),
    ...(page.box === undefined ? {} : { box: asCount(page.box, "pages.box") }),
  }
}
