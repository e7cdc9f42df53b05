export const prepare = {
  "prepare.open": "Prepare papers for somebody…",
  "prepare.title": "Prepare papers and a bundle",
  "prepare.steps": "Steps",
  "prepare.step.1": "For whom",
  "prepare.step.2": "What goes in",
  "prepare.step.3": "Look through and make",
  "prepare.stepOf": ({ n, name }: { n: number; name: string }) => `Step ${String(n)} of 3: ${name}`,
  "prepare.reading": "Reading the items…",
  "prepare.none": "There is no item to make papers from.",
  "prepare.next": "Next",
  "prepare.back": "Back",
  "prepare.items": ({ n }: { n: number }) => (n === 1 ? "1 item goes in" : `${String(n)} items go in`),

  "prepare.audience": "For whom is it?",
  "prepare.for.lawyer": "A lawyer",
  "prepare.for.lawyer.what": "Report, list of evidence, and your notes.",
  "prepare.for.notary": "A notary",
  "prepare.for.notary.what":
    "Report, list of evidence, route sheet and facts for the application, without your notes.",
  "prepare.for.platform": "A platform",
  "prepare.for.platform.what":
    "Notice and list of evidence, items of this platform only, without the report and your notes. The files of each item stay whole, so that the bundle can be verified.",
  "prepare.for.police": "The police",
  "prepare.for.police.what":
    "Report, list of evidence and report to the police, with your record of complaints.",
  "prepare.for.backup": "A backup only",
  "prepare.for.backup.what": "All of it without papers. If others can get at the copy, encrypt it in step 3.",
  "prepare.platform": "Which platform?",
  "prepare.language": "Language of the papers",

  "prepare.papers": "Papers",
  "prepare.noPapers": "A backup needs no papers. You can add some all the same.",
  "prepare.paper.report": "Report (PDF)",
  "prepare.paper.list": "List of evidence (draft)",
  "prepare.paper.route": "Route sheet for a notary (PDF)",
  "prepare.paper.notice": "Notice to the platform (draft)",
  "prepare.wrongful": "What do you complain of?",
  "prepare.wrongfulWhat":
    "Untick what is not what you complain of, such as context, your own replies, or a page that is a proof. It stays in the list of evidence, as “other material”, and no paper calls it wrongful. Your choice is remembered, and changes no evidence.",
  "prepare.wrongfulImported": ({ n }: { n: number }) =>
    n === 1
      ? "1 more is an imported file, and stands as “other material”."
      : `${String(n)} more are imported files, and stand as “other material”.`,
  "prepare.person": "Who speaks in the papers",
  "prepare.personWhat":
    "It goes into the papers that you chose and nowhere else. What you leave empty is a blank in the paper.",
  "prepare.person.name": "Name",
  "prepare.person.idNumber": "Identity document and number",
  "prepare.person.address": "Address",
  "prepare.person.phone": "Telephone",
  "prepare.person.email": "E-mail",
  "prepare.person.agent": "Agent (lawyer), if any",
  "prepare.keep": "Keep this for next time, on this device, apart from the evidence",
  "prepare.own.story": "What happened, in your own words",
  "prepare.statements": "What is false, and what is true",
  "prepare.statementsWhat":
    "Quote the words that are false, then say what is true. Write only what you can show: a wrong notice may make you liable.",
  "prepare.words": "Words complained of (verbatim)",
  "prepare.quote": "Take the page's text",
  "prepare.quoteOf": ({ item }: { item: string }) => `Take the page's text of ${item}`,
  "prepare.truth": "What is true",
  "prepare.honesty": "Say what is true",
  "prepare.honestyWhat":
    "Submit only evidence that is genuine and unaltered, and write only what you know. Leave blank what you are not sure of, and ask a lawyer.",
  "prepare.privacy": "Before you hand it over",
  "prepare.privacyNone":
    "No telephone number or identity number was found in the texts. What is in pictures is not read.",
  "prepare.privacyUnread": "The texts have not been looked through, or could not be: look at them yourself.",
  "prepare.privacyMaybe":
    "Whether you were signed in cannot be told: if you were, your account's name and picture may be in the pictures and the page's source.",
  "prepare.privacySignedIn": ({ items }: { items: string }) =>
    `Captured signed in: ${items}. Your account's name and picture may be in the pictures and the page's source.`,
  "prepare.privacyPhones": ({ n, items }: { n: number; items: string }) =>
    `${String(n)} ${n === 1 ? "number" : "numbers"} in the form of a telephone number: ${items}.`,
  "prepare.privacyIds": ({ n, items }: { n: number; items: string }) =>
    `${String(n)} ${n === 1 ? "number" : "numbers"} in the form of an identity number: ${items}.`,
  "prepare.privacyLook": "Look at each:",
  "prepare.privacyAsIs":
    "Items go in as they were captured: covering parts makes a copy, and the original stays in the bundle. Who must not get an item should not get it at all.",

  "prepare.previewWhat":
    "This is what each paper will say. The bundle's name and fingerprints, zeros here, and pages of the report are filled in when it is made; pictures are not shown here.",
  "prepare.previewing": "Making the preview…",
  "prepare.previewed": "The preview is ready.",
  "prepare.noPreview": "No papers are chosen: the bundle holds the items.",
  "prepare.paperHas": ({ name, path }: { name: string; path: string }) => `${name}: ${path}`,
  "prepare.noPaper": ({ name }: { name: string }) => `${name}: nothing in these items needs one.`,
  "prepare.suggestion": "Suggestion:",
  "prepare.make": "Make the bundle",

  "prepare.sent": "When you have sent the notice",
  "prepare.sentWhat":
    "Holdfast sends nothing. Record here that you sent it: it goes into the case, and the days are counted from then.",
  "prepare.sentKeep": "Record as sent",
  "prepare.sentNoPlatform": "Please say to whom it was sent.",
  "prepare.sentNoTime": "Please say on which day and at what time it was sent.",
  "prepare.sentKept": "Recorded in the case.",

  "person.title": "Who speaks in papers",
  "person.what":
    "Name, document and contact for drafts such as a notice. Kept on this device only, apart from the evidence; in no export but the paper itself, and in no settings file.",
  "person.none": "Nothing is kept. It can be kept when you prepare a paper.",
  "person.show": "Show what is kept",
  "person.forget": "Forget it",
  "person.forgetAsk": "Forget…",
  "person.forgetOf": "Forget the name and ID that are kept",
  "person.forgetWhat": "It cannot be brought back. You would enter it again for the next paper.",
  "person.forgotten": "What was kept is forgotten.",
}
