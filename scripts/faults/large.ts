/** Not a fault: the stories that `npm test` tells at a smaller size, at their full one. */
import { spawnSync } from "node:child_process"
import { sizes } from "../../tests/e2e/harness/sizes.ts"
import { type Fault, newTally } from "./fault.ts"

export const large: Fault = {
  name: "large",
  what: "stories of npm test at their full size",
  cause({ target, say }) {
    const tally = newTally()
    for (const { full, of, story } of Object.values(sizes)) {
      const [file, words] = story
      const run = spawnSync(
        process.execPath,
        [
          "node_modules/vitest/vitest.mjs",
          "run",
          ...["--config", "tests/vitest.config.ts", "--project", "e2e*", file, "--testNamePattern", words],
        ],
        { encoding: "utf8", env: { ...process.env, TARGET: target, FULL_SIZE: "1" }, maxBuffer: 1 << 26 },
      )
      if (run.error !== undefined) throw run.error
      tally.rounds += 1
      if (run.status === 0) tally.worked += 1
      else tally.broken.push(`${full} ${of}:\n${run.stdout}${run.stderr}`)
      say(`${full} ${of}: ${run.status === 0 ? "as it has to be" : "not as it has to be"}`)
    }
    return Promise.resolve(tally)
  },
}
