/** Pictures asked of workers, which are played here: who answers whom, and what becomes of those who still wait. */
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import type { AskedWork, PictureWork, WorkAnswer } from "../../../src/workshop/pictures/asked.ts"
import { openPictures } from "../../../src/workshop/pictures/pictures.ts"

class PlayedWorker extends EventTarget {
  static readonly all: PlayedWorker[] = []
  readonly asked: AskedWork[] = []
  ended = false
  constructor() {
    super()
    PlayedWorker.all.push(this)
  }
  postMessage(asked: AskedWork): void {
    this.asked.push(asked)
  }
  terminate(): void {
    this.ended = true
  }
  /** To the newest of what was asked that is such work. */
  answer(what: PictureWork["do"], said: { readonly made: unknown } | { readonly failed: string }): void {
    const asked = this.asked.findLast(({ work }) => work.do === what)
    const data: WorkAnswer = { id: asked?.id ?? -1, ...said }
    this.dispatchEvent(new MessageEvent("message", { data }))
  }
}

const [file, size] = [new Blob(["png"]), { width: 1280, height: 4000 }]
const slice = { y: 0, height: 800 }

beforeEach(() => {
  PlayedWorker.all.length = 0
  vi.stubGlobal("Worker", PlayedWorker)
})
afterEach(() => {
  vi.unstubAllGlobals()
})

const worker = (at: number) => PlayedWorker.all[at] ?? expect.unreachable("a worker was started")

test("no worker is started before there is a picture, and two pictures go to two", async () => {
  const pictures = openPictures(new AbortController().signal)
  expect(await pictures.open(undefined)).toBeNull()
  expect(PlayedWorker.all).toEqual([])
  const opening = [pictures.open(file), pictures.open(file)]
  worker(1).answer("open", { made: null })
  worker(0).answer("open", { made: size })
  expect(await Promise.all(opening)).toEqual([expect.objectContaining(size), null])
  pictures.close()
  expect(PlayedWorker.all.map(({ ended }) => ended)).toEqual([true, true])
})

test("a part comes from the worker that has the picture, in the words that were asked", async () => {
  const pictures = openPictures(new AbortController().signal)
  const opening = pictures.open(file)
  worker(0).answer("open", { made: size })
  const part = (await opening)?.part(slice, 640)
  worker(0).answer("part", { made: new Uint8Array([1]) })
  expect(await part).toEqual(new Uint8Array([1]))
  expect(worker(0).asked.at(-1)?.work).toEqual({ do: "part", picture: 0, slice, across: 640 })
})

test("what a worker could not do is told with what it said", async () => {
  const drawing = openPictures(new AbortController().signal).drawUnit("字")
  worker(0).answer("unit", { failed: "TypeError: no canvas" })
  await expect(drawing).rejects.toMatchObject({
    code: "internal",
    message: expect.stringContaining("no canvas") as string,
  })
})

test.each([
  [
    "is given up",
    (stopper: AbortController) => {
      stopper.abort()
    },
  ],
  [
    "loses its worker",
    () => {
      worker(0).dispatchEvent(Object.assign(new Event("error"), { message: "gone" }))
    },
  ],
])("who waits is told at once when the paper %s, and who asks later too", async (_name, end) => {
  const stopper = new AbortController()
  const pictures = openPictures(stopper.signal)
  const opening = pictures.open(file)
  end(stopper)
  await expect(opening).rejects.toMatchObject({ code: "internal" })
  expect(worker(0).ended).toBe(true)
  await expect(pictures.drawUnit("字")).rejects.toMatchObject({ code: "internal" })
})
