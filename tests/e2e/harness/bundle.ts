import { execFileSync } from "node:child_process"
import { createHash } from "node:crypto"
import { readdirSync, readFileSync } from "node:fs"
import { basename, join } from "node:path"

/** Unpacks with `unzip`, which is not ours, and returns the bundle's one top folder. */
export function unpack(zip: string, into: string): string {
  execFileSync("unzip", ["-q", zip, "-d", into])
  const folder = basename(zip, ".zip")
  const found = readdirSync(into)
  if (!found.includes(folder)) throw new Error(`${zip} holds no ${folder} but ${found.join(", ")}`)
  return join(into, folder)
}

export const sha256Of = (file: string): string =>
  createHash("sha256").update(readFileSync(file)).digest("hex")

/** A JSON file of the bundle, unparsed as far as types go. */
export const readJson = (folder: string, path: string): unknown =>
  JSON.parse(readFileSync(join(folder, path), "utf8"))
