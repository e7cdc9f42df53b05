// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from "vitest"
import { watchMotion } from "../../../src/capture/motion.ts"

/** Draws a frame so seldom, as a busy machine does. */
function drawEvery(ms: number): void {
  vi.stubGlobal("requestAnimationFrame", (callback: FrameRequestCallback) =>
    setTimeout(() => {
      callback(performance.now())
    }, ms),
  )
}

/** Moves an element in each of so many frames. Answers with how many it has moved it in. */
function moveFor(frames: number): () => number {
  document.body.innerHTML = "<div></div>"
  const element = document.querySelector("div") ?? expect.unreachable("just put in")
  let moved = 0
  const step = () => {
    moved += 1
    element.style.top = `${String(moved)}px`
    if (moved < frames) requestAnimationFrame(step)
  }
  requestAnimationFrame(step)
  return () => moved
}

Document.prototype.getAnimations = () => []
afterEach(() => {
  vi.unstubAllGlobals()
})

describe("what a page moves by frames", () => {
  test.each([
    ["as a screen does", 16],
    ["slower than one is waited for", 220],
  ])("is followed until it rests, where frames are drawn %s", async (_name, ms) => {
    drawEvery(ms)
    const motion = watchMotion()
    const moved = moveFor(6)
    motion.begin()
    await vi.waitFor(() => {
      expect(moved()).toBeGreaterThan(0)
    })
    expect(await motion.untilCalm("page")).toEqual({ moving: 0, wasAwaited: true })
    expect(moved()).toBe(6)
    motion.stop()
  })

  test("is not waited for where nothing moves", async () => {
    const motion = watchMotion()
    motion.begin()
    expect(await motion.untilCalm("page")).toEqual({ moving: 0, wasAwaited: false })
    motion.stop()
  })
})
