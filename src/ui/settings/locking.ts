/** What the section of a shared computer does. A passphrase is in its field, in the message, and nowhere else. */
import { EvidenceError } from "../../core/errors.ts"
import { type Lock } from "../../core/lock.ts"
import { keptLock } from "../../vault/read-settings.ts"
import { watch } from "../../vault/read.ts"
import { LOCK_FORM, UNLOCK_FORM } from "./lock.ts"
import { type Surroundings } from "./surroundings.ts"

export function followLock({
  vault,
  background,
  show,
  report,
  reload,
}: Surroundings<Lock | null> & { readonly reload: () => void }): void {
  const putOn = async (entered: FormData): Promise<void> => {
    const passphrase = typed(entered, "new")
    if (passphrase !== typed(entered, "again")) {
      throw new EvidenceError("lock/differ", "the two are not the same")
    }
    await background("setLock", { passphrase })
    reload()
  }
  const takeOff = async (entered: FormData): Promise<void> => {
    await background("removeLock", { passphrase: typed(entered, "old") })
    reload()
  }
  watch(() => keptLock(vault), show, report)
  document.addEventListener("submit", ({ target }) => {
    if (!(target instanceof HTMLFormElement)) return
    const entered = new FormData(target)
    if (target.id === LOCK_FORM) putOn(entered).catch(report)
    if (target.id === UNLOCK_FORM) takeOff(entered).catch(report)
  })
  document.addEventListener("click", ({ target }) => {
    const pressed = target instanceof Element ? target.closest("[data-act=close-lock]") : null
    if (pressed !== null) background("closeLock", null).catch(report)
  })
}

/** As it was typed: a space at its end is part of it. */
function typed(entered: FormData, name: string): string {
  const value = entered.get(name)
  return typeof value === "string" ? value : ""
}
