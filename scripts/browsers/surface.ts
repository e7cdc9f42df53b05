import { setTimeout as sleep } from "node:timers/promises"
import { type Code, type Surface } from "./driver.ts"

/** What a browser must be able to do with a document, for {@link surfaceOf} to make the rest. */
export interface Hands {
  /** The JSON value of an expression, in the document. */
  readonly run: (expression: string) => Promise<unknown>
  /** A real click on the middle of an element that is there. */
  readonly clickOn: (selector: string) => Promise<void>
  readonly press: (keys: string) => Promise<void>
  readonly type: (text: string) => Promise<void>
  readonly screenshot: (path: string) => Promise<void>
}

export function surfaceOf(hands: Hands): Surface {
  return {
    evaluate: (code, ...args) => evaluateIn(hands.run, code, args),
    waitFor: (code, timeoutMs) => until(String(code), () => evaluateIn(hands.run, code, []), timeoutMs),
    async click(selector) {
      const ready = expressionOf(isUsable, [selector])
      await until(`${selector} to be clickable`, () => hands.run(ready))
      await hands.clickOn(selector)
    },
    press: keys => hands.press(keys),
    type: text => hands.type(text),
    screenshot: path => hands.screenshot(path),
  }
}

/** The caller's types describe what its own code returns; nothing here can check them. */
export async function evaluateIn<A extends readonly unknown[], T>(
  run: (expression: string) => Promise<unknown>,
  code: Code<A, T>,
  args: A,
): Promise<T> {
  return (await run(expressionOf(code, args))) as T
}

export function expressionOf<A extends readonly unknown[], T>(code: Code<A, T>, args: A): string {
  return typeof code === "string" ? code : `(${String(code)})(...${JSON.stringify(args)})`
}

/** Runs in the document. A popup grows for a moment after it is drawn; a click meanwhile lands where the element was. */
async function isUsable(selector: string): Promise<boolean> {
  const element = document.querySelector(selector)
  if (element === null || element.matches(":disabled, [aria-disabled=true]")) return false
  element.scrollIntoView({ block: "center", inline: "center", behavior: "instant" })
  const layout = () => {
    const { x, y, width, height } = element.getBoundingClientRect()
    return [x, y, width, height, innerWidth, innerHeight].join()
  }
  const before = layout()
  const wait = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms))
  const frame = () =>
    new Promise<void>(resolve =>
      requestAnimationFrame(() => {
        resolve()
      }),
    )
  // A browser aims by what it last painted. On a busy machine that is from before the scrolling; what is hidden paints nothing.
  await Promise.all([wait(120), Promise.race([frame().then(frame), wait(1000)])])
  const { width, height } = element.getBoundingClientRect()
  return layout() === before && width > 0 && height > 0 && getComputedStyle(element).visibility === "visible"
}

/**
 * Asks until the answer is truthy. A probe that throws (a page between two
 * documents) has no answer yet; its error is the cause of the timeout. One
 * that never answers (a document that is gone) is given up half a minute after it.
 */
export async function until<T>(
  what: string,
  probe: () => Promise<T> | T,
  timeoutMs = 60_000,
): Promise<NonNullable<T>> {
  const over = new AbortController()
  const givenUp = sleep(timeoutMs + 30_000, null, { signal: over.signal, ref: false })
  givenUp.catch(() => "the answer came")
  const end = performance.now() + timeoutMs
  let cause: unknown
  try {
    for (;;) {
      try {
        const answer = await Promise.race([probe(), givenUp])
        if (answer) return answer
      } catch (thrown) {
        cause = thrown
      }
      if (performance.now() > end) throw new Error(`waited ${timeoutMs / 1000} s for: ${what}`, { cause })
      await sleep(40)
    }
  } finally {
    over.abort()
  }
}
