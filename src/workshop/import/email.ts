/** What an e-mail's own headers say, and its words (RFC 5322). Every header can be written by anyone on its way. */
import PostalMime, { type Address, type Email } from "postal-mime"
import { type Claims } from "./claims.ts"
import { htmlWords } from "./html-words.ts"
import { mailLines } from "./mail-lines.ts"

/** Larger ones are kept as they are, and not looked into: the parser holds all of it in memory. */
export const EMAIL_BYTES = 32 * 1024 * 1024

const MOST_RELAYS = 50
const MOST_ATTACHMENTS = 50
const MOST_SIGNERS = 10

/** UTF-16 units of the words that are kept beside it, as of a chat. */
const LONGEST_WORDS = 1024 * 1024

export interface EmailRead {
  /** Null where it has none. */
  readonly words: string | null
  /** Whether there may be more in it than was read. */
  readonly isCut: boolean
}

/** Throws what the parser throws. */
export async function readEmail(blob: Blob, claims: Claims): Promise<EmailRead> {
  const { bytes, isCut } = mailLines(new Uint8Array(await blob.arrayBuffer()))
  const mail = await new PostalMime({
    attachmentEncoding: "arraybuffer",
    forceRfc822Attachments: true,
    ...{ maxNestingDepth: 32, maxHeadersSize: 512 * 1024 },
  }).parse(bytes)
  claims.add("subject", "Subject", mail.subject)
  claims.add("from", "From", mail.from === undefined ? null : addressSaid(mail.from))
  claims.add("to", "To", addressesSaid(mail.to))
  claims.add("copy-to", "Cc", addressesSaid(mail.cc))
  claims.add("sent", "Date", rawOf(mail, "date"))
  claims.add("message-id", "Message-ID", mail.messageId)
  claims.add("reply-to", "Reply-To", rawOf(mail, "reply-to"))
  claims.add("return-path", "Return-Path", rawOf(mail, "return-path"))
  claims.add("sender-address", "X-Originating-IP", rawOf(mail, "x-originating-ip"))
  for (const value of allOf(mail, "authentication-results").slice(0, MOST_SIGNERS))
    claims.add("authentication", "Authentication-Results", value)
  for (const value of allOf(mail, "dkim-signature").slice(0, MOST_SIGNERS))
    claims.add("signed-by", "DKIM-Signature d=", /(?:^|;)\s*d\s*=\s*([^;\s]{1,255})/.exec(value)?.[1])
  // The last server wrote the first line; what stands below it may be the sender's own.
  allOf(mail, "received")
    .slice(0, MOST_RELAYS)
    .forEach((value, index) => {
      claims.add("relay", `Received ${String(index + 1)}`, value)
    })
  for (const { filename, mimeType } of mail.attachments.slice(0, MOST_ATTACHMENTS)) {
    claims.add("attachment", "Content-Disposition", `${filename ?? "-"} (${mimeType})`)
  }
  const words = wordsOf(mail)
  const isLong = words.length >= LONGEST_WORDS
  // What was left out of a long run of base64 is an attachment's, unless so much came out as words.
  const isWordsCut = isCut && (words.length >= CUT_WORDS || mail.attachments.length === 0)
  return { words: words === "" ? null : words, isCut: isLong || isWordsCut }
}

/** As many characters as words in base64 have at least, where a run of it was cut. */
const CUT_WORDS = 50_000

function wordsOf({ text, html }: Email): string {
  const plain = text?.trim() ?? ""
  if (plain !== "") return plain.slice(0, LONGEST_WORDS)
  return html === undefined ? "" : htmlWords(html.slice(0, LONGEST_WORDS))
}

const allOf = ({ headers }: Email, key: string): string[] =>
  headers.filter(header => header.key === key).map(({ value }) => value)

/** As it was written: a date that does not parse is one, too. */
const rawOf = ({ headers }: Email, key: string): string | undefined =>
  headers.find(header => header.key === key)?.value

const addressSaid = (address: Address): string =>
  address.group === undefined
    ? `${address.name} <${address.address}>`.trim()
    : `${address.name}: ${address.group.map(addressSaid).join(", ")}`

const addressesSaid = (list: readonly Address[] | undefined): string | null =>
  list === undefined ? null : list.slice(0, 50).map(addressSaid).join(", ")
