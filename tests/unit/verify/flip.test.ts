import fc from "fast-check"
import { expect, test } from "vitest"
import { check, good } from "./example.ts"

const whole = good()

test("no single changed byte passes, wherever it lies", { timeout: 120_000 }, async () => {
  const place = fc.record({ at: fc.nat(whole.length - 1), by: fc.integer({ min: 1, max: 255 }) })
  const property = fc.asyncProperty(place, async ({ at, by }) => {
    const bytes = Buffer.from(whole)
    bytes[at] = (bytes[at] ?? 0) ^ by
    const { exit } = await check(bytes)
    expect(exit).not.toBe(0)
  })
  await fc.assert(property, { numRuns: 300, seed: 20261122 })
})

test("no single removed or added byte passes", { timeout: 120_000 }, async () => {
  const place = fc.record({ at: fc.nat(whole.length - 1), removed: fc.boolean() })
  const property = fc.asyncProperty(place, async ({ at, removed }) => {
    const middle = removed ? [] : [0x61]
    const bytes = Buffer.concat([
      whole.subarray(0, at),
      Buffer.from(middle),
      whole.subarray(removed ? at + 1 : at),
    ])
    const { exit } = await check(bytes)
    expect(exit).not.toBe(0)
  })
  await fc.assert(property, { numRuns: 60, seed: 20261122 })
})
