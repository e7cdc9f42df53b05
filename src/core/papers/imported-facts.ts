import { shownText } from "../bundle/shown.ts"
import type { CaptureRecord } from "../evidence.ts"
import type { ImportedRecord } from "../imported.ts"
import type { Fact } from "./block.ts"
import { plain, soft, type Speaker } from "./say.ts"
import { inUtc } from "./times.ts"

/** Of an item that is a file from elsewhere, in place of what is said of a page: its name, what its user says, what it says of itself. */
export function importedFacts(
  { item }: CaptureRecord,
  { file, givenName, kind, kindBy, lastModified, stated, claims }: ImportedRecord,
  say: Speaker["say"],
): Fact[] {
  const lines = (label: Fact["label"], values: readonly Fact["value"][], none: Fact["value"]): Fact => ({
    label,
    value: values.length === 0 ? none : values.flat(),
  })
  const safe = { ...stated, when: shownText(stated.when), note: shownText(stated.note) }
  return [
    {
      label: say(({ readme }) => readme.importedFile),
      value: [
        ...plain(shownText(givenName)),
        ...soft(`data/${item}/${file}`),
        ...say(({ readme }) => readme.importedNote, "strong"),
      ],
    },
    {
      label: say(({ readme }) => readme.importedKind),
      value: say(({ readme }) => readme.importedKindSaid(kind, kindBy)),
    },
    ...(lastModified === null
      ? []
      : [{ label: say(({ readme }) => readme.lastModified), value: plain(inUtc(lastModified)) }]),
    {
      label: say(({ readme }) => readme.statedTitle),
      value: say(({ readme }) => {
        const said = readme.stated(safe)
        return said.length === 0 ? readme.statedNone : said.join("; ")
      }),
    },
    lines(
      say(({ readme }) => readme.claimsTitle),
      claims.map(({ name, where, text }) =>
        say(
          ({ readme, list }) =>
            `${readme.claimName(name)} (${where})${list.between.colon}${name === "position" ? readme.positionThere : shownText(text)}`,
        ),
      ),
      say(({ readme }) => readme.claimsNone),
    ),
  ]
}
