/** Files that are made to keep their readers busy: by the work that is left to do, not by the clock. */
import { expect, test } from "vitest"
import { fileKind, HEAD_BYTES } from "../../../src/core/import/kind.ts"
import { htmlWords } from "../../../src/workshop/import/html-words.ts"
import { mailLines } from "../../../src/workshop/import/mail-lines.ts"
import { lookInto } from "../../../src/workshop/import/read-imported.ts"

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, "latin1"))
const look = (text: string, name: string) => {
  const bytes = bytesOf(text)
  return lookInto(new Blob([bytes]), fileKind(bytes.subarray(0, HEAD_BYTES), name))
}

const HEAD = "Subject: hello\nFrom: a@b.example\n"
const MOST = 40_000

test.each([
  ["short lines", `${HEAD}\n${"a\n".repeat(1_000_000)}`],
  ["lines without any content", `${HEAD}\n${"\n".repeat(1_000_000)}`],
  ["boundaries", `${HEAD}Content-Type: multipart/mixed; boundary=b\n\n${"--b\n\n".repeat(400_000)}`],
  [
    "base64 of a few characters a line",
    `${HEAD}Content-Transfer-Encoding: base64\n\n${"YQ==\n".repeat(400_000)}`,
  ],
  ["headers", `${HEAD}${"x: y\n".repeat(400_000)}\n\nwords`],
  ["one header in many lines", `${HEAD}X: y\n${" z\n".repeat(400_000)}\n\nwords`],
  [
    "headers of parts",
    `${HEAD}Content-Type: multipart/mixed; boundary=b\n\n${`--b\n${`x: ${"y".repeat(900)}\n`.repeat(2)}\n`.repeat(900)}`,
  ],
  ["one line of megabytes", `${HEAD}Content-Type: text/html\n\n${"<b>&amp;".repeat(1_000_000)}`],
  ["runs of base64 one after another", `${HEAD}\n${`${`${"A".repeat(76)}\n`.repeat(5_000)}-\n`.repeat(60)}`],
])("of an e-mail of %s the parser gets the headers alone", async (_what, mail) => {
  const { lines, isCut, bytes } = mailLines(bytesOf(mail))
  expect(lines).toBeLessThanOrEqual(MOST)
  expect(bytes.length).toBeLessThanOrEqual(128 * 1024)
  expect(isCut).toBe(true)
  const read = await look(mail, "a.eml")
  expect(read).toMatchObject({ unread: "limit", words: null })
  expect(read.claims).toContainEqual({ name: "subject", where: "Subject", text: "hello" })
})

test("an attachment of many megabytes costs a few thousand lines, and nothing of the letter", async () => {
  const attached = `${"QUJD".repeat(19)}\r\n`.repeat(300_000)
  const mail = [
    `${HEAD}Content-Type: multipart/mixed; boundary=b`,
    "",
    "--b",
    "Content-Type: text/plain",
    "",
    "words of the letter",
    "--b",
    'Content-Type: application/pdf; name="a.pdf"',
    'Content-Disposition: attachment; filename="a.pdf"',
    "Content-Transfer-Encoding: base64",
    "",
    `${attached}--b`,
    "Content-Type: text/plain",
    "",
    "and below it",
    "--b--",
    "",
  ].join("\r\n")
  expect(mailLines(bytesOf(mail)).lines).toBeLessThan(7_000)
  const read = await look(mail, "a.eml")
  expect(read.words).toContain("words of the letter")
  expect(read.words).toContain("and below it")
  expect(read.claims.at(-1)).toMatchObject({ name: "attachment", text: "a.pdf (application/pdf)" })
  expect(read.unread).toBeNull()
})

test("words that are themselves a long run of base64 are read as far as they go, and said to be more", async () => {
  const words = Buffer.from("海豚餐厅的老板 ".repeat(60_000))
    .toString("base64")
    .replace(/(.{76})/g, "$1\n")
  const mail = `${HEAD}Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n${words}\n`
  const read = await look(mail, "a.eml")
  expect(read.words).toContain("海豚餐厅")
  expect(read.unread).toBe("limit")
})

