/** Preparing papers and a bundle for somebody, in a tab: what is typed here outlives no closing of it, unless it is to be kept. */
import { passphraseOf, RANDOM_BYTES } from "../../core/encryption/passphrase.ts"
import { EvidenceError } from "../../core/errors.ts"
import { papersOn, roadPapers } from "../../core/papers/for-road.ts"
import { roadNames } from "../../core/roads/roads.ts"
import { wordsFor } from "../../i18n/words.ts"
import { now, random } from "../../platform/clock.ts"
import { backgroundClient, copyText, uiLanguage } from "../../platform/popup.ts"
import { openVault, watch } from "../../vault/read.ts"
import { allCases } from "../../vault/read-cases.ts"
import { allRecipients, askedNames } from "../../vault/read-settings.ts"
import { previewPapers } from "../../workshop/preview-papers.ts"
import { patch } from "../parts/dom.ts"
import { openPage } from "../parts/page.ts"
import { fillPassphrase, readEncryption } from "../popup/encryption.ts"
import { isPrepareAct } from "./act.ts"
import { type Doings, perform } from "./acting.ts"
import { choose } from "./changing.ts"
import { emptyModel, hasNotes, type Model } from "./model.ts"
import { followCourse, lookThrough, readChosen, readHeld } from "./reading.ts"
import { renderPage } from "./render.ts"

const vault = openVault()
const words = wordsFor(uiLanguage())
const shown: { model: Model } = { model: { ...emptyModel, now: now() } }

await openPage(vault, words, words.t("prepare.title"))

function change(part: Partial<Model>): void {
  shown.model = { ...shown.model, ...part }
  const view = document.querySelector("#view")
  if (view !== null) patch(view, renderPage(words, shown.model))
}
const report = (thrown: unknown) => {
  change({ problem: EvidenceError.from(thrown).code })
}

const doings: Doings = {
  page: document,
  read: () => shown.model,
  change,
  background: backgroundClient(),
  preview: wish => previewPapers(vault, wish),
  encryption: () => readEncryption(document),
  makePassphrase: () => {
    fillPassphrase(document, passphraseOf(random(RANDOM_BYTES)))
  },
  follow: exportId => {
    followCourse(vault, exportId, change, report)
  },
  copy: copyText,
  openBeside: page => {
    window.open(page, "_blank", "noopener")
  },
  tell: what => {
    const status = document.querySelector("#status")
    if (status !== null) status.textContent = words.t(what)
  },
  wordsOf: words.t,
  now,
}

document.addEventListener("click", event => {
  const pressed = event.target instanceof Element ? event.target.closest("button") : null
  const act = pressed?.dataset.act
  if (pressed !== null && isPrepareAct(act)) void perform(doings, act, pressed.dataset)
})
document.addEventListener("submit", event => {
  event.preventDefault()
})
document.addEventListener("change", ({ target }) => {
  void choose(doings, target)
})

watch(
  () => allRecipients(vault),
  recipients => {
    change({ recipients })
  },
  report,
)
watch(
  () => allCases(vault),
  cases => {
    change({ cases })
  },
  report,
)
watch(
  () => askedNames(vault),
  authorities => {
    change({ authorities })
  },
  report,
)

/** For whom, and what, where the page was opened from a road. */
function fromRoad(asked: string | null): Partial<Model> {
  const road = roadNames.find(name => name === asked)
  if (road === undefined) return {}
  const { audience } = roadPapers[road]
  return { audience, papers: papersOn(roadPapers[road]), withNotes: hasNotes(audience) }
}

async function begin(): Promise<void> {
  const asked = new URLSearchParams(location.search)
  change({ ...(await readChosen(vault, words.language)), ...fromRoad(asked.get("road")) })
  const held = await readHeld(vault, asked)
  change({ held })
  change({ privacy: await lookThrough(held) })
}

change({})
begin().catch(report)
