/** What the reader does with the comments: ticks, all of one author, none. Nothing of it is kept. */
import { addressToRead } from "../../vault/capture-row.ts"
import { shownComments } from "./comments.ts"
import { type Model } from "./model.ts"

interface Given {
  readonly page: Document
  readonly read: () => Model
  readonly change: (part: Partial<Model>) => void
}

export interface Choosing {
  /** Answers whether the button was one of these. */
  readonly press: (act: string | undefined) => boolean
  readonly changed: (target: EventTarget | null) => boolean
  /** Puts the ticks where the model has them: a redraw leaves them to the reader. */
  readonly tick: () => void
}

export function makeChoosing({ page, read, change }: Given): Choosing {
  const choose = (ticked: Iterable<number>, author = read().choosing.author) => {
    change({ choosing: { author, ticked: new Set(ticked) } })
  }
  return {
    press(act) {
      const { choosing, facts, item } = read()
      if (act === "comments-none") choose([])
      else if (act === "comments-all" && facts.at === "read" && item != null) {
        const open = shownComments(facts.facts, choosing.author, addressToRead(item))
        choose([...choosing.ticked, ...open.filter(({ isOpen }) => isOpen).map(({ at }) => at)])
      } else return false
      return true
    },
    changed(target) {
      const { ticked } = read().choosing
      if (target instanceof HTMLSelectElement && target.id === "comments-author") choose(ticked, target.value)
      else if (target instanceof HTMLInputElement && target.name === "comment") {
        const at = Number(target.value)
        choose(target.checked ? [...ticked, at] : [...ticked].filter(each => each !== at))
      } else return false
      return true
    },
    tick() {
      const { ticked } = read().choosing
      for (const box of page.querySelectorAll<HTMLInputElement>("input[name=comment]")) {
        box.checked = ticked.has(Number(box.value))
      }
    },
  }
}
