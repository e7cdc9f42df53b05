/** The user's choice of authorities, and stamps for what was there before it. */
import { malformed } from "../core/parse.ts"
import {
  type Authority,
  authorityName,
  authorityUrl,
  authorizationOf,
  MOST_AUTHORITIES,
} from "../core/stamp/authority.ts"
import { now } from "../platform/clock.ts"
import { type AuthorityChoice } from "../protocol.ts"
import { allCaptures, stampsOf } from "../vault/read.ts"
import { authorities } from "../vault/read-settings.ts"
import { type StampRow, type Vault } from "../vault/schema.ts"
import { keepAuthorities, requestStamps } from "../vault/write-stamps.ts"
import { wantedStamps } from "./stamps.ts"

/** Keeps the choice, in place of the one before. One that was there keeps its name. Throws `input/malformed`. */
export async function chooseAuthorities(vault: Vault, choices: readonly AuthorityChoice[]): Promise<void> {
  if (choices.length > MOST_AUTHORITIES) throw malformed("authorities: too many")
  const known = await authorities(vault)
  const chosen: Authority[] = []
  for (const { url: text, authorization, on } of choices) {
    const url = authorityUrl(text)
    if (chosen.some(each => each.url === url)) throw malformed("authorities: the same address twice")
    const taken = [...known.filter(each => each.url !== url), ...chosen].map(({ name }) => name)
    const name = known.find(each => each.url === url)?.name ?? authorityName(url, taken)
    chosen.push({ name, url, authorization: authorizationOf(authorization), on })
  }
  await keepAuthorities(vault, now(), chosen)
}

/** Wants a stamp over every sealed item from every authority that is switched on and was not asked for one. */
export async function stampWhatHasNone(vault: Vault): Promise<number> {
  const at = now()
  const wanted: StampRow[] = []
  for (const { id, record } of await allCaptures(vault)) {
    if (record === null) continue
    const asked = new Set((await stampsOf(vault, id)).map(({ authority }) => authority))
    const rows = await wantedStamps(vault, { kind: "capture", of: id, digest: record }, at)
    wanted.push(...rows.filter(({ authority }) => !asked.has(authority)))
  }
  if (wanted.length > 0) await requestStamps(vault, at, wanted)
  return wanted.length
}
