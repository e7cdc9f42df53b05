/** What is no error, in four parts all the same: what it is, what is safe, what to do next, its code. */
import { type NoticeCode } from "../../core/notices.ts"
import { noticeSentences } from "../../i18n/sentences.ts"
import { type Words } from "../../i18n/words.ts"
import { el } from "./dom.ts"

/** Null where there is nothing to say. */
export function renderNotices({ t, language }: Words, codes: readonly NoticeCode[]): HTMLElement | null {
  if (codes.length === 0) return null
  return el(
    "section",
    { id: "notices", class: "note note-calm small", "aria-label": t("notice.label") },
    ...codes.map(code => {
      const { cause, safe, next, code: shown } = noticeSentences(t, code)
      // A Chinese full stop has its own room.
      const said = [cause, safe, next].join(language === "zh-CN" ? "" : " ")
      return el("p", { "data-notice": code }, `${said} `, el("code", { class: "code" }, shown))
    }),
  )
}
