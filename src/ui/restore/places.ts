/** Where the cases of a bundle go, as it is chosen before the user has said anything. */
import { DEFAULT_CASE } from "../../core/cases.ts"
import { restoreOf } from "../../vault/read-restores.ts"
import { type Vault } from "../../vault/schema.ts"
import { caseValue } from "../parts/case-options.ts"
import { casesToPlace, keyOf, type Model, NEW_CASE, type Ready } from "./model.ts"

/**
 * Chosen beforehand: what was chosen when this very bundle was begun before;
 * into an empty vault, as it stood; else a new case, but where one of the same
 * name is here nobody but the user can say.
 */
export async function placesFor(vault: Vault, ready: Ready, cases: Model["cases"]): Promise<Model["chosen"]> {
  const before = (await restoreOf(vault, ready.zip))?.cases ?? {}
  const isEmpty = ready.held.length === 0
  return Object.fromEntries(
    casesToPlace(ready).map(place => {
      const key = keyOf(place)
      const known = before[key]
      if (known !== undefined && cases.some(({ id }) => id === known)) return [key, caseValue(known)]
      if (place?.title == null) return [key, isEmpty ? caseValue(DEFAULT_CASE) : NEW_CASE]
      return [key, cases.some(({ name }) => name === place.title) ? "" : NEW_CASE]
    }),
  )
}
