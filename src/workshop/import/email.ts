/** What an e-mail's own headers say, and its words (RFC 5322). Every header can be written by anyone on its way. */
import PostalMime, { type Address, type Email } from "postal-mime"
import { type Claims } from "./claims.ts"

/** Larger ones are kept as they are, and not looked into: the parser holds all of it in memory. */
export const EMAIL_BYTES = 32 * 1024 * 1024

const MOST_RELAYS = 50
const MOST_ATTACHMENTS = 50

/** Answers with the words of the message; null where it has none as plain text. Throws what the parser throws. */
export async function readEmail(blob: Blob, claims: Claims): Promise<string | null> {
  const mail = await new PostalMime({
    attachmentEncoding: "arraybuffer",
    forceRfc822Attachments: true,
    ...{ maxNestingDepth: 32, maxHeadersSize: 512 * 1024 },
  }).parse(await blob.arrayBuffer())
  claims.add("subject", "Subject", mail.subject)
  claims.add("from", "From", mail.from === undefined ? null : addressSaid(mail.from))
  claims.add("to", "To", addressesSaid(mail.to))
  claims.add("copy-to", "Cc", addressesSaid(mail.cc))
  claims.add("sent", "Date", rawOf(mail, "date"))
  claims.add("message-id", "Message-ID", mail.messageId)
  // The last server wrote the first line; what stands below it may be the sender's own.
  const relays = mail.headers.filter(({ key }) => key === "received").slice(0, MOST_RELAYS)
  relays.forEach(({ value }, index) => {
    claims.add("relay", `Received ${String(index + 1)}`, value)
  })
  for (const { filename, mimeType } of mail.attachments.slice(0, MOST_ATTACHMENTS)) {
    claims.add("attachment", "Content-Disposition", `${filename ?? "-"} (${mimeType})`)
  }
  const text = mail.text?.trim() ?? ""
  return text === "" ? null : text
}

/** As it was written: a date that does not parse is one, too. */
const rawOf = ({ headers }: Email, key: string): string | undefined =>
  headers.find(header => header.key === key)?.value

const addressSaid = (address: Address): string =>
  address.group === undefined
    ? `${address.name} <${address.address}>`.trim()
    : `${address.name}: ${address.group.map(addressSaid).join(", ")}`

const addressesSaid = (list: readonly Address[] | undefined): string | null =>
  list === undefined ? null : list.slice(0, 50).map(addressSaid).join(", ")
