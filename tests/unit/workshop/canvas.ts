/** Pictures and canvases as the workshop uses them, over PNGs: whole pixels, nothing scaled. Put in the browser's place by `stubCanvas`. */
import { PNG } from "pngjs"
import { vi } from "vitest"

interface Pixels {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

/** A picture of one colour a row. */
export function pngOfRows(width: number, rows: readonly number[]): Uint8Array<ArrayBuffer> {
  const png = new PNG({ width, height: rows.length })
  rows.forEach((colour, y) => {
    for (let x = 0; x < width; x++) png.data.writeUInt32BE(colour * 256 + 255, (y * width + x) * 4)
  })
  return new Uint8Array(PNG.sync.write(png))
}

/** The colour at the left of each row. */
export function rowsOfPng(bytes: Uint8Array): number[] {
  const { width, height, data } = PNG.sync.read(Buffer.from(bytes))
  return Array.from({ length: height }, (_, y) => data.readUIntBE(y * width * 4, 3))
}

class Canvas implements Pixels {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
  constructor(width: number, height: number) {
    this.width = width
    this.height = height
    this.data = new Uint8Array(width * height * 4)
  }

  getContext() {
    return {
      drawImage: (from: Pixels, sx: number, sy: number, w: number, h: number, dx: number, dy: number) => {
        for (let y = 0; y < h; y++) {
          if (dy + y < 0 || dy + y >= this.height || sy + y >= from.height) continue
          const start = ((sy + y) * from.width + sx) * 4
          const row = from.data.subarray(start, start + Math.min(w, from.width - sx, this.width - dx) * 4)
          this.data.set(row, ((dy + y) * this.width + dx) * 4)
        }
      },
      getImageData: (x: number, y: number, w: number, h: number) => {
        const part = new Uint8Array(w * h * 4)
        for (let row = 0; row < h; row++) {
          const start = ((y + row) * this.width + x) * 4
          part.set(this.data.subarray(start, start + w * 4), row * w * 4)
        }
        return { data: part }
      },
    }
  }

  convertToBlob(): Promise<Blob> {
    const png = new PNG({ width: this.width, height: this.height })
    png.data.set(this.data)
    return Promise.resolve(new Blob([new Uint8Array(PNG.sync.write(png))]))
  }
}

/** How many pictures lie decoded now, and did at the most. */
export const open = { now: 0, most: 0 }

export function stubCanvas(): void {
  Object.assign(open, { now: 0, most: 0 })
  vi.stubGlobal("OffscreenCanvas", Canvas)
  vi.stubGlobal("createImageBitmap", async (blob: Blob) => {
    const { width, height, data } = PNG.sync.read(Buffer.from(await blob.arrayBuffer()))
    open.now += 1
    open.most = Math.max(open.most, open.now)
    const close = () => {
      open.now -= 1
    }
    return { width, height, data: new Uint8Array(data), close }
  })
}
