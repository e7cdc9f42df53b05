/** Long work in parts: all pages of an extension share one thread, and who looks at one waits for it. */

/** At least so long without a pause. */
const PART_MS = 30

/** Lets whatever else waits for the thread have it, once the last pause is a while ago; else it goes on at once. */
export function makeBreath(): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < PART_MS) return
    await nextTask()
    since = performance.now()
  }
}

/** A message and no timer: the timers of a document that nobody sees are let run once in a second. */
const nextTask = (): Promise<void> =>
  new Promise(resolve => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
