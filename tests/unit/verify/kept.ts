/** The lines that a vault writes of what is added to an item, for the files that an example has of it. */
import type { Draft, Files } from "./example.ts"

const KEPT = [
  ["corrections.json", "correction.kept", "correction", "corrections"],
  ["annotations.json", "annotation.kept", "annotation", "annotations"],
  ["redacted/redactions.json", "redaction.kept", "redaction", "copies"],
  ["import/imports.json", "imported", "import", "files"],
] as const

const UTC = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/

/** What cannot be read has none: the examples lie in many ways. */
export function keptEvents(files: Files, item: string, capture: string): Draft[] {
  const text = (path: string) => String(files.get(`data/${item}/${path}`) ?? "")
  const readings = text("readings.jsonl")
    .split("\n")
    .filter(line => line !== "")
  return [
    ...readings.map((_line, at) => ({ event: "reading.kept", reading: String(at + 1), capture })),
    ...KEPT.flatMap(([path, event, name, list]) =>
      timesIn(text(path), list).map((at, index) => ({ at, event, [name]: String(index + 1), capture })),
    ),
  ]
}

function timesIn(text: string, list: string): string[] {
  try {
    const { [list]: entries } = JSON.parse(text) as Record<string, unknown>
    const given: unknown[] = Array.isArray(entries) ? entries : []
    return given
      .map(each => (each as Draft).at)
      .filter(at => typeof at === "string")
      .filter(at => UTC.test(at))
  } catch (thrown) {
    if (thrown instanceof SyntaxError || thrown instanceof TypeError) return []
    throw thrown
  }
}
