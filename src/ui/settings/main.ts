/** The settings, in a tab of their own: a question of the browser's would close the popup. */
import { EvidenceError } from "../../core/errors.ts"
import { authorityUrl } from "../../core/stamp/authority.ts"
import { wordsFor } from "../../i18n/words.ts"
import { askToReach, mayReach } from "../../platform/hosts.ts"
import { backgroundClient, copyText, uiLanguage } from "../../platform/popup.ts"
import { type AuthorityChoice } from "../../protocol.ts"
import { deviceKey, fileCheck, openVault, stampsOf, waitingStamps, watch } from "../../vault/read.ts"
import { allRecipients, authorities, captureOptions } from "../../vault/read-settings.ts"
import { followDiagnostics } from "../parts/copy-diagnostics.ts"
import { patch } from "../parts/dom.ts"
import { LIMITS_FORM, readLimits, withLimits } from "./limits.ts"
import { noExtras } from "./extras.ts"
import { followChoices } from "./choices.ts"
import { noChoices } from "./choices-model.ts"
import { followFile } from "./carrying.ts"
import { noFile } from "./file.ts"
import { followExtras } from "./granting.ts"
import { type Model, offersOf } from "./model.ts"
import { RECIPIENT_FORM } from "./recipients.ts"
import { renderSettings } from "./render.ts"
import { OWN_FORM } from "./time.ts"

const vault = openVault()
const background = backgroundClient()
const words = wordsFor(uiLanguage())
followDiagnostics(vault, words)
document.documentElement.lang = words.language
document.title = `${words.t("settings.title")} · ${words.t("app.name")}`
const heading = document.querySelector("h1")
if (heading !== null) heading.textContent = words.t("settings.title")

const shown: { model: Model } = {
  model: {
    authorities: [],
    reachable: new Set(),
    waiting: [],
    recipients: [],
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
const BOXES = "input[name=authority], input[name=extra], input[name=remind]"

function change(part: Partial<Model>): void {
  shown.model = { ...shown.model, ...part }
  const view = document.querySelector("#view")
  if (view === null) return
  patch(view, renderSettings(words, shown.model))
  // What is ticked belongs to the reader in a redraw; here it is the vault's.
  for (const box of document.querySelectorAll<HTMLInputElement>(BOXES)) {
    box.checked = box.dataset.on === "yes"
  }
}

const report = (thrown: unknown) => {
  change({ problem: EvidenceError.from(thrown).code })
}

watch(
  () => authorities(vault),
  list => {
    change({ authorities: list })
    readReach().catch(report)
  },
  report,
)
watch(
  () => waitingStamps(vault),
  waiting => {
    change({ waiting })
  },
  report,
)
watch(
  () => allRecipients(vault),
  recipients => {
    change({ recipients })
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

document.addEventListener("change", event => {
  const box = event.target
  if (!(box instanceof HTMLInputElement) || box.name !== "authority") return
  const choices = offersOf(shown.model).map(offer =>
    offer.url === box.value ? { ...offer, on: box.checked } : offer,
  )
  choose(choices, box.checked ? [box.value] : [])
})

document.addEventListener("submit", event => {
  event.preventDefault()
  if (!(event.target instanceof HTMLFormElement)) return
  const form = new FormData(event.target)
  if (event.target.id === RECIPIENT_FORM) {
    addRecipient(event.target, form).catch(report)
    return
  }
  if (event.target.id === LIMITS_FORM) {
    keepLimits(form).catch(report)
    return
  }
  // Other forms are answered where they are drawn from.
  if (event.target.id !== OWN_FORM) return
  try {
    const url = authorityUrl(textOf(form, "url"))
    const own = { url, authorization: textOf(form, "authorization"), on: true }
    choose([...offersOf(shown.model).filter(offer => offer.url !== url), own], [url])
    event.target.reset()
  } catch (thrown) {
    report(thrown)
  }
})

document.addEventListener("click", event => {
  const pressed = event.target instanceof Element ? event.target.closest("button") : null
  const { act, url, recipient = "" } = pressed?.dataset ?? {}
  if (act === "remove-recipient") background("removeRecipient", { recipientId: recipient }).catch(report)
  if (act === "remove")
    choose(
      offersOf(shown.model).filter(offer => offer.url !== url),
      [],
    )
  if (act === "stamp-all") {
    background("requestStamps", null).then(({ wanted }) => {
      change({ wanted })
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

/** Keeps a choice; `asked` are the addresses that the browser must let us reach first. Called in the click itself. */
function choose(choices: readonly AuthorityChoice[], asked: readonly string[]): void {
  const allowed = asked.length === 0 ? Promise.resolve(true) : askToReach(asked)
  keep(choices, allowed).catch((thrown: unknown) => {
    report(thrown)
  })
}

async function keep(choices: readonly AuthorityChoice[], allowed: Promise<boolean>): Promise<void> {
  const refused = !(await allowed)
  change({ refused, problem: null })
  if (refused) return
  // Those that are offered and never switched on are no choice of the user's.
  const known = new Set(shown.model.authorities.map(({ url }) => url))
  const authorities = choices
    .filter(choice => choice.on || known.has(choice.url))
    .map(({ url, authorization, on }) => ({ url, authorization, on }))
  await background("setAuthorities", { authorities })
  await readReach()
}

async function readReach(): Promise<void> {
  const urls = shown.model.authorities.map(({ url }) => url)
  const allowed = await Promise.all(urls.map(async url => ((await mayReach(url)) ? [url] : [])))
  change({ reachable: new Set(allowed.flat()) })
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === "string" ? value : ""
}
