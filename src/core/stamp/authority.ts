/**
 * Time stamp authorities: RFC 3161 endpoints that the user switched on by name.
 * Which roots their stamps lead to is judged by whoever reads them.
 */
import { OPEN_TIMESTAMPS } from "../ots/calendars.ts"
import { malformed } from "../parse.ts"

export interface Authority {
  /** Names its files in a bundle: the host in lower case, the port if it is unusual, -2 on collision (bundle.md). */
  readonly name: string
  readonly url: string
  /** The value of the Authorization header, where the authority wants one. Never leaves for anywhere else. */
  readonly authorization: string | null
  /** Whether the user lets fingerprints be sent there. */
  readonly on: boolean
}

/** One that the settings offer by name. `country` is that of the operator, ISO 3166. */
export interface KnownAuthority {
  readonly operator: string
  readonly country: "US"
  readonly url: string
}

/**
 * Both lead to roots that ship with Debian; integrity.md §3.5 has the tokens
 * that were read. Both are plain http: a token authenticates itself, and what
 * is sent is a fingerprint of a record that holds 32 random bytes.
 */
export const knownAuthorities: readonly KnownAuthority[] = [
  { operator: "DigiCert", country: "US", url: "http://timestamp.digicert.com/" },
  { operator: "SSL.com", country: "US", url: "http://ts.ssl.com/" },
]

/** What bag-info.txt says where no authority was asked; a host of that name must not be taken for it. */
export const NO_AUTHORITY = "none"

const MOST_CHARACTERS = 2048

/** So many may be entered. */
export const MOST_AUTHORITIES = 8

/**
 * The address of an authority as the user wrote it, in its standard form.
 * Throws `input/malformed` for anything but plain http and https, and for
 * credentials in the address, which would be printed with it.
 */
export function authorityUrl(text: string): string {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : null
  if (url === null || !/^https?:$/.test(url.protocol)) throw malformed("authority: not an http address")
  if (url.username !== "" || url.password !== "") throw malformed("authority: a password in the address")
  if (url.href.length > MOST_CHARACTERS) throw malformed("authority: too long")
  url.hash = ""
  return url.href
}

/** The name for an authority beside those that have one already. */
export function authorityName(url: string, taken: readonly string[]): string {
  const { hostname, port } = new URL(url)
  const host = hostname
    .toLowerCase()
    .replaceAll(/[^a-z0-9.-]+/g, "-")
    .replaceAll(/^[.-]+|[.-]+$/g, "")
  const base = [host === "" ? "tsa" : host, port].filter(part => part !== "").join("-")
  for (let n = 1; ; n++) {
    const name = n === 1 ? base : `${base}-${String(n)}`
    if (name !== NO_AUTHORITY && name !== OPEN_TIMESTAMPS && !taken.includes(name)) return name
  }
}

/** Only what is printable ASCII may stand in a header. */
export function authorizationOf(text: string | null): string | null {
  const value = text?.trim() ?? ""
  if (value === "") return null
  if (!/^[\x21-\x7e][\x20-\x7e]*$/.test(value) || value.length > MOST_CHARACTERS) {
    throw malformed("authority: the authorization header")
  }
  return value
}
