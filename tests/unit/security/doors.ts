/** The extension's four ends of messages, in front of a browser that only remembers who listens. */
import { vi } from "vitest"
import { type Sender } from "../../../src/platform/messaging.ts"

type Reply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: { readonly code: string; readonly message: string } }
type Listener = (message: unknown, sender: Sender, respond: (reply: Reply) => void) => true | undefined

export const OWN = "chrome-extension://holdfast/"

/** Who listens, by the name of the event: `runtime.onMessage`. */
export const listeners = new Map<string, ((...args: never[]) => unknown)[]>()

/** Every part of the browser's interface, as far as anybody asks: it answers nothing and remembers listeners. */
function anyApi(path: string): unknown {
  return new Proxy(() => Promise.resolve(undefined), {
    get(_target, name) {
      const whole = `${path}.${String(name)}`
      if (name === "then" || typeof name === "symbol") return undefined
      if (name === "addListener")
        return (listener: () => unknown) => {
          listeners.set(path, [...(listeners.get(path) ?? []), listener])
        }
      if (whole === "browser.runtime.id") return "holdfast"
      if (whole === "browser.runtime.getURL") return (file: string) => OWN + file
      if (whole === "browser.i18n.getUILanguage") return () => "en"
      if (name === "connect") return () => anyApi("port")
      return anyApi(whole)
    },
  })
}

export const rememberingBrowser = anyApi("browser")

/** Puts a message to every listener there is, as a browser does; undefined where none of them wants it. */
export async function put(message: unknown, sender: Sender): Promise<Reply | undefined> {
  const heard = (listeners.get("browser.runtime.onMessage") ?? []) as Listener[]
  const replies = heard.map(
    listener =>
      new Promise<Reply | undefined>(resolve => {
        if (listener(message, sender, resolve) === undefined) resolve(undefined)
      }),
  )
  return (await Promise.all(replies)).find(reply => reply !== undefined)
}

/** A handler for every method that a table of readers names. */
export function spies<Readers extends object>(
  readers: Readers,
): Record<keyof Readers, ReturnType<typeof vi.fn>> {
  const names = Object.keys(readers) as (keyof Readers)[]
  return Object.fromEntries(
    names.map(name => [name, vi.fn(() => Promise.resolve("done"))]),
  ) as unknown as Record<keyof Readers, ReturnType<typeof vi.fn>>
}
