/**
 * verify.txt is a promise to outsiders, so its commands are taken out of a
 * written bundle and run as they stand.
 */
import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"
import { expect, test } from "vitest"
import { makeBundle, type MadeBundle } from "../../../src/core/bundle/bundle.ts"
import { generateDeviceKey, signatureToDer, signWith, spkiToPem } from "../../../src/core/seal/sign.ts"
import { fromHex, utf8 } from "../../../src/core/bytes.ts"
import { checkStamp } from "../../../src/core/stamp/check.ts"
import { positiveNonce, stampQuery } from "../../../src/core/stamp/query.ts"
import { makeAuthority } from "../stamp/authority.ts"
import { exampleItems, exampleSnapshot, exampleWords, sha256Of } from "./example.ts"
import { bash, commandsOf, hasSm3, inScratch, save, unpack } from "./written.ts"

const SM3 = "cksum -a sm3"
if (!hasSm3) console.warn(`${SM3} did not run: it needs coreutils 9 or newer`)
const runnable = (command: string) => hasSm3 || !command.startsWith(SM3)

async function signedBundle(): Promise<MadeBundle> {
  const key = await generateDeviceKey()
  return makeBundle(
    exampleSnapshot(exampleItems(), { publicKey: key.spki }),
    exampleWords,
    signWith(key.pair),
  )
}

const read = (folder: string, name: string) => readFileSync(path.join(folder, name), "utf8")

/** The commands of a section that check, each for itself: without the fingerprint of the ZIP and the unpacking. */
const checksOf = (base: string, section: string, file = "verify.txt") =>
  commandsOf(read(base, file), section).slice(3).filter(runnable)

test.each(["verify.txt", "verify.zh-cn.txt"])(
  "every Linux command of %s passes, run in order from beside the ZIP",
  async name => {
    const made = await signedBundle()
    await inScratch(async folder => {
      const elsewhere = path.join(folder, "elsewhere")
      mkdirSync(elsewhere)
      const commands = commandsOf(read(await unpack(made, elsewhere), name), "Linux").filter(runnable)
      expect(commands).toHaveLength(hasSm3 ? 14 : 13)
      const zip = await save(made, folder)
      const { status, output } = bash(`set -e\n${commands.join("\n")}`, folder)
      expect(status).toBe(0)
      const digits = sha256Of(readFileSync(zip))
      const head = /^Custody-Head-SHA256: .*$/m.exec(read(zip.slice(0, -4), "bag-info.txt"))?.[0] ?? ""
      const key = /^Device-Key-SHA256: (.*)$/m.exec(read(zip.slice(0, -4), "bag-info.txt"))?.[1] ?? ""
      expect(output.trimEnd().split("\n")).toEqual([
        `${digits}  ${made.fileName}`,
        "Verified OK",
        `${key}  -`,
        `head ${head.slice(-64)}`,
        "custody log ok",
        head,
        "Custody-Entries: 7",
        "7 entries",
      ])
    })
  },
)

test("the macOS commands pass too, where Perl's shasum stands in for Apple's", async () => {
  await inScratch(async folder => {
    const base = await unpack(await signedBundle(), folder)
    const commands = commandsOf(read(base, "verify.txt"), "macOS")
    expect(commands).toHaveLength(13)
    expect(bash(`set -e\n${commands.slice(3).join("\n")}`, base)).toMatchObject({ status: 0 })
  })
})

/** The commands of the stamps in a bundle whose key has one over it, with the root that the reader trusts. */
async function keyStamped(folder: string) {
  const authority = makeAuthority(folder)
  const device = await generateDeviceKey()
  const data = utf8(spkiToPem(device.spki))
  const query = stampQuery(fromHex(sha256Of(data)), positiveNonce(crypto.getRandomValues(new Uint8Array(16))))
  const reply = Uint8Array.from(authority.stamp(query))
  const reading = await checkStamp({ reply, query, data, roots: [] })
  const keyStamps = [{ authority: "tsa.example", time: reading.at ?? "", query, reply }]
  const snapshot = exampleSnapshot(exampleItems(), { publicKey: device.spki, keyStamps })
  const base = await unpack(await makeBundle(snapshot, exampleWords, signWith(device.pair)), folder)
  writeFileSync(path.join(base, "../roots.pem"), authority.rootPem)
  const commands = ["verify.txt", "verify.zh-cn.txt"].map(name => commandsOf(read(base, name), "Linux"))
  return { base, reply, commands: commands[0] ?? [], chinese: commands[1] ?? [] }
}

test("a stamp over the key lies beside it, and its command holds it against the key as it lies there", async () => {
  await inScratch(async folder => {
    const { base, reply, commands, chinese } = await keyStamped(folder)
    expect(readFileSync(path.join(base, "device-key.pub.pem.tsa.example.tsr")).equals(reply)).toBe(true)
    expect(chinese).toEqual(commands)
    const stamp = commands.filter(command => command.startsWith("openssl ts"))
    expect(stamp).toHaveLength(1)
    expect(stamp[0]).toMatch(/ -attime \d{10}$/)
    expect(bash(`R=../roots.pem; ${stamp.join()}`, base).output).toContain("Verification: OK")
    // The lists know both files.
    const rest = commands
      .slice(3)
      .filter(command => !stamp.includes(command))
      .filter(runnable)
    expect(bash(`set -e\n${rest.join("\n")}`, base)).toMatchObject({ status: 0 })
    // Ask that same command about the key of somebody else.
    writeFileSync(path.join(base, "device-key.pub.pem"), spkiToPem((await generateDeviceKey()).spki))
    expect(bash(`R=../roots.pem; ${stamp.join()}`, base).status).not.toBe(0)
  })
})

