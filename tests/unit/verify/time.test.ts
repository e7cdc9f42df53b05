/** Time stamps in a bundle, by an authority made with OpenSSL; OpenSSL also says what it thinks of each. */
import { spawnSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, describe, expect, test } from "vitest"
import { type Bytes, fromHex } from "../../../src/core/bytes.ts"
import { FORMAT_LIMITS } from "../../../src/core/verify/archive.ts"
import { type Result } from "../../../src/core/verify/finding.ts"
import { positiveNonce, stampQuery } from "../../../src/core/stamp/query.ts"
import { parsePem } from "../../../src/core/stamp/pem.ts"
import { makeAuthority } from "../stamp/authority.ts"
import {
  bundleFiles,
  check,
  codes,
  failing,
  type Files,
  relist,
  resign,
  key,
  retag,
  sha256,
  zipOf,
} from "./example.ts"

const folder = mkdtempSync(join(tmpdir(), "holdfast-time-"))
afterAll(() => {
  rmSync(folder, { recursive: true })
})
const authority = makeAuthority(folder)
const other = makeAuthority(folder)
const roots = parsePem(authority.rootPem)
const TAGS = "tagmanifest-sha256.txt"
const NAME = "tsa.example"

const queryFor = (data: Buffer): Bytes =>
  stampQuery(fromHex(sha256(data)), positiveNonce(crypto.getRandomValues(new Uint8Array(16))))

/** Puts a stamp over a file into the bundle, as the writer would. */
function addStamp(files: Files, data: string, at = `proofs/${data}`, by = authority): void {
  const query = queryFor(files.get(data) ?? Buffer.alloc(0))
  files.set(`${at}.${NAME}.tsq`, Buffer.from(query))
  files.set(`${at}.${NAME}.tsr`, by.stamp(query))
}

const asked = { info: { "Time-Stamps-Requested": NAME } }

function stamped(change: (files: Files) => void = () => undefined): Files {
  const files = bundleFiles(asked)
  addStamp(files, TAGS)
  change(files)
  return files
}

const judge = (files: Files, trusted: readonly Bytes[] = roots): Promise<Result> =>
  check(zipOf(files), FORMAT_LIMITS, null, trusted)

const CHAIN = `proofs/${NAME}-chain.pem`
const REPLY = `proofs/${TAGS}.${NAME}.tsr`
const QUERY = `proofs/${TAGS}.${NAME}.tsq`

function opensslSays(files: Files, root = authority.rootPem): boolean {
  for (const [name, path] of [
    ["data", TAGS],
    ["tsr", REPLY],
  ] as const) {
    writeFileSync(join(folder, name), files.get(path) ?? Buffer.alloc(0))
  }
  writeFileSync(join(folder, "root.pem"), root)
  const run = spawnSync("openssl", ["ts", "-verify", "-data", "data", "-in", "tsr", "-CAfile", "root.pem"], {
    cwd: folder,
    encoding: "utf8",
  })
  return run.status === 0
}

describe("a time stamp over the whole bundle", () => {
  test("that holds, by an authority that the reader trusts, seals it in time", async () => {
    const files = stamped()
    const result = await judge(files)
    expect(result).toMatchObject({ verdict: "sealed-and-timestamped", exit: 0 })
    expect(codes(result)).toContain("time/trusted")
    expect(opensslSays(files)).toBe(true)
  })

  test.each([
    ["nobody", []],
    ["another authority", parsePem(other.rootPem)],
  ])("that holds, where the reader trusts %s, leaves the time open, and says so", async (_name, trusted) => {
    const result = await judge(stamped(), trusted)
    expect(result).toMatchObject({ verdict: "time-pending", exit: 0 })
    expect(codes(result)).toContain("time/unknown-root")
  })

  test("that was asked for and is not there leaves the time open", async () => {
    const result = await judge(bundleFiles(asked))
    expect(result).toMatchObject({ verdict: "time-pending", exit: 0 })
    expect(codes(result)).toContain("time/absent")
  })

  test("and one that did not come: the one is enough, the other is named", async () => {
    const files = bundleFiles({ info: { "Time-Stamps-Requested": `${NAME} late.example` } })
    addStamp(files, TAGS)
    const result = await judge(files)
    expect(result.verdict).toBe("sealed-and-timestamped")
    expect(codes(result)).toEqual(expect.arrayContaining(["time/trusted", "time/absent"]))
  })

  test.each<[string, (files: Files) => void, string, boolean]>([
    [
      "of another bundle",
      files => {
        addStamp(files, "bagit.txt", `proofs/${TAGS}`)
      },
      "time/invalid",
      true,
    ],
    [
      "whose reply was changed in one byte",
      files => {
        flip(files, REPLY)
      },
      "time/invalid",
      true,
    ],
    [
      "whose request is another's",
      files => {
        files.set(QUERY, Buffer.from(queryFor(files.get(TAGS) ?? Buffer.alloc(0))))
      },
      "time/invalid",
      false,
    ],
    [
      "whose reply is text",
      files => {
        files.set(REPLY, Buffer.from("a time stamp"))
      },
      "time/invalid",
      true,
    ],
    [
      "whose reply is missing",
      files => {
        files.delete(REPLY)
      },
      "time/half",
      true,
    ],
    [
      "whose request is missing",
      files => {
        files.delete(QUERY)
      },
      "time/half",
      false,
    ],
    [
      "beside certificates that are not its own",
      files => {
        files.set(CHAIN, Buffer.from(other.rootPem))
      },
      "time/chain-differs",
      false,
    ],
    [
      "beside certificates that are none",
      files => {
        files.set(CHAIN, Buffer.from("none"))
      },
      "time/chain-differs",
      false,
    ],
    [
      "with a reply as large as a book",
      files => {
        files.set(REPLY, Buffer.alloc(70_000, 48))
      },
      "time/unreadable",
      true,
    ],
  ])("%s is a fault", async (_name, change, code, opensslToo) => {
    const files = stamped(change)
    const result = await judge(files)
    expect(result).toMatchObject({ verdict: "damaged", exit: 1 })
    expect(failing(result)).toEqual(["time"])
    expect(codes(result)).toContain(code)
    // Requests and loose certificates are nothing that OpenSSL is asked about here.
    expect(opensslSays(files)).toBe(!opensslToo)
  })

  test("that nobody asked for is a file too many", async () => {
    const files = bundleFiles()
    addStamp(files, TAGS)
    const result = await judge(files)
    expect(result.verdict).toBe("damaged")
    expect(failing(result)).toEqual(["extra"])
  })
})

