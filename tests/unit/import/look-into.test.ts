/** What files from elsewhere say of themselves: fixtures by tools that nobody here wrote, and bytes that nobody meant. */
import { readFileSync } from "node:fs"
import fc from "fast-check"
import { expect, test } from "vitest"
import { fileKind, HEAD_BYTES, isBundle } from "../../../src/core/import/kind.ts"
import { LONGEST_CLAIM, MOST_CLAIMS, parseImportRead } from "../../../src/core/imported.ts"
import { lookInto } from "../../../src/workshop/import/read-imported.ts"

const fixture = (name: string) => readFileSync(new URL(`../../fixtures/imports/${name}`, import.meta.url))

async function look(bytes: Uint8Array, name: string) {
  const copy = new Uint8Array(bytes)
  return lookInto(new Blob([copy]), fileKind(copy.subarray(0, HEAD_BYTES), name))
}

const claimsOf = async (file: string, name = file) =>
  Object.fromEntries((await look(fixture(file), name)).claims.map(({ where, text }) => [where, text]))

test.each([
  ["phone.jpg", "picture", "image/jpeg", "bytes"],
  ["screenshot.png", "picture", "image/png", "bytes"],
  ["plain.webp", "picture", "image/webp", "bytes"],
  ["plain.gif", "picture", "image/gif", "bytes"],
  ["phone.heic", "picture", "image/heic", "bytes"],
  ["plain.avif", "picture", "image/avif", "bytes"],
  ["clip.mp4", "video", "video/mp4", "bytes"],
  ["clip.webm", "video", "video/webm", "bytes"],
  ["voice.m4a", "audio", "audio/mp4", "bytes"],
  ["letter.eml", "email", "message/rfc822", "name"],
  ["chat.txt", "chat", "text/plain", "name"],
  ["page.warc", "web-archive", "application/warc", "bytes"],
  ["page.warc.gz", "web-archive", "application/gzip", "name"],
  ["page.wacz", "web-archive", "application/wacz", "name"],
])("%s is a %s", (file, kind, mediaType, kindBy) => {
  expect(fileKind(fixture(file).subarray(0, HEAD_BYTES), file)).toMatchObject({ kind, mediaType, kindBy })
})

test("a name does not make a picture of what is none, nor a page of a picture", () => {
  expect(fileKind(Buffer.from("<script>"), "a.png").kind).toBe("other")
  expect(fileKind(fixture("phone.jpg"), "a.html")).toMatchObject({ kind: "picture", extension: "jpg" })
})

// The HEIC is the JPEG again, as libheif's heif-enc makes it of that.
test.each([
  ["phone.jpg", "phone.jpg"],
  ["phone.heic", "phone.heic"],
  ["phone.heic", "IMG_0001.JPG"],
])(
  "a photograph: when, by what and with what, and that it holds a place, which is not read out (%s as %s)",
  async (file, name) => {
    const claims = await claimsOf(file, name)
    expect(claims).toEqual({
      "EXIF DateTimeOriginal": "2025:03:01 21:14:05 +08:00",
      "EXIF DateTimeDigitized": "2025:03:01 21:14:05",
      "EXIF DateTime": "2025:03:02 09:00:00",
      "EXIF Make": "Xiaomi",
      "EXIF Model": "23049RAD8C",
      "EXIF Software": "MIUI Camera",
      "EXIF GPS": "GPS",
    })
    expect(JSON.stringify(claims)).not.toMatch(/31[.,]|121/)
  },
)

test.each([
  ["screenshot.png", { "PNG Software": "Android SM-G9980", "PNG Creation Time": "2025:03:01 21:15:00" }],
  ["clip.mp4", { "MP4 mvhd creation_time": "2025-03-01T13:14:05.000Z" }],
  ["voice.m4a", { "MP4 mvhd creation_time": "2025-03-01T13:14:05.000Z" }],
  ["clip.webm", { "Matroska DateUTC": "2025-03-01T13:14:05.000Z" }],
  ["page.wacz", { "WACZ created": "2025-03-01T13:14:05Z", "WACZ mainPageUrl": "https://example.com/p" }],
  ["page.warc", { "WARC-Date": "2025-03-01T13:14:06Z", "WARC-Target-URI": "https://example.com/p" }],
  ["page.warc.gz", { "WARC-Date": "2025-03-01T13:14:06Z", "WARC-Target-URI": "https://example.com/p" }],
  ["letter.pdf", { "PDF CreationDate": "D:20261126194908Z'" }],
  ["letter.docx", { "core.xml dc:creator": "Li & Co", "core.xml dcterms:created": "2025-03-01T13:14:05Z" }],
])("%s says so", async (file, said) => {
  expect(await claimsOf(file)).toMatchObject(said)
})

/** A box of a film, with what is in it. */
const box = (name: string, ...content: readonly Uint8Array[]) => {
  const inside = Buffer.concat(content)
  const head = Buffer.alloc(8)
  head.writeUInt32BE(inside.length + 8)
  head.write(name, 4, "latin1")
  return Buffer.concat([head, inside])
}
const film = (...more: readonly Uint8Array[]) =>
  Buffer.concat([
    box("ftyp", Buffer.from("isom\0\0\0\0")),
    box("moov", box("mvhd", Buffer.alloc(100)), ...more),
  ])
const PLACE = "+31.2304+121.4737/"

