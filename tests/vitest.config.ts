import { availableParallelism } from "node:os"
import { defineConfig } from "vitest/config"
import { skippedReporter } from "../scripts/test/skipped.ts"
import { toldIn } from "./e2e/harness/in-one.ts"

/** For what hangs: a machine that has other work too takes three times as long as a quiet one. */
const patience = { testTimeout: 400_000, hookTimeout: 400_000 }

/**
 * Tests that change what belongs to the whole process, its time zone, and tests that start many programs: to
 * start one from a process of a gigabyte, as the one with all threads is, takes 69 ms instead of 10.
 */
const ownProcess = [
  ...["bundle/bundle", "papers/write-draft"],
  ...["attacks/*", "build/build", "bundle/commands", "bundle/zip", "papers/office", "security/package"],
  ...["stamp/differential", "stamp/forged", "stamp/good", "stamp/odd", "verify/cli", "verify/*time"],
].map(name => `tests/unit/${name}.test.ts`)

/** With two cores Vitest would use one; the other has nothing to do once `npm run check` is over. */
const unitTests = {
  // For what hangs: what is slow on a busy machine is no failure.
  testTimeout: 60_000,
  hookTimeout: 60_000,
  maxWorkers: Math.max(2, availableParallelism() - 1),
  sequence: { groupOrder: 0 },
}

const storiesOf = (names: readonly string[]) => names.map(name => `tests/e2e/${name}.test.ts`)

/** Stories that fill a disk, press real keys, ask the background without a pause, or wait for pictures no longer than the product does. */
const alone = storiesOf(["custody", "full-disk", "invocations", "lazy"])

/** What `npm test` tells in the other browser. */
const elsewhere =
  process.env.SHARED === "1" ? storiesOf(toldIn[process.env.TARGET === "firefox" ? "chrome" : "firefox"]) : []

export default defineConfig({
  test: {
    reporters: ["default", skippedReporter()],
    projects: [
      {
        test: {
          name: "unit",
          include: ["tests/unit/**/*.test.ts", "tests/*.test.ts"],
          exclude: ownProcess,
          // A process for each file would cost a third more, where it starts no programs itself.
          pool: "threads",
          ...unitTests,
        },
      },
      { test: { name: "unit-process", include: ownProcess, pool: "forks", ...unitTests } },
      {
        test: {
          name: "e2e",
          include: ["tests/e2e/**/*.test.ts"],
          exclude: [...alone, ...elsewhere],
          // Each has a browser and a profile of its own, and waits for it half of the time.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          ...patience,
        },
      },
      {
        test: {
          name: "e2e-alone",
          include: alone,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
          ...patience,
        },
      },
    ],
  },
})
