/** What is chosen in the list, by the mouse and by the keys. A heading stands for the items under it. */
import { allOrNone, extended, nothingChosen, toggled } from "../../core/search/selection.ts"
import { intentOf } from "./keys.ts"
import { isHeading, type Line } from "./lines.ts"
import { type List } from "./list.ts"
import { type Change, type Model } from "./model.ts"
import { type Row, type Shown } from "./shown.ts"

export interface Choosing {
  /** Chooses a line or lets it go; `isRange`: everything from the last one to it. */
  readonly choose: (id: string, isRange: boolean) => void
  readonly key: (event: KeyboardEvent) => void
}

interface Surroundings {
  readonly list: List
  readonly read: () => Model
  readonly shown: () => Shown
  readonly change: Change
  readonly openItem: (id: string) => void
}

export function makeChoosing({ list, read, shown, change, openItem }: Surroundings): Choosing {
  function choose(id: string, isRange: boolean): void {
    const { order, lines } = shown()
    if (order.includes(id)) {
      change(({ selection }) => ({
        selection: isRange ? extended(selection, order, id) : toggled(selection, id),
        moved: null,
      }))
      return
    }
    const line = lines.find(each => each.id === id)
    // Going over a heading while a range is chosen chooses nothing by itself.
    if (line === undefined || !isHeading(line) || isRange) return
    const ids = idsUnder(line)
    const under = new Set(ids)
    const others = [...read().selection.chosen].filter(chosen => !under.has(chosen))
    change(({ selection }) => ({
      selection: { chosen: new Set([...others, ...allOrNone(selection, ids).chosen]), anchor: null },
      moved: null,
    }))
  }

  function goTo(at: number, extends_: boolean, here: Line<Row>): void {
    const { lines, order } = shown()
    const { selection } = read()
    if (extends_) {
      if (selection.anchor === null && order.includes(here.id)) {
        change({ selection: extended(selection, order, here.id) })
      }
      choose(lines[at]?.id ?? here.id, true)
    }
    list.goTo(at)
  }

  return {
    choose,
    key(event) {
      const { lines, order } = shown()
      const at = list.current()
      const intent = intentOf(event, at, lines.length, list.pageLength())
      const here = lines[at]
      if (intent === null || here === undefined) return
      event.preventDefault()
      if ("go" in intent) {
        goTo(intent.go, intent.extends, here)
      } else if (intent.act === "toggle") {
        choose(here.id, event.shiftKey)
      } else if (intent.act === "open") {
        if (!isHeading(here)) openItem(here.id)
      } else {
        const isAll = intent.act === "all"
        change({ selection: isAll ? { chosen: new Set(order), anchor: null } : nothingChosen })
      }
    },
  }
}

/** Of the items under a heading, those that can be chosen. */
export const idsUnder = ({ group }: { readonly group: { readonly items: readonly Row[] } }): string[] =>
  group.items.filter(({ standing }) => standing !== "running").map(({ id }) => id)
