/** Sentences of law that the papers may print: read in a source, word for word, and of which day that source is. */

export interface LawSentence {
  readonly title: { readonly zh: string; readonly en: string }
  readonly article: { readonly zh: string; readonly en: string }
  /** As it stands in the source. */
  readonly text: string
  readonly inForce: string
  readonly readIn: string
}

/** Two numbers, to be set beside readings and never compared with them for the reader (law.md §1.2). */
export const spreadNumbers: LawSentence = {
  title: {
    zh: "最高人民法院、最高人民检察院关于办理利用信息网络实施诽谤等刑事案件适用法律若干问题的解释",
    en: "Interpretation of the Supreme People's Court and the Supreme People's Procuratorate on criminal cases of defamation by information networks",
  },
  article: { zh: "第二条第（一）项", en: "art. 2 (1)" },
  text: "同一诽谤信息实际被点击、浏览次数达到五千次以上，或者被转发次数达到五百次以上的",
  inForce: "2013-09-10",
  readIn: "LawRefBook/Laws 2f4c5c23, 2025-04-19",
}
