/** What happens when a button is pressed. */
import { EvidenceError } from "../../core/errors.ts"
import { offeredWords } from "../../core/papers/notice-content.ts"
import { draftNames } from "../../core/papers/names.ts"
import { type Encryption } from "../../core/encryption/encryption.ts"
import { type Ask } from "../../platform/messaging.ts"
import { type BackgroundApi } from "../../protocol.ts"
import { caseIdOf } from "../../vault/case-row.ts"
import type { Preview, PreviewWish } from "../../workshop/preview-papers.ts"
import { type PrepareAct } from "./act.ts"
import { isTicked, readPapers, readTyped } from "./form.ts"
import { asked, chosen, type Model, type Step } from "./model.ts"
import { noticed, readSent, type SentLack, showLack } from "./sent.ts"

export interface Doings {
  readonly page: Document
  readonly read: () => Model
  readonly change: (part: Partial<Model>) => void
  readonly background: Ask<BackgroundApi>
  readonly preview: (wish: PreviewWish) => Promise<Preview[]>
  readonly encryption: () => Encryption | null
  readonly makePassphrase: () => void
  readonly follow: (exportId: string) => void
  readonly copy: (text: string) => Promise<void>
  readonly openBeside: (page: string) => void
  /** Says it to who cannot see the page change. */
  readonly tell: (what: Told) => void
  readonly wordsOf: (what: SentLack) => string
  readonly now: () => string
}

export type Told = "prepare.sentKept" | "prepare.previewing" | "prepare.previewed" | SentLack

/** `data` is the pressed button's dataset. An error ends in the model, where it is shown. */
export async function perform(doings: Doings, act: PrepareAct, data: DOMStringMap): Promise<void> {
  try {
    await doneBy[act](doings, data)
  } catch (thrown) {
    doings.change({ problem: EvidenceError.from(thrown).code })
  }
}

type Doing = (doings: Doings, data: DOMStringMap) => Promise<void> | void

const doneBy: Readonly<Record<PrepareAct, Doing>> = {
  next: async doings => {
    if (doings.read().step === 1) {
      goTo(doings, 2)
      return
    }
    await keepWhatWasTyped(doings)
    goTo(doings, 3)
    await makePreviews(doings)
  },
  back: doings => {
    const { step } = doings.read()
    if (step === 2) noteForm(doings)
    goTo(doings, step === 3 ? 2 : 1)
  },
  quote: ({ page, read }, { item = "" }) => {
    const field = page.querySelector<HTMLTextAreaElement>(`#words-${item}`)
    const held = read().held?.find(each => each.item.record.item === item)
    if (field === null || held === undefined) return
    field.value = offeredWords(held.item) ?? ""
    field.focus()
  },
  make: async doings => {
    const { read, change, background, encryption, follow } = doings
    if (read().pending !== null) return
    const model = read()
    const { papers, withNotes, language } = model
    change({ pending: "export", problem: null })
    try {
      const { exportId } = await background("startExport", {
        captureIds: chosen(model).map(({ capture }) => capture.id),
        encryption: encryption(),
        withNotes,
        report: papers.length === 0 ? null : language,
        papers,
        ...(isTypedNeeded(model) ? { typed: typedOf(model) } : {}),
      })
      follow(exportId)
      change({ exportId, copied: false })
      focusHeading(doings)
    } finally {
      change({ pending: null })
    }
  },
  "make-passphrase": ({ makePassphrase }) => {
    makePassphrase()
  },
  "skip-report": async ({ background }, { export: exportId = "" }) => {
    await background("skipReport", { exportId })
  },
  "stop-export": async ({ background }, { export: exportId = "" }) => {
    await background("stopExport", { exportId })
  },
  "complete-export": async ({ background, change }, { export: exportId = "" }) => {
    change({ pending: "complete", problem: null })
    try {
      await background("completeExport", { exportId })
    } finally {
      change({ pending: null })
    }
  },
  "save-stamp": async ({ background }, { stamp = "" }) => {
    await background("saveStamp", { stampId: stamp })
  },
  copy: async ({ change, copy }, { text = "" }) => {
    await copy(text)
    change({ copied: true })
  },
  "open-attach": ({ openBeside }) => {
    openBeside("attach.html")
  },
  "open-settings": ({ openBeside }) => {
    openBeside("settings.html#group-privacy")
  },
  "open-export": doings => {
    doings.change({ exportId: null, course: null, sent: new Map() })
    goTo(doings, 1)
  },
  "keep-sent": async (doings, { at = "" }) => {
    const { page, read, change, background } = doings
    const said = readSent(page, at)
    const place = Number(at)
    const first = noticed(read())[place]?.items[0]
    const held = read().held?.find(({ item }) => item === first)
    if (held === undefined) return
    const lacking = typeof said === "string" ? said : null
    showLack(page, at, lacking, doings.wordsOf)
    if (typeof said === "string") {
      doings.tell(said)
      return
    }
    await background("keepRemark", {
      of: caseIdOf(held.capture),
      remarkId: null,
      said: { kind: "complaint", content: said },
    })
    change({ sent: new Map([...read().sent, [place, said]]), now: doings.now() })
    doings.tell("prepare.sentKept")
  },
}

function goTo(doings: Doings, step: Step): void {
  doings.change({ step, problem: null })
  focusHeading(doings)
}

/** Who cannot see the page begins at what is new in it. */
function focusHeading({ page }: Doings): void {
  page.querySelector<HTMLElement>("#heading")?.focus()
}

/** What is typed and ticked goes into the model, before fields of it go away. */
export function noteForm({ page, read, change }: Pick<Doings, "page" | "read" | "change">): void {
  const { typed } = read()
  change({
    typed: readTyped(page, typed),
    papers: readPapers(page),
    withNotes: isTicked(page, "with-notes"),
    isKept: page.querySelector("#keep-person") === null ? read().isKept : isTicked(page, "keep-person"),
  })
}

/** Who speaks is kept where that is ticked, and forgotten where it no longer is. */
async function keepWhatWasTyped(doings: Doings): Promise<void> {
  const { read, background } = doings
  noteForm(doings)
  const { isKept, typed } = read()
  if (asked(read()).person.length > 0) {
    await background("keepPerson", { person: isKept ? typed.person : null })
  }
}

async function makePreviews({ read, change, preview, tell }: Doings): Promise<void> {
  const model = read()
  const { papers, language, withNotes } = model
  change({ previews: null })
  if (papers.length === 0) return
  tell("prepare.previewing")
  const captures = chosen(model).map(({ capture }) => capture)
  const previews = await preview({ captures, papers, language, withNotes, typed: typedOf(model) })
  // The reader may have gone back, and changed what is to be made.
  if (read().step !== 3) return
  change({ previews })
  tell("prepare.previewed")
}

const isTypedNeeded = ({ papers }: Model): boolean => draftNames.some(name => papers.includes(name))

/** Of what goes in, and of nothing else. */
function typedOf(model: Model): Model["typed"] {
  const there = new Set(chosen(model).map(({ item }) => item.record.item))
  const { typed } = model
  return { ...typed, statements: typed.statements.filter(({ item }) => there.has(item)) }
}
