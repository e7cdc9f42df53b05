import type { NoticeWords } from "../../core/papers/notice-words.ts"
import { lawSaidEn } from "./law.ts"

export const noticeEn: NoticeWords = {
  title: "Notice of infringement",
  draft: "Draft, to be reviewed by a lawyer",
  header: platform => `Notice of infringement · to ${platform} · draft, to be reviewed by a lawyer`,
  part: {
    before: "Before you send it (take this page out when you do)",
    person: "1. Who gives notice",
    content: "2. What the notice is about",
    story: "3. Facts and reasons",
    basis: "4. Right and basis",
    demand: "5. What is asked for",
    evidence: "6. Preliminary evidence",
    guarantee: "7. Guarantee",
    enclosures: "8. Enclosures",
  },
  before: [
    "1. Capture first, then send. Once the platform has acted, the content may no longer be seen. Make sure that every page you need is captured; if you mean to go to a notary, ask there before you send.",
    "2. This notice reaches the poster. The platform is to pass it on to the user concerned (text below): they may see the name, document number, address and contact details in it. Where an agent sends it, have a lawyer check whose contact details stand in it.",
    "3. The poster may make a statement. Where the platform has passed it on to you and hears of no complaint or suit of yours within a reasonable period, it is to end what it did (text below). The text does not say how many days that is.",
    "4. Write only what you can show. Who does damage by a wrong notice is liable for it (text below).",
    "5. Fill in “________” or take it out; grey words are the page's own, offered to choose from: cut them down to the sentences that you mean. Where a platform has a form of its own, what it asks for comes first.",
    "6. When it is sent, record platform, way, time, number and answer among the complaints of the case: Holdfast counts the days from then.",
  ],
  to: "To",
  operator: "Full name of the platform's operator",
  field: {
    name: "Name",
    idNumber: "Identity document and number",
    address: "Address",
    phone: "Telephone",
    email: "E-mail",
    agent: "Agent",
  },
  noAgent: "Take this line out where there is none.",
  contentNote:
    "Links, ids, accounts and times are from the capture records, so that the content can be found exactly; “________” marks what was not read from the page. The numbers before each are those of the list of evidence.",
  columns: { matter: "Matter", content: "Content" },
  row: {
    link: "Permanent link",
    opened: "Address when captured",
    postId: "Id of the content",
    author: "Name of the account",
    authorId: "Id of the account (UID)",
    profile: "Page of the account",
    published: "Published",
    captured: "Captured",
    words: "Words complained of (verbatim)",
    truth: "What is untrue, and what is true",
  },
  shortened:
    "A token in the address, or its end, was left out; the capture record in the bundle has it whole.",
  chooseWords: "[Choose the words complained of from the text below, and take out the rest]",
  basis:
    "The words quoted above do not agree with the facts, in the view of who gives notice, and are suspected of infringing their right of reputation (rewrite this for other rights). Notice is given under these provisions:",
  law: lawSaidEn,
  demand: [
    "1. To take the necessary measures, such as deleting, blocking or breaking the links, without delay, for the content at the links above.",
    "2. To keep the data about this content and account, including the content and the times at which it was published and changed, the account's registration and sign-in data, network addresses, and the numbers of views, reposts and comments, for the authorities that may ask for them under the law.",
    "3. To say what was done; and why, where nothing was.",
    "4. To cover the document number, address and contact details when this notice is passed on to the user concerned.",
  ],
  evidenceNote:
    "The numbers are those of the list of evidence (02-evidence-list.docx). “Record” is the SHA-256 of that item's capture.json: it says that the record has not changed, and not whether what the page says is true.",
  evidenceColumns: { number: "No.", name: "Evidence", from: "Source", print: "Record" },
  guarantee: [
    "Who gives notice guarantees that the identity stated above is true, and that this notice and what is enclosed are true to their knowledge; and answers under the law for damage that a wrong notice does to the user or to the platform.",
  ],
  enclosures: [
    "1. Copy of the identity document (to be added by you; an agent adds the power of attorney)",
    "2. List of evidence and the evidence in it, or the bundle that holds them",
  ],
  sender: "Who gives notice (signature or seal)",
  signedOn: "Date",
  sentBy: "Way and time of sending (filled in when it is sent)",
}
