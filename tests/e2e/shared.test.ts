/** What `npm test` tells in one of the browsers only, its output says. */
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { toldIn } from "./harness/in-one.ts"
import { whyShared } from "./harness/shared.ts"
import { target } from "./harness/target.ts"

const tables = readdirSync("tests/e2e").filter(
  name =>
    name.endsWith(".test.ts") &&
    name !== "shared.test.ts" &&
    /harness\/shared\.ts|\bmodesOfRun\b/.test(readFileSync(`tests/e2e/${name}`, "utf8")),
)
const elsewhere = toldIn[target === "chrome" ? "firefox" : "chrome"]

test("each story that is told in one browser is there, and is told in no other", () => {
  const all = [...toldIn.chrome, ...toldIn.firefox]
  expect(all.filter(name => !existsSync(`tests/e2e/${name}.test.ts`))).toEqual([])
  expect(new Set(all).size).toBe(all.length)
  // Half of its rows would be told nowhere.
  expect(all.filter(name => tables.includes(`${name}.test.ts`))).toEqual([])
})

test("every other row of their tables", context => {
  expect(tables).toContain("nasty.test.ts")
  if (whyShared !== null) context.skip(`${tables.join(", ")}: ${whyShared}`)
})

test("stories as a whole", context => {
  expect(elsewhere).not.toEqual([])
  if (whyShared !== null) context.skip(`${elsewhere.join(", ")}: ${whyShared}`)
})
