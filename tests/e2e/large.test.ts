/** What runs here at a smaller size says so in the output; at its full size it runs by `npm run faults -- large`. */
import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { type Size, sizes } from "./harness/sizes.ts"

test("each smaller size is for a story that is there, and is the smaller one", () => {
  for (const { here, full, story } of Object.values(sizes)) {
    const [file, names, written = [file, names]]: Size["story"] = story
    const [source, words] = written
    expect(readFileSync(source, "utf8"), file).toContain(words)
    expect(here).toBeLessThan(full)
  }
})

test.for(Object.values(sizes))("$full $of", ({ here, full, of, story }, context) => {
  const said = (count: number) => count.toLocaleString("en")
  context.skip(
    `${story[0]} runs with ${said(here)} ${of}: ${said(full)} take minutes on two busy cores, and are run by npm run faults -- large`,
  )
})
