/** The papers of an export, and for whom one is made, by name. */

/** For whom an export is: 律师, 公证处, 平台, 报警, 仅备份 (product.md §6.5). */
export const audiences = ["lawyer", "notary", "platform", "police", "backup"] as const
export type Audience = (typeof audiences)[number]

/** Those for the police, the courts and a notary, in the order of their files. */
export const packetNames = [
  ...(["police", "civil", "disclosure", "injunction"] as const),
  ...(["prosecution", "notary", "preservation"] as const),
] as const
export type PacketName = (typeof packetNames)[number]

/** Papers for a road. Another one adds its name here, and its line in drafts.ts. */
export const draftNames = ["notice", ...packetNames, "abroad"] as const
export type DraftName = (typeof draftNames)[number]

/** The report and the list of evidence first: the others name their numbers and pages. */
export const paperNames = ["report", "list", "route", ...draftNames] as const
export type PaperName = (typeof paperNames)[number]

/** What goes along where nobody chose otherwise. */
export const usualPapers: readonly PaperName[] = ["report", "list", "route"]
