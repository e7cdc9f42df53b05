/** What is done with cases from the library. */
import { DEFAULT_CASE } from "../../core/cases.ts"
import { EvidenceError } from "../../core/errors.ts"
import { nothingChosen } from "../../core/search/selection.ts"
import { type LibraryAct } from "./act.ts"
import { costsOf } from "./costs.ts"
import { type Doing, type Doings, whilePending } from "./doing.ts"

export type CaseAct = Extract<
  LibraryAct,
  | "new-case"
  | "rename-case"
  | "cancel-case"
  | "keep-case"
  | "archive-case"
  | "choose-case"
  | "export-case"
  | "ask-move"
  | "cancel-move"
  | "move"
  | "keep-cost"
  | "take-back-cost"
  | "save-attached"
>

export const caseDoneBy: Readonly<Record<CaseAct, Doing>> = {
  "new-case": ({ change }) => {
    change({ naming: "new", moved: null })
  },
  "rename-case": ({ read, change }) => {
    const { caseView } = read()
    if (caseView !== null) change({ naming: { caseId: caseView }, moved: null })
  },
  "cancel-case": ({ change }) => {
    change({ naming: null })
  },
  "keep-case": doings => whilePending(doings, "case", () => keepCase(doings)),
  "archive-case": (doings, { archived }) =>
    whilePending(doings, "case", async () => {
      const { caseView: caseId } = doings.read()
      if (caseId !== null) await doings.background("archiveCase", { caseId, archived: archived === "no" })
    }),
  "choose-case": doings =>
    whilePending(doings, "case", async () => {
      const { caseView: caseId } = doings.read()
      if (caseId !== null) await doings.background("chooseCase", { caseId })
    }),
  "export-case": ({ read, change, capturesInCase }) => {
    const { caseView } = read()
    if (caseView === null) return
    return capturesInCase(caseView).then(captureIds => {
      if (captureIds.length === 0) throw new EvidenceError("export/nothing", "the case is empty")
      change({
        exporting: { captureIds, exportId: null },
        course: null,
        copied: false,
        moved: null,
        problem: null,
      })
    })
  },
  "ask-move": ({ change }) => {
    change({ isAskingMove: true, moved: null })
  },
  "cancel-move": ({ change }) => {
    change({ isAskingMove: false })
  },
  "keep-cost": doings => whilePending(doings, "cost", () => keepCost(doings)),
  "take-back-cost": (doings, { remark: remarkId = "" }) =>
    whilePending(doings, "cost", async () => {
      const found = doings.read().costs.find(({ id }) => id === remarkId)
      if (found === undefined) return
      const said = { kind: "cost", content: null } as const
      await doings.background("keepRemark", { of: found.of, remarkId, said })
    }),
  "save-attached": ({ saveAttached }, data) => saveAttached(data),
  move: doings => whilePending(doings, "case", () => moveChosen(doings)),
}

async function keepCase({ read, change, background, caseName }: Doings): Promise<void> {
  const { naming } = read()
  const name = caseName().trim()
  // Nothing written is nothing asked for.
  if (naming === null || name === "") return
  if (naming === "new") {
    const { caseId } = await background("createCase", { name })
    change({ naming: null, caseView: caseId, selection: nothingChosen })
  } else {
    await background("renameCase", { caseId: naming.caseId, name })
    change({ naming: null })
  }
}

async function keepCost({ read, change, background, cost }: Doings): Promise<void> {
  const caseId = costsOf(read())
  const content = caseId === null ? null : await cost()
  // Nothing written is nothing said.
  if (caseId === null || content === null) return
  await background("keepRemark", { of: caseId, remarkId: null, said: { kind: "cost", content } })
  change(({ costsKept }) => ({ costsKept: costsKept + 1 }))
}

async function moveChosen({ read, change, background, moveTo }: Doings): Promise<void> {
  const { selection, places } = read()
  const caseId = moveTo()
  const ids = [...selection.chosen]
  if (caseId === null || ids.length === 0) return
  const from = new Map(ids.map(id => [id, places.get(id) ?? DEFAULT_CASE]))
  await background("moveToCase", { captureIds: ids, caseId })
  change({ moved: { to: "case", ids, caseId, from }, selection: nothingChosen, isAskingMove: false })
}

/** Each to where it was. What was moved back before one failed stays so; the rest can be asked for again. */
export async function moveBack(
  { change, background }: Doings,
  ids: readonly string[],
  from: ReadonlyMap<string, string>,
): Promise<void> {
  const places = new Set(from.values())
  for (const caseId of places) {
    await background("moveToCase", { captureIds: ids.filter(id => from.get(id) === caseId), caseId })
  }
  change({ moved: { to: "back", ids } })
}
