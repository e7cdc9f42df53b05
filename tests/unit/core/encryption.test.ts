import { describe, expect, test } from "vitest"
import { encryptedName, openingCommand } from "../../../src/core/encryption/encryption.ts"
import {
  FEWEST_CHARACTERS,
  isUsable,
  MOST_CHARACTERS,
  passphraseOf,
  RANDOM_BYTES,
} from "../../../src/core/encryption/passphrase.ts"
import { recipientKey, recipientLabel, shortKey } from "../../../src/core/encryption/recipient.ts"
import { errorSentences } from "../../../src/i18n/sentences.ts"
import { translator } from "../../../src/i18n/t.ts"

// Made by `age-keygen` of Debian.
const key = "age194g772utkwhq5vh0mc3j9n0dzq0l44jv834fhwhd5wrp3ald4vwsly5yew"

describe("a passphrase", () => {
  test.each([
    ["of words", "correct horse battery staple"],
    ["of signs", "~!@#$%^&*()_+"],
    ["as short as may be", "a".repeat(FEWEST_CHARACTERS)],
    ["as long as may be", "a".repeat(MOST_CHARACTERS)],
  ])("%s is taken", (_what, text) => {
    expect(isUsable(text)).toBe(true)
  })

  test.each([
    ["that is too short", "a".repeat(FEWEST_CHARACTERS - 1)],
    ["that is too long", "a".repeat(MOST_CHARACTERS + 1)],
    ["with a space at the end", "correct horse "],
    ["with a space in front", " correct horse"],
    ["with a line break", "correct horse\nbattery"],
    ["with a tab", "correct\thorse battery"],
    ["that terminals send in different bytes", "固证固证固证固证固证固证"],
    ["with an accent", "correct hörse battery"],
    ["that is not there", ""],
  ])("%s is not", (_what, text) => {
    expect(isUsable(text)).toBe(false)
  })

  test("is made of 100 random bits, in groups that can be read aloud", () => {
    const bytes = Uint8Array.from({ length: RANDOM_BYTES }, (_, index) => index * 13)
    expect(passphraseOf(bytes)).toMatch(/^(?:[0-9a-hjkmnp-tv-z]{4}-){4}[0-9a-hjkmnp-tv-z]{4}$/)
    expect(isUsable(passphraseOf(bytes))).toBe(true)
    // Every bit of the five that count changes it.
    const other = passphraseOf(bytes.map((byte, index) => (index === 7 ? byte ^ 16 : byte)))
    expect(other).not.toBe(passphraseOf(bytes))
  })

  test("has its limits told in the sentence that refuses one", () => {
    for (const language of ["zh-CN", "en"]) {
      const { cause } = errorSentences(translator(language), "export/passphrase")
      expect(cause).toContain(String(FEWEST_CHARACTERS))
      expect(cause).toContain(String(MOST_CHARACTERS))
    }
  })
})

describe("a public key", () => {
  test.each([
    ["as it is printed", key],
    ["with blanks around it", ` ${key}\n`],
    ["in capitals, as a QR code has it", key.toUpperCase()],
  ])("%s is taken", (_what, text) => {
    expect(recipientKey(text)).toBe(key)
  })

  test.each([
    ["with one letter changed", key.replace("7", "8")],
    ["cut short", key.slice(0, -1)],
    ["in mixed case", `A${key.slice(1)}`],
    ["of ssh", "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHsKLqeplhpW+uObz5dvMgjz1OxfM/XXUB+VHtZ6isGN"],
    // Of another length, of bech32 itself: BIP 173's own example.
    ["of another kind", "abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw"],
    ["that is not there", ""],
  ])("%s is refused", (_what, text) => {
    expect(() => recipientKey(text)).toThrow(expect.objectContaining({ code: "recipient/malformed" }))
  })

  test("is not taken for its secret half, and the error does not repeat that", () => {
    const secret = "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX"
    const refused = expect.objectContaining({
      code: "recipient/secret",
      message: expect.not.stringContaining("GFPYY") as unknown,
    }) as unknown
    expect(() => recipientKey(secret)).toThrow(refused)
    expect(() => recipientKey(`# my key\n${secret.toLowerCase()}`)).toThrow(refused)
  })

  test("is shown so that it can be told from another", () => {
    expect(shortKey(key)).toBe("age194g772ut…ly5yew")
  })
})

test.each(["", "  ", "x".repeat(61)])("a key's owner is not called %j", text => {
  expect(() => recipientLabel(text)).toThrow(expect.objectContaining({ code: "recipient/malformed" }))
})

test("the command gives back the ZIP under its own name", () => {
  const name = encryptedName("holdfast-x.zip")
  expect(openingCommand(name, "passphrase")).toBe("age -d -o holdfast-x.zip holdfast-x.zip.age")
  expect(openingCommand(name, "recipients")).toBe("age -d -i KEY.txt -o holdfast-x.zip holdfast-x.zip.age")
})
