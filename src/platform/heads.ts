/**
 * The heads of one request of our own, as the browser saw them: what a page and
 * `fetch` are not told (the server's address, `Set-Cookie`, the status line, in
 * Firefox the certificates).
 */
import { type WebRequest } from "webextension-polyfill"
import { type Certificate, type Connection, type Header, redactHeaders } from "../core/server/record.ts"
import { browser } from "./browser.ts"
import { patternOf } from "./hosts.ts"

export interface Heads {
  readonly ip: string | null
  readonly fromCache: boolean | null
  readonly status: number | null
  readonly statusLine: string | null
  readonly requestHeaders: readonly Header[]
  readonly responseHeaders: readonly Header[]
  readonly connection: Connection | null
}

export interface Told {
  readonly heads: Heads
  /** Where the server sends on to; null where it does not. */
  readonly location: string | null
}

export interface HeadWatch {
  /** Resolves when the browser has told all of it, or after a second without. */
  read(): Promise<Told>
  stop(): void
}

/** The browser tells of the end of a request a little after `fetch` does, or before. */
const LATE_MS = 1_000

/** Whether this browser tells about the connection: certificates and the like. */
export const tellsConnection = (): boolean => "getSecurityInfo" in browser.webRequest

/** Watches the next request of ours for `url`. One at a time: two for one address could not be told apart. */
export function watchHeads(url: string): HeadWatch {
  const { onSendHeaders, onHeadersReceived, onBeforeRedirect, onCompleted, onErrorOccurred } =
    browser.webRequest
  const filter: WebRequest.RequestFilter = { urls: [patternOf(url)], types: ["xmlhttprequest"] }
  const wanted = new URL(url)
  wanted.hash = ""
  let request: string | null = null
  let heads: Heads = {
    ip: null,
    fromCache: null,
    status: null,
    statusLine: null,
    requestHeaders: [],
    responseHeaders: [],
    connection: null,
  }
  let location: string | null = null
  let finish: () => void = () => undefined
  const ended = new Promise<void>(resolve => {
    finish = resolve
  })
  const isMine = (details: Details): boolean => {
    if (request === null && details.url === wanted.href && isOwn(details)) request = details.requestId
    return details.requestId === request
  }

  const sending = (details: WebRequest.OnSendHeadersDetailsType) => {
    if (isMine(details)) heads = { ...heads, requestHeaders: kept(details.requestHeaders) }
  }
  const receiving = async (
    details: WebRequest.OnHeadersReceivedDetailsType,
  ): Promise<WebRequest.BlockingResponse> => {
    if (!isMine(details)) return {}
    const named = details.responseHeaders?.find(({ name }) => name.toLowerCase() === "location")
    location = isRedirection(details.statusCode) ? (named?.value ?? null) : null
    heads = {
      ...heads,
      ...answerOf(details),
      responseHeaders: kept(details.responseHeaders),
    }
    if (tellsConnection()) heads = { ...heads, connection: await connectionOf(details.requestId) }
    return {}
  }
  const ending = (details: Details & Answer) => {
    if (!isMine(details)) return
    heads = { ...heads, ...answerOf(details) }
    finish()
  }
  // The polyfill's types know neither Chromium's extraHeaders nor a listener without "blocking".
  onSendHeaders.addListener(sending, filter, withExtra("OnSendHeadersOptions", "requestHeaders"))
  const more = tellsConnection() ? ["blocking"] : []
  const received = [...withExtra("OnHeadersReceivedOptions", "responseHeaders"), ...more]
  onHeadersReceived.addListener(receiving, filter, received as WebRequest.OnHeadersReceivedOptions[])
  onBeforeRedirect.addListener(ending, filter)
  onCompleted.addListener(ending, filter)
  onErrorOccurred.addListener(ending, filter)
  return {
    async read() {
      const late = setTimeout(finish, LATE_MS)
      await ended
      clearTimeout(late)
      return { heads, location }
    },
    stop() {
      onSendHeaders.removeListener(sending)
      onHeadersReceived.removeListener(receiving)
      onBeforeRedirect.removeListener(ending)
      onCompleted.removeListener(ending)
      onErrorOccurred.removeListener(ending)
    },
  }
}

interface Details {
  readonly url: string
  readonly requestId: string
  readonly originUrl?: string | undefined
}

interface Answer {
  readonly ip?: string | undefined
  readonly fromCache?: boolean | undefined
  readonly statusCode?: number | undefined
  readonly statusLine?: string | undefined
}

/** What an event tells and the ones before did not. */
function answerOf({ ip, fromCache, statusCode, statusLine }: Answer): Partial<Heads> {
  return {
    ...(typeof ip === "string" ? { ip } : {}),
    ...(typeof fromCache === "boolean" ? { fromCache } : {}),
    ...(typeof statusCode === "number" && statusCode > 0 ? { status: statusCode } : {}),
    ...(typeof statusLine === "string" ? { statusLine } : {}),
  }
}

/** Chromium names the asker `initiator`, Firefox `originUrl`. */
function isOwn(details: Details): boolean {
  const { initiator } = details as { readonly initiator?: string }
  return (details.originUrl ?? initiator ?? "").startsWith(browser.runtime.getURL("").replace(/\/$/, ""))
}

const isRedirection = (status: number): boolean => [301, 302, 303, 307, 308].includes(status)

const kept = (headers: WebRequest.HttpHeaders | undefined): Header[] =>
  redactHeaders((headers ?? []).map(({ name, value }) => ({ name, value: value ?? "[binary]" })))

/** Chromium keeps cookies from listeners that do not ask for them by this word. */
function withExtra<T extends string>(options: string, usual: T): T[] {
  const known: unknown = Reflect.get(browser.webRequest, options)
  const hasExtra = typeof known === "object" && known !== null && "EXTRA_HEADERS" in known
  return hasExtra ? [usual, "extraHeaders" as T] : [usual]
}

async function connectionOf(requestId: string): Promise<Connection | null> {
  const asked = (certificateChain: boolean) =>
    browser.webRequest.getSecurityInfo(requestId, { certificateChain, rawDER: true })
  const whole = await asked(true)
  if (whole.state === "insecure") return null
  // One that the user let pass all the same has no chain; asked without, Firefox gives the server's own.
  const info = whole.certificates.length > 0 ? whole : await asked(false)
  return {
    state: info.state,
    protocolVersion: info.protocolVersion ?? null,
    cipherSuite: info.cipherSuite ?? null,
    keyExchange: info.keaGroupName ?? null,
    signatureScheme: info.signatureSchemeName ?? null,
    certificates: info.certificates.map(certificateOf),
  }
}

const certificateOf = (certificate: WebRequest.CertificateInfo): Certificate => ({
  subject: certificate.subject,
  issuer: certificate.issuer,
  serialNumber: certificate.serialNumber,
  notBefore: timeOf(certificate.validity.start),
  notAfter: timeOf(certificate.validity.end),
  sha256: certificate.fingerprint.sha256,
  der: btoa(String.fromCharCode(...(certificate.rawDER ?? []))),
})

const timeOf = (ms: number): string | null =>
  Number.isFinite(ms) && Math.abs(ms) <= 8.64e15 ? new Date(ms).toISOString() : null
