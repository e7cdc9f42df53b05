/** What the browser tells of requests, and lets the extension reach: put in the polyfill's place by `vi.mock`. */
import { vi } from "vitest"

type Listener = (details: object) => unknown

const OWN = "chrome-extension://holdfast"

function event() {
  const listeners = new Set<Listener>()
  return {
    addListener: vi.fn((listener: Listener) => void listeners.add(listener)),
    removeListener: (listener: Listener) => void listeners.delete(listener),
    listeners,
  }
}

export const events = {
  onSendHeaders: event(),
  onHeadersReceived: event(),
  onBeforeRedirect: event(),
  onCompleted: event(),
  onErrorOccurred: event(),
}

/** Hosts that were allowed. */
export const allowed = new Set<string>()

export const siteBrowser: Record<string, unknown> & { webRequest: Record<string, unknown> } = {
  runtime: { getURL: (path: string) => `${OWN}/${path}`, getManifest: () => ({}) },
  permissions: {
    contains: ({ origins: [pattern = ""] }: { origins: string[] }) =>
      Promise.resolve(allowed.has(new URL(pattern.replace("*", "")).hostname)),
  },
  webRequest: { ...events },
}

/** Tells whoever listens; details without an asker are of the extension itself. */
export async function tell(name: keyof typeof events, details: object): Promise<void> {
  const whole = { initiator: OWN, requestId: "1", ...details }
  await Promise.all(Array.from(events[name].listeners, listener => listener(whole)))
}

export const listening = (): number =>
  Object.values(events).reduce((sum, { listeners }) => sum + listeners.size, 0)
