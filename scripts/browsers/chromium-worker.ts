/** The service worker in Chromium: looked into, started and stopped over DevTools. */
import { randomUUID } from "node:crypto"
import { setTimeout as sleep } from "node:timers/promises"
import { type Browser, type CDPSession, type Target, TargetType } from "puppeteer-core"
import { until } from "./surface.ts"

export function isWorkerRunning(browser: Browser, origin: string): boolean {
  return workersOf(browser, origin).length > 0
}

/** The JSON value of the expression. Attaches for this call alone: a debugger that stays keeps the worker alive. */
export async function evaluateInWorker(
  browser: Browser,
  origin: string,
  expression: string,
): Promise<unknown> {
  const session = await until("the service worker to run its script", () => sessionThatRuns(browser, origin))
  try {
    const { result, exceptionDetails } = await session.send("Runtime.evaluate", {
      expression,
      awaitPromise: true,
      returnByValue: true,
    })
    if (exceptionDetails !== undefined) {
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    }
    return result.value
  } finally {
    await session.detach()
  }
}

/**
 * Null where none runs yet: a worker is there before what it imports has come, and has none of the
 * extension's interface until then. Of an extension that was loaded anew the last worker may still
 * be listed, and answers nothing: the newest is asked, and none is waited for long.
 */
async function sessionThatRuns(browser: Browser, origin: string): Promise<CDPSession | null> {
  const worker = workersOf(browser, origin).at(-1) ?? (await startedWorker(browser, origin))
  const session = await worker.createCDPSession()
  const runs = session
    .send("Runtime.evaluate", { expression: "typeof chrome" })
    .then(({ result }) => result.value === "object")
  if (await Promise.race([runs, sleep(5_000, false)])) return session
  await session.detach()
  return null
}

/** Stops at once: what was on its way in the worker is lost, as when the browser ends it. */
export async function stopWorker(browser: Browser, origin: string): Promise<void> {
  const root = await browser.target().createCDPSession()
  const { targetInfos } = await root.send("Target.getTargets")
  const doomed = targetInfos.filter(
    each => each.type === "service_worker" && each.url.startsWith(`${origin}/`),
  )
  const targets = browser.targets().filter(each => isWorkerOf(each, origin))
  // For a service worker, closing its target is to stop it.
  for (const { targetId } of doomed) await root.send("Target.closeTarget", { targetId })
  await root.detach()
  // An event may start the next one before we look, so it is these that must be gone.
  await until(
    "the service worker to stop",
    () => !browser.targets().some(each => targets.includes(each)),
    10_000,
  )
}

async function startedWorker(browser: Browser, origin: string): Promise<Target> {
  return withServiceWorkerDomain(browser, origin, async session => {
    await session.send("ServiceWorker.startWorker", { scopeURL: `${origin}/` })
    return until("the service worker to start", () => workersOf(browser, origin).at(-1), 10_000)
  })
}

/** The domain exists only in a page of that origin: one that runs nothing, in a tab behind the others. */
async function withServiceWorkerDomain<T>(
  browser: Browser,
  origin: string,
  use: (session: CDPSession) => Promise<T>,
): Promise<T> {
  const root = await browser.target().createCDPSession()
  // The name tells it from the last one, which may still be closing.
  const url = `${origin}/manifest.json?${randomUUID()}`
  const { targetId } = await root.send("Target.createTarget", { url, background: true })
  try {
    const helper = await browser.waitForTarget(each => each.url() === url, { timeout: 10_000 })
    const session = await helper.createCDPSession()
    await until("the helper page", async () => {
      const { result } = await session.send("Runtime.evaluate", { expression: `location.href === "${url}"` })
      return result.value === true
    })
    await session.send("ServiceWorker.enable")
    return await use(session)
  } finally {
    await root.send("Target.closeTarget", { targetId })
    await root.detach()
  }
}

/** In the order in which they began. */
const workersOf = (browser: Browser, origin: string): readonly Target[] =>
  browser.targets().filter(target => isWorkerOf(target, origin))

const isWorkerOf = (target: Target, origin: string): boolean =>
  target.type() === TargetType.SERVICE_WORKER && target.url().startsWith(`${origin}/`)
