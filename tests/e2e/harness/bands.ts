/** Pages of grey bands, so that any other colour, and any band in the wrong place, is seen. */
import { type Colour, hexColour } from "./picture.ts"

export const BAND = 100

/** Neighbours differ by far, and the first 200 are all unlike. */
export const bandColour = (band: number): Colour => (((band * 67) % 200) + 20) * 0x010101

/** By presentational attributes: a page's policy may forbid styles. */
export function bandsPage(
  height: number,
  extra: { readonly head?: string; readonly body?: string } = {},
): string {
  const rows = Array.from(
    { length: height / BAND },
    (_, band) => `<tr><td height="${BAND}" bgcolor="${hexColour(bandColour(band))}"></td></tr>`,
  )
  const table = `<table width="100%" cellspacing="0" cellpadding="0" border="0">${rows.join("")}</table>`
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">${extra.head ?? "<title>bands</title>"}</head>
<body topmargin="0" leftmargin="0" marginwidth="0" marginheight="0">${table}${extra.body ?? ""}</body></html>`
}

/** Rows that do not show the band that is there, as `y: colour`, at most ten; and a height that is too small. */
export function wrongRows(seen: readonly Colour[], height: number): readonly string[] {
  const wrong = seen.flatMap((colour, y) =>
    y < height && colour !== bandColour(Math.floor(y / BAND)) ? [`${y}: ${hexColour(colour)}`] : [],
  )
  return seen.length < height ? [`${seen.length} rows of ${height}`] : wrong.slice(0, 10)
}

export const isGrey = (colour: Colour): boolean =>
  colour >> 16 === (colour & 0xff) && colour >> 16 === ((colour >> 8) & 0xff)
