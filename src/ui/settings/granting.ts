/** What the section of the extras does: it asks the browser in the click itself, then keeps the choice. */
import { type ExtraName, extraNames } from "../../core/capture-options.ts"
import { EvidenceError } from "../../core/errors.ts"
import { malformed } from "../../core/parse.ts"
import {
  archiveGrant,
  askToArchive,
  askToRecord,
  giveBackArchive,
  giveBackSite,
  grantedSites,
  mayRecord,
  watchGrants,
} from "../../platform/grants.ts"
import { patternOf } from "../../platform/hosts.ts"
import { watch } from "../../vault/read.ts"
import { authorities, captureOptions } from "../../vault/read-settings.ts"
import { type ExtrasModel, noExtras, SITE_FORM } from "./extras.ts"
import { type Surroundings } from "./surroundings.ts"

/** Follows what is chosen and granted, and answers presses. `asked` is the page's own query. */
export function followExtras(
  { vault, background, show, report }: Surroundings<ExtrasModel>,
  asked: string,
): void {
  const held: { model: ExtrasModel } = {
    model: { ...noExtras, wanted: originsOf(new URLSearchParams(asked).getAll("site")) },
  }
  const change = (part: Partial<ExtrasModel>) => {
    held.model = { ...held.model, ...part }
    show(held.model)
  }

  async function readGrants(): Promise<void> {
    const [archive, sites, asked] = await Promise.all([archiveGrant(), grantedSites(), authorities(vault)])
    const ofStamps = new Set(asked.map(({ url }) => patternOf(url)))
    const { wanted } = held.model
    const allowed = (await Promise.all(wanted.map(mayRecord))).map((may, at) =>
      may ? wanted.slice(at, at + 1) : [],
    )
    change({ archive, allowed: allowed.flat(), sites: sites.filter(site => !ofStamps.has(site)) })
  }
  const refresh = () => {
    readGrants().catch(report)
  }

  async function choose(name: ExtraName, on: boolean, allowed: Promise<boolean>): Promise<void> {
    const isAllowed = await allowed
    change({ refused: !isAllowed })
    const { options } = held.model
    if (!isAllowed || options === null) return
    const others = options.extras.filter(each => each !== name)
    await background("setCaptureOptions", {
      options: { ...options, extras: on ? [...others, name] : others },
    })
    refresh()
  }

  async function allow(asking: Promise<boolean>): Promise<void> {
    change({ refused: !(await asking) })
    refresh()
  }

  watch(
    () => captureOptions(vault),
    options => {
      change({ options })
    },
    report,
  )
  watchGrants(refresh)
  refresh()

  document.addEventListener("change", event => {
    const box = event.target
    if (!(box instanceof HTMLInputElement) || box.name !== "extra") return
    const name = extraNames.find(each => each === box.value)
    if (name === undefined) return
    choose(name, box.checked, name === "mhtml" ? archiveAllowed(box.checked) : Promise.resolve(true)).catch(
      report,
    )
  })
  document.addEventListener("click", event => {
    const pressed = event.target instanceof Element ? event.target.closest("button") : null
    const { act, url, site } = pressed?.dataset ?? {}
    if (act === "allow-site" && url !== undefined) allow(askToRecord(url)).catch(report)
    if (act === "give-back" && site !== undefined) giveBackSite(site).then(refresh, report)
  })
  document.addEventListener("submit", event => {
    if (!(event.target instanceof HTMLFormElement) || event.target.id !== SITE_FORM) return
    event.preventDefault()
    const form = event.target
    try {
      const [origin] = originsOf([textOf(form)])
      if (origin === undefined) throw malformed("site")
      allow(askToRecord(origin)).then(() => {
        form.reset()
      }, report)
    } catch (thrown) {
      report(EvidenceError.from(thrown))
    }
  })
}

/** Asked for when it is switched on, given back when it is switched off. */
const archiveAllowed = (on: boolean): Promise<boolean> =>
  on ? askToArchive() : giveBackArchive().then(() => true)

/** The web sites of addresses, each once. Whatever else was given is left out. */
function originsOf(urls: readonly string[]): string[] {
  const given = urls.filter(url => URL.canParse(url)).map(url => new URL(url))
  return [...new Set(given.filter(({ protocol }) => /^https?:$/.test(protocol)).map(({ origin }) => origin))]
}

const textOf = (form: HTMLFormElement): string => {
  const value = new FormData(form).get("site")
  return typeof value === "string" ? value : ""
}
