/** What the library's other views, and the page of the next steps, take with as many items as the search has. */
import { type Driven, type Page } from "../browsers/driver.ts"
import { type Figure, median } from "./figures.ts"

const RUNS = 5
const AIM = { ms: 300 } as const

/** From the press to the rows on the screen. The vault is filled by the search's measuring. */
export async function measureViews(driven: Driven): Promise<readonly Figure[]> {
  const library = await driven.openExtensionPage("ui/library.html")
  await library.waitFor(() => performance.getEntriesByName("library-read")[0], 60_000)
  const taken: Record<string, number[]> = { list: [], timeline: [], authors: [] }
  for (let run = 0; run < RUNS; run++)
    for (const view of ["timeline", "authors", "list"]) taken[view]?.push(await arrangeAs(library, view))
  await library.close()
  const ofList = median(taken.list ?? [])
  const ways: Ways[] = []
  for (let run = 0; run < RUNS; run++) ways.push(await openWays(driven))
  const figure = (what: string, ms: number): Figure => ({
    ...{ what: `${what}, median of ${String(RUNS)}`, ms },
    ...{ baseline: "the list, arranged anew", baselineMs: ofList, aim: AIM },
  })
  return [
    figure("items by time of publication", median(taken.timeline ?? [])),
    figure("items by author", median(taken.authors ?? [])),
    figure(
      "the next steps of a case with all of them, to their first road",
      median(ways.map(({ first }) => first)),
    ),
    figure("the same, until each road says what the case has", median(ways.map(({ told }) => told))),
  ]
}

const arrangeAs = (library: Page, view: string): Promise<number> => library.evaluate(pressView, view)

/** Runs in the library. */
async function pressView(view: string): Promise<number> {
  const button = document.querySelector<HTMLElement>(`[data-act=arrange][data-arrangement=${view}]`)
  if (button === null) throw new Error(`no view ${view}`)
  const frame = () =>
    new Promise<void>(resolve =>
      requestAnimationFrame(() => {
        resolve()
      }),
    )
  const began = performance.now()
  button.click()
  while (document.body.dataset.arrangement !== view || document.querySelector("#rows [data-id]") === null)
    await frame()
  await frame()
  return performance.now() - began
}

interface Ways {
  readonly first: number
  readonly told: number
}

async function openWays(driven: Driven): Promise<Ways> {
  const page = await driven.openExtensionPage("ui/roads.html?case=default")
  const ways = await page.waitFor(() => {
    const [first, told] = ["roads-shown", "roads-told"].map(
      name => performance.getEntriesByName(name)[0]?.startTime,
    )
    return first === undefined || told === undefined ? null : { first, told }
  }, 60_000)
  await page.close()
  return ways ?? { first: NaN, told: NaN }
}
