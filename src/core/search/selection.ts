/** What is chosen in a list, and from where the next range is counted. */
export interface Selection {
  readonly chosen: ReadonlySet<string>
  /** The item that was last chosen or let go by itself; null for none. */
  readonly anchor: string | null
}

export const nothingChosen: Selection = { chosen: new Set(), anchor: null }

/** One item more, or one less. */
export function toggled({ chosen }: Selection, id: string): Selection {
  const next = new Set(chosen)
  if (!next.delete(id)) next.add(id)
  return { chosen: next, anchor: id }
}

/** Everything from the anchor to an item, in the order shown, besides what is chosen already. */
export function extended({ chosen, anchor }: Selection, order: readonly string[], id: string): Selection {
  const to = order.indexOf(id)
  const from = anchor === null ? to : order.indexOf(anchor)
  if (to === -1) return { chosen, anchor }
  const start = from === -1 ? to : from
  const range = order.slice(Math.min(start, to), Math.max(start, to) + 1)
  return { chosen: new Set([...chosen, ...range]), anchor: anchor ?? id }
}

/** All that is shown; nothing, where all of it is chosen already. */
export function allOrNone({ chosen }: Selection, order: readonly string[]): Selection {
  return order.every(id => chosen.has(id)) ? nothingChosen : { chosen: new Set(order), anchor: null }
}

/** What of the choice is still there. */
export function stillThere(selection: Selection, order: ReadonlySet<string>): Selection {
  const { chosen, anchor } = selection
  if ([...chosen].every(id => order.has(id))) return selection
  return {
    chosen: new Set([...chosen].filter(id => order.has(id))),
    anchor: anchor !== null && order.has(anchor) ? anchor : null,
  }
}
