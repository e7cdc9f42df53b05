/**
 * A worker that reads pictures, cuts them and writes the parts. In a page Chromium encodes a canvas only while the
 * page has nothing else to do, and a page without a window waits up to a second for each; in a worker it is done at once.
 */
// Types alone: a bare import would bring the whole of PDFKit in.
import type { OpenPicture } from "../report/picture.ts"
import { type AskedWork, type PictureWork, type WorkAnswer } from "./asked.ts"
import { drawUnit, openPicture } from "./canvas.ts"

listen()

function listen(): void {
  const open = new Map<number, OpenPicture>()
  let turn: Promise<void> = Promise.resolve()
  addEventListener("message", ({ data: { id, work } }: MessageEvent<AskedWork>) => {
    // Pictures are decoded beside all else; parts one after the other, or the canvases of all would lie in memory at once.
    if (work.do === "open") void answer(id, carryOut(work, open))
    else turn = turn.then(() => answer(id, carryOut(work, open)))
  })
}

async function answer(id: number, working: Promise<unknown>): Promise<void> {
  try {
    tell({ id, made: await working })
  } catch (thrown) {
    tell({ id, failed: String(thrown) })
  }
}

const tell = (said: WorkAnswer): void => {
  postMessage(said)
}

async function carryOut(work: PictureWork, open: Map<number, OpenPicture>): Promise<unknown> {
  switch (work.do) {
    case "open": {
      const picture = await openPicture(work.file)
      if (picture === null) return null
      open.set(work.picture, picture)
      return { width: picture.width, height: picture.height }
    }
    case "part": {
      const picture = open.get(work.picture)
      if (picture === undefined) throw new Error("a part of a picture that is not open")
      return picture.part(work.slice, work.across)
    }
    case "close":
      open.get(work.picture)?.close()
      open.delete(work.picture)
      return null
    case "unit":
      return drawUnit(work.unit)
  }
}
