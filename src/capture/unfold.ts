/**
 * Unfolding the text of the chosen post, one click at a time, where the user
 * switched that on. Nothing outside the post is clicked, and nothing that would
 * lead away.
 */
import { describe } from "./changes.ts"
import { allElements, closestOf, isWithin } from "./elements.ts"
import { unfoldersIn } from "./folded.ts"
import { untilPainted } from "./still.ts"
import { boxOf, isInPage } from "./unclobbered.ts"

export interface Click {
  readonly selector: string
  readonly words: string
  /** Height of the post before and after, in CSS pixels. */
  readonly from: number
  readonly to: number
}

export interface Unfolder {
  /** Clicks the next label in the post that was not clicked yet, and waits for what it brings; null when there is none. */
  readonly next: (post: Element) => Promise<Click | null>
}

const WORDS_LIMIT = 80
const WAIT_MS = 1_500
const POLL_MS = 50

export function unfolderOfPage(): Unfolder {
  const done = new WeakSet<Element>()
  return {
    async next(post) {
      const within = allElements().filter(element => element !== post && isWithin(element, post))
      const label = unfoldersIn(within).find(element => {
        const target = targetOf(element)
        return !done.has(target) && isWithin(target, post) && !mayLeadAway(target)
      })
      if (label === undefined) return null
      const target = targetOf(label)
      done.add(target)
      const from = boxOf(post).height
      const told = { selector: describe(target), words: target.textContent.trim().slice(0, WORDS_LIMIT) }
      press(target)
      await untilGrown(post, target, from)
      return { ...told, from, to: boxOf(post).height }
    },
  }
}

/** What a person would hit. */
function targetOf(label: Element): HTMLElement {
  const summary = Array.from(label.children).find(child => child.localName === "summary")
  const pressed =
    label.localName === "details" ? summary : closestOf(label, "button, a, summary, [role=button], [onclick]")
  return (pressed ?? label) as HTMLElement
}

/** Addresses that sites give to links which only run a script. */
const NOWHERE = /^(#|javascript:\s*(void\s*\(?\s*0\s*\)?)?\s*;?)$/i

function mayLeadAway(target: Element): boolean {
  const link = closestOf(target, "a[href], area[href]")
  const address = link?.getAttribute("href")?.trim()
  return address !== undefined && !NOWHERE.test(address)
}

/** Whatever the page does on a click, the browser itself sends no form and follows no link by ours. */
function press(target: HTMLElement): void {
  const hold = (event: Event) => {
    if (closestOf(target, "summary") === null) event.preventDefault()
  }
  addEventListener("click", hold, true)
  try {
    target.click()
  } finally {
    removeEventListener("click", hold, true)
  }
}

async function untilGrown(post: Element, target: Element, from: number): Promise<void> {
  const end = performance.now() + WAIT_MS
  await untilPainted(false)
  while (performance.now() < end && isInPage(target) && Math.abs(boxOf(post).height - from) < 1) {
    await new Promise(resolve => setTimeout(resolve, POLL_MS))
  }
  await untilPainted(false)
}
