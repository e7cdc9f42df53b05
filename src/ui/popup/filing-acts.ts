/** What happens when another case is chosen in the header, or a new one is named there. */
import { type Doings } from "./acting.ts"
import { filedIn } from "./filing.ts"
import { screenOf } from "./model.ts"

type Filing = Pick<Doings, "store" | "background" | "caseName">

/** Of the shown item, or of captures to come. */
export async function fileIn({ store, background }: Filing, caseId: string): Promise<void> {
  const of = filedIn(screenOf(store.read()))
  if (of === undefined) return
  if (of === null) await background("chooseCase", { caseId })
  else await background("moveToCase", { captureIds: [of], caseId })
  store.change({ filed: { caseId, of } })
}

export async function makeAndFile(doings: Filing): Promise<void> {
  const { store, background, caseName } = doings
  const name = caseName().trim()
  // Nothing written is nothing asked for.
  if (name === "") return
  const { caseId } = await background("createCase", { name })
  await fileIn(doings, caseId)
  store.change({ isNamingCase: false })
}
