import { writeFileSync } from "node:fs"
import { expect, test } from "vitest"
import { makeBundle } from "../../../src/core/bundle/bundle.ts"
import { signWith } from "../../../src/core/seal/sign.ts"
import { exampleSnapshot, exampleWords } from "../bundle/example.ts"
import { wholeItem } from "../bundle/whole-item.ts"
import { check, failing } from "./example.ts"

test("make", async () => {
  const pair = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, true, [
    "sign",
    "verify",
  ])
  const spki = new Uint8Array(await crypto.subtle.exportKey("spki", pair.publicKey))
  const made = await makeBundle(
    exampleSnapshot([wholeItem("e001", {}), wholeItem("e002", {})], { publicKey: spki }),
    exampleWords,
    signWith(pair),
  )
  const bytes = Buffer.from(await made.zip.arrayBuffer())
  const result = await check(bytes, undefined, made.fileName)
  expect(failing(result)).toEqual([])
  writeFileSync("/tmp/v1.zip", bytes)
})
