/** Where a field stands in data of the page. */
import { type FieldName, fieldNames, kindOf, type PageSource } from "../../core/post-facts/fields.ts"
import { type Gather } from "./gather.ts"

/** Keys with dots between them: `user.id`, `list.0.name`. */
export type Path = string

/** Where each field stands. Of several places the first that says something is taken. */
export type JsonFields = Readonly<Partial<Record<FieldName, Path | readonly Path[]>>>

/** What stands at a path; undefined where nothing does. Never throws, whatever is there. */
export function at(json: unknown, path: Path): unknown {
  let found = json
  for (const key of path.split(".")) {
    if (typeof found !== "object" || found === null || !Object.hasOwn(found, key)) return undefined
    found = (found as Record<string, unknown>)[key]
  }
  return found
}

export const listAt = (json: unknown, path: Path): readonly unknown[] => {
  const list = at(json, path)
  return Array.isArray(list) ? list : []
}

export const keysAt = (json: unknown, path: Path): readonly string[] => {
  const found = at(json, path)
  return typeof found === "object" && found !== null ? Object.keys(found) : []
}

/** The text, or the digits of a number, at a path; empty where there is neither. */
export function textAt(json: unknown, path: Path): string {
  const found = at(json, path)
  return typeof found === "string" ? found : typeof found === "number" ? String(found) : ""
}

/**
 * Notes what `json` says. `name` is where it stands in the page, for whoever
 * looks it up.
 */
export function gatherJson(
  into: Gather,
  json: unknown,
  name: string,
  fields: JsonFields,
  source: PageSource = "page-json",
): void {
  for (const [field, paths] of Object.entries(fields) as [FieldName, Path | readonly Path[]][]) {
    for (const path of typeof paths === "string" ? [paths] : paths) {
      const found = at(json, path)
      if (!saysSomething(field, found)) continue
      into.add(field, found, source, `${name}.${path}`)
      break
    }
  }
}

/** Names and words are text; a number in their place is something else. */
const MAY_BE_NUMBER: ReadonlySet<FieldName> = new Set([
  ...(["postId", "authorId", "parent", "position"] as const),
  ...fieldNames.filter(name => kindOf[name] === "counter" || kindOf[name] === "time"),
])

const saysSomething = (field: FieldName, found: unknown): boolean =>
  typeof found === "number"
    ? MAY_BE_NUMBER.has(field) && found >= 0
    : typeof found === "string" && found.trim() !== ""
