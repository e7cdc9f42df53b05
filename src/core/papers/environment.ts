import { shownText } from "../bundle/shown.ts"
import type { CaptureRecord } from "../evidence.ts"
import type { Block, Fact, Said } from "./block.ts"
import type { Section } from "./contents.ts"
import { code, inEights, itemLabel, plain, type Speaker } from "./say.ts"
import { selfChecks } from "./self-check.ts"
import type { EnvironmentName } from "./words.ts"

/** What a draft has as well. */
type Plain = Extract<Block, { readonly kind: "heading" | "facts" | "text" }>

/** What each item was captured with. Items with the same surroundings stand together. */
export function environments({
  snapshot: { items },
  speaker,
}: Pick<Section, "snapshot" | "speaker">): Plain[] {
  const { say, inOne } = speaker
  const groups = new Map<string, { readonly facts: Fact[]; readonly items: string[] }>()
  for (const { record } of items) {
    const facts = factsOf(record, speaker)
    const key = JSON.stringify(facts)
    const group = groups.get(key) ?? { facts, items: [] }
    group.items.push(itemLabel(record.item))
    groups.set(key, group)
  }
  return [
    ...[...groups.values()].flatMap(({ facts, items: names }): Plain[] => [
      {
        kind: "heading",
        level: 2,
        said: say(({ report }) => report.environmentOf(names.join(", "))),
        mark: inOne(({ report }) => report.environmentOf(names.join(", "))),
      },
      { kind: "facts", rows: facts },
    ]),
    ...selfChecks(items, speaker),
    { kind: "text", said: say(({ report }) => report.environmentNote), isNote: true },
  ]
}

function factsOf({ environment, timeZone, unknown }: CaptureRecord, { say }: Speaker): Fact[] {
  const { browser, version, os, extension, build, locale, viewport, screen, zoom, dpr } = environment
  const { privateWindow, automation, userAgent } = environment
  const fact = (name: EnvironmentName, value: Said): Fact => ({
    label: say(({ report }) => report.environmentName[name]),
    value,
  })
  const known = (text: string | null): Said =>
    text === null || text === "" ? say(({ report }) => report.unknown) : plain(shownText(text))
  const size = (pixels: { readonly width: number; readonly height: number } | null): Said =>
    pixels === null ? known(null) : say(({ report }) => report.size(pixels))
  const notRead = say(({ report }) => report.notRead)
  return [
    fact("browser", known(`${browser} ${version}`.trim())),
    fact("os", known(os)),
    fact("extension", known(extension)),
    fact("build", /^[0-9a-f]{64}$/.test(build) ? code(inEights(build)) : known(build)),
    fact("locale", known(locale)),
    fact("timeZone", known(timeZone)),
    fact("viewport", size(viewport)),
    fact("screen", size(screen)),
    fact("zoom", known(zoom === null ? null : `${String(Math.round(zoom * 100))} %`)),
    fact("dpr", known(dpr === null ? null : String(dpr))),
    fact(
      "privateWindow",
      say(({ report }) => (privateWindow ? report.yes : report.no)),
    ),
    fact(
      "automation",
      say(({ report }) => report.automation(automation.value, shownText(automation.basis))),
    ),
    fact("userAgent", known(userAgent)),
    fact("otherExtensions", notRead),
    fact("proxy", notRead),
    ...unknown.map(({ field, reason }) => ({
      label: plain(shownText(field)),
      value: [...say(({ report }) => report.unknown), ...plain(shownText(reason))],
    })),
  ]
}
