/** Files of a bundle changed at random, as fast-check says; then mended as far as the attacker can. */
import { type Mutation, mutateBytes, mutateTree } from "../stamp/mutation.ts"
import { type Files, resign, retag } from "../verify/example.ts"
import { mend, mendHead } from "./rung.ts"
import { LOG, type Victim, stampAgain } from "./victim.ts"

const texts = [
  ...["manifest-sha256.txt", "manifest-sm3.txt", "tagmanifest-sha256.txt", "bag-info.txt", "bagit.txt"],
  ...["device-key.pub.pem", LOG, "data/case.json", "data/e001/capture.json"],
]

/** The file that `where` means. */
function pathOf(files: Files, where: number): string {
  const paths = [...files.keys()]
  return paths[where % paths.length] ?? ""
}

const bytesOf = (files: Files, path: string): Buffer => files.get(path) ?? Buffer.alloc(0)

export function mutateContent(files: Files, mutation: Mutation): void {
  const path = pathOf(files, mutation.other)
  files.set(path, mutateBytes(bytesOf(files, path), mutation))
}

/** A line dropped, doubled, moved, or written otherwise so that some reader takes it for the same. */
export function mutateLine(files: Files, { kind, where, other, byte }: Mutation): void {
  const path = texts[other % texts.length] ?? ""
  const lines = bytesOf(files, path).toString("latin1").split("\n")
  const at = where % lines.length
  const line = lines[at] ?? ""
  const next = otherLines(line, byte)
  const written = next[kind % next.length] ?? []
  files.set(path, Buffer.from(lines.toSpliced(at, 1, ...written).join("\n"), "latin1"))
}

function otherLines(line: string, byte: number): string[][] {
  const at = byte % (line.length || 1)
  const character = String.fromCharCode(0x20 + (byte % 0x5f))
  return [
    [],
    [line, line],
    ["", line],
    [line, "#"],
    [` ${line}`],
    [`${line} `],
    [`${line}\r`],
    [`\\${line}`],
    [`\ufeff${line}`.replace("\ufeff", "\xef\xbb\xbf")],
    [line.toUpperCase()],
    [line.replace("  ", " *")],
    [line.replace("  ", "\t")],
    [line.replace("  ", "  ./")],
    [line.slice(0, at), line.slice(at)],
    [line.slice(0, at) + character + line.slice(at + 1)],
    [line.slice(0, at) + character + line.slice(at)],
    [line.slice(0, at) + line.slice(at + 1)],
    [line.split("").reverse().join("")],
  ]
}

/** A file renamed, dropped, doubled, added, or exchanged for another. */
export function mutateNames(files: Files, { kind, where, other, byte }: Mutation): void {
  const path = pathOf(files, where)
  const second = pathOf(files, other)
  const data = bytesOf(files, path)
  const names = [
    ...[path.toUpperCase(), `${path}.bak`, path.replace("/", "//"), `./${path}`, path.replaceAll("/", "\\")],
    ...[
      `${path}/x`,
      `data/${path}`,
      `proofs/x${String(byte)}`,
      `data/e00${String(byte % 10)}/x.png`,
      `${path} `,
    ],
    ...[
      `data/e001/x\n${String(byte)}`,
      `../${path}`,
      `${path.slice(0, -1)}\xe9`,
      "META-INF/x",
      "data/people.json",
    ],
  ]
  const name = names[byte % names.length] ?? ""
  if (kind % 4 === 0) files.delete(path)
  if (kind % 4 === 1) files.set(name, data)
  if (kind % 4 === 2) {
    files.delete(path)
    files.set(name, data)
  }
  if (kind % 4 === 3) {
    files.set(path, bytesOf(files, second))
    files.set(second, data)
  }
}

/** One element of a request or reply, over the whole or over an item. */
export function mutateStamp(files: Files, mutation: Mutation): void {
  const paths = [...files.keys()].filter(path => /\.ts[qr]$/.test(path))
  const path = paths[mutation.other % paths.length] ?? ""
  const donor = paths[mutation.byte % paths.length] ?? ""
  files.set(path, mutateTree(bytesOf(files, path), bytesOf(files, donor), mutation))
}

/** What the attacker could put right again, from nothing to everything but the past. */
export const mending: readonly ((files: Files, victim: Victim) => void)[] = [
  () => undefined,
  files => {
    mend(files)
  },
  (files, { key }) => {
    retag(files)
    resign(files, key)
  },
  (files, { key }) => {
    mend(files)
    resign(files, key)
  },
  (files, { key, authority }) => {
    mend(files)
    resign(files, key)
    stampAgain(files, authority)
  },
  (files, { key, authority }) => {
    mendHead(files)
    mend(files)
    resign(files, key)
    stampAgain(files, authority)
  },
  (files, { key, authority }) => {
    retag(files)
    resign(files, key)
    stampAgain(files, authority)
  },
  (files, { key, authority }) => {
    resign(files, key)
    stampAgain(files, authority)
  },
]
