import type {
  NotaryWords,
  PoliceWords,
  PreservationWords,
  ProsecutionWords,
} from "../../core/papers/packets/packet-words.ts"

export const policeEn: PoliceWords = {
  requests: ({ title, article }) => [
    "That the report be accepted, and a receipt given.",
    "That the real identity of whoever uses the accounts above be found out.",
    "That the platform's data be obtained and secured: registration and sign-in records of the accounts above, records of publication, views and reposts of the content.",
    "That the matter be investigated and dealt with according to law, and a criminal case opened where a crime is suspected.",
    `If it is held to be no violation of public security administration: that this be told with the reasons according to ${title.en}, ${article.en}, and in writing, please.`,
  ],
  declared: [
    "Whoever reports this confirms: the above is what they know, and they have not altered the electronic data attached. (Sign only after checking each point.)",
  ],
}

export const prosecutionEn: ProsecutionWords = {
  requests: ({ title, article }) => [
    `That the accused be held criminally liable for defamation according to ${title.en}, ${article.en}. (The charge is for a lawyer to settle.)`,
  ],
  requestsNote: "For compensation in the same proceedings add an incidental civil complaint.",
  standardNote: [
    "These are numbers that pages showed, not figures issued by the platform; they may be rounded, and may count visits of this tool or of the private prosecutor. The interpretation speaks of actual clicks, views and reposts: the two are not the same.",
    "The numbers only stand beside the quantity standard of the provision, to be compared. Whether it is met is for the people's court.",
  ],
  helpTitle: "Request that the police help",
  help: ({ title, article }, blank) => [
    `According to the third paragraph of ${title.en}, ${article.en}, the people's court is asked to require the help of the public security organ: to find out the real identity of whoever uses the accounts above, and to collect evidence of the views and reposts of the content and of its effects.`,
    `Why it is truly difficult to provide the evidence: ${blank}`,
    "What there is to go by: the accounts and addresses above, and the evidence below.",
  ],
}

export const notaryEn: NotaryWords = {
  matter:
    "Preservation of evidence: that the pages below be opened on the notary's own device, and what they show then be preserved.",
  purpose: "Purpose:",
  toKeep: [
    "Please preserve the author's profile page, the whole of the content, the comments, and the time of publication and numbers of views and reposts that the page shows; unfold what is folded.",
  ],
  routeNote:
    "Please write down: whether to sign in, with whose account, how to find the page, what to unfold. The applicant enters account and password on the notary's device themselves.",
  deviceNote:
    "This is what the applicant's own device recorded of itself during the captures. It is not the notary's device.",
  limits: [
    "A notary certifies how evidence was preserved and what was seen then, and not whether what the page says is true.",
    "A notary cannot certify who is behind an account.",
    "A notary cannot certify what the page was like before. The earlier captures by this tool are no notarial act, and no notary took part in them.",
    "A page that can no longer be seen does not come back by it: only what there is can be preserved.",
    "Checking the bundle's fingerprints shows only that the files match the list, and not that the page was unaltered before it was captured.",
    "Whether to take it on, how to go about it and how much to certify is for the notary; what weight it has is for the people's court.",
  ],
  printsNote: [
    "The notary may also be asked to check the bundle and record the outcome: run sha256sum --quiet --strict -c manifest-sha256.txt in the unpacked folder, then sha256sum manifest-sha256.txt, and compare with the 64 digits below.",
  ],
}

export const preservationEn: PreservationWords = {
  holder: "Who has the evidence (operator of the platform)",
  requests: numbers => [
    `That what the pages in evidence ${numbers} show now be preserved.`,
    "That the registration, identity verification and sign-in records that the platform keeps of the accounts below be preserved.",
    "That the platform's records of publication, change and deletion of the content below, and its data of views, comments and reposts, be preserved.",
  ],
  retention: (number, from) =>
    `Evidence ${number} is the oldest content in the bundle: ${from} (by the time of publication that the page shows; where none was read, by the time of capture). Counted from then:`,
  until: {
    "content-record": date => `records of content are to be kept at least until ${date}`,
    "network-log": date => `network logs are to be kept at least until ${date}`,
  },
  retentionNote:
    "From when it is counted and whether it applies is for a lawyer; a platform may keep records for longer.",
  security: blank => `Security (if the people's court requires it): ${blank}`,
}
