/** Tags for many items at once, beside those that each has. */
import { type Labels, tagsIn } from "../../core/remarks.ts"
import { nothingChosen } from "../../core/search/selection.ts"
import { type LibraryAct } from "./act.ts"
import { type Doing, type Doings, whilePending } from "./doing.ts"

type TagAct = Extract<LibraryAct, "ask-tag" | "cancel-tag" | "add-tag">

export const tagDoneBy: Readonly<Record<TagAct, Doing>> = {
  "ask-tag": ({ change }) => {
    change({ isAskingTag: true, moved: null })
  },
  "cancel-tag": ({ change }) => {
    change({ isAskingTag: false })
  },
  "add-tag": doings => whilePending(doings, "tag", () => addTags(doings)),
}

const NONE: Labels = { tags: [], wrongs: [] }

/** One after another. What was done before one failed is told with the failure, and can be undone. */
async function addTags({ read, change, background, typedTags }: Doings): Promise<void> {
  const tags = tagsIn(typedTags())
  const { selection, labels } = read()
  // Nothing written is nothing asked for.
  if (tags.length === 0) return
  const from = new Map<string, Labels | null>()
  try {
    for (const of of selection.chosen) {
      const before = labels.get(of)?.said ?? null
      const { tags: own, wrongs } = before ?? NONE
      const content = { tags: [...new Set([...own, ...tags])], wrongs }
      await background("keepRemark", { of, remarkId: null, said: { kind: "labels", content } })
      from.set(of, before)
    }
  } finally {
    change({
      moved: from.size === 0 ? null : { to: "tagged", ids: [...from.keys()], tags, from },
      selection: nothingChosen,
      isAskingTag: false,
    })
  }
}

/** Each has the labels again that it had. */
export async function untag(
  { change, background }: Doings,
  ids: readonly string[],
  from: ReadonlyMap<string, Labels | null>,
): Promise<void> {
  for (const of of ids) {
    const said = { kind: "labels", content: from.get(of) ?? null } as const
    await background("keepRemark", { of, remarkId: null, said })
  }
  change({ moved: { to: "untagged", ids } })
}
