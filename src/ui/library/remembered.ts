/** The view that the reader left the library in. Losing it loses no evidence, so it is not in the vault. */
import { type Arrangement, arrangements } from "../../core/search/groups.ts"

const KEY = "holdfast.library.arrangement.v1"

/** `storage` is null where the browser refuses it: then every visit begins with the list. */
export const arrangementIn = (storage: Pick<Storage, "getItem"> | null): Arrangement =>
  arrangements.find(each => each === storage?.getItem(KEY)) ?? "list"

export function rememberArrangement(
  storage: Pick<Storage, "setItem"> | null,
  arrangement: Arrangement,
): void {
  storage?.setItem(KEY, arrangement)
}
