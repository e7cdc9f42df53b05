/**
 * The laws and interpretations of which sentences are quoted: their titles, of
 * which day each text is, and where it was read. Document numbers stand nowhere:
 * they were not read in a source (law.md, "Document numbers").
 */

export interface InBoth {
  readonly zh: string
  readonly en: string
}

export interface Law {
  readonly title: InBoth
  /** A day, or a year where the source says no more: since when it is in force, or when this text of it was passed. */
  readonly dated:
    | { readonly kind: "in-force"; readonly on: string }
    | { readonly kind: "amended"; readonly on: string }
    | { readonly kind: "issued"; readonly on: string }
  /** Collections in which whoever wrote law.md read the wording word for word: its mark V, without an asterisk. */
  readonly readIn: string
}

const LAW_REF_BOOK = "LawRefBook/Laws 2f4c5c23, 2025-04-19"
const JUST_LAWS = "ImCa0/just-laws 5c000d28, 2026-07-17"

export const laws = {
  civilCode: {
    title: { zh: "中华人民共和国民法典", en: "Civil Code of the PRC" },
    dated: { kind: "in-force", on: "2021-01-01" },
    readIn: LAW_REF_BOOK,
  },
  civilProcedure: {
    title: { zh: "中华人民共和国民事诉讼法", en: "Civil Procedure Law of the PRC" },
    dated: { kind: "amended", on: "2023-09-01" },
    readIn: LAW_REF_BOOK,
  },
  civilProcedureReading: {
    title: {
      zh: "最高人民法院关于适用〈中华人民共和国民事诉讼法〉的解释",
      en: "Interpretation of the Supreme People's Court on applying the Civil Procedure Law",
    },
    dated: { kind: "amended", on: "2022" },
    readIn: LAW_REF_BOOK,
  },
  civilEvidence: {
    title: {
      zh: "最高人民法院关于民事诉讼证据的若干规定",
      en: "Provisions of the Supreme People's Court on evidence in civil proceedings",
    },
    dated: { kind: "in-force", on: "2020-05-01" },
    readIn: LAW_REF_BOOK,
  },
  networkRights: {
    title: {
      zh: "最高人民法院关于审理利用信息网络侵害人身权益民事纠纷案件适用法律若干问题的规定",
      en: "Provisions of the Supreme People's Court on civil disputes over personal rights infringed by information networks",
    },
    dated: { kind: "amended", on: "2020-12-23" },
    readIn: LAW_REF_BOOK,
  },
  publicSecurity: {
    title: {
      zh: "中华人民共和国治安管理处罚法",
      en: "Public Security Administration Punishments Law of the PRC",
    },
    dated: { kind: "in-force", on: "2026-01-01" },
    readIn: JUST_LAWS,
  },
  criminal: {
    title: { zh: "中华人民共和国刑法", en: "Criminal Law of the PRC" },
    dated: { kind: "amended", on: "2023-12-29" },
    readIn: LAW_REF_BOOK,
  },
  networkDefamation: {
    title: {
      zh: "最高人民法院、最高人民检察院关于办理利用信息网络实施诽谤等刑事案件适用法律若干问题的解释",
      en: "Interpretation of the Supreme People's Court and the Supreme People's Procuratorate on criminal cases of defamation by information networks",
    },
    dated: { kind: "in-force", on: "2013-09-10" },
    readIn: LAW_REF_BOOK,
  },
  criminalProcedure: {
    title: { zh: "中华人民共和国刑事诉讼法", en: "Criminal Procedure Law of the PRC" },
    dated: { kind: "amended", on: "2018-10-26" },
    readIn: LAW_REF_BOOK,
  },
  criminalProcedureReading: {
    title: {
      zh: "最高人民法院关于适用〈中华人民共和国刑事诉讼法〉的解释",
      en: "Interpretation of the Supreme People's Court on applying the Criminal Procedure Law",
    },
    dated: { kind: "issued", on: "2021" },
    readIn: LAW_REF_BOOK,
  },
  notaries: {
    title: { zh: "中华人民共和国公证法", en: "Notary Law of the PRC" },
    dated: { kind: "amended", on: "2017-09-01" },
    readIn: LAW_REF_BOOK,
  },
  internetServices: {
    title: {
      zh: "互联网信息服务管理办法",
      en: "Measures for the Administration of Internet Information Services",
    },
    dated: { kind: "amended", on: "2011" },
    readIn: LAW_REF_BOOK,
  },
  cybersecurity: {
    title: { zh: "中华人民共和国网络安全法", en: "Cybersecurity Law of the PRC" },
    dated: { kind: "amended", on: "2025" },
    readIn: JUST_LAWS,
  },
} as const satisfies Readonly<Record<string, Law>>

export type LawName = keyof typeof laws
