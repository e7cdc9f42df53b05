/** What happens when something is chosen or ticked. */
import { EvidenceError } from "../../core/errors.ts"
import { audiences } from "../../core/papers/names.ts"
import { reportLanguages } from "../../core/papers/wanted.ts"
import { showPassphrase } from "../popup/encryption.ts"
import { type Doings, noteForm } from "./acting.ts"
import { hasNotes, papersFor } from "./model.ts"

/** An error ends in the model, where it is shown. */
export async function choose(doings: Doings, target: EventTarget | null): Promise<void> {
  try {
    if (target instanceof HTMLSelectElement) chooseFrom(doings, target)
    if (target instanceof HTMLInputElement) await tick(doings, target)
  } catch (thrown) {
    doings.change({ problem: EvidenceError.from(thrown).code })
  }
}

function chooseFrom({ change }: Doings, { id, value }: HTMLSelectElement): void {
  if (id === "platform") change({ platform: Number(value) })
  const language = reportLanguages.find(each => each === value)
  if (id === "language" && language !== undefined) change({ language })
}

async function tick(doings: Doings, target: HTMLInputElement): Promise<void> {
  const { page, change } = doings
  if (target.id === "passphrase-show") showPassphrase(page, target.checked)
  // What a paper asks for comes and goes with it; what was typed there is for when it comes again.
  if (target.name === "paper") noteForm(doings)
  if (target.name === "wrongful") await setAside(doings, target)
  if (target.name === "audience") {
    const audience = audiences.find(each => each === target.value) ?? "lawyer"
    change({ audience, papers: papersFor(audience), withNotes: hasNotes(audience), platform: 0 })
  }
}

/** It is kept with the item: the next paper of the case says the same of it, under the same number. */
async function setAside(doings: Doings, { value, checked }: HTMLInputElement): Promise<void> {
  const { read, change, background } = doings
  noteForm(doings)
  await background("setAside", { captureId: value, isAside: !checked })
  change({
    held: (read().held ?? []).map(each =>
      each.capture.id === value ? { ...each, item: { ...each.item, isAside: !checked } } : each,
    ),
  })
}
