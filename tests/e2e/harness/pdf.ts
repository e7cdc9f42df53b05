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
