/**
 * Proofs from elsewhere: the digits and the record are handed out, an authority
 * that only OpenSSL knows stamps them, and what it gave is attached, exported,
 * and judged by OpenSSL and by our verifier. Each state is looked at as well.
 */
import { execFileSync, spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { basename, join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { openPopup, type Page, type Surface } from "../../scripts/browsers/driver.ts"
import { makeAuthority } from "../unit/stamp/authority.ts"
import { algorithm, forge } from "../unit/stamp/forge.ts"
import { give, openAttachPage, outcome, pick } from "./harness/attach-page.ts"
import { type Bundle, exportBundle, keep } from "./harness/exported.ts"
import { installed } from "./harness/installed.ts"
import { judged, type Look } from "./harness/look.ts"
import { begunIn } from "./harness/modes.ts"
import { photographer } from "./harness/photograph.ts"
import { sharedRows } from "./harness/shared.ts"
import { servePages, tallPage } from "./harness/site.ts"

const folder = mkdtempSync(join(tmpdir(), "holdfast-attached-"))
const authority = makeAuthority(folder)
const rootFile = join(folder, "root.pem")
writeFileSync(rootFile, authority.rootPem)
const site = await servePages({ "/post": tallPage("A post", 900) })
afterAll(async () => {
  await site.close()
  rmSync(folder, { recursive: true })
})

const sha256Of = (path: string): string => createHash("sha256").update(readFileSync(path)).digest("hex")

/** What an authority without an open address gives out: a bare token, made by OpenSSL over the file alone. */
function tokenOver(file: string, name: string): string {
  const [query, reply, token] = ["tsq", "tsr", "tst"].map(ending => join(folder, `${name}.${ending}`))
  execFileSync("openssl", ["ts", "-query", "-data", file, "-sha256", "-cert", "-out", query!])
  writeFileSync(reply!, authority.stamp(readFileSync(query!)))
  execFileSync("openssl", ["ts", "-reply", "-in", reply!, "-token_out", "-out", token!], { stdio: "pipe" })
  return token!
}

function opensslVerifies(file: string, token: string): boolean {
  const args = ["ts", "-verify", "-data", file, "-in", token, "-token_in", "-CAfile", rootFile]
  return spawnSync("openssl", args).status === 0
}

const verdict = (zip: string, ...more: readonly string[]) => {
  const args = ["scripts/run.js", "src/cli/main.ts", zip, "--json", "--roots", rootFile, ...more]
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: "utf8" })
  const said = JSON.parse(stdout) as {
    readonly verdict: string
    readonly layers: readonly { readonly layer: string; readonly outcome: string; readonly detail: unknown }[]
  }
  return {
    exit: status,
    verdict: said.verdict,
    imports: said.layers.find(({ layer }) => layer === "imports"),
  }
}

const modes = [
  { language: "zh-CN", scheme: "light" },
  { language: "en-GB", scheme: "dark" },
] as const

