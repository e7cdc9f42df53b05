import type { FilingWords } from "../../core/bundle/words.ts"
import type { Wrong } from "../../core/remarks.ts"
import { plural } from "../en/plural.ts"

export const wrongsEn = {
  defamation: "defamation, false statements",
  insult: "insult",
  privacy: "private matters disclosed",
  portrait: "likeness used",
  impersonation: "impersonation",
  threat: "threat",
  other: "other",
} as const satisfies Record<Wrong, string>

export const filingEn: FilingWords = {
  origin: "Received",
  cameIn: (item, bundle) =>
    `As ${item} in the bundle ${bundle} of an installation, of which log, key and signature lie in data/origins/${bundle}/.`,
  caseOf: "Case",
  caseNote:
    "The number is given by the program, the name by the user. How items are filed is the user's own order, and no part of the record of a capture.",
  userSaid: "Marked by the user",
  wrong: wrong => wrongsEn[wrong],
  notesKept: (notes, complaints, path) =>
    `${plural(notes, "note", "notes")}, ${plural(complaints, "complaint", "complaints")}; all versions in ${path}.`,
  userSaidNote:
    "Kinds, tags, notes and complaints are the user's own words: no evidence, and no legal finding about the content.",
  filesKept: (files, folder) =>
    `${plural(files, "file", "files")} beside them, each under its SHA-256, in ${folder}.`,
  costs: "Costs, as the user lists them",
  costsNote: "In yuan (CNY). A list of the user's own; whether anybody has to pay it back is for a court.",
  costSum: "Together",
}
