/** Outside tools that read a Word document: Info-ZIP, Python's XML parser, LibreOffice. */
import { execFileSync, spawnSync } from "node:child_process"
import { basename, join } from "node:path"

/** Null where it is here; else why a test that needs it does not run. */
export const noOffice: string | null =
  spawnSync("soffice", ["--version"]).error === undefined
    ? null
    : "not installed here: soffice (Debian: libreoffice-writer-nogui)"

/** The parts of a document by their names, each read by expat; throws where the ZIP or a part of it is not well-formed. */
export function partsOf(file: string): Map<string, string> {
  execFileSync("unzip", ["-tq", file])
  const read = `
import json, sys, zipfile
from xml.parsers import expat
parts = {}
with zipfile.ZipFile(sys.argv[1]) as package:
    for name in package.namelist():
        data = package.read(name)
        expat.ParserCreate().Parse(data, True)
        parts[name] = data.decode("utf-8")
print(json.dumps(parts))
`
  const said = execFileSync("python3", ["-c", read, file], { maxBuffer: 64 * 1024 * 1024, encoding: "utf8" })
  return new Map(Object.entries(JSON.parse(said) as Record<string, string>))
}

/** Converts it in `folder`; throws where LibreOffice fails or says anything of an error. */
export const officePdf = (file: string, folder: string): string => officePdfs([file], folder)[0] ?? ""

/** The same of many in one run, with a profile of its own in `folder`. */
export function officePdfs(files: readonly string[], folder: string): string[] {
  const profile = `-env:UserInstallation=file://${join(folder, "office-profile")}`
  const { status, stdout, stderr } = spawnSync(
    "soffice",
    [profile, "--headless", "--convert-to", "pdf", "--outdir", folder, ...files],
    { encoding: "utf8", env: { ...process.env, HOME: folder } },
  )
  // That it has no Java says nothing of the document.
  const said = `${stdout}${stderr}`.replaceAll(/^.*javaldx.*$/gm, "")
  if (status !== 0 || /error|warn/i.test(said)) {
    throw new Error(`soffice ended with ${String(status)}: ${stdout}${stderr}`)
  }
  return files.map(file => join(folder, basename(file).replace(/\.\w+$/, ".pdf")))
}
