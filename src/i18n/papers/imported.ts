/** What the papers say of an item that is a file from elsewhere. */
import type { ImportedWords } from "../../core/bundle/item-words.ts"
import { importing as english } from "../en/import.ts"
import { importing as chinese } from "../zh-CN/import.ts"

type Catalogue = typeof english | typeof chinese

const wordsOf = (
  said: Catalogue,
  colon: string,
  own: Pick<ImportedWords, "importedFile" | "importedLimit" | "importedAt" | "importedFrom" | "byNameAlone">,
): ImportedWords => ({
  ...own,
  importedNote: said["imported.not-captured"],
  importedKind: said["imported.kind"],
  importedKindSaid: (kind, by) => {
    const named = said[`import.kind.${kind}`]
    return by === "name" ? own.byNameAlone(named) : named
  },
  lastModified: said["imported.lastModified"],
  stated: ({ maker, device, way, when, note }) => [
    ...(maker === null ? [] : [`${said["import.maker"]}${colon}${said[`import.maker.${maker}`]}`]),
    ...(device === null ? [] : [`${said["import.device"]}${colon}${said[`import.device.${device}`]}`]),
    ...(way === null ? [] : [`${said["import.way"]}${colon}${said[`import.way.${way}`]}`]),
    ...(when === "" ? [] : [`${said["imported.when"]}${colon}${when}`]),
    ...(note === "" ? [] : [`${said["imported.note"]}${colon}${note}`]),
  ],
  claimsTitle: said["imported.claims"],
  claimsNone: said["imported.claimsNone"],
  claimName: name => said[`claim.${name}`],
  positionThere: said["claim.positionThere"],
  statedTitle: "",
  statedNone: said["imported.statedNone"],
})

export const importedEn: ImportedWords = {
  ...wordsOf(english, ": ", {
    importedFile: "Imported file",
    importedLimit:
      "Items called “imported file” were not captured by this tool. They show that a file has been the same since it was imported, and nothing of how it came about.",
    importedAt: "Imported at",
    importedFrom: time => `Imported by the user at ${time}; not captured by this tool`,
    byNameAlone: kind => `${kind} (judged by its name alone)`,
  }),
  statedTitle: "What the user says of its origin",
}

export const importedZh: ImportedWords = {
  ...wordsOf(chinese, "：", {
    importedFile: "导入的文件",
    importedLimit:
      "标为「导入的文件」的项并非由本工具采集，只能说明文件自导入起没有改变，不能说明文件怎样形成。",
    importedAt: "导入时间",
    importedFrom: time => `使用者于 ${time} 导入，并非由本工具采集`,
    byNameAlone: kind => `${kind}（只按文件名判断）`,
  }),
  statedTitle: "使用者对来历的说明",
}
