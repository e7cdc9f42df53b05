import { type Reporter, type TestCase } from "vitest/node"

/**
 * Prints every test that did not run, with its reason. One without a reason
 * fails the run: a skipped test must not look like a passed one.
 */
export function skippedReporter(): Reporter {
  const skipped: TestCase[] = []
  return {
    onTestCaseResult(test) {
      if (test.result().state === "skipped") skipped.push(test)
    },
    onTestRunEnd() {
      for (const test of skipped) {
        const reason = reasonOf(test)
        // Tests that a name filter on the command line leaves out are skipped as well, and wanted so.
        const isFiltered = test.project.config.testNamePattern !== undefined
        if (reason === undefined && isFiltered) continue
        console.log(
          `not run: ${test.module.relativeModuleId} > ${test.fullName}: ${reason ?? "no reason given"}`,
        )
        if (reason === undefined) process.exitCode = 1
      }
    },
  }
}

function reasonOf(test: TestCase): string | undefined {
  const result = test.result()
  return result.state === "skipped" ? result.note : undefined
}
