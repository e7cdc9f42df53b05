/** What is asked about cases and remarks, read field by field as platform/requests.ts does. */
import { asCaseName } from "../core/cases.ts"
import { asBoolean, asFields, asList } from "../core/parse.ts"
import { parseSaid } from "../core/remarks.ts"
import { type FilingApi } from "../protocol/filing.ts"
import { asId } from "./ids.ts"
import { type Readers } from "./messaging.ts"

export const filingReaders: Readers<FilingApi> = {
  keepRemark: input => {
    const { of, remarkId, said } = asFields(input, "keepRemark")
    return {
      of: asId(of),
      remarkId: remarkId === null ? null : asId(remarkId),
      said: parseSaid(said),
    }
  },
  setAside: input => {
    const { captureId, isAside } = asFields(input, "setAside")
    return { captureId: asId(captureId), isAside: asBoolean(isAside, "isAside") }
  },
  createCase: input => ({ name: asCaseName(asFields(input, "createCase").name) }),
  renameCase: input => ({ ...caseOf(input), name: asCaseName(asFields(input, "renameCase").name) }),
  archiveCase: input => ({
    ...caseOf(input),
    archived: asBoolean(asFields(input, "archiveCase").archived, "archived"),
  }),
  chooseCase: caseOf,
  moveToCase: input => ({
    ...caseOf(input),
    captureIds: asList(asFields(input, "moveToCase").captureIds, "captureIds", asId),
  }),
}

function caseOf(input: unknown): { caseId: string } {
  return { caseId: asId(asFields(input, "case").caseId) }
}
