/** `npm start -- --headless --tsa URL` without its build: the capture and the bundle are stamped by each, and the verifier judges them. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { chooseBrowser } from "../../scripts/start/browser.ts"
import { runHeadless } from "../../scripts/start/headless.ts"
import { startOptions } from "../../scripts/start/options.ts"
import { startPage } from "../../scripts/start/page.ts"
import { startAuthority } from "./harness/authority.ts"
import { target } from "./harness/target.ts"
import { verify } from "./harness/verifier.ts"

const folder = mkdtempSync(join(tmpdir(), "holdfast-start-"))
const authorities = [await startAuthority(), await startAuthority()]
const page = await startPage(null)
afterAll(async () => {
  await page.close()
  for (const each of authorities) await each.close()
  rmSync(folder, { recursive: true })
})

const said: string[] = []
const held = { code: -1 }
const bundle = () =>
  said.map(line => /\S+\.zip/.exec(line)?.[0]).find(path => path !== undefined) ??
  expect.unreachable(said.join("\n"))

beforeAll(async () => {
  const asked = authorities.flatMap(({ url }) => ["--tsa", url])
  const options = startOptions(["--headless", "--browser", target, "--out", folder, ...asked])
  const chosen = chooseBrowser(options.browser, line => void said.push(line))
  held.code = await runHeadless({ ...options, chosen, page, say: line => void said.push(line) })
})

test("ends well, and names each authority, over the item and over the bundle", () => {
  expect(held.code, said.join("\n")).toBe(0)
  for (const { url } of authorities) {
    const name = `127.0.0.1-${new URL(url).port}`
    expect(said.filter(line => line.includes(name) && /\d{4}/.test(line)).length).toBeGreaterThanOrEqual(2)
  }
})

test("each was asked three times: over the device's key, the record and the bundle's list", () => {
  expect(authorities.map(({ asked }) => asked.length)).toEqual([3, 3])
})

test.each([
  ["no root", [], "time-pending", 0],
  ["one authority's root", [0], "sealed-and-timestamped", 1],
  ["the roots of both, in one file", [0, 1], "sealed-and-timestamped", 2],
])("the verifier judges them: %s", (_what, trusted, verdict, stamps) => {
  const roots = join(folder, "roots.pem")
  writeFileSync(roots, trusted.map(at => readFileSync(authorities[at]?.rootFile ?? "", "utf8")).join("\n"))
  const { status, result, faults } = verify(bundle(), ...(trusted.length === 0 ? [] : ["--roots", roots]))
  expect(faults).toEqual([])
  expect({ status, verdict: result.verdict }).toEqual({ status: 0, verdict })
  for (const name of ["time", "inner-time"]) {
    const layer = result.layers.find(each => each.layer === name)
    const over = layer?.detail.filter(({ code }) => code === "time/trusted") ?? []
    // Over the single item and over the key, in the one; over the list, in the other.
    expect(over).toHaveLength(name === "time" ? stamps : 2 * stamps)
  }
})