test.each([
  ["QuickTime's", film(box("udta", box("\xa9xyz", Buffer.from(`\0\x12\x15\xc7${PLACE}`)), Buffer.alloc(4)))],
  ["3GPP's", film(box("udta", box("abcd"), box("loci", Buffer.from(PLACE))))],
  [
    "Apple's",
    film(
      box(
        "meta",
        box("hdlr", Buffer.alloc(24)),
        box("keys", Buffer.from(`\0\0\0\0\0\0\0\x01mdtacom.apple.quicktime.location.ISO6709`)),
        box("ilst", Buffer.from(PLACE)),
      ),
    ),
  ],
  [
    "Apple's in an MP4",
    film(
      box(
        "meta",
        Buffer.alloc(4),
        box("hdlr", Buffer.alloc(24)),
        box("keys", Buffer.from(`mdtacom.apple.quicktime.location.ISO6709`)),
      ),
    ),
  ],
])("a film holds a place where it was made, which is not read out (%s)", async (_whose, bytes) => {
  const { claims, unread } = await look(bytes, "a.mp4")
  expect({ names: claims.map(({ name }) => name), unread }).toEqual({ names: ["position"], unread: null })
  expect(JSON.stringify(claims)).not.toContain("31.")
  expect((await look(film(box("udta", box("name"))), "a.mp4")).claims).toEqual([])
})

test("a saved page says where it is from; its script is text", async () => {
  const claims = await claimsOf("saved.html.bin", "saved.html")
  expect(claims["SingleFile url"]).toBe("https://example.com/post/1")
  expect(claims["SingleFile saved date"]).toContain("Mar 01 2025 21:14:05")
})

test("an e-mail: headers, each server that passed it on, and its words", async () => {
  const { claims, words, unread } = await look(fixture("letter.eml"), "letter.eml")
  const said = claims.map(({ name, text }) => `${name}: ${text}`)
  expect(said).toEqual([
    "subject: 关于那条帖子的回复",
    "from: 张三 <zhang@example.cn>",
    "to: <li@example.com>",
    "sent: Sat, 01 Mar 2025 21:14:05 +0800",
    "message-id: <1@example.cn>",
    expect.stringContaining("relay: from mx2.example.com") as string,
    expect.stringContaining("relay: from sender.example.cn") as string,
    "attachment: 名单.csv (text/csv)",
  ])
  expect(words).toContain("海豚餐厅")
  expect(unread).toBeNull()
})

test.each(["chat.txt", "chat-gb.txt"])(
  "the words of %s are read, in the encoding that it has",
  async file => {
    expect((await look(fixture(file), "chat.txt")).words).toContain("张三: 海豚餐厅")
  },
)

test("what cannot be understood is said to be so, and more than may be told is a limit", async () => {
  const cut = await look(fixture("clip.mp4").subarray(0, 200), "clip.mp4")
  expect(cut).toMatchObject({ claims: [], unread: "not-understood" })
  const many = `${Array.from({ length: 600 }, (_, at) => `Received: by ${String(at)}\r\n`).join("")}Subject: ${"x".repeat(5000)}\r\n\r\n`
  const mail = await look(Buffer.from(many), "a.eml")
  expect(mail.claims.length).toBeLessThanOrEqual(MOST_CLAIMS)
  expect(Math.max(...mail.claims.map(({ text }) => text.length))).toBeLessThanOrEqual(LONGEST_CLAIM)
})

test("a part of a ZIP that would unpack to more than may be is not unpacked", async () => {
  const { BlobWriter, TextReader, ZipWriter } = await import("@zip.js/zip.js")
  const writer = new ZipWriter(new BlobWriter())
  await writer.add("docProps/core.xml", new TextReader("<dc:title>x</dc:title>".padEnd(20_000_000)))
  const zip = new Uint8Array(await (await writer.close()).arrayBuffer())
  expect(zip.length).toBeLessThan(100_000)
  expect(await look(zip, "a.docx")).toMatchObject({ claims: [], unread: "not-understood" })
})

const named = fc.constantFrom(
  ...["a.jpg", "a.png", "a.heic", "a.webp", "a.gif", "a.mp4", "a.webm", "a.pdf", "a.docx", "a.eml"],
  ...["a.html", "a.wacz", "a.warc", "a.warc.gz", "a.txt", "a.bin"],
)
const files = [
  "phone.jpg",
  "phone.heic",
  "screenshot.png",
  "clip.mp4",
  "clip.webm",
  "letter.eml",
  "letter.docx",
  "page.wacz",
]
const damaged = fc
  .tuple(fc.constantFrom(...files), fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 30 }), fc.nat())
  .map(([file, changes, cut]) => {
    const bytes = new Uint8Array(fixture(file))
    for (const [at, byte] of changes) bytes[at % bytes.length] = byte
    return bytes.subarray(0, bytes.length - (cut % 3 === 0 ? cut % bytes.length : 0))
  })

test("whatever the bytes are, and whatever the name, it ends, and what it says fits the record", async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 4000 }), damaged), named, async (bytes, name) => {
      const { words, ...read } = await look(bytes, name)
      expect(words === null || typeof words === "string").toBe(true)
      expect(parseImportRead(JSON.parse(JSON.stringify(read)))).toEqual(read)
    }),
    { numRuns: 300 },
  )
})

test("a bundle of this tool is known by its first entry, or by its encryption and its name", () => {
  const first = (name: string) => Buffer.from(`PK\x03\x04${"\0".repeat(26)}${name}`, "latin1")
  expect(isBundle(first("holdfast-20261122T152200Z-7f3a9c/00-readme.html"), "a.zip")).toBe(true)
  expect(isBundle(first("holiday/00-readme.html"), "holdfast.zip")).toBe(false)
  const age = Buffer.from("age-encryption.org/v1\n-> X25519")
  expect(isBundle(age, "holdfast-20261122T152200Z-7f3a9c.zip.age")).toBe(true)
  expect(isBundle(age, "other.age")).toBe(false)
})
