/** What happens when labels, notes and complaints are written, changed and taken back. */
import { type RemarkFile } from "../../core/remark-files.ts"
import {
  channels,
  type Complaint,
  filesOfSaid,
  results,
  type Said,
  tagsIn,
  wrongs,
} from "../../core/remarks.ts"
import { type Ask } from "../../platform/messaging.ts"
import { type BackgroundApi } from "../../protocol.ts"
import { caseIdOf } from "../../vault/case-row.ts"
import { type Model } from "./model.ts"

export interface RemarkingGround {
  readonly page: Document
  readonly captureId: string
  readonly background: Ask<BackgroundApi>
  readonly read: () => Model
  readonly change: (part: Partial<Model>) => void
  readonly report: (thrown: unknown) => void
  /** The files that stand in a form, stored: of those that were there, the ones that stay, and those that were chosen. */
  readonly takeFiles: (form: ParentNode, before: readonly RemarkFile[]) => Promise<readonly RemarkFile[]>
  readonly words: { readonly kept: string; readonly takenBack: string }
}

export interface Remarking {
  /** True where the act is one of these. */
  readonly press: (data: DOMStringMap) => boolean
  /** True where the form is one of these. */
  readonly submit: (form: HTMLElement) => boolean
  /** True where a form was open. */
  readonly leave: () => boolean
}

export function makeRemarking(ground: RemarkingGround): Remarking {
  const { page, change, read } = ground

  async function keep(
    of: string,
    remarkId: string | null,
    said: () => Said | Promise<Said>,
    done: string,
  ): Promise<void> {
    if (read().isKeeping) return
    change({ isKeeping: true, problem: null, done: "" })
    try {
      await ground.background("keepRemark", { of, remarkId, said: await said() })
      const { remarking } = read()
      change({ remarking: null, done })
      if (remarking !== null) focusBack(remarking)
    } finally {
      change({ isKeeping: false })
    }
  }

  /** The reader is where they were before: at the button that opened the form, or that adds another. */
  function focusBack({ kind, id }: NonNullable<Model["remarking"]>): void {
    const place = page.getElementById(id === null ? `remark-add-${kind}` : `remark-edit-${kind}-${id}`)
    place?.focus()
  }

  function open(remarking: NonNullable<Model["remarking"]>): void {
    // Another form would keep what was written in it.
    change({ remarking: null, editing: null, done: "" })
    change({ remarking })
    page.querySelector<HTMLElement>(remarking.kind === "note" ? "#note-text" : "#complaint-platform")?.focus()
  }

  return {
    press({ act, name, remark: id = "" }) {
      const kind = name === "note" || name === "complaint" ? name : null
      if (act === "remark-cancel") return close()
      if (kind === null) return false
      if (act === "remark-add") open({ kind, id: null })
      else if (act === "remark-edit") open({ kind, id })
      else if (act === "remark-take-back") {
        keep(subjectOf(ground, id), id, () => ({ kind, content: null }), ground.words.takenBack).then(() => {
          page.getElementById(`remark-add-${kind}`)?.focus()
        }, ground.report)
      } else return false
      return true
    },
    submit(form) {
      const said = saidIn(form)
      if (said === undefined) return false
      const id = said?.kind === "labels" ? null : (read().remarking?.id ?? null)
      const isOfCase = valueIn(form, "#complaint-of") === "case"
      const of =
        id === null ? (isOfCase ? caseOf(read(), ground.captureId) : ground.captureId) : subjectOf(ground, id)
      // Nothing written is nothing said: taking back has a button of its own.
      if (said !== null) keep(of, id, () => withFiles(form, id, said), ground.words.kept).catch(ground.report)
      return true
    },
    leave: close,
  }

  async function withFiles(form: HTMLElement, id: string | null, said: Said): Promise<Said> {
    if (said.kind !== "complaint" || said.content === null) return said
    const known = [...(read().remarks ?? []), ...read().caseRemarks].find(remark => remark.id === id)
    const newest = known?.versions.at(-1)
    const files = await ground.takeFiles(form, newest === undefined ? [] : filesOfSaid(newest))
    return files.length === 0 ? said : { kind: "complaint", content: { ...said.content, files } }
  }

  function close(): boolean {
    const { remarking } = read()
    if (remarking === null) return false
    change({ remarking: null })
    focusBack(remarking)
    return true
  }
}

const caseOf = ({ item }: Model, captureId: string): string => (item == null ? captureId : caseIdOf(item))

/** What a remark is of: the item, or its case. */
function subjectOf({ read, captureId }: RemarkingGround, id: string): string {
  const found = read().caseRemarks.find(remark => remark.id === id)
  return found?.versions[0]?.of ?? captureId
}

const valueIn = (form: HTMLElement, selector: string): string =>
  form.querySelector<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>(selector)?.value.trim() ?? ""

/** Undefined for a form of another kind, null for one in which nothing is written. */
function saidIn(form: HTMLElement): Said | null | undefined {
  switch (form.dataset.form) {
    case "labels": {
      const ticked = [...form.querySelectorAll<HTMLInputElement>("input[name=wrong]:checked")].map(
        box => box.value,
      )
      const chosen = wrongs.filter(wrong => ticked.includes(wrong))
      return {
        kind: "labels",
        content: { tags: tagsIn(valueIn(form, "#tags")).slice(0, 30), wrongs: chosen },
      }
    }
    case "note": {
      const text = valueIn(form, "#note-text")
      return text === "" ? null : { kind: "note", content: { text } }
    }
    case "complaint": {
      const content = complaintIn(form)
      return content === null ? null : { kind: "complaint", content }
    }
    case undefined:
    default:
      return undefined
  }
}

function complaintIn(form: HTMLElement): Complaint | null {
  const orNull = (selector: string) => {
    const value = valueIn(form, selector)
    return value === "" ? null : value
  }
  const sentAt = timeIn(valueIn(form, "#complaint-sent"))
  const platform = valueIn(form, "#complaint-platform")
  if (platform === "" || sentAt === null) return null
  const [channel, result] = [valueIn(form, "#complaint-channel"), valueIn(form, "#complaint-result")]
  return {
    platform,
    channel: channels.find(each => each === channel) ?? "other",
    sentAt,
    number: orNull("#complaint-number"),
    result: results.find(each => each === result) ?? "other",
    repliedAt: timeIn(valueIn(form, "#complaint-replied")),
    said: orNull("#complaint-said"),
  }
}

/** Of a field for a time, in the zone of this device; null for none. */
function timeIn(value: string): string | null {
  const at = new Date(value)
  return value === "" || Number.isNaN(at.getTime()) ? null : at.toISOString()
}
