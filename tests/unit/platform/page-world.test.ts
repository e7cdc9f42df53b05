/** What is read in a page's own world is text, and no more of it than there is room for. */
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { readLiteral } from "../../../src/core/post-facts/literal.ts"
import { readPageWorld } from "../../../src/platform/page-world.ts"

interface Injection {
  readonly world: string
  readonly func: (...args: readonly unknown[]) => unknown
  readonly args: readonly unknown[]
}

const page = vi.hoisted(() => ({
  inject: (injection: Injection): Promise<unknown> => Promise.resolve(injection),
}))

const run = ({ func, args }: Injection): unknown => func(...args)
const answering = (answer: (injection: Injection) => unknown) => {
  page.inject = injection => Promise.resolve([{ result: answer(injection) }])
}

vi.mock("webextension-polyfill", () => ({
  default: {
    scripting: {
      executeScript: (injection: Injection) => page.inject(injection),
    },
  },
}))

const NAME = "__STATE__"
afterEach(() => {
  Reflect.deleteProperty(globalThis, NAME)
})
beforeEach(() => {
  answering(run)
})

const read = async (value: unknown): Promise<unknown> => {
  Reflect.set(globalThis, NAME, value)
  const json = (await readPageWorld(1, [NAME, "__NOT_THERE__"]))[NAME]
  return typeof json === "string" ? readLiteral(json, 0)?.value : json
}

const cycle: { self?: unknown } = {}
cycle.self = cycle
const deep = (levels: number): unknown => (levels === 0 ? "end" : { in: deep(levels - 1) })

test.each([
  [
    "data",
    { a: ["1.2万", 3, true, null], "b-c": { d: '引号"与\n换行' } },
    { a: ["1.2万", 3, true, null], "b-c": { d: '引号"与\n换行' } },
  ],
  [
    "what has a getter, as frameworks make it of their state",
    {
      get views() {
        return 5
      },
    },
    { views: 5 },
  ],
  ["what names a way to be written, which is not taken", { a: 1, toJSON: () => "forged" }, { a: 1 }],
  ["functions and undefined", { a: () => 1, b: undefined, c: [() => 1] }, { b: null, c: [null] }],
  ["numbers that are none", { a: NaN, b: Infinity, c: -0.5 }, { a: null, b: null, c: -0.5 }],
  ["a name of the prototype's", JSON.parse('{"__proto__": {"a": 1}, "b": 2}'), { b: 2 }],
  ["what holds itself", cycle, null],
  ["what is deeper than data are", deep(60), null],
  ["more text than there is room for", { a: "长".repeat(4_100_000) }, null],
  ["names longer than there is room for", { ["长".repeat(4_100_000)]: 1 }, null],
  ["an array that is long and empty, before it is gone through", new Array<number>(4_000_000_000), null],
  ["more parts than there is room for", Array.from({ length: 210_000 }, () => 1), null],
  [
    "what throws when it is looked at",
    {
      get a(): number {
        throw new Error("no")
      },
    },
    null,
  ],
  ["text, which is no data", "text", undefined],
])("%s", async (_what, value, expected) => {
  const found = await read(value)
  if (expected === null || expected === undefined) expect(found).toBe(expected)
  else expect(found).toMatchObject(expected)
})

test("a name that the page has not is not there, and a page that takes it away by then neither", async () => {
  expect(await readPageWorld(1, [NAME])).toEqual({})
})

test.each([
  ["no object", "text"],
  ["an object in place of text", { [NAME]: { a: 1 } }],
])("a page that answers with %s is malformed", async (_what, told) => {
  answering(() => told)
  await expect(readPageWorld(1, [NAME])).rejects.toMatchObject({ code: "input/malformed" })
})

test("what was not asked for is not taken", async () => {
  answering(() => ({ [NAME]: "{}", other: "{}" }))
  expect(await readPageWorld(1, [NAME])).toEqual({ [NAME]: "{}" })
})

test("a page that never answers is silent after three seconds", async () => {
  vi.useFakeTimers()
  try {
    page.inject = () => new Promise(() => undefined)
    const silence = expect(readPageWorld(1, [NAME])).rejects.toMatchObject({ code: "capture/page-silent" })
    await vi.advanceTimersByTimeAsync(3_000)
    await silence
  } finally {
    vi.useRealTimers()
  }
})
