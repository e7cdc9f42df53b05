/** Outside tools that read a PDF: qpdf and poppler's. */
import { spawnSync } from "node:child_process"

const missing = ["qpdf", "pdftotext", "pdffonts", "pdfinfo"].filter(
  program => spawnSync(program, [program === "qpdf" ? "--version" : "-v"]).error !== undefined,
)

/** Null where they are here; else why a test that needs them does not run. */
export const noPdfTools: string | null =
  missing.length === 0 ? null : `not installed here: ${missing.join(", ")} (Debian: qpdf, poppler-utils)`

function run(program: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(program, args, {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  })
  if (status !== 0) throw new Error(`${program} ended with ${String(status)}: ${stdout}${stderr}`)
  return stdout
}

/** Throws where qpdf finds an error, or has a warning. */
export const checkPdf = (file: string): string => run("qpdf", ["--check", file])

/** In the order in which the text stands in the file. */
export const pdfText = (file: string): string => run("pdftotext", ["-raw", file, "-"])

export const pdfInfo = (file: string): string => run("pdfinfo", [file])

/** Each font of the file, as `pdffonts` prints it: name, embedded, subset. */
export function pdfFonts(file: string): { readonly name: string; readonly isEmbeddedSubset: boolean }[] {
  return run("pdffonts", [file])
    .trimEnd()
    .split("\n")
    .slice(2)
    .map(line => ({ name: line.split(/\s+/)[0] ?? "", isEmbeddedSubset: /\byes yes yes\b/.test(line) }))
}

/** What makes a reader do more than show pages: follow an address, run, start, load or unpack something. */
const ACTIVE =
  /^\/(?:AA|EmbeddedFiles?|Filespec|GoToE|GoToR|ImportData|JavaScript|JS|Launch|Movie|OpenAction|RichMedia|Rendition|Sound|SubmitForm|URI|XFA)$/

/** The names of the actions and attachments that stand anywhere in the file. */
export function pdfActions(file: string): string[] {
  const found = new Set<string>()
  const look = (value: unknown): void => {
    if (typeof value === "string" && ACTIVE.test(value)) found.add(value)
    if (typeof value !== "object" || value === null) return
    for (const [key, inner] of Object.entries(value)) {
      look(key)
      look(inner)
    }
  }
  // Of this form alone: a name begins with a stroke in it, and a text with "u:".
  look(JSON.parse(run("qpdf", ["--json=2", "--json-key=qpdf", file])))
  return [...found].sort()
}
