/** What the page begins with: the items that it was opened for, and what was chosen and kept before. */
import { reportLanguageOf } from "../../core/languages.ts"
import { privacyOf, type PrivacyFindings } from "../../core/papers/privacy.ts"
import { nothingTyped } from "../../core/papers/typed.ts"
import { DEFAULT_CASE } from "../../core/cases.ts"
import { type Language } from "../../i18n/language.ts"
import { capturesInCase } from "../../vault/read-cases.ts"
import { capturesById } from "../../vault/read-entries.ts"
import { keptPerson, languages } from "../../vault/read-settings.ts"
import { exportById, anchorsOf, importsOf, stampsOf, watch } from "../../vault/read.ts"
import { type Vault } from "../../vault/schema.ts"
import { readForPreview } from "../../workshop/preview-papers.ts"
import { type Held, type Model } from "./model.ts"

/** By `items`, ids with commas between, or else by `case`. */
export async function readHeld(vault: Vault, asked: URLSearchParams): Promise<readonly Held[]> {
  const items = asked.get("items")
  const ids =
    items === null ? await capturesInCase(vault, asked.get("case") ?? DEFAULT_CASE) : items.split(",")
  const rows = (await capturesById(vault, ids)).filter(
    ({ state, trashedAt }) => state === "sealed" && trashedAt === null,
  )
  return readForPreview(
    vault,
    rows.toSorted((a, b) => a.item - b.item),
    true,
  )
}

/** What the papers begin with. */
export async function readChosen(
  vault: Vault,
  page: Language,
): Promise<Pick<Model, "language" | "typed" | "isKept">> {
  const { reports } = await languages(vault)
  const person = await keptPerson(vault)
  return {
    language: reportLanguageOf(reports, page),
    typed: person === null ? nothingTyped : { ...nothingTyped, person },
    isKept: person !== null,
  }
}

/** Characters of a page that are looked through. */
const LOOKED_THROUGH = 1_000_000

export async function lookThrough(held: readonly Held[]): Promise<PrivacyFindings> {
  const looked = []
  for (const { item } of held) {
    const file = item.files.find(({ path }) => path === "text.txt")
    const text = file === undefined ? null : (await file.blob.text()).slice(0, LOOKED_THROUGH)
    const { item: name, signedIn } = item.record
    looked.push({ item: name, signedIn, text })
  }
  return privacyOf(looked)
}

/** Follows an export and its proofs for as long as the page is there. */
export function followCourse(
  vault: Vault,
  id: string,
  change: (part: Partial<Model>) => void,
  report: (thrown: unknown) => void,
): void {
  watch(
    () => exportById(vault, id),
    course => {
      change({ course: course ?? null })
    },
    report,
  )
  watch(
    () => stampsOf(vault, id),
    stamps => {
      change({ stamps })
    },
    report,
  )
  watch(
    () => anchorsOf(vault, id),
    anchors => {
      change({ anchors })
    },
    report,
  )
  watch(
    () => importsOf(vault, id),
    imports => {
      change({ imports })
    },
    report,
  )
}