const chunk = (type: string, data: string) => {
  const size = Buffer.alloc(4)
  size.writeUInt32BE(data.length)
  return `${size.toString("latin1")}${type}${data}\0\0\0\0`
}
const segment = (marker: string, data: string) => {
  const size = Buffer.alloc(2)
  size.writeUInt16BE(data.length + 2)
  return `\xff${marker}${size.toString("latin1")}${data}`
}

test.each([
  ["a.png", `\x89PNG\r\n\x1a\n${chunk("IHDR", "\0".repeat(13))}${chunk("tEXt", "Author\0a").repeat(30_000)}`],
  ["a.jpg", `\xff\xd8${segment("\xe1", "Exif\0\0").repeat(30_000)}`],
])("a picture of more parts than any program writes is not looked into (%s)", async (name, picture) => {
  expect(await look(picture, name)).toMatchObject({ claims: [], unread: "limit" })
})

test("open tags of XMP are not read at all: fifty of these took a second and a gigabyte", async () => {
  const xmp = `http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x="adobe:ns:meta/">${"<a>".repeat(20_000)}`
  const heap = process.memoryUsage().heapUsed
  await look(`\xff\xd8${segment("\xe1", xmp).repeat(50)}\xff\xd9`, "a.jpg")
  expect(process.memoryUsage().heapUsed - heap).toBeLessThan(200_000_000)
})

test.each([
  ["<p>海豚<b>餐厅</b></p><p>老板</p>", "海豚餐厅\n老板"],
  ["a<br>b<div>c</div>d", "a\nb\nc\nd"],
  ["<head><title>t</title><style>p{}</style></head><body>x<script>alert(1)</script>y", "xy"],
  ["<!-- <p>no --> yes", "yes"],
  ["1 &lt; 2 &amp;&#38;&#x4e2d; &nope; 3<4", "1 < 2 &&中 &nope; 3<4"],
  ["a\n   b\t c", "a b c"],
  ["<script>never ends", ""],
  ["<p", ""],
])("the words of %j are %j", (html, words) => {
  expect(htmlWords(html)).toBe(words)
})

test("a letter that is HTML alone has its words, and what its headers say of where it came from", async () => {
  const mail = [
    "Return-Path: <bounce@relay.example>",
    "Authentication-Results: mx.example; dkim=pass header.d=sender.example; spf=fail",
    "DKIM-Signature: v=1; a=rsa-sha256; d=sender.example; s=k1; h=from; b=AAAA",
    "X-Originating-IP: [203.0.113.9]",
    "Reply-To: other@elsewhere.example",
    "From: a@b.example",
    "Content-Type: text/html; charset=utf-8",
    "",
    '<p>words of the <b>letter</b></p><img src="https://track.example/x">',
  ].join("\r\n")
  const { words, claims, unread } = await look(mail, "a.eml")
  expect({ words, unread }).toEqual({ words: "words of the letter", unread: null })
  expect(claims.map(({ name, text }) => `${name}: ${text}`)).toEqual([
    "from: <a@b.example>",
    "reply-to: other@elsewhere.example",
    "return-path: <bounce@relay.example>",
    "sender-address: [203.0.113.9]",
    "authentication: mx.example; dkim=pass header.d=sender.example; spf=fail",
    "signed-by: sender.example",
  ])
})

test.each([
  ["little", "utf16le", (bytes: Buffer) => bytes],
  ["big", "utf16le", (bytes: Buffer) => Buffer.from(bytes).swap16()],
] as const)("a chat in UTF-16, the %s end first, has its words", async (_end, encoding, turned) => {
  const bytes = new Uint8Array(turned(Buffer.from("\ufeff张三: 海豚餐厅", encoding)))
  const { words } = await lookInto(new Blob([bytes]), fileKind(bytes.subarray(0, HEAD_BYTES), "chat.txt"))
  expect(words).toContain("张三: 海豚餐厅")
})
