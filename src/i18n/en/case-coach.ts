/** What could still be kept for a case as a whole. Suggestions, as those for an item (coach.ts). */
import { coach } from "./coach.ts"

export const caseCoach = {
  "caseCoach.title": "What the case still lacks",
  "caseCoach.what":
    "Suggestions for the case as a whole, which you may put away. What one item lacks stands on its own page.",
  "caseCoach.allDone": "There is nothing left to suggest for this case.",
  "caseCoach.profile.why":
    "One capture of each account’s page is enough. It helps to identify later who stands behind the account.",
  "caseCoach.context.why":
    "No item was captured with what it stands among. The post that is answered, and the answers around it, show how it is to be understood.",
  "caseCoach.own-reply.why": coach["coach.own-reply.why"],
  "caseCoach.signed-out.why":
    "No item was seen without being signed in. Seeing one shows whether anybody could, without an account.",
  "caseCoach.second-reading.why":
    "No item has two readings at least 24 hours apart. Views and reposts change, and two dated readings show in which direction.",
  "caseCoach.loss.why": coach["coach.loss.why"],
  "caseCoach.pageless": "Not there yet:",
  "caseCoach.unnamed": "an account without a name",
  "caseCoach.more": ({ n }: { n: number }) => `and ${String(n)} more`,
} as const satisfies Record<string, unknown>
