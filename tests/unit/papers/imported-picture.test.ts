/** A picture from elsewhere in the report: there, under words that say whose it is, and with the hash of its bytes. */
import { createHash } from "node:crypto"
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import type { ItemSnapshot } from "../../../src/core/bundle/snapshot.ts"
import { nothingStated } from "../../../src/core/imported.ts"
import { inEights } from "../../../src/core/papers/say.ts"
import { drawPaper } from "../../../src/workshop/report/draw-paper.ts"
import { noPdfTools, pdfText } from "../../e2e/harness/pdf.ts"
import { exampleItem } from "../bundle/example.ts"
import { inScratch } from "../bundle/written.ts"
import { exampleReport } from "./example-report.ts"

const bytesIn = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../fixtures/imports/${name}`, import.meta.url)))
const photo = bytesIn("phone.jpg")

const imported = (name: string, mediaType: string): ItemSnapshot => {
  const file = `import/original.${name.split(".")[1] ?? ""}`
  const bytes = bytesIn(name)
  return exampleItem(
    "e004",
    { [file]: bytes },
    {
      ...{ url: "", title: name, page: null, frames: [], pages: [], trigger: "import", complete: false },
      gaps: [{ what: "origin", reason: "not-seen", count: null, where: null }],
      imported: {
        ...{ file, givenName: name, lastModified: null, stated: nothingStated, bytes: bytes.length },
        ...{ kind: "picture", kindBy: "bytes", mediaType, claims: [], unread: null },
      },
    },
  )
}

const slotsOf = async (item: ItemSnapshot) =>
  (await exampleReport("zh-CN", [item])).blocks.flatMap(block =>
    block.kind === "picture" ? [block.slot] : [],
  )

test.each([
  ["phone.jpg", "image/jpeg", ["import/original.jpg"]],
  ["screenshot.png", "image/png", ["import/original.png"]],
  ["plain.webp", "image/webp", ["import/original.webp"]],
  ["phone.heic", "image/heic", []],
  ["clip.mp4", "video/mp4", []],
  ["letter.pdf", "application/pdf", []],
])("%s: what a browser decodes as a picture is drawn, and nothing else", async (name, mediaType, paths) => {
  expect((await slotsOf(imported(name, mediaType))).map(({ path }) => path)).toEqual(paths)
})

test.for(["zh-CN", "en", "both"] as const)(
  "pdftotext finds whose word its origin is, and its hash as sha256sum has it (%s)",
  async (language, context) => {
    if (noPdfTools !== null) context.skip(noPdfTools)
    const asked: string[] = []
    await inScratch(async folder => {
      const pdf = await drawPaper(await exampleReport(language, [imported("phone.jpg", "image/jpeg")]), {
        fontFile: new Uint8Array(
          readFileSync("node_modules/@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf"),
        ),
        drawUnit: () => Promise.resolve({ picture: photo, width: 1, above: 0.85, below: 0.15 }),
        openSlot: ({ item, path }) => {
          asked.push(`${item} ${path}`)
          return Promise.resolve({
            ...{ width: 120, height: 200, part: () => Promise.resolve(photo), close: () => undefined },
          })
        },
        onPart: () => Promise.resolve(),
        ahead: 2,
        onPlaced: () => undefined,
      })
      const file = join(folder, "01-report.pdf")
      writeFileSync(file, Buffer.from(await pdf.arrayBuffer()))
      const text = pdfText(file).replace(/\s/g, "")
      const sha256 = createHash("sha256").update(photo).digest("hex")
      const zh = [
        "导入的图片，来源由使用者说明1/1·import/original.jpg",
        "并非由本工具采集；来源以使用者的说明为准",
      ]
      const en = [
        "importedpicture,originasstatedbytheuser1/1·import/original.jpg",
        "notcapturedbythistool;itsorigin",
      ]
      for (const said of language === "zh-CN" ? zh : language === "en" ? en : [...zh, ...en]) {
        expect(text).toContain(said)
      }
      expect(text).toContain(`SHA-256${inEights(sha256).replaceAll(" ", "")}`)
    })
    expect(asked).toEqual(["e004 import/original.jpg"])
  },
)
