/** What the section of OpenTimestamps does. */
import { type Anchoring, publicCalendars, usualAnchoring } from "../../core/ots/calendars.ts"
import { anchoring } from "../../vault/read-settings.ts"
import { watch } from "../../vault/read.ts"
import { CALENDARS_FORM } from "./anchors.ts"
import { type Surroundings } from "./surroundings.ts"

export function followAnchoring({ vault, background, show, report }: Surroundings<Anchoring>): void {
  const held = { anchoring: usualAnchoring }
  const keep = (part: Partial<Anchoring>): void => {
    background("setAnchoring", { anchoring: { ...held.anchoring, ...part } }).catch(report)
  }
  watch(
    () => anchoring(vault),
    found => {
      held.anchoring = found
      show(found)
    },
    report,
  )
  document.addEventListener("change", ({ target }) => {
    if (target instanceof HTMLInputElement && target.name === "anchors") keep({ on: target.checked })
  })
  document.addEventListener("submit", event => {
    if (!(event.target instanceof HTMLFormElement) || event.target.id !== CALENDARS_FORM) return
    event.preventDefault()
    const entered = new FormData(event.target).get("calendars")
    const lines = typeof entered === "string" ? entered.split("\n") : []
    keep({ calendars: lines.map(line => line.trim()).filter(line => line !== "") })
  })
  document.addEventListener("click", ({ target }) => {
    const pressed = target instanceof Element ? target.closest("button") : null
    if (pressed?.dataset.act === "usual-calendars") keep({ calendars: publicCalendars })
  })
}
