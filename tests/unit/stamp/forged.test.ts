import { afterAll, describe, expect, test } from "vitest"
import { checkStamp } from "../../../src/core/stamp/check.ts"
import { stampFaults } from "../../../src/core/stamp/fault.ts"
import { opensslVerifies } from "./authority.ts"
import { signerForgeries } from "./signer-forgeries.ts"
import { tokenForgeries } from "./token-forgeries.ts"
import { bytes, makeWorld } from "./world.ts"

const rows = [...tokenForgeries, ...signerForgeries].map(([name, fault, make, openssl]) => ({
  ...{ name, fault, make, openssl },
}))

const world = makeWorld()
afterAll(() => {
  world.end()
})

describe("a forged stamp", () => {
  test.each(rows)("with $name is refused: $fault", async ({ fault, make, openssl }) => {
    const { reply, query, roots = [world.root] } = make(world)
    const trusted = roots.map(root => bytes(root.der))
    const input = { reply: bytes(reply), data: world.data, roots: trusted }
    const reading = await checkStamp({ ...input, query: query === undefined ? null : bytes(query) })
    expect(reading).toMatchObject({ kind: "invalid", fault })
    const at = reading.kind === "invalid" ? reading.at : null
    const oracle = opensslVerifies(world.folder, {
      ...input,
      ...(query === undefined ? {} : { query }),
      ...(at === null ? {} : { at }),
    })
    expect(oracle.ok, oracle.output).toBe(openssl === "accepts")
  })

  test("has been made for every fault there is", () => {
    expect(new Set(rows.map(({ fault }) => fault))).toEqual(new Set(stampFaults))
  })
})
