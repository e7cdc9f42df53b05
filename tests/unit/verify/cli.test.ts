/** The command as a person runs it: the built program, its words, its exit codes. */
import { execFileSync, spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { bundleFiles, folder, good, zipOf } from "./example.ts"

const place = mkdtempSync(join(tmpdir(), "verify-"))
afterAll(() => {
  rmSync(place, { recursive: true })
})

const bytes = {
  good: good(),
  damaged: zipOf(bundleFiles({ log: text => text.replace("0.1.0", "0.1.1") })),
  hostile: zipOf(bundleFiles({ info: { "Bag-Software-Agent": "\u001b[2Jx\u202etxt" } })),
  robot: zipOf(
    bundleFiles({
      record: draft =>
        Object.assign(draft.environment as object, {
          automation: { value: "yes", basis: "navigator.webdriver" },
        }),
    }),
  ),
}
const file = (name: string) => join(place, name)

beforeAll(() => {
  writeFileSync(file(`${folder}.zip`), bytes.good)
  for (const [name, content] of Object.entries(bytes)) writeFileSync(file(`${name}.zip`), content)
  writeFileSync(file("empty.zip"), "")
})

function verify(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const environment = { PATH: process.env.PATH, ...env }
  const ran = spawnSync("node", ["scripts/run.js", "src/cli/main.ts", ...args], {
    env: environment,
    encoding: "utf8",
  })
  return { status: ran.status, stdout: ran.stdout, stderr: ran.stderr }
}

test("a good bundle: exit 0, the verdict first, the fingerprint in fours, and what is not proved", () => {
  const { status, stdout, stderr } = verify([file(`${folder}.zip`), "--lang", "zh"])
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" })
  expect(stdout.split("\n")[0]).toBe("与包内清单一致。")
  const fingerprint = execFileSync("sha256sum", [file(`${folder}.zip`)], { encoding: "utf8" }).slice(0, 64)
  expect(stdout).toContain(fingerprint.replaceAll(/(.{4})(?=.)/g, "$1 "))
  expect(stdout).toContain("这不能排除整包被重新制作；请与另行收到的 ZIP 指纹（64 位）核对")
  expect(stdout).toContain("没有第三方时间戳")
  expect(stdout).not.toContain("自动化环境采集")
  expect(stdout).not.toMatch(/完整|可信时间戳|可靠电子签名/)
})

test("a damaged bundle: exit 1, and the file that does not match", () => {
  const { status, stdout } = verify([file("damaged.zip"), "--lang", "en"])
  expect(status).toBe(1)
  expect(stdout.split("\n")[0]).toBe("Changed or damaged.")
  expect(stdout).toMatch(/^\[FAULT\] Custody log: line 2 does not name the line before it$/m)
})

test.each([["empty.zip"], ["not-there.zip"], ["."]])("%s: exit 2", name => {
  const { status, stdout, stderr } = verify([file(name), "--lang", "en"])
  expect({ status, stderr }).toEqual({ status: 2, stderr: "" })
  expect(stdout.split("\n")[0]).toBe("Can't tell.")
})

test.each([
  ["binary", "age-encryption.org/v1\n-> scrypt x 18\n"],
  ["for e-mail", "-----BEGIN AGE ENCRYPTED FILE-----\n"],
])("a file that age encrypted, %s: exit 2, and that it is to be decrypted first", (_form, start) => {
  // What is encrypted may hold the mark of a ZIP's end by chance.
  const content = Buffer.concat([Buffer.from(start), Buffer.from("504b0506", "hex"), Buffer.alloc(40, 7)])
  writeFileSync(file("sealed.zip.age"), content)
  const { status, stdout, stderr } = verify([file("sealed.zip.age"), "--lang", "en"])
  expect({ status, stderr }).toEqual({ status: 2, stderr: "" })
  expect(stdout.split("\n").slice(0, 2)).toEqual([
    "Can't tell.",
    "The file is encrypted with age. Decrypt it first (age -d -o FILE.zip FILE.zip.age), then check the ZIP that comes out.",
  ])
  // Its digits stand there as its own, and nowhere as a ZIP's.
  const digits = createHash("sha256").update(content).digest("hex")
  expect(stdout).toContain(`SHA-256 of the encrypted file, not of the ZIP in it: ${digits}`)
  expect(stdout).not.toContain("SHA-256 of this ZIP")
  expect(verify([file("sealed.zip.age"), "--lang", "zh"]).stdout).toContain("请先解密")
})

test("an automated capture is said beside the verdict, in both languages", () => {
  expect(verify([file("robot.zip"), "--lang", "zh"]).stdout.split("\n")[2]).toContain("自动化环境采集")
  expect(verify([file("robot.zip"), "--lang", "en"]).stdout.split("\n")[2]).toContain("automated environment")
})

test("--json prints the result and nothing else", () => {
  const { status, stdout } = verify([file("good.zip"), "--json"])
  const result = JSON.parse(stdout) as { layers: { layer: string; detail: unknown[] }[] }
  expect(result).toMatchObject({ verdict: "integrity-only", exit: status })
  expect(Object.keys(result)).toEqual(["verdict", "exit", "layers"])
  const sha256 = createHash("sha256").update(bytes.good).digest("hex")
  expect(result.layers.find(({ layer }) => layer === "archive")?.detail).toContainEqual({
    code: "archive/fingerprint",
    facts: { sha256 },
  })
})

test("--no-sm3: a good bundle holds, and the verdict and the layer say in either language what was not compared", () => {
  const { status, stdout } = verify([file("good.zip"), "--no-sm3", "--lang", "en"])
  expect(status).toBe(0)
  expect(stdout.split("\n")[2]).toMatch(/^SM3 was left out, as you asked/)
  expect(stdout).toMatch(/^\[not checked\] Evidence files$/m)
  const chinese = verify([file("good.zip"), "--no-sm3", "--lang", "zh"]).stdout
  expect(chinese.split("\n")[2]).toContain("未校验 SM3")
})

test("what a stranger wrote into the bundle cannot work the terminal", () => {
  const { stdout } = verify([file("hostile.zip"), "--lang", "en"])
  expect(stdout).toContain("\\u{1b}[2Jx\\u{202e}txt")
  expect(stdout.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}]/u)
})

test.each([
  [{ LANG: "zh_CN.UTF-8" }, "与包内清单一致。"],
  [{ LANG: "en_GB.UTF-8" }, "Matches its own list."],
  [{ LANG: "C" }, "Matches its own list."],
  [{ LANG: "zh_CN.UTF-8", LC_ALL: "en_GB.UTF-8" }, "Matches its own list."],
])("with %o the verdict reads %s", (env, title) => {
  expect(verify([file("good.zip")], env).stdout.split("\n")[0]).toBe(title)
})

test.each([[[]], [["a.zip", "b.zip"]], [["a.zip", "--lang", "fr"]], [["a.zip", "--fast"]]])(
  "bad usage %j: exit 2 and one line",
  args => {
    const { status, stdout, stderr } = verify(args, { LANG: "C" })
    expect({ status, stdout, stderr }).toEqual({
      status: 2,
      stdout: "",
      stderr:
        "Usage: npm run verify -- FILE.zip [--lang zh|en] [--json] [--no-sm3] [--roots FILE.pem] [--stamp FILE.tsr …]\n",
    })
  },
)
