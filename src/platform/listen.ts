import { type Runtime } from "webextension-polyfill"
import { browser } from "./browser.ts"
import { type Handlers, type Readers, type Sender, serve } from "./messaging.ts"

/** Answers the messages of one API for as long as this context lives. Called synchronously at start. */
export function listen<Api>(
  api: string,
  readers: Readers<Api>,
  handlers: Handlers<Api>,
  trusts: (sender: Sender) => boolean,
): void {
  // The polyfill's type says that a callback listener always answers; the browsers take undefined for "not mine".
  const listener = serve<Api>(api, readers, handlers, trusts) as Runtime.OnMessageListenerCallback
  browser.runtime.onMessage.addListener(listener)
}