describe.each(sharedRows(modes))("in $language, $scheme", ({ language, scheme }) => {
  const browser = installed(begunIn({ language, scheme }))
  const held: { page?: Page; post?: Page; record?: string; bundle?: Bundle } = {}
  const page = () => held.page ?? expect.unreachable("opened before the tests")
  const post = () => held.post ?? expect.unreachable("opened before the tests")
  const record = () => held.record ?? expect.unreachable("saved by the first test")
  const bundle = () => held.bundle ?? expect.unreachable("exported by an earlier test")
  const photograph = photographer(browser, "attach", { language, scheme })
  const looks = new Map<string, Look>()

  const look = async (surface: Surface, state: string) => {
    await photograph(surface, state)
    looks.set(state, await judged(surface))
  }
  const file = (name: string, content: string | Buffer): string => {
    const path = join(folder, name)
    writeFileSync(path, content)
    return path
  }
  const keptRows = () =>
    page().evaluate(() =>
      Array.from(document.querySelectorAll<HTMLElement>("#kept li"), row => ({
        over: row.dataset.over ?? null,
        matched: row.dataset.matched ?? "",
        text: row.textContent,
      })),
    )

  beforeAll(async () => {
    const { driven } = browser
    await driven.setViewport({ width: 900, height: 1400 })
    held.post = await driven.newPage(`${site.origin}/post`)
    await keep(driven, held.post)
    held.page = await openAttachPage(driven)
  })

  test("the record is handed out as a file, and its digits are those shown", async () => {
    await page().waitFor(() => document.querySelector("#handed-over"))
    await look(page(), "empty")
    await pick(page(), "handed-over", "capture")
    await page().click("#save-record")
    held.record = await browser.driven.nextDownload()
    expect(basename(record())).toBe("e001.capture.json")
    const shown = await page().evaluate(() =>
      Array.from(document.querySelectorAll("#prints code"), each => each.textContent),
    )
    expect(shown).toEqual([
      sha256Of(record()),
      execFileSync("openssl", ["dgst", "-sm3", "-r", record()]).toString().slice(0, 64),
    ])
    await look(page(), "handed-over")
  })

  test("a token over it is attached to its item without a question", async () => {
    expect(await give(page(), tokenOver(record(), `record-${language}`), "联合信任.tst")).toBe("kept")
    await look(page(), "kept")
    expect(await keptRows()).toMatchObject([
      { over: "capture.json", matched: "imprint", text: expect.stringContaining("E-001") as string },
    ])
  })

  test("what has no business here is refused in words, and leaves nothing", async () => {
    const html = file("answer.html", "<!doctype html><script>document.title='ran'</script>")
    expect(await give(page(), html, '"><img src=x onerror=alert(1)>.tsr')).toBe("no-proof")
    await look(page(), "refused")
    const cut = file("cut.tst", readFileSync(tokenOver(record(), "cut")).subarray(0, 500))
    expect(await give(page(), cut)).toBe("no-proof")
    const broken = readFileSync(tokenOver(record(), "broken"))
    broken.writeUInt8(broken.at(-3)! ^ 1, broken.length - 3)
    expect(await give(page(), file("broken.tst", broken))).toBe("invalid")
    expect(await give(page(), file("large.pdf", Buffer.alloc(20_000_001)))).toBe("too-large")
    expect(await page().evaluate(() => document.images.length)).toBe(1)
    expect(await keptRows()).toHaveLength(1)
  })

  test("a certificate is attached where the reader says, after they say it", async () => {
    const pdf = file("证书.pdf", "%PDF-1.7\n%%EOF\n")
    expect(await give(page(), pdf)).toBe("whose")
    await look(page(), "whose")
    expect(await page().evaluate(() => document.querySelector("#attach:disabled") !== null)).toBe(true)
    await pick(page(), "whose", "capture")
    await page().click("#attach")
    await page().waitFor(() => document.querySelectorAll("#kept li").length === 2)
    expect(await outcome(page())).toBe("kept")
    expect((await keptRows())[0]).toMatchObject({ over: null, matched: "user" })
  })

  test("a token signed with SM2 is kept and said not to be verifiable", async () => {
    const identity = authority.signer
    const sm2 = forge({
      ...{ signer: identity, data: readFileSync(record()), digest: "sm3", imprint: "sm3" },
      signatureAlgorithm: algorithm("1.2.156.10197.1.501"),
      sign: () => Buffer.alloc(70),
    })
    expect(await give(page(), file("sm2.tsr", sm2))).toBe("kept")
    await page().waitFor(() => document.querySelectorAll("#kept li").length === 3)
    expect((await keptRows())[0]?.text).toMatch(/SM2、SM3|not verifiable here/)
    await look(page(), "all")
  })

  test("all three are in the export; OpenSSL and our verifier accept the token, and only that", async () => {
    await post().bringToFront()
    held.bundle = await exportBundle(browser.driven, post(), folder)
    const item = bundle().item("e001")
    expect(opensslVerifies(item.path("capture.json"), item.path("import/0001.tst"))).toBe(true)
    expect(JSON.parse(item.text("import/imports.json"))).toMatchObject({
      of: sha256Of(item.path("capture.json")),
      files: [{ path: "import/0001.tst" }, { path: "import/0002.pdf" }, { path: "import/0003.tsr" }],
    })
    expect(verdict(bundle().zip)).toMatchObject({
      ...{ exit: 0, verdict: "integrity-only" },
      imports: {
        outcome: "unknown",
        detail: [
          { code: "time/trusted" },
          { code: "imports/not-looked-into" },
          { code: "time/not-verifiable" },
        ],
      },
    })
    const log = readFileSync(join(bundle().folder, "data/custody.jsonl"), "utf8")
    expect(log.match(/"event":"imported"/g)).toHaveLength(3)
    expect(log).not.toMatch(/证书|联合信任|pdf/)
  })

  test("the bundle's own commands for the token, with that root, pass", () => {
    const text = readFileSync(join(bundle().folder, "verify.txt"), "utf8")
    const linux = text.slice(text.indexOf("== Linux"), text.indexOf("== macOS"))
    const commands = Array.from(linux.matchAll(/^ {4}(.*)$/gm), ([, line = ""]) => line)
    const mine = commands.filter(command => command.includes("/import/"))
    expect(mine).toHaveLength(1)
    const run = spawnSync("bash", ["-c", [`R=${rootFile}`, ...mine].join("\n")], {
      ...{ cwd: bundle().folder, encoding: "utf8" },
    })
    expect(run.stdout).toContain("Verification: OK")
  })

  test("a token over the ZIP is attached to the bundle, told in the popup, and saved again beside it", async () => {
    await page().bringToFront()
    expect(await give(page(), tokenOver(bundle().zip, `zip-${language}`))).toBe("kept")
    await page().waitFor(() => document.querySelector("#kept li[data-over=zip]"))
    await page().click("#kept li[data-over=zip] button")
    const saved = await browser.driven.nextDownload()
    expect(basename(saved)).toBe(`${basename(bundle().zip)}.1.tst`)
    expect(opensslVerifies(bundle().zip, saved)).toBe(true)
    expect(verdict(bundle().zip, "--stamp", saved)).toMatchObject({ verdict: "sealed-and-timestamped" })
    await post().bringToFront()
    const popup = await openPopup(browser.driven, post())
    await popup.click('[data-act="view-export"]')
    await popup.waitFor(() => document.querySelector("#attached"))
    await look(popup, "popup")
    await popup.close()
  })

  test("axe finds nothing wrong in any state, and nothing reaches out sideways", () => {
    const states = ["empty", "handed-over", "kept", "refused", "whose", "all", "popup"]
    const fine: Look = { wrong: [], sideways: false }
    expect(Object.fromEntries(looks)).toEqual(Object.fromEntries(states.map(state => [state, fine])))
  })
})
