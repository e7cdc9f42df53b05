/** Encrypted exports as a person makes them, opened as a lawyer opens them: by Debian's age, with the command that the popup shows. */
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { basename, dirname, join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { openPopup, type Popup } from "../../scripts/browsers/driver.ts"
import { exportAs, type Exported, openEncryption } from "../../scripts/browsers/use-popup.ts"
import { addRecipient } from "../../scripts/browsers/use-settings.ts"
import { newKey, noAge, run } from "./harness/age.ts"
import { sha256Of, unpack } from "./harness/bundle.ts"
import { keep } from "./harness/exported.ts"
import { installed } from "./harness/installed.ts"
import { servePages, tallPage } from "./harness/site.ts"
import { readVault } from "./harness/vault.ts"
import { verify } from "./harness/verifier.ts"
import { answer, choose } from "./harness/verify-page.ts"

const site = await servePages({ "/post": tallPage("A post", 1500) })
const browser = installed()
afterAll(() => site.close())

const passphrase = "correct horse battery staple"

beforeAll(async () => {
  const page = await browser.driven.newPage(`${site.origin}/post`)
  await keep(browser.driven, page)
  await page.close()
})

/** The popup over a page, in the export screen, with the choice to encrypt unfolded. */
async function exporting<T>(use: (popup: Popup) => Promise<T>): Promise<T> {
  const page = await browser.driven.newPage(`${site.origin}/post`)
  const popup = await openPopup(browser.driven, page)
  await popup.click("#export-open")
  await openEncryption(popup)
  const result = await use(popup)
  await popup.close()
  await page.close()
  return result
}

async function typed(popup: Popup, first: string, again: string): Promise<void> {
  await popup.click("input[name=encryption][value=passphrase]")
  await popup.click("#passphrase")
  await popup.type(first)
  await popup.click("#passphrase-again")
  await popup.type(again)
}

interface Downloaded {
  readonly said: Exported
  readonly file: string
}

async function downloaded(popup: Popup): Promise<Downloaded> {
  const said = await exportAs(popup)
  const download = await browser.driven.nextDownload(120_000)
  // What is decrypted beside a download would be taken for the next one.
  const file = join(mkdtempSync(join(browser.place.folder, "lawyer-")), basename(download))
  copyFileSync(download, file)
  return { said, file }
}

/** What the popup said of the two files is true of them, and the ZIP inside is a bundle like any other. */
function expectOpened({ said, file }: Downloaded): void {
  const zip = file.replace(/\.age$/, "")
  expect(basename(file)).toBe(said.fileName)
  expect(said.fileName).toMatch(/^holdfast-\d{8}T\d{6}Z-[0-9a-f]{6}\.zip\.age$/)
  expect(sha256Of(file)).toBe(said.encrypted?.sha256)
  expect(sha256Of(zip)).toBe(said.sha256)
  expect(verify(zip)).toMatchObject({ status: 0, faults: [] })
  unpack(zip, browser.place.folder)
}

const custody = async () => (await readVault(browser.driven.background)).custody

test("with a passphrase, typed twice: age opens it, and the ZIP is the one whose digits were shown", async context => {
  if (noAge !== null) context.skip(noAge)
  const made = await exporting(async popup => {
    await typed(popup, passphrase, passphrase)
    return downloaded(popup)
  })
  const folder = dirname(made.file)
  const command = made.said.encrypted?.command ?? ""
  expect(command).toBe(`age -d -o ${made.said.fileName.slice(0, -4)} ${made.said.fileName}`)
  expect(run(command, folder, "correct horse battery stapler")).toBe(1)
  expect(run(command, folder, passphrase)).toBe(0)
  expectOpened(made)
  expect((await custody()).at(-1)).toMatchObject({
    event: "exported",
    zip: made.said.sha256,
    form: "age-passphrase",
    file: made.said.encrypted?.sha256,
  })
})

test("the passphrase is written down nowhere", async context => {
  if (noAge !== null) context.skip(`${noAge}, so there was no export with one`)
  const kept = await browser.driven.background.evaluate(async () => {
    const opening = indexedDB.open("holdfast")
    const vault = await new Promise<IDBDatabase>(resolve => {
      opening.onsuccess = () => {
        resolve(opening.result)
      }
    })
    const names = Array.from(vault.objectStoreNames)
    const reading = vault.transaction(names)
    const rows = await Promise.all(
      names.map(
        name =>
          new Promise(resolve => {
            const asking = reading.objectStore(name).getAll()
            asking.onsuccess = () => {
              resolve(asking.result)
            }
          }),
      ),
    )
    vault.close()
    return JSON.stringify(rows, (_key, value: unknown) => (typeof value === "bigint" ? String(value) : value))
  })
  expect(kept).toContain("age-passphrase")
  expect(kept).not.toContain(passphrase)
})

test("typed in two ways, or too short, it is refused before anything is made", async () => {
  const before = await custody()
  const seen = await exporting(async popup => {
    const error = async () => {
      await popup.click("#export-start")
      const code = await popup.waitFor(() => document.querySelector<HTMLElement>("#error")?.dataset.cause)
      await popup.click("#error-dismiss")
      return code
    }
    await typed(popup, passphrase, `${passphrase}s`)
    const differ = await error()
    await popup.click("#passphrase-make")
    const fields = await popup.evaluate(() =>
      Array.from(document.querySelectorAll<HTMLInputElement>("input.passphrase"), ({ type, value }) => [
        type,
        value,
      ]),
    )
    await popup.evaluate(() => {
      for (const field of document.querySelectorAll<HTMLInputElement>("input.passphrase"))
        field.value = "short"
    })
    return { differ, fields, short: await error() }
  })
  expect([seen.differ, seen.short]).toEqual(["export/passphrases-differ", "export/passphrase"])
  // One that is made is shown: it has to be written down.
  expect(seen.fields).toEqual([seen.fields[0], seen.fields[0]])
  expect(seen.fields[0]).toEqual(["text", expect.stringMatching(/^(?:[0-9a-z]{4}-){4}[0-9a-z]{4}$/)])
  expect(await custody()).toEqual(before)
})

test("to a key that the settings keep: its owner opens it, and nobody else", async context => {
  if (noAge !== null) context.skip(noAge)
  const { driven } = browser
  await expect(addRecipient(driven, "王律师", "AGE-SECRET-KEY-1QQQQ")).rejects.toThrow("recipient/secret")
  await expect(addRecipient(driven, "王律师", "age1qqqq")).rejects.toThrow("recipient/malformed")

  const keyFile = join(browser.place.folder, "KEY.txt")
  const key = newKey(keyFile)
  await addRecipient(driven, "王律师", key)
  const made = await exporting(async popup => {
    await popup.click("input[name=encryption][value=recipients]")
    // The only one there is stands ticked.
    return downloaded(popup)
  })
  const folder = dirname(made.file)
  const command = made.said.encrypted?.command ?? ""
  expect(command).toContain("age -d -i KEY.txt -o ")
  newKey(join(folder, "KEY.txt"))
  expect(run(command, folder)).toBe(1)
  rmSync(join(folder, "KEY.txt"))
  expect(run(command.replace("KEY.txt", keyFile), folder)).toBe(0)
  expectOpened(made)
  expect(made.said.encrypted?.told).toContain("王律师")
  const line = (await custody()).at(-1)
  expect(line).toMatchObject({ event: "exported", zip: made.said.sha256, form: "age-recipients" })
  expect(JSON.stringify(line)).not.toMatch(/王律师|age1/)
})

test("the verifier says of an encrypted file that it is to be decrypted first", async () => {
  const file = join(browser.place.folder, "holdfast-x.zip.age")
  writeFileSync(file, `age-encryption.org/v1\n-> X25519 x\n${"x".repeat(1000)}`)
  expect(verify(file)).toMatchObject({ status: 2, result: { verdict: "cannot-tell" } })
  const page = await browser.driven.openExtensionPage("ui/verify.html")
  await page.waitFor(() => document.body.dataset.stage === "choose")
  await choose(page, file)
  const { verdict } = await answer(browser.driven, page)
  expect(verdict).toBe("cannot-tell")
  expect(await page.evaluate(() => document.querySelector(".verdict p")?.textContent)).toMatch(
    /age -d -o \S+\.zip \S+\.zip\.age/,
  )
  await page.close()
})
