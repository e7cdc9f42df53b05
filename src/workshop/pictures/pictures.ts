/** Pictures read, cut and drawn by workers, which go on while a paper is laid out here. */
import { EvidenceError } from "../../core/errors.ts"
// Types alone: a bare import would bring the whole of PDFKit into the background.
import type { DrawUnit } from "../report/face.ts"
import type { OpenPicture } from "../report/picture.ts"
import { type AskedWork, type PictureWork, type WorkAnswer } from "./asked.ts"

/** The build makes a file of its own of main.ts beside this. */
const WORKER = "/pictures.js"
/** One for each core of a small machine: every further one would hold a picture more, of up to 84 MB. */
const WORKERS = 2

export interface Pictures {
  /** How many pictures to ask for before their turn, so that all workers have something to do. */
  readonly ahead: number
  /** Null where there is no such file, or none that the browser can read as a picture. */
  readonly open: (file: Blob | undefined) => Promise<OpenPicture | null>
  /** In the fonts of this computer, of which one has most letters. */
  readonly drawUnit: DrawUnit
  readonly close: () => void
}

/** Once `signal` is given up, or a worker fails, whatever was asked for is refused with `internal`. */
export function openPictures(signal: AbortSignal): Pictures {
  const askers: Asker[] = []
  let opened = 0
  const of = (picture: number): Asker => (askers[picture % WORKERS] ??= startWorker())
  const stop = () => {
    for (const asker of askers) asker.stop(new EvidenceError("internal", "the paper is given up"))
  }
  signal.addEventListener("abort", stop)
  return {
    ahead: WORKERS,
    async open(file) {
      if (file === undefined) return null
      const picture = opened++
      const { ask } = of(picture)
      const size = (await ask({ do: "open", picture, file })) as Pick<OpenPicture, "width" | "height"> | null
      if (size === null) return null
      return {
        ...size,
        part: (slice, across) =>
          ask({ do: "part", picture, slice, across }) as ReturnType<OpenPicture["part"]>,
        close: () => {
          // Once all is given up, there is nothing left to close.
          ask({ do: "close", picture }).catch(() => undefined)
        },
      }
    },
    drawUnit: unit => of(0).ask({ do: "unit", unit }) as ReturnType<DrawUnit>,
    close: () => {
      signal.removeEventListener("abort", stop)
      for (const asker of askers) asker.stop(new EvidenceError("internal", "the pictures are closed"))
    },
  }
}

interface Asker {
  readonly ask: (work: PictureWork) => Promise<unknown>
  readonly stop: (why: Error) => void
}

interface Waiting {
  readonly resolve: (made: unknown) => void
  readonly reject: (why: Error) => void
}

function startWorker(): Asker {
  const worker = new Worker(WORKER, { type: "module" })
  const waiting = new Map<number, Waiting>()
  let asked = 0
  let ended: { readonly why: Error } | null = null
  const stop = (why: Error) => {
    ended ??= { why }
    worker.terminate()
    for (const { reject } of waiting.values()) reject(why)
    waiting.clear()
  }
  worker.addEventListener("message", ({ data }: MessageEvent<WorkAnswer>) => {
    const of = waiting.get(data.id)
    waiting.delete(data.id)
    if ("made" in data) of?.resolve(data.made)
    else of?.reject(new EvidenceError("internal", data.failed))
  })
  worker.addEventListener("error", ({ message }) => {
    stop(new EvidenceError("internal", `the pictures' worker: ${message}`))
  })
  return {
    ask: work =>
      new Promise((resolve, reject) => {
        if (ended !== null) {
          reject(ended.why)
          return
        }
        const id = asked++
        waiting.set(id, { resolve, reject })
        worker.postMessage({ id, work } satisfies AskedWork)
      }),
    stop,
  }
}
