/** The other side in a paper: the accounts as they were captured, with a blank wherever only a name, a court or a platform could tell. */
import { type Fact } from "../block.ts"
import { BLANK, type DraftBlock } from "../draft.ts"
import { plain } from "../say.ts"
import { accountFields, accountLines, accountSite, opponentsOf } from "./accounts.ts"
import { addressOf, fieldSaid } from "./field-said.ts"
import { numbersOf, type PacketSection } from "./ground.ts"
import { type PacketName } from "../names.ts"
import { type PartyField } from "./packet-words.ts"
import { columns, heading, note, partyHeading, typedLine } from "./parts.ts"

/** A heading and the facts of each account; where there is none, of somebody unknown. */
export function opponentBlocks(
  section: PacketSection,
  name: PacketName,
  fields: readonly PartyField[],
): DraftBlock[] {
  const { speaker, accounts } = section
  const { say } = speaker
  const opponents = opponentsOf(accounts)
  const row = (field: PartyField, value: string): Fact => ({
    label: say(({ packets }) => packets.party[field]),
    value: plain(value),
  })
  // One name can be of one account alone.
  const realName = opponents.length === 1 ? typedLine(section, "opponent") : BLANK
  const blanks = [row("realName", realName), ...fields.map(field => row(field, BLANK))]
  const title = (n: number) =>
    partyHeading(section, ({ paper, opponentNumber }) => opponentNumber(paper[name].opponent, n))
  return [
    ...(opponents.length === 0
      ? [title(1), { kind: "facts", rows: blanks } as const]
      : opponents.flatMap((account, at): DraftBlock[] => [
          title(at + 1),
          {
            kind: "facts",
            rows: [
              ...blanks,
              { label: say(({ packets }) => packets.site), value: accountSite(account, speaker) },
              {
                label: say(({ packets }) => packets.asCaptured),
                value: accountLines(account, accountFields, speaker),
              },
            ],
          },
        ])),
    note(say(({ packets }) => packets.opponentNote)),
  ]
}

/** All accounts of the case, with the numbers of what is there of each. */
export function accountTable(section: PacketSection): DraftBlock[] {
  const { accounts, speaker, entries } = section
  if (accounts.length === 0) return []
  return [
    heading(section, "accounts"),
    {
      kind: "table",
      columns: columns(speaker, [
        ["account", 0.28],
        ["ids", 0.3],
        ["profile", 0.27],
        ["number", 0.15],
      ]),
      rows: accounts.map(account => [
        [...accountSite(account, speaker), ...accountLines(account, ["authorName"], speaker)],
        accountLines(account, ["authorHandle", "authorId", "authorVerified", "ipLocation"], speaker),
        accountLines(account, ["authorUrl"], speaker),
        account.items.flatMap(({ record }) => numbersOf(entries, record.item).flatMap(plain)),
      ]),
    },
    note(speaker.say(({ packets }) => packets.opponentNote)),
  ]
}

/** What a platform needs to find an account: its ids, and each post's. */
export function lookupTable(section: PacketSection): DraftBlock[] {
  const { accounts, speaker, entries } = section
  return [
    heading(section, "accounts"),
    {
      kind: "table",
      columns: columns(speaker, [
        ["account", 0.4],
        ["number", 0.12],
        ["post", 0.48],
      ]),
      rows: opponentsOf(accounts).flatMap(account =>
        account.items.map(item => [
          [
            ...accountSite(account, speaker),
            ...accountLines(account, ["authorName", "authorHandle", "authorId", "authorUrl"], speaker),
          ],
          numbersOf(entries, item.record.item).flatMap(plain),
          [
            ...plain(addressOf(item)),
            ...speaker.say(
              ({ readme, list }) =>
                `${readme.fieldName("postId")}${list.between.colon}${fieldSaid(item, "postId")?.text ?? BLANK}`,
            ),
          ],
        ]),
      ),
    },
  ]
}
