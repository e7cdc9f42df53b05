/** The small pieces that stand for an item in every list. */
import { type Words } from "../../i18n/words.ts"
import { type CaptureRow } from "../../vault/capture-row.ts"
import { isPractice } from "../../core/address.ts"
import { el } from "./dom.ts"
import { hostOf, inertText } from "./inert-text.ts"

/** E-004, as people say it; the bundle's folder is e004. */
export const itemLabel = (item: number): string => `E-${String(item).padStart(3, "0")}`

/** `imported`: a file from elsewhere; nothing was captured that could be complete. */
export type ChipKind = "complete" | "gaps" | "running" | "damaged" | "imported"

/** `damaged`: the captures of which the last check of all files found one gone or changed. */
export function chipKind(
  row: Pick<CaptureRow, "id" | "state" | "complete" | "failure" | "imported">,
  damaged: ReadonlySet<string>,
): ChipKind {
  if (damaged.has(row.id)) return "damaged"
  if (row.state === "running" && row.failure === null) return "running"
  if (row.state === "sealed" && row.imported !== undefined) return "imported"
  return row.state === "sealed" && row.complete ? "complete" : "gaps"
}

export const chip = ({ t }: Words, kind: ChipKind): HTMLElement =>
  el("span", { class: `chip chip-${kind}` }, t(`chip.${kind}`))

/** What an item is of, in a few words: the site, or that it is a file from elsewhere. */
export const originName = (
  words: Words,
  { url, imported }: Pick<CaptureRow, "url" | "imported">,
): HTMLElement =>
  imported === undefined ? hostName(words, url) : el("span", { class: "host" }, words.t("chip.imported"))

/** The host of an address, isolated from our own sentence; of the practice post, that it is one. */
export const hostName = ({ t }: Words, url: string): HTMLElement =>
  el(
    "bdi",
    { class: "host" },
    isPractice(url) ? t("practice.host") : inertText(hostOf(url) ?? t("ready.noAddress"), 60),
  )
