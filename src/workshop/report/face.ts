/** The type that papers are set in: its widths, and what it lacks. */
import { create, type Font, type LaidGlyphs } from "fontkit"
import { type Bytes } from "../../core/bytes.ts"
import { type Face, unitsOf } from "../../core/papers/break-lines.ts"

/** A unit that the font lacks, as a picture. Sizes in ems; `above` is the part over the line that the letters stand on. */
export interface DrawnUnit {
  readonly picture: Bytes
  readonly width: number
  readonly above: number
  readonly below: number
}

export type DrawUnit = (unit: string) => Promise<DrawnUnit>

export interface TypeFace extends Face {
  readonly font: Font
  /** Draws what of these texts the font lacks; to be awaited before any of them is set. */
  readonly prepare: (texts: Iterable<string>) => Promise<void>
  readonly drawn: (unit: string) => DrawnUnit | undefined
}

/** `widthOf` in ems. */
export function makeFace(fontFile: Bytes, draw: DrawUnit): TypeFace {
  const font = create(fontFile)
  const widths = new Map<string, number>()
  const pictures = new Map<string, DrawnUnit>()
  const isDrawn = (character: string): boolean => {
    for (const sign of character) if (!font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0)) return true
    return false
  }
  const measured = (unit: string): number => {
    const picture = pictures.get(unit)
    if (picture !== undefined) return picture.width
    let sum = 0
    for (const sign of unit) sum += font.glyphForCodePoint(sign.codePointAt(0) ?? 0).advanceWidth
    return sum / font.unitsPerEm
  }
  return {
    font: unshaped(font),
    isDrawn,
    drawn: unit => pictures.get(unit),
    widthOf(unit) {
      const known = widths.get(unit)
      if (known !== undefined) return known
      const width = measured(unit)
      widths.set(unit, width)
      return width
    },
    async prepare(texts) {
      for (const line of Array.from(texts).flatMap(text => text.split("\n"))) {
        if (!isDrawn(line)) continue
        for (const unit of unitsOf(line, isDrawn)) {
          if (isDrawn(unit) && !pictures.has(unit)) pictures.set(unit, await draw(unit))
        }
      }
    },
  }
}

/**
 * The same font, in which each letter is its own glyph and as wide as it is by itself: lines are measured so, nothing
 * in the languages of the papers needs more, and shaping a thousand fingerprints would take most of the time.
 */
function unshaped(font: Font): Font {
  const layout = (text: string): LaidGlyphs => {
    const glyphs = Array.from(text, sign => font.glyphForCodePoint(sign.codePointAt(0) ?? 0))
    const positions = glyphs.map(({ advanceWidth }) => {
      return { xAdvance: advanceWidth, yAdvance: 0, xOffset: 0, yOffset: 0 }
    })
    return { glyphs, positions, advanceWidth: glyphs.reduce((sum, glyph) => sum + glyph.advanceWidth, 0) }
  }
  return Object.create(font, { layout: { value: layout } }) as Font
}
