import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { makeBundle } from "../../../src/core/bundle/bundle.ts"
import { generateDeviceKey, signWith } from "../../../src/core/seal/sign.ts"
import { exampleItem, exampleItems, exampleSnapshot, exampleWords } from "../bundle/example.ts"
import { check, codes, failing } from "./example.ts"

test("what the writer makes, the verifier finds whole in every layer", async () => {
  const { pair, spki } = await generateDeviceKey()
  const automation = { value: "yes", basis: "navigator.webdriver" } as const
  const robot = exampleItem("e004", { "text.txt": "x" })
  const items = [
    ...exampleItems(),
    exampleItem("e004", { "text.txt": "x" }, { environment: { ...robot.record.environment, automation } }),
  ]
  const made = await makeBundle(exampleSnapshot(items, { publicKey: spki }), exampleWords, signWith(pair))
  const result = await check(Buffer.from(await made.zip.arrayBuffer()), undefined, made.fileName)
  expect(failing(result)).toEqual([])
  expect(result).toMatchObject({ verdict: "integrity-only", exit: 0 })
  expect(codes(result)).toContain("automation/yes")
  expect(codes(result)).not.toContain("archive/renamed")
})

test("a bundle made by an early version is still read", async () => {
  const result = await check(readFileSync("tests/fixtures/bundles/v1-integrity-only.zip"))
  expect({ verdict: result.verdict, failing: failing(result) }).toEqual({
    verdict: "integrity-only",
    failing: [],
  })
})
