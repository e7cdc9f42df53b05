import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { makeBundle } from "../../../src/core/bundle/bundle.ts"
import {
  correctionOf,
  CORRECTIONS,
  parseCorrections,
  writeCorrections,
} from "../../../src/core/corrections.ts"
import { hashOfContent, NOTES, type Said, writeNotes } from "../../../src/core/remarks.ts"
import {
  ANNOTATIONS,
  type AnnotationVersion,
  writeAnnotations,
} from "../../../src/core/picture/annotations.ts"
import {
  COVER,
  type RedactedCopy,
  redactedPath,
  REDACTIONS,
  writeRedactions,
} from "../../../src/core/picture/redactions.ts"
import { type Sha256 } from "../../../src/core/seal/hash.ts"
import { generateDeviceKey, signWith } from "../../../src/core/seal/sign.ts"
import { exampleSnapshot, exampleWords, storedFile } from "../bundle/example.ts"
import { wholeItem, wholeItems } from "../bundle/whole-item.ts"
import { check, codes, failing, picture as png } from "./example.ts"

test("what the writer makes, the verifier finds whole in every layer", async () => {
  const { pair, spki } = await generateDeviceKey()
  const automation = { value: "yes", basis: "navigator.webdriver" } as const
  const robot = wholeItem("e004", { "text.txt": "x" })
  const items = [
    ...wholeItems(),
    wholeItem("e004", { "text.txt": "x" }, { environment: { ...robot.record.environment, automation } }),
  ]
  const made = await makeBundle(exampleSnapshot(items, { publicKey: spki }), exampleWords, signWith(pair))
  const result = await check(Buffer.from(await made.zip.arrayBuffer()), undefined, made.fileName)
  expect(failing(result)).toEqual([])
  expect(result).toMatchObject({ verdict: "integrity-only", exit: 0 })
  expect(codes(result)).toContain("automation/yes")
  expect(codes(result)).not.toContain("archive/renamed")
})

test("what the user filled in goes there and back, in the writer's file and to the verifier's satisfaction", async () => {
  const { pair, spki } = await generateDeviceKey()
  const item = wholeItem("e001", { "text.txt": "x" })
  const said = { field: "authorName", value: "李四", note: "看过其主页" } as const
  const corrections = [correctionOf(said, "2026-11-23T08:00:00.250Z")]
  const bundleWith = async (of: Sha256) => {
    const file = storedFile(CORRECTIONS, writeCorrections(of, corrections))
    const corrected = { ...item, corrections, files: [...item.files, file] }
    const snapshot = exampleSnapshot([corrected], { publicKey: spki })
    const made = await makeBundle(snapshot, exampleWords, signWith(pair))
    return { result: await check(Buffer.from(await made.zip.arrayBuffer()), undefined, made.fileName), file }
  }
  const { result, file } = await bundleWith(item.recordSha256)
  expect(failing(result)).toEqual([])
  expect(parseCorrections(JSON.parse(await file.blob.text()))).toEqual({
    ...{ schema: 1, of: item.recordSha256, corrections },
  })
  // Signed and listed as it should be, and of another record: a writer's mistake, or a forger's.
  const other = await bundleWith("0".repeat(64) as Sha256)
  expect(other.result).toMatchObject({ verdict: "damaged", exit: 1 })
  expect(codes(other.result)).toContain("corrections/of-another")
})

test("cases, and what the user says of items and cases, hold in every layer", async () => {
  const { pair, spki } = await generateDeviceKey()
  const said: Said = { kind: "note", content: { text: "已问过律师。" } }
  const version = { ...said, version: 1, at: "2026-11-23T08:00:00.250Z", sha256: hashOfContent(said) }
  const remark = { id: "n", versions: [version] }
  const item = wholeItem("e001", { "text.txt": "x" })
  const notes = storedFile(NOTES, writeNotes(item.recordSha256, [remark]))
  const noted = { ...item, caseNumber: "c002", remarks: [version], files: [...item.files, notes] }
  const made = await makeBundle(
    exampleSnapshot([noted], {
      ...{ publicKey: spki, cases: [{ number: "c002", title: "张某<b>", remarks: [remark] }] },
    }),
    exampleWords,
    signWith(pair),
  )
  const result = await check(Buffer.from(await made.zip.arrayBuffer()), undefined, made.fileName)
  expect(failing(result)).toEqual([])
  expect(result.exit).toBe(0)
  const readme = made.files.find(({ path }) => path === "00-readme.html")
  const html = await new Response(readme?.content).text()
  for (const text of [
    "c002 <bdi>张某&lt;b&gt;</bdi>",
    "备注 1 条，投诉记录 0 条",
    "data/e001/notes.json",
    "不是证据",
  ])
    expect(html).toContain(text)
  expect(html).not.toContain("已问过律师")
})

test("marks and a redacted copy are told in the papers as what they are, and hold with their item", async () => {
  const { pair, spki } = await generateDeviceKey()
  const item = wholeItem("e001", { "page-1.png": new Uint8Array(png(10, 10, "sealed")) })
  const sealed = item.record.files.find(({ path }) => path === "page-1.png")
  const picture = { path: "page-1.png", sha256: sealed?.sha256 ?? ("" as Sha256) }
  const [at, box] = ["2026-11-26T08:00:00.250Z", { x: 1, y: 2, width: 3, height: 4 }]
  const mark = { kind: "box", ...box, note: "<b>这里</b>" } as const
  const annotations: AnnotationVersion[] = [{ picture, source: "user", at, marks: [mark] }]
  const covered = storedFile(redactedPath(0, picture.path), new Uint8Array(png(10, 10, "covered")))
  const copies: RedactedCopy[] = [
    {
      ...{ path: covered.path, sha256: covered.sha256, bytes: covered.bytes, source: "user", at },
      ...{ original: picture, boxes: [box], cover: COVER },
    },
  ]
  const files = [
    ...[...item.files, covered, storedFile(ANNOTATIONS, writeAnnotations(item.recordSha256, annotations))],
    storedFile(REDACTIONS, writeRedactions(item.recordSha256, copies)),
  ]
  const snapshot = exampleSnapshot([{ ...item, files, annotations, copies }], { publicKey: spki })
  const made = await makeBundle(snapshot, exampleWords, signWith(pair))
  const result = await check(Buffer.from(await made.zip.arrayBuffer()), undefined, made.fileName)
  expect(failing(result)).toEqual([])
  const readme = made.files.find(({ path }) => path === "00-readme.html")?.content
  const html = readme instanceof Blob ? await readme.text() : new TextDecoder().decode(readme)
  expect(html).toMatch(/遮挡副本，不是原件.*data\/e001\/redacted\/001-page-1-redacted\.png/s)
  expect(html).toContain("<bdi>&lt;b&gt;这里&lt;/b&gt;</bdi>")
  expect(html).toContain(picture.sha256)
})

test("a bundle that the product itself made earlier is still read", async () => {
  const result = await check(readFileSync("tests/fixtures/bundles/v1-integrity-only.zip"))
  expect({ verdict: result.verdict, failing: failing(result) }).toEqual({
    verdict: "integrity-only",
    failing: [],
  })
})
