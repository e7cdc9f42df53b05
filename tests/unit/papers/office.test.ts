/** Every Word paper of a bundle, opened by LibreOffice without a warning, and read back off its sheets. */
import { existsSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { drafts } from "../../../src/core/papers/drafts.ts"
import { listDraftOf } from "../../../src/core/papers/list-draft.ts"
import { draftNames } from "../../../src/core/papers/names.ts"
import { writeDraft } from "../../../src/workshop/word/write-draft.ts"
import { noOffice, officePdfs } from "../../e2e/harness/office.ts"
import { noPdfTools, pdfInfo, pdfText } from "../../e2e/harness/pdf.ts"
import { inScratch } from "../bundle/written.ts"
import { exampleNoticeItems } from "./example-notice.ts"
import { packetGround } from "./packets/example-packets.ts"

const languages = { "zh-CN": "草稿，请由律师审阅", en: "raft, to be reviewed by a lawyer" } as const

test.for(["zh-CN", "en"] as const)(
  "in %s LibreOffice opens each of them, with its title, its warning on every sheet, and its numbers",
  { timeout: 300_000 },
  async (language, context) => {
    if (noOffice !== null) context.skip(noOffice)
    if (noPdfTools !== null) context.skip(noPdfTools)
    const ground = await packetGround(language, exampleNoticeItems())
    const { contents, words } = ground
    const made = [
      { path: "02-evidence-list.docx", draft: listDraftOf(contents, words, language, null) },
      ...draftNames.flatMap(name => drafts[name].make(ground)),
    ]
    expect(made.length).toBeGreaterThan(9)
    await inScratch(async folder => {
      const files: string[] = []
      for (const { path, draft } of made) {
        const file = join(folder, path)
        writeFileSync(file, await writeDraft(draft))
        files.push(file)
      }
      const pdfs = officePdfs(files, folder)
      for (const [at, { path, draft }] of made.entries()) {
        const pdf = pdfs[at] ?? ""
        expect(existsSync(pdf), path).toBe(true)
        expect(pdfInfo(pdf), path).toContain(draft.title.slice(0, 20))
        const sheets = pdfText(pdf).split("\f").slice(0, -1)
        for (const sheet of sheets) expect(sheet, path).toContain(languages[language])
        // The second platform's notice is of the second page alone.
        expect(sheets.join("\n"), path).toMatch(path.endsWith("-2.docx") ? /\b1[-‑]3\b/ : /\b1[-‑]1\b/)
      }
    })
  },
)
