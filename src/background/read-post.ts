/** Asks the script in a page what it says of its post, and the page's own world for data whose script is gone. */
import { EvidenceError } from "../core/errors.ts"
import { parseReading, type PostReading } from "../core/post-facts/reading.ts"
import { readPageWorld } from "../platform/page-world.ts"
import { type PageAsk } from "./page-texts.ts"

export interface PostRead {
  readonly reading: PostReading
  /** The names of what was read in the page's own world. */
  readonly pageWorld: readonly string[]
}

/**
 * Throws as the page's script does, and `input/malformed` where it answers
 * nonsense. The silence of the page's own world costs what it would have said,
 * and no more; `note` is told of it.
 */
export async function readPost(
  page: PageAsk,
  tabId: number,
  note: (what: string, detail: Readonly<Record<string, unknown>>) => void,
): Promise<PostRead> {
  const first = parseReading(await page("readPostFacts", { world: {} }))
  const { wanted } = first
  const world = wanted.length === 0 ? {} : await worldOf(tabId, wanted, note)
  const pageWorld = Object.keys(world)
  return {
    reading: pageWorld.length === 0 ? first : parseReading(await page("readPostFacts", { world })),
    pageWorld,
  }
}

async function worldOf(
  tabId: number,
  wanted: readonly string[],
  note: (what: string, detail: Readonly<Record<string, unknown>>) => void,
): Promise<Readonly<Record<string, string>>> {
  try {
    const told = Object.entries(await readPageWorld(tabId, wanted))
    const sizes = Object.fromEntries(told.map(([name, json]) => [name, json?.length ?? null]))
    note("data read in the page's own world", { wanted, sizes })
    return Object.fromEntries(told.filter((each): each is [string, string] => each[1] !== null))
  } catch (thrown) {
    const { code, message } = EvidenceError.from(thrown)
    note("the page's own world did not answer", { wanted, code, message })
    return {}
  }
}
