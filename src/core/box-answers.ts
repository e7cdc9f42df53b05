/** Parsers of what a page's script says of the boxes that scroll by themselves. Pages are hostile: see page-facts.ts. */
import { LONGEST_LIST, type PageStop, parseStop } from "./page-facts.ts"
import { asBoolean, asCount, asFields, asList, asString, malformed } from "./parse.ts"
import { asPixels } from "./pixels.ts"

/** A box as it was found. CSS pixels. */
export interface FoundBox {
  readonly box: number
  readonly selector: string
  /** Place of what it shows, from the page's upper left corner. */
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly contentHeight: number
  /** Chats stand at their newest line when they open, and load older ones when they are scrolled up. */
  readonly startsAtEnd: boolean
  /** The user pointed at it. */
  readonly chosen: boolean
}

/** Where a box stands in the viewport. CSS pixels. */
export interface BoxStand {
  /** The part of the viewport that shows it. */
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  /** The row of its content at the upper edge of that part. */
  readonly y: number
  readonly contentHeight: number
  /** Something else of the page stands over it. */
  readonly covered: boolean
}

export interface PlacedBox extends BoxStand {
  /** How far its content has moved in it since it was last shown. */
  readonly moved: number
}

export interface BoxStop extends PageStop {
  /** Null where the box is gone. */
  readonly box: BoxStand | null
}

const SELECTOR_LIMIT = 1_000

export function parseBoxes(input: unknown): FoundBox[] {
  const boxes = asList(input, "boxes", item => {
    const box = asFields(item, "box")
    return {
      box: asCount(box.box, "box.box"),
      selector: asString(box.selector, "box.selector").slice(0, SELECTOR_LIMIT),
      x: asPixels(box.x, "box.x"),
      y: asPixels(box.y, "box.y"),
      width: asPixels(box.width, "box.width"),
      height: asPixels(box.height, "box.height"),
      contentHeight: asPixels(box.contentHeight, "box.contentHeight"),
      startsAtEnd: asBoolean(box.startsAtEnd, "box.startsAtEnd"),
      chosen: asBoolean(box.chosen, "box.chosen"),
    }
  })
  if (boxes.length > LONGEST_LIST) throw malformed("boxes")
  return boxes
}

export function parseBoxStop(input: unknown): BoxStop {
  return { ...parseStop(input), box: parseBoxStand(asFields(input, "stop of a box").box) }
}

/** Null for a box that is not there any more. */
export function parsePlacedBox(input: unknown): PlacedBox | null {
  const stand = parseBoxStand(input)
  return stand && { ...stand, moved: asPixels(asFields(input, "place of a box").moved, "box.moved") }
}

/** Null for a box that is not there any more. */
export function parseBoxStand(input: unknown): BoxStand | null {
  if (input === null) return null
  const stand = asFields(input, "place of a box")
  return {
    left: asPixels(stand.left, "box.left"),
    top: asPixels(stand.top, "box.top"),
    width: asPixels(stand.width, "box.width"),
    height: asPixels(stand.height, "box.height"),
    y: asPixels(stand.y, "box.y"),
    contentHeight: asPixels(stand.contentHeight, "box.contentHeight"),
    covered: asBoolean(stand.covered, "box.covered"),
  }
}