test("the first paper says of the key how old it is at least, and no more", async () => {
  await inScratch(async folder => {
    const { base } = await keyStamped(folder)
    const page = read(base, "00-readme.html")
    expect(page).toMatch(
      /Existed no later than \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC, by the third-party time stamp of tsa/,
    )
    expect(page).toContain("不是某一个人")
    expect(page).toContain("only that the key existed no later")
    expect(page).not.toContain("Third-party time stamp: not done")
  })
})

test("both languages give the same commands", async () => {
  await inScratch(async folder => {
    const base = await unpack(await signedBundle(), folder)
    for (const section of ["Linux", "macOS", "Windows"]) {
      const english = commandsOf(read(base, "verify.txt"), section)
      expect(english.length).toBeGreaterThan(5)
      expect(commandsOf(read(base, "verify.zh-cn.txt"), section)).toEqual(english)
    }
  })
})

const CUSTODY = "data/custody.jsonl"

/** Makes the manifests true again, as a forger would. */
function relist(base: string): void {
  for (const [list, algorithm] of [
    ["manifest-sha256.txt", "sha256sum"],
    ["manifest-sm3.txt", "cksum -a sm3 --untagged"],
    ["tagmanifest-sha256.txt", "sha256sum"],
  ]) {
    bash(`${algorithm ?? ""} $(cut -c67- ${list ?? ""}) > new && mv new ${list ?? ""}`, base)
  }
}

const edit = (base: string, name: string, change: (text: string) => string) => {
  writeFileSync(path.join(base, name), change(read(base, name)))
}

/** What was done to the folder, and the first words of a command that must then fail. */
const tampering: [string, string, (base: string) => void][] = [
  [
    "a changed picture",
    "sha256sum --quiet --strict -c manifest-sha256.txt",
    base => {
      appendFileSync(path.join(base, "data/e001/frames/0000.png"), "x")
    },
  ],
  [
    "a missing picture",
    "sha256sum --quiet --strict -c manifest-sha256.txt",
    base => {
      rmSync(path.join(base, "data/e001/frames/0000.png"))
    },
  ],
  [
    "an added file",
    "find data",
    base => {
      writeFileSync(path.join(base, "data/e001/extra.txt"), "x")
    },
  ],
  [
    "an added paper",
    "find . ",
    base => {
      writeFileSync(path.join(base, "02-more.html"), "x")
    },
  ],
  [
    "a renamed file",
    "find data",
    base => {
      renameSync(path.join(base, "data/e001/text.txt"), path.join(base, "data/e001/text2.txt"))
    },
  ],
  [
    "a changed paper",
    "sha256sum --quiet --strict -c tagmanifest-sha256.txt",
    base => {
      appendFileSync(path.join(base, "00-readme.html"), "x")
    },
  ],
  [
    "a changed picture with the lists made true again",
    "openssl dgst",
    base => {
      appendFileSync(path.join(base, "data/e001/frames/0000.png"), "x")
      relist(base)
    },
  ],
  [
    "a changed line of the log, all lists made true again",
    "( p=",
    base => {
      edit(base, CUSTODY, text => text.replace("15:20", "14:20"))
      relist(base)
    },
  ],
  [
    "a line taken out of the log",
    "( p=",
    base => {
      edit(base, CUSTODY, text => text.split("\n").toSpliced(3, 1).join("\n"))
      relist(base)
    },
  ],
  [
    "a log with its end cut off",
    "( p=",
    base => {
      edit(base, CUSTODY, text => text.split("\n").slice(0, -2).join("\n") + "\n")
      relist(base)
    },
  ],
  [
    "a log with its end cut off",
    '[ "$(grep -c',
    base => {
      edit(base, CUSTODY, text => text.split("\n").slice(0, -2).join("\n") + "\n")
      relist(base)
    },
  ],
  [
    "another head in bag-info.txt",
    'grep -x "Custody-Head',
    base => {
      edit(base, "bag-info.txt", text => text.replace(/(?<=Head-SHA256: ).{64}/, "0".repeat(64)))
      relist(base)
    },
  ],
]

test.each(tampering)("%s is found by %s", async (_what, starts, tamper) => {
  await inScratch(async folder => {
    const base = await unpack(await signedBundle(), folder)
    const checks = checksOf(base, "Linux")
    const check = checks.find(command => command.startsWith(starts)) ?? "no such command"
    expect(bash(check, base).status).toBe(0)
    tamper(base)
    expect(bash(check, base).status).not.toBe(0)
  })
})

test("a bundle signed anew with another key is found by the key's fingerprint", async () => {
  await inScratch(async folder => {
    const base = await unpack(await signedBundle(), folder)
    const checks = checksOf(base, "Linux")
    const other = await generateDeviceKey()
    writeFileSync(path.join(base, "device-key.pub.pem"), spkiToPem(other.spki))
    relist(base)
    const tagManifest = readFileSync(path.join(base, "tagmanifest-sha256.txt"))
    const signature = await signWith(other.pair)(Uint8Array.from(tagManifest))
    writeFileSync(path.join(base, "proofs/tagmanifest-sha256.txt.sig"), signatureToDer(signature))
    const failed = checks.filter(command => bash(command, base).status !== 0)
    expect(failed.map(command => command.split(" ").slice(0, 2).join(" "))).toEqual(["openssl pkey"])
  })
})
