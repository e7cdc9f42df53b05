/** What draws papers in tests: the product's font, and a grey picture for each that is asked for. */
import { readFileSync } from "node:fs"
import { fromBase64 } from "../../../src/core/bytes.ts"
import { type Tools } from "../../../src/workshop/report/draw-paper.ts"

/** Eight by eight pixels, all of one grey. */
const jpeg = fromBase64(
  "/9j/4AAQSkZJRgABAgAAAQABAAD/2wBDAAgEBAQEBAUFBQUFBQYGBgYGBgYGBgYGBgYHBwcICAgHBwcGBgcHCAgICAkJCQgICAgJCQoKCgwMCwsODg4RERT/xABKAAEAAAAAAAAAAAAAAAAAAAAAAQEAAAAAAAAAAAAAAAAAAAAAEAEAAAAAAAAAAAAAAAAAAAAAEQEAAAAAAAAAAAAAAAAAAAAA/8AAEQgACAAIAwESAAISAAMSAP/aAAwDAQACEQMRAD8AAA//2Q==",
)
const fontFile = new Uint8Array(
  readFileSync("node_modules/@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf"),
)

/** With a picture of 1280 × 4000 pixels for each that is asked for; `drawn` is what the font lacked. */
export function greyTools(drawn: string[] = []): Tools {
  return {
    fontFile,
    drawUnit: unit => {
      drawn.push(unit)
      return Promise.resolve({ picture: jpeg, width: 1, above: 0.85, below: 0.15 })
    },
    openSlot: ({ isThumbnail }) =>
      Promise.resolve({
        width: 1280,
        height: isThumbnail ? 800 : 4000,
        part: () => Promise.resolve(jpeg),
        close: () => undefined,
      }),
    ahead: 2,
    onPart: () => Promise.resolve(),
    onPlaced: () => undefined,
  }
}
