import { PNG } from "pngjs"
import { expect, test } from "vitest"
import { readPngSize } from "../../../src/core/png.ts"

const png = (width: number, height: number) => PNG.sync.write(new PNG({ width, height }))

test.each([
  [1, 1],
  [1280, 720],
  [3, 4096],
  [300, 2],
])("the size of a PNG of %i × %i is read, as another encoder wrote it", (width, height) => {
  expect(readPngSize(png(width, height))).toEqual({ width, height })
})

test("a PNG in the middle of a larger buffer is read from where it begins", () => {
  const whole = Buffer.concat([Buffer.alloc(5, 0xff), png(7, 9)])
  expect(readPngSize(whole.subarray(5))).toEqual({ width: 7, height: 9 })
})

const changed = (at: number) => {
  const bytes = Uint8Array.from(png(2, 2))
  bytes[at] = (bytes[at] ?? 0) ^ 1
  return bytes
}

test.each<[string, Uint8Array]>([
  ["nothing", new Uint8Array()],
  ["a PNG that was cut off in its header", png(2, 2).subarray(0, 23)],
  ["a JPEG", Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, ...Array<number>(40).fill(0)])],
  ["text", new TextEncoder().encode("<svg xmlns='http://www.w3.org/2000/svg'></svg>")],
  ...Array.from({ length: 8 }, (_, at): [string, Uint8Array] => [
    `a signature with byte ${at} changed`,
    changed(at),
  ]),
])("%s is not taken for a PNG", (_name, bytes) => {
  expect(() => readPngSize(bytes)).toThrow(expect.objectContaining({ code: "input/malformed" }))
})
