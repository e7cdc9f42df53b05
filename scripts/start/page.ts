import { existsSync, statSync } from "node:fs"
import { basename, dirname, resolve } from "node:path"
import { fileURLToPath } from "node:url"
import { serveSite } from "../site/serve-site.ts"
import { words } from "./words.ts"

export interface StartPage {
  readonly url: string
  /** What to print of it. */
  readonly name: string
  close(): Promise<void>
}

/**
 * The page to open: an http(s) address as it is; a file, or without either the
 * practice post, from a server on this machine, since an extension may not read
 * file: pages unless the user allows it.
 */
export async function startPage(asked: string | null): Promise<StartPage> {
  if (asked === null) return served(resolve("src/practice"), "", words.practice)
  if (/^https?:\/\//i.test(asked)) return { url: asked, name: asked, close: () => Promise.resolve() }
  const path = asked.startsWith("file:") ? fileURLToPath(asked) : resolve(asked)
  if (!existsSync(path)) throw new Error(words.noPage(asked))
  if (statSync(path).isDirectory()) return served(path, "", path)
  return served(dirname(path), encodeURIComponent(basename(path)), path)
}

async function served(folder: string, file: string, name: string): Promise<StartPage> {
  const site = await serveSite({ folder })
  const url = `${site.origin}/${file}`
  return { url, name: `${url} (${name})`, close: () => site.close() }
}
