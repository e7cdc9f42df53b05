/** Redraws, and leaves whoever uses the keyboard where they are. */
export function keepingFocus(page: Document, draw: () => void): void {
  const active = page.activeElement
  const id = active?.id ?? ""
  const section = active?.closest("main > section")?.id ?? ""
  draw()
  if (page.activeElement !== page.body || id === "") return
  // A row that moves is another element. What was pressed may be gone altogether: its section's heading is next to it.
  const same = page.getElementById(id)
  const near =
    section === "" ? null : page.getElementById(section)?.querySelector<HTMLElement>("h2[tabindex]")
  const place = same ?? near
  place?.focus()
}
