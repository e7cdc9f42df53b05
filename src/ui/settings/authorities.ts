/** What the section of the time stamps does: it asks the browser in the click itself, then keeps the choice. */
import { authorityUrl } from "../../core/stamp/authority.ts"
import { askToReach, mayReach } from "../../platform/hosts.ts"
import { type Ask } from "../../platform/messaging.ts"
import { type AuthorityChoice, type BackgroundApi } from "../../protocol.ts"
import { authorities } from "../../vault/read-settings.ts"
import { waitingStamps, watch } from "../../vault/read.ts"
import { type Vault } from "../../vault/schema.ts"
import { type Model, offersOf } from "./model.ts"
import { OWN_FORM } from "./time.ts"

export interface Surroundings {
  readonly vault: Vault
  readonly background: Ask<BackgroundApi>
  readonly read: () => Model
  readonly change: (part: Partial<Model>) => void
  readonly report: (thrown: unknown) => void
  /** Tells whoever does not see the list that something is no longer on it. */
  readonly removed: (name: string) => void
}

export function followAuthorities({ vault, background, read, change, report, removed }: Surroundings): void {
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

  document.addEventListener("change", event => {
    const box = event.target
    if (!(box instanceof HTMLInputElement) || box.name !== "authority") return
    const choices = offersOf(read()).map(offer =>
      offer.url === box.value ? { ...offer, on: box.checked } : offer,
    )
    choose(choices, box.checked ? [box.value] : [])
  })

  document.addEventListener("submit", event => {
    if (!(event.target instanceof HTMLFormElement) || event.target.id !== OWN_FORM) return
    event.preventDefault()
    const form = new FormData(event.target)
    try {
      const url = authorityUrl(textOf(form, "url"))
      const own = { url, authorization: textOf(form, "authorization"), on: true }
      choose([...offersOf(read()).filter(offer => offer.url !== url), own], [url])
      event.target.reset()
    } catch (thrown) {
      report(thrown)
    }
  })

  document.addEventListener("click", event => {
    const pressed = event.target instanceof Element ? event.target.closest("button") : null
    const { act, url, name = "" } = pressed?.dataset ?? {}
    if (act === "remove") {
      choose(
        offersOf(read()).filter(offer => offer.url !== url),
        [],
      )
      removed(name)
    }
    if (act === "stamp-all") {
      background("requestStamps", null).then(({ wanted }) => {
        change({ wanted })
      }, report)
    }
  })

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
    const known = new Set(read().authorities.map(({ url }) => url))
    const authorities = choices
      .filter(choice => choice.on || known.has(choice.url))
      .map(({ url, authorization, on }) => ({ url, authorization, on }))
    await background("setAuthorities", { authorities })
    await readReach()
  }

  async function readReach(): Promise<void> {
    const urls = read().authorities.map(({ url }) => url)
    const allowed = await Promise.all(urls.map(async url => ((await mayReach(url)) ? [url] : [])))
    change({ reachable: new Set(allowed.flat()) })
  }
}

const textOf = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === "string" ? value : ""
}
