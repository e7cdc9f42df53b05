/** The first page, and the practice post. */
export const welcome = {
  "welcome.title": "First time here",
  "welcome.open": "First time? Start here",
  "welcome.keepTitle": "Keep it when you see it",
  "welcome.keep":
    "Open the post, click the toolbar icon, press “Capture this page”. The first screen is saved at once; then the whole page is scrolled and captured. You don’t need to read it.",
  "welcome.hereTitle": "It stays on this computer",
  "welcome.here":
    "No account, and no evidence is uploaded. Removing the extension deletes everything kept here: export a backup now and then, and keep it elsewhere.",
  "welcome.limitsTitle": "What it can and can’t do",
  "welcome.limits":
    "It keeps the page as you saw it and each step of the capture, and lets others check the files against their list. It does not replace a notary, and no court is bound to accept it. For anything important, ask a lawyer or a notary soon.",
  "welcome.practiceTitle": "Practise once",
  "welcome.practice":
    "The practice page is a made-up post inside the extension; it needs no network. Capture, view and export it as you would any page; then move that item to the trash.",
  "welcome.practiceOpen": "Open the practice page",
  "practice.host": "Practice page (made up)",
  "practice.saved":
    "This is practice, and the post is made up. When you are done, press “Undo: move to trash”, so that it is not exported with real evidence.",
} as const
