/** Long work lets others have the thread. */
import { setTimeout as wait } from "node:timers/promises"
import { expect, test } from "vitest"
import { makeBreath } from "../../../src/workshop/report/breath.ts"

test("what takes long stops for others in between, and what is short does not", async () => {
  const breathe = makeBreath()
  let others = 0
  const other = setInterval(() => (others += 1), 1)
  await wait(5)
  others = 0
  await breathe()
  expect(others).toBe(0)
  for (let part = 0; part < 4; part++) {
    const until = performance.now() + 40
    while (performance.now() < until);
    await breathe()
  }
  clearInterval(other)
  expect(others).toBeGreaterThan(0)
})
