/** What could still be kept for an item. Suggestions: no sentence says that anything must be done, or what will come of it. */
export const coach = {
  "coach.title": "What is still missing",
  "coach.what":
    "Suggestions, which you may put away. Use your own account, nobody else’s, and pages that you open in the ordinary way.",
  "coach.allDone": "There is nothing left to suggest for this item.",

  "coach.profile": "The author’s page",
  "coach.profile.why": "It helps to identify later who stands behind the account. Open it and capture it.",
  "coach.context": "What it stands among",
  "coach.context.why":
    "The post that it answers, and the answers around it, show how it is to be understood. Open them and capture them.",
  "coach.own-reply": "Your own reply",
  "coach.own-reply.why":
    "If you answered, or asked for it to be taken down, capture that as well. Nobody but you knows whether there is one.",
  "coach.signed-out": "The view of who is not signed in",
  "coach.signed-out.why": "It shows whether anybody could see it, without an account.",
  "coach.second-reading": "A second reading of the numbers, a day later",
  "coach.second-reading.why":
    "Views and reposts change. Two dated readings, at least 24 hours apart, show in which direction.",
  "coach.loss": "What it did to you",
  "coach.loss.why":
    "Keep the originals yourself: chats on the telephone that they are on, orders, bills, medical records. Don’t delete them when you change the device.",

  "coach.found": "The vault has it.",
  "coach.foundIn": ({ items }: { items: string }) => `The vault has it: ${items}.`,
  "coach.tick": "I have it",
  "coach.tickOf": ({ what }: { what: string }) => `I have it: ${what}`,
  "coach.dismiss": "Don’t suggest it",
  "coach.dismissOf": ({ what }: { what: string }) => `Don’t suggest it: ${what}`,
  "coach.again": "Suggest it again",
  "coach.againOf": ({ what }: { what: string }) => `Suggest it again: ${what}`,
  "coach.dismissed": ({ n }: { n: number }) => `Put away: ${String(n)}`,
  "coach.look": "See it as a visitor…",

  "retention.title": "Shortest periods for which platforms must keep records by law",
  "retention.published": ({ time }: { time: string }) =>
    `Counted from the time that the page shows as published: ${time}`,
  "retention.firstSeen": ({ time }: { time: string }) =>
    `No publish time was read, so counted from the first capture: ${time}`,
  "retention.content-record": ({ time }: { time: string }) =>
    `60 days, backups of content records (Measures for the Administration of Internet Information Services of China, article 14): ${time}`,
  "retention.network-log": ({ time }: { time: string }) =>
    `6 months, network logs (Cybersecurity Law of China, article 23): ${time}`,
  "retention.limits":
    "Dates of the calendar, and no forecast: a platform may keep more, and from when a period counts, and whether it applies, is a question for a lawyer.",
} as const satisfies Record<string, unknown>
