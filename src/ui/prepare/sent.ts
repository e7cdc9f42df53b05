/** A notice that was made can be recorded as sent: a complaint of the case, with the days since (民法典 1195). */
import { type DraftName } from "../../core/papers/names.ts"
import { type DraftOutcome } from "../../core/papers/wanted.ts"
import { channels, type Complaint } from "../../core/remarks.ts"
import { type Words } from "../../i18n/words.ts"
import { complaintSaid } from "../parts/complaint.ts"
import { type Child, el } from "../parts/dom.ts"
import { platformName } from "./audience-step.ts"
import { button } from "./button.ts"
import { type Model } from "./model.ts"
import { wrongfulIn } from "./wrongful.ts"
import { type Platform, platformsOf } from "../../core/papers/platforms.ts"

/** In the order of the notices. */
export const noticed = (model: Model): Platform[] => platformsOf(wrongfulIn(model).map(({ item }) => item))

export function renderSent(words: Words, model: Model): Child[] {
  const made = outcomeOf(model, "notice")
  if (model.course?.state !== "done" || made === undefined || made.files === 0) return []
  const { t } = words
  return [
    el(
      "section",
      { id: "sent", "aria-labelledby": "sent-title" },
      el("h3", { id: "sent-title" }, t("prepare.sent")),
      el("p", { class: "small soft" }, t("prepare.sentWhat")),
      ...noticed(model).map((platform, at) => {
        const said = model.sent.get(at)
        return said === undefined
          ? renderForm(words, model, platformName(words, platform), at)
          : el(
              "div",
              { id: `sent-${String(at)}`, class: "said" },
              el("p", { class: "strong" }, t("prepare.sentKept")),
              ...complaintSaid(words, said, null, model.now),
            )
      }),
    ),
  ]
}

const outcomeOf = ({ course }: Model, wanted: DraftName): DraftOutcome | undefined =>
  new Map((course?.draftsMade ?? []).map(made => [made.name, made] as const)).get(wanted)

function renderForm({ t }: Words, { now }: Model, platform: string, at: number): HTMLElement {
  const id = (name: string) => `sent-${name}-${String(at)}`
  return el(
    "fieldset",
    { id: `sent-form-${String(at)}`, class: "fields", "data-keep": "" },
    el("legend", {}, platform),
    el(
      "label",
      {},
      t("complaint.platform"),
      el("input", {
        id: id("platform"),
        type: "text",
        maxlength: "200",
        autocomplete: "off",
        value: platform,
        "aria-describedby": `${id("platform")}-lacks`,
      }),
      lacks(id("platform")),
    ),
    el(
      "label",
      {},
      t("complaint.channel"),
      el(
        "select",
        { id: id("channel") },
        ...channels.map(each => el("option", { value: each }, t(`complaint.channel.${each}`))),
      ),
    ),
    el(
      "label",
      {},
      t("complaint.sentAt"),
      el("input", {
        ...{ id: id("at"), type: "datetime-local", value: localTime(now) },
        "aria-describedby": `${id("at")}-lacks`,
      }),
      lacks(id("at")),
    ),
    el(
      "label",
      {},
      t("complaint.number"),
      el("input", { id: id("number"), type: "text", maxlength: "200", autocomplete: "off" }),
    ),
    button("keep-sent", "plain", { id: id("keep"), "data-at": String(at) }, t("prepare.sentKeep")),
  )
}

/** Room for what a field lacks, which is said when it is tried. */
const lacks = (field: string): HTMLElement => el("span", { id: `${field}-lacks`, class: "small lacks" })

/** What a form lacks: to whom, or when. */
export type SentLack = "prepare.sentNoPlatform" | "prepare.sentNoTime"

const FIELD_OF = { "prepare.sentNoPlatform": "platform", "prepare.sentNoTime": "at" } as const

/** Says at the field what is lacking in it, and takes whoever writes there; null: nothing is. */
export function showLack(
  page: ParentNode,
  at: string,
  lack: SentLack | null,
  wordsOf: (lack: SentLack) => string,
): void {
  for (const [what, name] of Object.entries(FIELD_OF)) {
    const field = page.querySelector<HTMLInputElement>(`#sent-${name}-${at}`)
    const said = page.querySelector(`#sent-${name}-${at}-lacks`)
    const isIt = what === lack
    if (said !== null) said.textContent = isIt ? wordsOf(lack) : ""
    if (isIt) field?.setAttribute("aria-invalid", "true")
    else field?.removeAttribute("aria-invalid")
    if (isIt) field?.focus()
  }
}

/** What is written in the form, or what it lacks. No answer has come yet. */
export function readSent(page: ParentNode, at: string): Complaint | SentLack {
  const value = (name: string) =>
    page.querySelector<HTMLInputElement | HTMLSelectElement>(`#sent-${name}-${at}`)?.value.trim() ?? ""
  const sentAt = new Date(value("at"))
  const [platform, channel, number] = [value("platform"), value("channel"), value("number")]
  if (platform === "") return "prepare.sentNoPlatform"
  if (Number.isNaN(sentAt.getTime())) return "prepare.sentNoTime"
  return {
    platform,
    channel: channels.find(each => each === channel) ?? "other",
    sentAt: sentAt.toISOString(),
    number: number === "" ? null : number,
    ...{ result: "waiting", repliedAt: null, said: null },
  }
}

/** As the field for a time wants it: in the zone of this device, to the minute. */
function localTime(iso: string): string {
  const at = new Date(iso)
  if (Number.isNaN(at.getTime())) return ""
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}
