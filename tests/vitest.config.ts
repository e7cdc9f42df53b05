import { defineConfig } from "vitest/config"
import { skippedReporter } from "../scripts/test/skipped.ts"

export default defineConfig({
  test: {
    reporters: ["default", skippedReporter()],
    projects: [
      {
        test: {
          name: "unit",
          include: ["tests/unit/**/*.test.ts", "tests/*.test.ts"],
          // For what hangs: what is slow on a busy machine is no failure.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: "e2e",
          include: ["tests/e2e/**/*.test.ts"],
          // One browser at a time: they share the machine, and some stories need the front window.
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
