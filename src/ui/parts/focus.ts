/**
 * Redraws, and leaves whoever uses the keyboard where they are. Where what they were at is gone, they come to the
 * heading of its section, or to `instead` where there is none: never to the top of the page.
 */
export function keepingFocus(page: Document, draw: () => void, instead: string | null = null): void {
  const active = page.activeElement
  const id = active?.id ?? ""
  const sections = sectionsOf(active)
  const wasAtNothing = active === null || active === page.body
  draw()
  if (wasAtNothing || page.activeElement !== page.body) return
  // A row that moves is another element. What was pressed may be gone altogether: its section's heading is next to it.
  const same = id === "" ? null : page.getElementById(id)
  const near = sections.map(
    section => page.getElementById(section)?.querySelector<HTMLElement>(HEADING) ?? null,
  )
  const last = instead === null ? null : page.querySelector<HTMLElement>(instead)
  const place = [same, ...near, last].find(each => each !== null)
  place?.focus()
}

/** One that may have the focus. */
const HEADING = ":is(h2, h3)[tabindex]"

/** The ids of the sections around an element, the innermost first. */
function sectionsOf(element: Element | null): string[] {
  const section = element?.closest("main section[id]") ?? null
  return section === null ? [] : [section.id, ...sectionsOf(section.parentElement)]
}
