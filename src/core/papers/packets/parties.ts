/** The other side in a paper: the accounts as they were captured, with a blank wherever only a name, a court or a platform could tell. */
import { type ItemSnapshot } from "../../bundle/snapshot.ts"
import { type Fact, type Said } from "../block.ts"
import { BLANK, type DraftBlock } from "../draft.ts"
import { plain } from "../say.ts"
import { accountFields, accountLines, accountSite, hasAuthor, opponentsOf } from "./accounts.ts"
import { addressOf, fieldSaid, siteIn } from "./field-said.ts"
import { contentOf, numberOfItem, type PacketSection } from "./ground.ts"
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
  // One name can be of one account alone: of several, nobody has said of which.
  const typed = typedLine(section, "opponent")
  const isOfOne = opponents.length <= 1
  const blanks = [row("realName", isOfOne ? typed : BLANK), ...fields.map(field => row(field, BLANK))]
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
    ...(isOfOne || typed === BLANK
      ? []
      : [
          {
            kind: "facts",
            rows: [
              {
                label: say(({ packets }) => packets.party.realName),
                value: say(({ packets }) => packets.whoseName(typed, BLANK)),
              },
            ],
          } as const,
        ]),
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
        account.items.flatMap(({ record }) => plain(numberOfItem(entries, record.item))),
      ]),
    },
    note(speaker.say(({ packets }) => packets.opponentNote)),
  ]
}

/** What a platform needs to find an account: its ids, and each post's. */
export function lookupTable(section: PacketSection): DraftBlock[] {
  const { accounts, speaker, entries } = section
  const { say } = speaker
  const row = (item: ItemSnapshot, account: Said): Said[] => [
    account,
    plain(numberOfItem(entries, item.record.item)),
    [
      ...plain(addressOf(item)),
      // An account's page is no post, and has no number of one.
      ...(item.facts === undefined || item.facts.pageType === "profile"
        ? []
        : say(
            ({ readme, list }) =>
              `${readme.fieldName("postId")}${list.between.colon}${fieldSaid(item, "postId")?.text ?? BLANK}`,
          )),
    ],
  ]
  const unnamed = contentOf(entries).filter(({ item }) => !hasAuthor(item))
  return [
    heading(section, "accounts"),
    {
      kind: "table",
      columns: columns(speaker, [
        ["account", 0.4],
        ["number", 0.13],
        ["post", 0.47],
      ]),
      rows: [
        ...opponentsOf(accounts).flatMap(account =>
          account.items.map(item =>
            row(item, [
              ...accountSite(account, speaker),
              ...accountLines(account, ["authorName", "authorHandle", "authorId", "authorUrl"], speaker),
            ]),
          ),
        ),
        // The platform can tell whose it is by its address alone.
        ...unnamed.map(({ item }) =>
          row(item, [
            ...say(words => siteIn(item, words)),
            ...say(({ packets }) => packets.noAccount, "soft"),
          ]),
        ),
      ],
    },
  ]
}