describe("a time stamp over one item", () => {
  const RECORD = "data/e001/capture.json"
  const inner = (
    change: (files: Files) => void = () => undefined,
    endedAt: unknown = new Date().toISOString(),
  ): Files => {
    const files = bundleFiles({ record: draft => Object.assign(draft, { endedAt }) })
    addStamp(files, RECORD, RECORD)
    change(files)
    relist(files)
    const info = files.get("bag-info.txt")?.toString() ?? ""
    const payload = [...files].filter(([path]) => path.startsWith("data/"))
    const bytes = payload.reduce((sum, [, data]) => sum + data.length, 0)
    files.set(
      "bag-info.txt",
      Buffer.from(info.replace(/^Payload-Oxum: .*$/m, `Payload-Oxum: ${bytes}.${payload.length}`)),
    )
    retag(files)
    resign(files, key)
    return files
  }
  const layer = (result: Result) => result.layers.find(each => each.layer === "inner-time")

  test("that holds is told, and does not seal the whole", async () => {
    const result = await judge(inner())
    expect(result.verdict).toBe("integrity-only")
    expect(layer(result)).toMatchObject({
      outcome: "pass",
      detail: [{ code: "time/trusted", facts: { item: "e001" } }],
    })
  })

  test("of an authority that the reader does not know is told so", async () => {
    expect(layer(await judge(inner(), []))).toMatchObject({
      outcome: "unknown",
      detail: [{ code: "time/unknown-root" }],
    })
  })

  const ago = (seconds: number) => new Date(Date.now() - seconds * 1000).toISOString()
  const told = (code: string, seconds: number) => [
    { code, facts: { item: "e001", authority: NAME, seconds } },
  ]

  // integrity.md §3.4 no. 11. A stamp has whole seconds, and takes some to come.
  test.each([
    ["within five minutes, nothing is told", ago(60), "pass", []],
    ["more than five minutes later, how late", ago(3 * 3600 + 12 * 60), "pass", told("time/late", 11_520)],
    ["from before the end, that a clock was wrong", ago(-3600), "warn", told("time/before-end", 3600)],
  ] as const)("against the end that the record states: %s", async (_what, endedAt, outcome, more) => {
    const result = await judge(inner(undefined, endedAt))
    const near = more.map(({ code, facts }) => ({
      code,
      facts: { ...facts, seconds: expect.closeTo(facts.seconds, -2) as number },
    }))
    expect(result.exit).toBe(0)
    expect(layer(result)?.outcome).toBe(outcome)
    expect(layer(result)?.detail.slice(1)).toEqual(near)
  })

  test("over another item's record is a fault, though every list agrees", async () => {
    const result = await judge(
      inner(files => {
        addStamp(files, "data/e003/capture.json", RECORD)
      }),
    )
    expect(result.verdict).toBe("damaged")
    expect(failing(result)).toEqual(["inner-time"])
  })

  test("without its request is a fault", async () => {
    const result = await judge(
      inner(files => {
        files.delete(`${RECORD}.${NAME}.tsq`)
      }),
    )
    expect(failing(result)).toEqual(["inner-time"])
  })
})

function flip(files: Files, path: string): void {
  const changed = Buffer.from(files.get(path) ?? expect.unreachable(path))
  changed.writeUInt8((changed.at(-20) ?? 0) ^ 1, changed.length - 20)
  files.set(path, changed)
}
