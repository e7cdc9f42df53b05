import { expect, test } from "vitest"
import { readAhead } from "../../../src/core/read-ahead.ts"

/** Reads that end when they are told to, in any order. */
function readings() {
  const begun: number[] = []
  const ends = new Map<number, () => void>()
  const read = (input: number) =>
    new Promise<string>((resolve, reject) => {
      begun.push(input)
      ends.set(input, () => {
        if (input < 0) reject(new Error(`no ${input}`))
        else resolve(`read ${input}`)
      })
    })
  return { begun, read, end: (input: number) => ends.get(input)?.() }
}

test.each([
  { ahead: 0, begun: [1] },
  { ahead: 1, begun: [1, 2] },
  { ahead: 9, begun: [1, 2, 3] },
])("$ahead inputs ahead are begun while the first is waited for, and no more", async ({ ahead, begun }) => {
  const given = readings()
  const answers = readAhead([1, 2, 3], ahead, given.read)
  const first = answers.next()
  await Promise.resolve()
  expect(given.begun).toEqual(begun)
  given.end(1)
  expect(await first).toEqual({ done: false, value: "read 1" })
})

test("answers come in the order of the inputs, whichever is ready first", async () => {
  const given = readings()
  const answers = readAhead([1, 2, 3], 2, given.read)
  const first = answers.next()
  for (const input of [3, 2, 1]) given.end(input)
  const values = [(await first).value]
  for await (const value of answers) values.push(value)
  expect(values).toEqual(["read 1", "read 2", "read 3"])
})

test("what fails is told when its turn comes, and not before", async () => {
  const given = readings()
  const answers = readAhead([1, -2, 3], 2, given.read)
  const first = answers.next()
  given.end(-2)
  given.end(1)
  expect((await first).value).toBe("read 1")
  await expect(answers.next()).rejects.toThrow("no -2")
})

test("of nothing nothing is read", async () => {
  const given = readings()
  expect(await readAhead([], 3, given.read).next()).toEqual({ done: true, value: undefined })
  expect(given.begun).toEqual([])
})
