/** What may say more than its owner wants, item by item, with the way to each (product.md §6.5). */
import { type Counted } from "../../core/papers/privacy.ts"
import { itemLabel as paperLabel } from "../../core/papers/say.ts"
import { type Words } from "../../i18n/words.ts"
import { el } from "../parts/dom.ts"
import { chosen, type Model } from "./model.ts"

export function renderPrivacy(words: Words, model: Model): HTMLElement {
  const { t } = words
  const said = found(words, model)
  return el(
    "section",
    { id: "privacy", class: "note note-calm", "aria-labelledby": "privacy-title" },
    el("h3", { id: "privacy-title" }, t("prepare.privacy")),
    el(
      "ul",
      { class: "sentences" },
      ...(said.length === 0 ? [nothingFound(words, model)] : said).map(line => el("li", {}, line)),
      maybeSignedIn(model) ? el("li", { id: "privacy-maybe" }, t("prepare.privacyMaybe")) : null,
      el("li", {}, t("prepare.privacyAsIs")),
      el("li", {}, t("export.privacy")),
    ),
    said.length === 0 ? null : renderLinks(words, model),
  )
}

/** What was not looked through has nothing in it that was found. */
const nothingFound = ({ t }: Words, { privacy }: Model): string =>
  t(privacy === null ? "prepare.privacyUnread" : "prepare.privacyNone")

function maybeSignedIn(model: Model): boolean {
  const there = new Set(chosen(model).map(({ item }) => item.record.item))
  return model.privacy?.maybeSignedIn.some(item => there.has(item)) === true
}

function found({ t }: Words, model: Model): string[] {
  const { privacy } = model
  if (privacy === null) return []
  const there = new Set(chosen(model).map(({ item }) => item.record.item))
  const counted = (all: readonly Counted[], key: "prepare.privacyPhones" | "prepare.privacyIds") => {
    const own = all.filter(({ item }) => there.has(item))
    const n = own.reduce((sum, { count }) => sum + count, 0)
    return n === 0 ? [] : [t(key, { n, items: own.map(({ item }) => paperLabel(item)).join(", ") })]
  }
  const signedIn = privacy.signedIn.filter(item => there.has(item))
  return [
    ...(signedIn.length === 0
      ? []
      : [t("prepare.privacySignedIn", { items: signedIn.map(paperLabel).join(", ") })]),
    ...counted(privacy.phones, "prepare.privacyPhones"),
    ...counted(privacy.idNumbers, "prepare.privacyIds"),
  ]
}

function renderLinks({ t }: Words, model: Model): HTMLElement {
  const { signedIn = [], phones = [], idNumbers = [] } = model.privacy ?? {}
  const named = new Set([...signedIn, ...[...phones, ...idNumbers].map(({ item }) => item)])
  return el(
    "p",
    { class: "row item-links" },
    t("prepare.privacyLook"),
    ...chosen(model)
      .filter(({ item }) => named.has(item.record.item))
      .map(({ item, capture }) =>
        el(
          "a",
          {
            href: `item.html?${new URLSearchParams({ item: capture.id }).toString()}`,
            ...{ target: "_blank", rel: "noopener" },
          },
          paperLabel(item.record.item),
        ),
      ),
  )
}
