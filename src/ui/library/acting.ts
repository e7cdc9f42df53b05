/** What happens when a button is pressed. */
import { EvidenceError } from "../../core/errors.ts"
import { allItems } from "../../core/search/arrange.ts"
import { arrangements } from "../../core/search/groups.ts"
import { nothingChosen } from "../../core/search/selection.ts"
import { type LibraryAct } from "./act.ts"
import { caseDoneBy, moveBack } from "./case-acts.ts"
import { deleteDoneBy } from "./deleting.ts"
import { type Doing, type Doings, whilePending } from "./doing.ts"
import { type Model } from "./model.ts"
import { tagDoneBy, untag } from "./tagging.ts"
/** `data` is the pressed button's dataset. An error ends in the model, where it is shown. */
export async function perform(doings: Doings, act: LibraryAct, data: DOMStringMap): Promise<void> {
  try {
    await doneBy[act](doings, data)
  } catch (thrown) {
    doings.change({ problem: EvidenceError.from(thrown).code })
  }
}

const doneBy: Readonly<Record<LibraryAct, Doing>> = {
  "show-view": ({ change }, { view }) => {
    const closed = {
      ...{ selection: nothingChosen, isAskingTrash: false, isAskingMove: false, isAskingTag: false },
      ...{ naming: null, moved: null, exporting: null, deleting: null },
    }
    change({ view: view === "trash" ? "trash" : "kept", ...closed, problem: null })
  },
  arrange: ({ change, rememberArrangement }, { arrangement: name }) => {
    const arrangement = arrangements.find(each => each === name) ?? "list"
    rememberArrangement(arrangement)
    change({ arrangement })
  },
  clear: ({ change }) => {
    change(({ criteria: { order } }) => ({ criteria: { ...allItems, order }, typed: "" }))
  },
  "show-words": ({ change }) => {
    change(({ showsWords }) => ({ showsWords: !showsWords }))
  },
  "open-item": ({ openItem }, { capture = "" }) => {
    openItem(capture)
  },
  deselect: ({ change }) => {
    change({ selection: nothingChosen })
  },
  "capture-again": ({ read, openQueue }) => {
    openQueue(chosenIn(read()))
  },
  "ask-trash": ({ change }) => {
    change({ isAskingTrash: true, moved: null })
  },
  "cancel-trash": ({ change }) => {
    change({ isAskingTrash: false })
  },
  trash: doings =>
    whilePending(doings, "trash", () =>
      move(doings, "trash", chosenIn(doings.read()), captureId =>
        doings.background("discardCapture", { captureId }),
      ),
    ),
  ...caseDoneBy,
  ...deleteDoneBy,
  ...tagDoneBy,
  undo: doings =>
    whilePending(doings, "restore", () => {
      const { moved } = doings.read()
      if (moved?.to === "tagged") return untag(doings, moved.ids, moved.from)
      return moved?.to === "case"
        ? moveBack(doings, moved.ids, moved.from)
        : restore(doings, moved?.ids ?? [])
    }),
  "restore-chosen": doings => whilePending(doings, "restore", () => restore(doings, chosenIn(doings.read()))),
  "open-export": ({ change, read }) => {
    change(exportOf(chosenIn(read()), "no item is chosen"))
  },
  "open-prepare": ({ read, openPrepare }) => {
    openPrepare(read().exporting?.captureIds ?? [])
  },
  "export-unbacked": async ({ change, withoutBackup }) => {
    change(exportOf(await withoutBackup(), "each item has a backup"))
  },
  "export-everything": async ({ change, everything }) => {
    change(exportOf(await everything(), "there is no item"))
  },
  "export-item": async ({ change, everything }, { capture = "" }) => {
    const there = await everything()
    change(
      exportOf(
        there.filter(id => id === capture),
        "there is no such item",
      ),
    )
  },
  "export-next": async ({ change, everything, leftForNext }, { export: exportId = "" }) => {
    const [there, left] = [await everything(), await leftForNext(exportId)]
    change(
      exportOf(
        there.filter(id => left.includes(id)),
        "nothing is left for another bundle",
      ),
    )
  },
  "close-export": ({ change }) => {
    change({ exporting: null })
  },
  "start-export": doings =>
    whilePending(doings, "export", async () => {
      const { read, change, background, encryption, followExport, withNotes, report } = doings
      const captureIds = read().exporting?.captureIds ?? []
      // An empty list would mean "all" to the background.
      if (captureIds.length === 0) throw new EvidenceError("export/nothing", "no item is chosen")
      const { exportId } = await background("startExport", {
        captureIds,
        encryption: encryption(),
        withNotes: withNotes(),
        report: report(),
      })
      followExport(exportId)
      change({ exporting: { captureIds, exportId } })
    }),
  "skip-report": async ({ background }, { export: exportId = "" }) => {
    await background("skipReport", { exportId })
  },
  "stop-export": async ({ background }, { export: exportId = "" }) => {
    await background("stopExport", { exportId })
  },
  "complete-export": (doings, { export: exportId = "" }) =>
    whilePending(doings, "complete", async () => {
      await doings.background("completeExport", { exportId })
    }),
  "save-stamp": async ({ background }, { stamp = "" }) => {
    await background("saveStamp", { stampId: stamp })
  },
  "make-passphrase": ({ makePassphrase }) => {
    makePassphrase()
  },
  "open-attach": ({ openAttach }) => {
    openAttach()
  },
  "open-settings": ({ openSettings }) => {
    openSettings()
  },
  copy: async ({ change, copy }, { text = "" }) => {
    await copy(text)
    change({ copied: true })
  },
  dismiss: ({ change }) => {
    change({ problem: null })
  },
}

const chosenIn = ({ selection }: Model): string[] => [...selection.chosen]

const restore = (doings: Doings, ids: readonly string[]): Promise<void> =>
  move(doings, "kept", ids, captureId => doings.background("restoreCapture", { captureId }))

/** One after another. What was moved before one failed is told with the failure, and can be undone. */
async function move(
  { change }: Doings,
  to: "trash" | "kept",
  ids: readonly string[],
  ask: (captureId: string) => Promise<null>,
): Promise<void> {
  const moved: string[] = []
  try {
    for (const id of ids) {
      await ask(id)
      moved.push(id)
    }
  } finally {
    change({
      moved: moved.length === 0 ? null : { to, ids: moved },
      selection: nothingChosen,
      isAskingTrash: false,
    })
  }
}

/** The question how these are to be handed out. Throws `export/nothing` for none: an empty list would mean everything. */
function exportOf(captureIds: readonly string[], none: string): Partial<Model> {
  if (captureIds.length === 0) throw new EvidenceError("export/nothing", none)
  return {
    exporting: { captureIds, exportId: null },
    course: null,
    copied: false,
    moved: null,
    problem: null,
  }
}
