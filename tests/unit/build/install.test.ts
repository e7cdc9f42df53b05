/** The programs that a run needs: what is missing is installed where it may be, and told where it may not. */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, expect, test, vi } from "vitest"
import { ensureIfMay, ensureTools } from "../../../scripts/browsers/install.ts"

afterEach(() => {
  vi.unstubAllEnvs()
})

/** As on a machine that has neither the program nor a way to get it. */
function withoutPrograms(run: () => void): void {
  const folder = mkdtempSync(join(tmpdir(), "no-programs-"))
  vi.stubEnv("PATH", folder)
  try {
    run()
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test("what can be done without is told by name where it cannot be had, and the run goes on", () => {
  withoutPrograms(() => {
    const said: string[] = []
    ensureIfMay(["office"], line => said.push(line))
    expect(said.at(-1)).toMatch(/^not here, so some tests will not run \/ 缺少，部分测试不会运行: office/)
  })
})

test("without anything else the run does not begin", () => {
  withoutPrograms(() => {
    expect(() => {
      ensureTools(["qpdf"], () => undefined)
    }).toThrow()
  })
})
