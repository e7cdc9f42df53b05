/** What tells a post that is not shown from one that is: where the page stands, how it came, what it says. Looks, and changes nothing. */
import { withoutFragment } from "../core/address.ts"
import { type PageSigns } from "../core/readings/judge.ts"
import { renderedIn, page, pageRoot } from "./unclobbered.ts"

/** UTF-16 units: the words of a page without its post are few, and stand near its beginning. */
const LONGEST = 20_000

export function readSigns(): PageSigns {
  return {
    href: location.href,
    status: statusOf(),
    shown: `${page.title.slice(0, LONGEST)}\n${renderedIn(pageRoot()).slice(0, LONGEST)}`,
  }
}

/** As the browser's own timing has it; null where the page has put another address in place of the one that was loaded. */
function statusOf(): number | null {
  const [entry] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[]
  if (entry === undefined || withoutFragment(entry.name) !== withoutFragment(location.href)) return null
  return entry.responseStatus > 0 ? entry.responseStatus : null
}
