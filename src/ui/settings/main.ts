/** The settings, in a tab of their own: a question of the browser's would close the popup. */
import { EvidenceError } from "../../core/errors.ts"
import { wordsFor } from "../../i18n/words.ts"
import { backgroundClient, copyText, uiLanguage } from "../../platform/popup.ts"
import { deviceKey, fileCheck, openVault, stampsOf, watch } from "../../vault/read.ts"
import { allRecipients, captureOptions, keptPerson } from "../../vault/read-settings.ts"
import { patch } from "../parts/dom.ts"
import { keepingFocus } from "../parts/focus.ts"
import { openPage } from "../parts/page.ts"
import { LIMITS_FORM, readLimits, withLimits } from "./limits.ts"
import { noExtras } from "./extras.ts"
import { followChoices } from "./choices.ts"
import { noChoices } from "./choices-model.ts"
import { followAnchoring } from "./anchoring.ts"
import { followBracket } from "./bracketing.ts"
import { followAuthorities } from "./authorities.ts"
import { followFile } from "./carrying.ts"
import { noFile } from "./file.ts"
import { followExtras } from "./granting.ts"
import { followLock } from "./locking.ts"
import { type Model } from "./model.ts"
import { RECIPIENT_FORM } from "./recipients.ts"
import { renderSettings } from "./render.ts"

const vault = openVault()
const background = backgroundClient()
const words = wordsFor(uiLanguage())
await openPage(vault, words, words.t("settings.title"))

const shown: { model: Model } = {
  model: {
    authorities: [],
    reachable: new Set(),
    waiting: [],
    anchoring: null,
    beacons: null,
    recipients: [],
    person: null,
    lock: null,
    deviceKey: null,
    keyStamps: [],
    options: null,
    limitsNote: { kept: false, wrong: [] },
    check: null,
    wanted: null,
    extras: noExtras,
    choices: noChoices,
    file: noFile,
    refused: false,
    copied: false,
    problem: null,
  },
}

/** What is kept at once, and shown as it is kept. */
const BOXES =
  "input[name=authority], input[name=anchors], input[name=beacons], input[name=extra], input[name=remind]"

function change(part: Partial<Model>): void {
  shown.model = { ...shown.model, ...part }
  const view = document.querySelector("#view")
  if (view === null) return
  keepingFocus(document, () => {
    patch(view, renderSettings(words, shown.model))
  })
  // What is ticked belongs to the reader in a redraw; here it is the vault's.
  for (const box of document.querySelectorAll<HTMLInputElement>(BOXES)) {
    box.checked = box.dataset.on === "yes"
  }
}

const report = (thrown: unknown) => {
  change({ problem: EvidenceError.from(thrown).code })
  // Whoever pressed a button far down the page would see nothing of it.
  document.querySelector("#error")?.scrollIntoView({ block: "center" })
}

watch(
  () => allRecipients(vault),
  recipients => {
    change({ recipients })
  },
  report,
)
watch(
  () => keptPerson(vault),
  person => {
    change({ person })
  },
  report,
)
watch(
  async () => {
    const key = await deviceKey(vault)
    return { key: key ?? null, stamps: key === undefined ? [] : await stampsOf(vault, key.fingerprint) }
  },
  ({ key, stamps }) => {
    change({ deviceKey: key, keyStamps: stamps })
  },
  report,
)
watch(
  () => captureOptions(vault),
  options => {
    change({ options })
  },
  report,
)
watch(
  () => fileCheck(vault),
  check => {
    change({ check: check ?? null })
  },
  report,
)

/** For a screen reader: what was taken away is no longer there to be read. */
function say(sentence: string): void {
  const status = document.querySelector("#status")
  if (status !== null) status.textContent = sentence
}

followAuthorities({
  ...{ vault, background, change, report },
  read: () => shown.model,
  removed: name => {
    say(words.t("settings.removed", { name }))
  },
})

followAnchoring({
  vault,
  background,
  show: anchoring => {
    change({ anchoring })
  },
  report,
})

followBracket({
  vault,
  background,
  show: beacons => {
    change({ beacons })
  },
  report,
})

followLock({
  vault,
  background,
  show: lock => {
    change({ lock })
  },
  report,
  reload: () => {
    location.hash = "group-privacy"
    location.reload()
  },
})

followExtras(
  {
    vault,
    background,
    show: extras => {
      change({ extras })
    },
    report,
  },
  location.search,
)

followChoices({
  vault,
  background,
  show: choices => {
    change({ choices })
  },
  report,
  reload: () => {
    location.hash = "group-language"
    location.reload()
  },
})

followFile({
  vault,
  background,
  show: file => {
    change({ file })
  },
})

document.addEventListener("submit", event => {
  // Other forms are answered where they are drawn from.
  event.preventDefault()
  if (!(event.target instanceof HTMLFormElement)) return
  const form = new FormData(event.target)
  if (event.target.id === RECIPIENT_FORM) {
    addRecipient(event.target, form).catch(report)
  }
  if (event.target.id === LIMITS_FORM) keepLimits(form).catch(report)
})

document.addEventListener("click", event => {
  const pressed = event.target instanceof Element ? event.target.closest("button") : null
  const { act, recipient = "", name = "" } = pressed?.dataset ?? {}
  if (act === "remove-recipient") {
    background("removeRecipient", { recipientId: recipient }).then(() => {
      say(words.t("settings.removed", { name }))
    }, report)
  }
  if (act === "forget-person") {
    background("keepPerson", { person: null }).then(() => {
      say(words.t("person.forgotten"))
    }, report)
  }
  if (act === "check-files") background("checkFiles", null).catch(report)
  if (act === "copy-key" && shown.model.deviceKey !== null) {
    copyText(shown.model.deviceKey.fingerprint).then(() => {
      change({ copied: true })
    }, report)
  }
})

/** What was entered stays in the form until it is kept. */
async function addRecipient(form: HTMLFormElement, entered: FormData): Promise<void> {
  const entry = { label: textOf(entered, "label"), key: textOf(entered, "key") }
  try {
    await background("addRecipient", entry)
    form.reset()
    change({ problem: null })
  } catch (thrown) {
    // A secret key on the screen is one too many.
    if (EvidenceError.from(thrown).code === "recipient/secret") form.reset()
    throw thrown
  }
}

async function keepLimits(entered: FormData): Promise<void> {
  const read = readLimits(entered)
  if (!("screens" in read)) {
    change({ limitsNote: { kept: false, wrong: read } })
    document.querySelector<HTMLElement>(`#${LIMITS_FORM} [aria-invalid=true]`)?.focus()
    return
  }
  await background("setCaptureOptions", { options: withLimits(await captureOptions(vault), read) })
  change({ limitsNote: { kept: true, wrong: [] }, problem: null })
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === "string" ? value : ""
}
