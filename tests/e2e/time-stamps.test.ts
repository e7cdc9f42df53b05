/** Trusted time, end to end: an authority on this machine, a real capture, a bundle that OpenSSL and our verifier judge. */
import { execFileSync, spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { basename, join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { openPopup } from "../../scripts/browsers/driver.ts"
import { grantedHosts } from "../../scripts/browsers/granted.ts"
import { until } from "../../scripts/browsers/surface.ts"
import { capture, exportAll } from "../../scripts/browsers/use-popup.ts"
import { addAuthority } from "../../scripts/browsers/use-settings.ts"
import { type StampRow } from "../../src/vault/schema.ts"
import { type Answer, startAuthority } from "./harness/authority.ts"
import { installed } from "./harness/installed.ts"
import { sharedRows } from "./harness/shared.ts"
import { servePages, tallPage } from "./harness/site.ts"
import { extensionDir, target } from "./harness/target.ts"
import { type Inside, newest, readVault } from "./harness/vault.ts"

const folder = mkdtempSync(join(tmpdir(), "holdfast-time-"))
const authority = await startAuthority()
const site = await servePages({ "/post": tallPage("A post", 2000) })
const browser = installed(grantedHosts(target, extensionDir, [authority.url], folder))
afterAll(async () => {
  await site.close()
  await authority.close()
  rmSync(folder, { recursive: true })
})

type Row = Omit<StampRow, "query" | "reply">

/** Rows of the stamps, without the bytes in them: those are no JSON. */
const stamps = (inside: Inside = browser.driven.background): Promise<readonly Row[]> =>
  inside.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open("holdfast")
        opening.onerror = () => {
          reject(new Error("no vault"))
        }
        opening.onsuccess = () => {
          const asking = opening.result.transaction("stamps").objectStore("stamps").getAll()
          asking.onsuccess = () => {
            opening.result.close()
            const rows = asking.result as StampRow[]
            resolve(rows.map(row => ({ ...row, query: null, reply: null })))
          }
        }
      }),
  )

/** On a busy machine a second try may have failed, after which the next one is minutes away: it is made due in a few seconds. */
const makeDueSoon = (inside: Inside): Promise<true> =>
  inside.evaluate(
    () =>
      new Promise<true>((resolve, reject) => {
        const opening = indexedDB.open("holdfast")
        opening.onerror = () => {
          reject(new Error("no vault"))
        }
        opening.onsuccess = () => {
          const writing = opening.result.transaction("stamps", "readwrite")
          const store = writing.objectStore("stamps")
          const asking = store.getAll()
          asking.onsuccess = () => {
            const nextTryAt = new Date(Date.now() + 20_000).toISOString()
            for (const row of asking.result as StampRow[])
              if (row.state === "waiting") store.put({ ...row, nextTryAt })
          }
          writing.oncomplete = () => {
            opening.result.close()
            resolve(true)
          }
        }
      }),
  )

const stampsOf = async (id: string) => (await stamps()).filter(row => row.of === id)

/** Runs in the page: a test cannot work the system's own file dialog. */
function putFile(selector: string, base64: string, name: string): void {
  const input = document.querySelector<HTMLInputElement>(selector)
  if (input === null) throw new Error("the page takes no such file now")
  const transfer = new DataTransfer()
  transfer.items.add(new File([Uint8Array.from(atob(base64), char => char.charCodeAt(0))], name))
  input.files = transfer.files
  input.dispatchEvent(new Event("change", { bubbles: true }))
}

async function capturePost(): Promise<{ readonly id: string }> {
  const page = await browser.driven.newPage(`${site.origin}/post`)
  const { popup } = await capture(browser.driven, page)
  if (await popup.isOpen()) await popup.close()
  await page.close()
  return newest(await readVault(browser.driven.background))
}

interface Bundle {
  readonly zip: string
  readonly base: string
}

