import { type Finding, finding } from "./finding.ts"

const SAFE = /^[A-Za-z0-9._-]+(\/[A-Za-z0-9._-]+)*$/
const BASE_FOLDER = /^holdfast-\d{8}T\d{6}Z-[0-9a-f]{6}$/

/** The longest name that disks take, and a path that Windows unpacks below a user's folder or, with long paths on, anywhere. */
const MOST_NAME = 255
const MOST_PATH = 400
/** Windows takes these for a device, whatever their ending, and drops a dot at the end of a name. */
const NO_FILE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)|\.$|^\./i

/** A path that means the same to every tool: the character set of bundle.md, no step up, no step on the spot, no name that a disk refuses. */
export function isSafePath(path: string): boolean {
  return (
    SAFE.test(path) &&
    path.length <= MOST_PATH &&
    path.split("/").every(part => part.length <= MOST_NAME && !NO_FILE.test(part))
  )
}

/** The name of the base folder, and of the ZIP, in the scheme of format 1. */
export const isBaseFolder = (name: string): boolean => BASE_FOLDER.test(name)

/** The first name that a reader must refuse, or null. Two names that a disk may take for one are refused too. */
export function nameFault(names: readonly string[]): Finding | null {
  const seen = new Map<string, string>()
  const top = topFolder(names)
  for (const path of names) {
    if (path.endsWith("/")) return finding("archive/folder-entry", { path })
    if (!isSafePath(path)) return finding("archive/name", { path })
    if (!path.startsWith(`${top}/`)) return finding("archive/second-folder", { path })
    const folded = path.toLowerCase()
    const other = seen.get(folded)
    if (other === path) return finding("archive/duplicate", { path })
    if (other !== undefined) return finding("archive/letter-case", { path, other })
    seen.set(folded, path)
  }
  return folderFault(names)
}

/** The folder that holds bag-info.txt, else that of the first entry. */
export function topFolder(names: readonly string[]): string {
  const info = names.find(name => /^[^/]+\/bag-info\.txt$/.test(name))
  return (info ?? names[0] ?? "").split("/")[0] ?? ""
}

/** A name that is a file here and a folder there cannot be unpacked, and folders too may differ in letter case alone. */
function folderFault(names: readonly string[]): Finding | null {
  const folders = new Map<string, string>()
  for (const path of names) {
    for (let at = path.indexOf("/"); at > 0; at = path.indexOf("/", at + 1)) {
      const folder = path.slice(0, at)
      const other = folders.get(folder.toLowerCase())
      if (other !== undefined && other !== folder)
        return finding("archive/letter-case", { path: folder, other })
      folders.set(folder.toLowerCase(), folder)
    }
  }
  const asFile = names.find(path => folders.has(path.toLowerCase()))
  return asFile === undefined ? null : finding("archive/duplicate", { path: asFile })
}
