import fc from "fast-check"
import { afterAll, expect, test } from "vitest"
import { checkStamp } from "../../../src/core/stamp/check.ts"
import { forge, forgeToken } from "./forge.ts"
import { mutateBytes, mutateTree, mutation } from "./mutation.ts"
import { bytes, makeWorld } from "./world.ts"

const SEED = 20261122

const world = makeWorld()
afterAll(() => {
  world.end()
})

const anything = fc.uint8Array({ maxLength: 200 }).map(bytes)

test("whatever the bytes are, they are no time stamp, and nothing is thrown", async () => {
  await fc.assert(
    fc.asyncProperty(
      anything,
      fc.option(anything),
      anything,
      fc.array(anything),
      async (reply, query, data, roots) => {
        expect((await checkStamp({ reply, query, data, roots })).kind).toBe("invalid")
      },
    ),
    { numRuns: 2000, seed: SEED },
  )
})

test("whatever is done to a token, request and root, nothing is thrown", async () => {
  const token = forgeToken({ signer: world.low, others: [world.ca], data: world.data })
  const reply = forge({ signer: world.tsa, data: world.data })
  await fc.assert(
    fc.asyncProperty(mutation, mutation, anything, async (first, second, query) => {
      const changed = mutateTree(mutateTree(reply, token, first), reply, second)
      const bitten = mutateBytes(changed, second)
      const roots = [bytes(mutateTree(world.root.der, token, first))]
      for (const bytesOf of [changed, bitten, mutateTree(token, reply, first)]) {
        const reading = await checkStamp({ reply: bytes(bytesOf), query: null, data: world.data, roots })
        expect(["valid", "invalid", "not-verifiable"]).toContain(reading.kind)
      }
      const asked = await checkStamp({ reply: bytes(reply), query, data: world.data, roots })
      expect(asked.kind).toBe("invalid")
    }),
    { numRuns: 500, seed: SEED },
  )
})
