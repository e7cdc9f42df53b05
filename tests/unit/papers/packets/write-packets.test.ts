/** The papers as the Word documents that they become, read by Info-ZIP, Python's XML parser, LibreOffice and poppler. */
import { createHash } from "node:crypto"
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { provisions } from "../../../../src/core/law/provisions.ts"
import { listEntries } from "../../../../src/core/papers/list-entries.ts"
import { packetNames } from "../../../../src/core/papers/names.ts"
import { lawOf } from "../../../../src/core/papers/packets/packet-words.ts"
import { writeDraft } from "../../../../src/workshop/word/write-draft.ts"
import { packetsZh } from "../../../../src/i18n/papers/packets-zh.ts"
import { noOffice, officePdf, partsOf } from "../../../e2e/harness/office.ts"
import { noPdfTools, pdfInfo, pdfText } from "../../../e2e/harness/pdf.ts"
import { inScratch } from "../../bundle/written.ts"
import { examplePacket, packetGround, textsIn } from "./example-packets.ts"

test.each(packetNames)(
  "%s is a document whose every part is well-formed, that loads and runs nothing",
  async name => {
    const draft = await examplePacket(name, "both")
    const parts = await inScratch(async folder => {
      const file = join(folder, "paper.docx")
      writeFileSync(file, await writeDraft(draft))
      return partsOf(file)
    })
    expect([...parts.values()].join("\n")).not.toMatch(
      /TargetMode="External"|vbaProject|altChunk|attachedTemplate|INCLUDE/,
    )
    const document = (parts.get("word/document.xml") ?? "").replaceAll("<w:noBreakHyphen/>", "-")
    const text = unescaped(document.replaceAll(/<[^>]+>/g, ""))
    for (const said of textsIn(draft).slice(2)) {
      for (const line of said.split("\n").filter(each => !/[\u0000-\u001f\ufffe\uffff]/.test(each))) {
        expect(text).toContain(line)
      }
    }
  },
)

const unescaped = (xml: string): string =>
  xml
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&")

test("LibreOffice opens the report to the police, with every number, sentence of law and hash on its sheets", async context => {
  if (noOffice !== null) context.skip(noOffice)
  if (noPdfTools !== null) context.skip(noPdfTools)
  const { contents } = await packetGround()
  await inScratch(async folder => {
    const file = join(folder, "05-police-report.docx")
    writeFileSync(file, await writeDraft(await examplePacket("police")))
    const pdf = officePdf(file, folder)
    expect(pdfInfo(pdf)).toMatch(/Title:\s+报案材料\n/)
    const sheets = pdfText(pdf).split("\f").slice(0, -1)
    expect(sheets.length).toBeGreaterThan(3)
    for (const sheet of sheets) expect(sheet).toContain(packetsZh.draft)
    const text = sheets.join("\n").replaceAll(/\s/g, "").replaceAll("‑", "-")
    for (const { number } of listEntries(contents.snapshot)) expect(text).toContain(number)
    for (const each of lawOf.police) expect(text).toContain(provisions[each].text)
    for (const { files } of contents.snapshot.items) {
      for (const { blob } of files) {
        const sha256 = createHash("sha256")
          .update(new Uint8Array(await blob.arrayBuffer()))
          .digest("hex")
        expect(text).toContain(sha256)
      }
    }
  })
})
