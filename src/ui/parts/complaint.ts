/** A complaint as it stands, with the days that have passed since. Dates and counts, and no advice. */
import { type ComplaintTerm, termOf } from "../../core/complaint-terms.ts"
import { type Complaint } from "../../core/remarks.ts"
import { type Words } from "../../i18n/words.ts"
import { type Child, el } from "./dom.ts"
import { inertText } from "./inert-text.ts"
import { renderRemarkFiles } from "./remark-files.ts"

/** `about`: what it is about, where that is to be said. `now` is ISO 8601 in UTC. */
export function complaintSaid(
  words: Words,
  said: Complaint,
  about: string | null,
  now: string,
): (HTMLElement | null)[] {
  const { t, format } = words
  const parts = [
    t(`complaint.channel.${said.channel}`),
    ...(said.number === null ? [] : [inertText(said.number, 60)]),
    t("complaint.sent", { time: format.time(said.sentAt) }),
    t(`complaint.result.${said.result}`),
    ...(said.repliedAt === null ? [] : [t("complaint.replied", { time: format.time(said.repliedAt) })]),
    ...(about === null ? [] : [about]),
  ]
  const term = termOf(said, now)
  return [
    el("p", {}, el("bdi", { class: "strong" }, inertText(said.platform, 60)), ` · ${parts.join(" · ")}`),
    said.said === null ? null : el("p", { class: "own-words", dir: "auto" }, said.said),
    renderRemarkFiles(words, said.files),
    el("p", { class: "small", "data-term": term.name }, ...termSaid(words, term)),
  ]
}

function termSaid({ t, format }: Words, term: ComplaintTerm): Child[] {
  const { name, days: n, answeredAfter, until } = term
  const said =
    name === "registered"
      ? t("complaint.term.registered", { n, until: format.time(until ?? "") })
      : t(`complaint.term.${name}`, { n })
  return answeredAfter === null || name === "registered"
    ? [said]
    : [`${t("complaint.answeredAfter", { n: answeredAfter })} `, said]
}
