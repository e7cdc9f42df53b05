/** Proofs from elsewhere in a written bundle: what OpenSSL and the verifier make of them, and what the papers say. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { afterAll, describe, expect, test } from "vitest"
import { makeBundle, type MadeBundle } from "../../../src/core/bundle/bundle.ts"
import { IMPORTS, importPath, importsJson } from "../../../src/core/bundle/imports-json.ts"
import { type ItemSnapshot, type StoredFile } from "../../../src/core/bundle/snapshot.ts"
import { type Bytes, fromHex } from "../../../src/core/bytes.ts"
import { type AttachedProof } from "../../../src/core/proof/proof.ts"
import { generateDeviceKey, signWith } from "../../../src/core/seal/sign.ts"
import { parsePem } from "../../../src/core/stamp/pem.ts"
import { positiveNonce, stampQuery } from "../../../src/core/stamp/query.ts"
import { readReply } from "../../../src/core/stamp/reply.ts"
import { FORMAT_LIMITS } from "../../../src/core/verify/archive.ts"
import { makeAuthority } from "../stamp/authority.ts"
import { check, failing } from "../verify/example.ts"
import { exampleSnapshot, exampleWords, storedFile } from "./example.ts"
import { wholeItem } from "./whole-item.ts"
import { bash, commandsOf, hasSm3, inScratch, unpack } from "./written.ts"

const folder = mkdtempSync(path.join(tmpdir(), "holdfast-proofs-"))
afterAll(() => {
  rmSync(folder, { recursive: true })
})
const authority = makeAuthority(folder)
writeFileSync(path.join(folder, "root.pem"), authority.rootPem)

const item = wholeItem("e001", { "text.txt": "x" })
const nonce = positiveNonce(crypto.getRandomValues(new Uint8Array(16)))
const reply = new Uint8Array(authority.stamp(stampQuery(fromHex(item.recordSha256), nonce)))
const token = (readReply(reply).token ?? expect.unreachable("no token")).slice()
const time = new Date().toISOString()
const valid = { unverifiable: null, at: time, signer: "Test TSA", isUniTrust: false } as const
const hostile = "../../<img src=x onerror=alert(1)>\u202efdp.exe"

type Given = Pick<AttachedProof, "form" | "matchedBy" | "reading"> & { readonly data: Bytes }

function withProofs(given: readonly Given[]): ItemSnapshot {
  const stored = given.map(({ form, data }, index) => storedFile(importPath(index, form), data))
  const proofs = given.map(({ form, matchedBy, reading }, index): AttachedProof => {
    const { path, sha256, sm3, bytes } = stored[index]!
    return { path, sha256, sm3, bytes, form, givenName: hostile, at: time, matchedBy, reading }
  })
  const list: StoredFile = storedFile(IMPORTS, importsJson(item.recordSha256, proofs))
  return { ...item, files: [...item.files, ...stored, list], proofs }
}

const stamp = (different: Partial<Given> = {}): Given => ({
  ...{ form: "tst", data: token, matchedBy: "imprint", reading: valid },
  ...different,
})
const paper: Given = {
  ...{ form: "pdf", data: new Uint8Array(Buffer.from("%PDF-1.7")), matchedBy: "user", reading: null },
}

async function written(given: readonly Given[]): Promise<MadeBundle> {
  const { pair, spki } = await generateDeviceKey()
  return makeBundle(exampleSnapshot([withProofs(given)], { publicKey: spki }), exampleWords, signWith(pair))
}

const textOf = async ({ files }: MadeBundle, name: string): Promise<string> => {
  const content = files.find(file => file.path === name)?.content ?? expect.unreachable(name)
  return content instanceof Blob ? content.text() : new TextDecoder().decode(content)
}

test("the verifier finds what the writer attached, and judges the stamps by the reader's roots", async () => {
  const made = await written([stamp({ form: "tsr", data: reply }), stamp(), paper])
  const zip = Buffer.from(await made.zip.arrayBuffer())
  const result = await check(zip, FORMAT_LIMITS, null, parsePem(authority.rootPem))
  expect(failing(result)).toEqual([])
  expect(result.layers.find(({ layer }) => layer === "imports")).toMatchObject({
    outcome: "unknown",
    detail: [{ code: "time/trusted" }, { code: "time/trusted" }, { code: "imports/not-looked-into" }],
  })
})

test("every Linux command of verify.txt passes, those for what was attached too", async () => {
  const made = await written([stamp({ form: "tsr", data: reply }), stamp(), paper])
  await inScratch(async scratch => {
    const base = await unpack(made, scratch)
    for (const name of ["verify.txt", "verify.zh-cn.txt"]) {
      const commands = commandsOf(readFileSync(path.join(base, name), "utf8"), "Linux").slice(3)
      const mine = commands
        .filter(command => hasSm3 || !command.startsWith("cksum"))
        .map(command => (command.startsWith("R=") ? `R=${path.join(folder, "root.pem")}` : command))
      expect(mine.filter(command => command.includes("/import/"))).toEqual([
        expect.stringMatching(/-in data\/e001\/import\/0001\.tsr -CAfile "\$R" -partial_chain -attime \d+$/),
        expect.stringMatching(
          /-in data\/e001\/import\/0002\.tst -token_in -CAfile "\$R" -partial_chain -attime \d+$/,
        ),
      ])
      const { status, output } = bash(`set -e\n${mine.join("\n")}`, base)
      expect(status, output).toBe(0)
      expect(output.match(/Verification: OK/g)).toHaveLength(2)
    }
  })
})

test("no command is given for what none can verify, and the paper says so", async () => {
  const made = await written([stamp({ reading: { ...valid, unverifiable: "sm2" } }), paper])
  const text = await textOf(made, "verify.txt")
  expect(commandsOf(text, "Linux").filter(command => /\/import\/|^R=/.test(command))).toEqual([])
  expect(text).toContain("SM2")
  expect(text).toContain("data/e001/import/0001.tst")
  expect(await textOf(made, "verify.zh-cn.txt")).toContain("请由签发机构验证")
})

describe("00-readme.html", () => {
  test.each<[string, Given, readonly string[]]>([
    [
      "a stamp that holds, without vouching for its name",
      stamp(),
      ["本身有效", "由您选定的根证书认定", "Test TSA"],
    ],
    [
      "one by 联合信任, whose stamps alone are called so",
      stamp({ reading: { ...valid, isUniTrust: true } }),
      ["可信时间戳", "名称是否属实"],
    ],
    [
      "one that is signed with SM2",
      stamp({ reading: { ...valid, unverifiable: "sm2" } }),
      ["SM2", "本工具无法验证其签名，已原样保存", "not verifiable here"],
    ],
    [
      "one over something else",
      stamp({ matchedBy: "user" }),
      ["对应的不是本项", "says nothing of this item"],
    ],
    ["a paper", paper, ["未核对内容", "has not been checked"]],
  ])("says of %s what was seen and no more", async (_what, given, sentences) => {
    const page = await textOf(await written([given]), "00-readme.html")
    for (const sentence of sentences) expect(page).toContain(sentence)
    expect(page.includes("可信时间戳")).toBe(given.reading?.isUniTrust ?? false)
  })

  test("shows the name that the file came with as text, and links to nothing", async () => {
    const page = await textOf(await written([paper]), "00-readme.html")
    expect(page).not.toContain("<img src=x")
    expect(page).not.toContain("\u202e")
    expect(page).toContain("&lt;img src=x")
    expect(page).not.toMatch(/href="[^"]*import/)
  })
})

test("no name of a file in the bundle comes from outside", async () => {
  const made = await written([stamp(), paper])
  const names = made.files.map(file => file.path).filter(name => name.includes("/import/"))
  expect(names).toEqual([
    "data/e001/import/0001.tst",
    "data/e001/import/0002.pdf",
    "data/e001/import/imports.json",
  ])
  expect(JSON.parse(await textOf(made, "data/e001/import/imports.json"))).toMatchObject({
    ...{ schema: 1, of: item.recordSha256 },
    files: [
      { path: "import/0001.tst", kind: "stamp", matchedBy: "imprint", givenName: hostile },
      { path: "import/0002.pdf", kind: "certificate", matchedBy: "user", givenName: hostile },
    ],
  })
})
