import type { CivilWords } from "../../core/papers/packets/packet-words.ts"

export const civilEn: CivilWords = {
  claim: {
    stop: ({ numbers }) =>
      `That the defendant stop the infringement at once, and delete the content in evidence ${numbers}.`,
    effects: ({ blank }) => `That the defendant eliminate the effects, how and how widely: ${blank}`,
    reputation: ({ blank }) =>
      `That the defendant restore the plaintiff's reputation, how and how widely: ${blank}`,
    apology: ({ blank }) =>
      `That the defendant apologise to the plaintiff, how, where and how long: ${blank}`,
    loss: ({ blank }) => `That the defendant compensate the plaintiff's loss, amount (CNY): ${blank}`,
    mental: ({ blank }) =>
      `That the defendant pay the plaintiff damages for mental harm, amount (CNY): ${blank}`,
    costs: ({ blank }) =>
      `That the defendant pay the plaintiff's reasonable costs of stopping the infringement, amount (CNY): ${blank}`,
    fees: () => "That the defendant bear the court fees of this case.",
  },
  grounds: [
    "The plaintiff holds that the content above infringes the plaintiff's right of reputation, and asks the people's court to decide according to law. (For a lawyer to rewrite.)",
  ],
  costsNote:
    "Add a statement of the costs with receipts, such as those of a notary, of time stamps and of a lawyer.",
  venueNote: [
    "These are the provisions on jurisdiction and the addresses that were typed. Which people's court has jurisdiction is not said here, and is for a lawyer.",
  ],
  venueOf: (name, address) => `${name}, address: ${address}`,
  disclosureRequests: operator => [
    `That the network service provider ${operator} be ordered to give the people's court the name, contact details, network address and other data by which the users of the accounts below can be identified.`,
    "That it be ordered to keep these data, and its own records of the content below, until then.",
  ],
  provider: "Defendant (network service provider)",
  providerName: "Name",
  caseNumber: "Case number (of the suit against the provider)",
  defence: "The provider's defence (whether it says that its users posted it, and since when)",
  disclosureNote: [
    "For the lawyer: the provision supposes that the plaintiff has sued the network service provider, and that the provider answers that its users posted the content. Sue whoever runs the platform first, and apply once it has answered so; users who are identified can then be joined. Check the provider's name and address in the register of companies.",
  ],
  disclosureGrounds: blank => [
    `The applicant (plaintiff) has sued the network service provider above over the content below, case number: ${blank}. The provider defends itself by saying that its users posted the information, see: ${blank}. (Where it has not been sued, or has not answered so, this does not hold: take it out, or fill it in later.)`,
    "What the pages show is data of accounts, from which the real identity and address of whoever uses them cannot be established. The table above has the numbers and addresses by which a platform finds the accounts and the content; what the pages do not show is left blank.",
  ],
  injunctionRequests: numbers => [
    `That the respondent be ordered to stop infringing the applicant's personality rights at once, and to delete the content in evidence ${numbers}.`,
    "That the respondent be ordered not to publish the same content again. (For a lawyer to settle.)",
  ],
  injunctionNote:
    "Please explain: that the act is going on or about to happen, and what harm beyond repair will be done if it is not stopped in time. Below is what the user typed.",
}
