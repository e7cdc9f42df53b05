import { execFileSync } from "node:child_process"
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import { commitOf } from "../../../scripts/build/commit.ts"

const held = { root: "" }
const git = (...args: string[]) => {
  const author = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
  return execFileSync("git", [...author, ...args], { cwd: held.root, encoding: "utf8" }).trim()
}
const put = (file: string, text: string) => {
  mkdirSync(join(held.root, file, ".."), { recursive: true })
  writeFileSync(join(held.root, file), text)
}

beforeEach(() => {
  held.root = mkdtempSync(join(tmpdir(), "holdfast-commit-"))
  for (const file of ["src/a.ts", "manifest.json", "scripts/build/main.ts", "README.md"]) put(file, "1")
})
afterEach(() => {
  rmSync(held.root, { recursive: true })
})

function commit(): string {
  git("init", "-q")
  git("add", ".")
  git("commit", "-qm", "First")
  return git("rev-parse", "HEAD")
}

test("without git the commit is unknown", () => {
  expect(commitOf(held.root)).toBe("unknown")
})

test("before the first commit it is unknown", () => {
  git("init", "-q")
  expect(commitOf(held.root)).toBe("unknown")
})

test("in a folder of someone else's repository it is unknown", () => {
  commit()
  expect(commitOf(join(held.root, "src"))).toBe("unknown")
})

test.each([
  ["nothing", null, ""],
  ["the README", "README.md", ""],
  ["a source", "src/a.ts", "-dirty"],
  ["a source that is new", "src/b.ts", "-dirty"],
  ["the manifest", "manifest.json", "-dirty"],
  ["the build itself", "scripts/build/main.ts", "-dirty"],
  ["the locked versions", "package-lock.json", "-dirty"],
])("when %s has changed since the commit, the build says so where it matters", (_what, file, mark) => {
  const head = commit()
  if (file !== null) put(file, "2")
  expect(commitOf(held.root)).toBe(head + mark)
})