async function exported(): Promise<Bundle> {
  const page = await browser.driven.newPage(`${site.origin}/post`)
  const { popup } = await capture(browser.driven, page)
  await exportAll(popup)
  const zip = await browser.driven.nextDownload()
  if (await popup.isOpen()) await popup.close()
  await page.close()
  const into = mkdtempSync(join(folder, "bundle-"))
  execFileSync("unzip", ["-q", zip, "-d", into])
  return { zip, base: join(into, readdirSync(into)[0] ?? "") }
}

const sha256OfFile = (path: string): string => createHash("sha256").update(readFileSync(path)).digest("hex")

const verdict = (zip: string, ...more: readonly string[]) => {
  const run = spawnSync(process.execPath, ["scripts/run.js", "src/cli/main.ts", zip, "--json", ...more], {
    encoding: "utf8",
  })
  return { exit: run.status, ...(JSON.parse(run.stdout) as { verdict: string }) }
}

test("without an authority switched on, nothing is asked of any", async () => {
  const { id } = await capturePost()
  expect(await stampsOf(id)).toEqual([])
  expect(authority.asked).toEqual([])
})

describe("with one switched on in the settings", () => {
  const held: { bundle?: Bundle; id?: string } = {}
  const bundle = (): Bundle => held.bundle ?? expect.unreachable("told before the tests")

  beforeAll(async () => {
    await addAuthority(browser.driven, authority.url, "Bearer token")
    held.id = (await capturePost()).id
    await until("the stamp to come", async () =>
      (await stampsOf(held.id ?? "")).every(row => row.state === "received"),
    )
    held.bundle = await exported()
  })

  test("a capture is stamped, and what is sent is a request of 100 bytes with the user's header", async () => {
    expect(await stampsOf(held.id ?? "")).toMatchObject([{ state: "received", tries: 1, code: null }])
    const [{ httpDate } = expect.unreachable("no stamp")] = await stampsOf(held.id ?? "")
    expect(httpDate).toMatchObject({ url: authority.url, date: expect.stringMatching(/ GMT$/) as string })
    // One computer, one clock; a Date header has whole seconds, and is cut down to them.
    expect(httpDate?.localMinusServerMs).toBeGreaterThanOrEqual(0)
    expect(httpDate?.localMinusServerMs).toBeLessThan(60_000)
    const [first] = authority.asked
    expect(first?.body.length).toBeLessThan(100)
    expect(first?.headers).toMatchObject({
      "content-type": "application/timestamp-query",
      authorization: "Bearer token",
    })
    expect(first?.headers).not.toHaveProperty("cookie")
    expect(first?.headers).not.toHaveProperty("referer")
  })

  test("the bundle names whom it asked, and holds both kinds of stamp", () => {
    const name = `127.0.0.1-${new URL(authority.url).port}`
    const read = (path: string) => readFileSync(join(bundle().base, path), "utf8")
    expect(read("bag-info.txt")).toContain(`Time-Stamps-Requested: ${name}\n`)
    expect(readdirSync(join(bundle().base, "proofs")).sort()).toEqual(
      [
        `${name}-chain.pem`,
        "tagmanifest-sha256.txt.sig",
        `tagmanifest-sha256.txt.${name}.tsq`,
        `tagmanifest-sha256.txt.${name}.tsr`,
      ].sort(),
    )
    expect(readdirSync(join(bundle().base, "data/e002"))).toEqual(
      expect.arrayContaining([`capture.json.${name}.tsq`, `capture.json.${name}.tsr`]),
    )
    for (const path of ["bag-info.txt", "data/custody.jsonl", "00-readme.html", "verify.txt"])
      expect(read(path)).not.toContain("Bearer")
  })

  test("the device key was stamped once, over the file that lies in the bundle, as OpenSSL and our verifier say", async () => {
    const keys = (await stamps()).filter(({ kind }) => kind === "key")
    expect(keys).toMatchObject([{ state: "received" }])
    const reply = `device-key.pub.pem.127.0.0.1-${new URL(authority.url).port}.tsr`
    const words = [
      "ts",
      "-verify",
      "-data",
      "device-key.pub.pem",
      "-in",
      reply,
      "-CAfile",
      authority.rootFile,
    ]
    const run = spawnSync("openssl", words, { cwd: bundle().base, encoding: "utf8" })
    expect(run.stdout).toContain("Verification: OK")
    expect(readFileSync(join(bundle().base, "data/custody.jsonl"), "utf8")).toContain(
      `"event":"time.received","key":"${keys[0]?.of ?? ""}"`,
    )
    const told = spawnSync(
      process.execPath,
      ["scripts/run.js", "src/cli/main.ts", bundle().zip, "--lang", "en", "--roots", authority.rootFile],
      { encoding: "utf8" },
    )
    expect(told.stdout).toMatch(/the device's public key: .*the key existed no later than \d{4}-/)
  })

  test("the settings say beside the key's digits when it was made, and by whose word it is no younger", async () => {
    const page = await browser.driven.openExtensionPage("ui/settings.html")
    const said = await page.waitFor(
      () => document.querySelector("#key-age .stamp[data-state=received]")?.closest("#key-age")?.textContent,
    )
    expect(said).toMatch(/\d{4}.*127\.0\.0\.1-\d+.*\d{4}/)
    await page.close()
  })

  test("our verifier trusts it with the root that the reader names, and without it says that the time is open", () => {
    expect(verdict(bundle().zip, "--roots", authority.rootFile)).toMatchObject({
      verdict: "sealed-and-timestamped",
      exit: 0,
    })
    expect(verdict(bundle().zip)).toMatchObject({ verdict: "time-pending", exit: 0 })
  })

  test("the page that verifies says the same, and asks for the root where a reader looks for it", async () => {
    const page = await browser.driven.openExtensionPage("ui/verify.html")
    await page.waitFor(() => document.body.dataset.stage === "choose")
    const verdictShown = () =>
      page.waitFor(() => document.querySelector<HTMLElement>("#result")?.dataset.verdict ?? null)
    await page.evaluate(
      putFile,
      "#file",
      readFileSync(bundle().zip).toString("base64"),
      basename(bundle().zip),
    )
    expect(await verdictShown()).toBe("time-pending")
    await page.evaluate(putFile, "#roots", Buffer.from("no certificate").toString("base64"), "roots.pem")
    await page.waitFor(() => document.querySelector("#note"))
    await page.evaluate(putFile, "#roots", readFileSync(authority.rootFile).toString("base64"), "roots.pem")
    await page.waitFor(() => document.querySelector("[data-verdict=sealed-and-timestamped]"))
    expect(await page.evaluate(() => document.querySelector("#trusted")?.textContent)).toContain("roots.pem")
    await page.close()
  })

  test("verify.txt's own commands, with that root, agree", () => {
    const text = readFileSync(join(bundle().base, "verify.txt"), "utf8")
    const linux = text.slice(text.indexOf("== Linux"), text.indexOf("== macOS"))
    const commands = Array.from(linux.matchAll(/^ {4}(.*)$/gm), ([, line = ""]) => line)
    const mine = commands.slice(commands.findIndex(line => line.startsWith("R=")))
    expect(mine.length).toBeGreaterThan(2)
    const lines = [`R=${authority.rootFile}`, ...mine.slice(1)]
    const run = spawnSync("bash", ["-c", lines.map(line => `${line} || exit 9`).join("\n")], {
      cwd: bundle().base,
      encoding: "utf8",
    })
    expect(run.status, run.stderr).toBe(0)
    expect(run.stdout.match(/Verification: OK/g)?.length).toBe(mine.length - 1)
  })

  test("the popup says so beside the digits, and never that a foreign court will take it", async () => {
    const page = await browser.driven.newPage(`${site.origin}/post`)
    const { popup } = await capture(browser.driven, page)
    await exportAll(popup)
    await browser.driven.nextDownload()
    const said = await popup.waitFor(() => document.querySelector(".stamp")?.textContent)
    expect(said).toMatch(/127\.0\.0\.1-\d+.*\d{4}/)
    if (await popup.isOpen()) await popup.close()
    await page.close()
  })
})

describe("an authority that lies, or is not there", () => {
  const meanwhile: { bundle?: Bundle } = {}
  const rude: readonly (readonly [name: string, answer: Answer, code: string])[] = [
    [
      "a byte now and then, and never the last one",
      (_query, response) => {
        response.writeHead(200, { "Content-Type": "application/timestamp-reply" })
        const dripping = setInterval(() => response.write("x"), 500)
        response.on("close", () => {
          clearInterval(dripping)
        })
      },
      "time/offline",
    ],
    ["500", (_query, response) => void response.writeHead(500).end("no"), "time/refused"],
    [
      "a page in place of a reply",
      (_query, response) => void response.writeHead(200).end("<html>pay"),
      "time/bad-answer",
    ],
    [
      "10 MB",
      (_query, response) => void response.writeHead(200).end(Buffer.alloc(10_000_000)),
      "time/bad-answer",
    ],
    [
      "a redirection",
      (_query, response) => void response.writeHead(302, { Location: "/elsewhere" }).end(),
      "time/refused",
    ],
    [
      "a line that breaks off",
      (_query, response) => {
        response.writeHead(200, { "Content-Length": "5000" })
        response.write("x")
        setTimeout(() => response.destroy(), 50)
      },
      "time/offline",
    ],
    [
      "a reply with another's number",
      (_query, response, honest) => {
        const reply = honest()
        // The nonce of the request stands in the reply: one bit of it.
        const nonce = _query.subarray(-21, -5)
        const at = reply.indexOf(nonce.subarray(0, 8))
        reply.writeUInt8((reply[at + 3] ?? 0) ^ 1, at + 3)
        response.writeHead(200).end(reply)
      },
      "time/bad-answer",
    ],
  ]
  const told = sharedRows(rude)

  // First of all: while one is silent, what is wanted besides waits behind it.
  test("one that is silent holds nothing up: it is said at once that the capture is saved, and that the stamp will be asked for again", async () => {
    authority.answer = () => undefined
    const before = authority.asked.length
    const page = await browser.driven.newPage(`${site.origin}/post`)
    const { popup } = await capture(browser.driven, page)
    const { id, state, complete } = newest(await readVault(popup))
    expect({ state, complete }).toEqual({ state: "sealed", complete: true })
    await until("the letter to be there", () => Promise.resolve(authority.asked.length > before))
    const asked = Date.now()
    expect(await stampsOf(id)).toMatchObject([{ state: "waiting", tries: 0, code: null }])
    const said = await popup.waitFor(
      () => document.querySelector("#stamps li[data-state=waiting]")?.textContent,
    )
    expect(said).toMatch(/会自动再次请求|asked for again/)
    const [row] = await until("it to be given up", async () => {
      const rows = await stampsOf(id)
      return rows.some(({ tries }) => tries > 0) ? rows : null
    })
    expect(Date.now() - asked).toBeGreaterThan(13_000)
    expect(row).toMatchObject({ state: "waiting", code: "time/offline", tries: 1 })
    expect(Date.parse(row?.nextTryAt ?? "") - Date.now()).toBeGreaterThan(30_000)
    if (await popup.isOpen()) await popup.close()
    await page.close()
  })

  test.each(told)("%s: the capture is whole, the stamp is awaited", async (_name, answer, code) => {
    authority.answer = answer
    const { id } = await capturePost()
    expect(newest(await readVault(browser.driven.background))).toMatchObject({
      id,
      state: "sealed",
      complete: true,
    })
    const [row] = await until("the first try", async () => {
      const rows = await stampsOf(id)
      return rows.some(each => each.tries > 0) ? rows : null
    })
    expect(row).toMatchObject({ state: "waiting", code, tries: 1 })
  })

  test("a bundle made meanwhile is sound, and says that the stamp did not come", async () => {
    authority.answer = (_query, response) => void response.writeHead(503).end()
    meanwhile.bundle = await exported()
    const { zip } = meanwhile.bundle
    expect(verdict(zip, "--roots", authority.rootFile)).toMatchObject({ verdict: "time-pending", exit: 0 })
  })

  test("when it is honest again, what was wanted comes, after a restart too", async () => {
    authority.answer = "honest"
    await makeDueSoon(browser.driven.background)
    await browser.driven.close()
    await browser.again()
    // Asked of a page: the background goes to sleep meanwhile, and wakes by itself for what is due.
    const inside = await browser.driven.openExtensionPage("ui/settings.html")
    const waiting = (await stamps(inside)).filter(row => row.state === "waiting")
    expect(waiting.length).toBeGreaterThan(told.length)
    const allCame = async () => (await stamps(inside)).every(row => row.state === "received")
    await until("all to come", allCame, 150_000)
    await inside.close()
  })

  test("the popup offers the bundle with it: the same files, proofs/ apart, and both fingerprints in custody", async () => {
    const first = meanwhile.bundle ?? expect.unreachable("made in a test before")
    const page = await browser.driven.newPage(`${site.origin}/post`)
    const popup = await openPopup(browser.driven, page)
    await popup.waitFor(() => document.querySelector("#late-stamp button"))
    await popup.click("#late-stamp button")
    await popup.waitFor(() => document.querySelector("#complete"))
    await popup.click("#complete")
    const shown = await popup.waitFor(
      () => document.querySelector<HTMLElement>("#stamped")?.dataset.sha256 ?? null,
    )
    const zip = await browser.driven.nextDownload()
    expect(await popup.evaluate(() => document.querySelector("#late-stamp"))).toBeNull()
    await popup.close()
    await page.close()
    expect(basename(zip)).toBe(basename(first.zip).replace(".zip", "-stamped.zip"))
    const { exit, verdict: grade } = verdict(zip, "--roots", authority.rootFile)
    expect([exit, grade]).toEqual([0, "sealed-and-timestamped"])

    const into = mkdtempSync(join(folder, "stamped-"))
    execFileSync("unzip", ["-q", zip, "-d", into])
    const base = join(into, readdirSync(into)[0] ?? "")
    const compared = spawnSync("diff", ["-rq", first.base, base], { encoding: "utf8" })
      .stdout.trim()
      .split("\n")
    const name = `127.0.0.1-${new URL(authority.url).port}`
    expect(compared).toEqual([
      `Only in ${base}/proofs: ${name}-chain.pem`,
      `Only in ${base}/proofs: tagmanifest-sha256.txt.${name}.tsq`,
      `Only in ${base}/proofs: tagmanifest-sha256.txt.${name}.tsr`,
    ])
    const digests = [first.zip, zip].map(sha256OfFile)
    expect(digests[1]).toBe(shown)
    const { custody } = await readVault(browser.driven.background)
    const logged = custody as readonly { readonly event: string; readonly zip?: string }[]
    expect(logged.flatMap(({ event, zip: of }) => (event === "exported" ? [of] : []))).toEqual(
      expect.arrayContaining(digests),
    )
  })

  test("the stamp saved alone, given beside the first ZIP, does the same", async () => {
    const first = meanwhile.bundle ?? expect.unreachable("made in a test before")
    const page = await browser.driven.newPage(`${site.origin}/post`)
    const popup = await openPopup(browser.driven, page)
    await popup.waitFor(() => document.querySelector("#export-view"))
    await popup.click("#export-view")
    await popup.waitFor(() => document.querySelector("[data-act=save-stamp]"))
    await popup.click("[data-act=save-stamp]")
    const stamp = await browser.driven.nextDownload()
    await popup.close()
    await page.close()
    expect(verdict(first.zip, "--roots", authority.rootFile, "--stamp", stamp)).toMatchObject({
      verdict: "sealed-and-timestamped",
      exit: 0,
    })
    // By another authority's root it is a time that nobody vouches for.
    expect(verdict(first.zip, "--stamp", stamp)).toMatchObject({ verdict: "time-pending", exit: 0 })
    const trust = ["-CAfile", authority.rootFile]
    const data = join(first.base, "tagmanifest-sha256.txt")
    const outside = spawnSync("openssl", ["ts", "-verify", "-data", data, "-in", stamp, ...trust], {
      encoding: "utf8",
    })
    expect(outside.stdout + outside.stderr).toContain("Verification: OK")
  })
})
