/** A computer that others use too: the plain look, the lock of our screens, and what both do not do. */
export const lock = {
  "lock.name": "Web archive",
  "lock.menu": "Archive this page",
  "lock.title": "Shared computer",
  "lock.what":
    "For a computer that others use too. The toolbar icon and the titles of our pages look like those of a web archive, and our pages open by a passphrase. Capturing by the shortcut or the menu goes on without it.",
  "lock.limits":
    "It keeps a glance away, and no more. Your evidence is not encrypted by it: whoever knows computers can read it on the disk, and the browser’s own list of extensions still says Holdfast. What protects you is an account of your own on this computer.",
  "lock.forgetting":
    "A forgotten passphrase costs no evidence: 24 hours after it is asked for, the lock comes off without one. Whoever enters the passphrase is told that somebody asked.",
  "lock.new": "Passphrase, 8 characters or more",
  "lock.again": "The same again",
  "lock.put": "Switch on",
  "lock.on": "On. Our pages close when the browser does.",
  "lock.close": "Close our pages now",
  "lock.old": "Passphrase",
  "lock.remove": "Switch off",
  "lock.open": "Open",
  "lock.capture": "Archive the page in front",
  "lock.capturing": "Saving. Please keep that page in front.",
  "lock.captured": "Saved.",
  "lock.forgotten": "Passphrase forgotten?",
  "lock.ask": "Ask to have the lock taken off",
  "lock.asked": ({ time }: { time: string }) =>
    `Asked for. From ${time} on it can be taken off here. Your evidence is all there.`,
  "lock.lift": "Take the lock off",
  "lock.somebody": ({ time }: { time: string }) =>
    `At ${time} somebody asked to have this lock taken off. That is void now. If it was not you, choose another passphrase.`,
  "lock.go": "Go on",
} as const satisfies Record<string, unknown>

/** Errors that only the lock meets. */
export const lockErrors = {
  "error.lock/locked.cause": "These pages are closed.",
  "error.lock/locked.safe": "Captures are not held up: they are saved, and wait here.",
  "error.lock/locked.next": "Enter the passphrase to go on.",

  "error.lock/wrong.cause": "That is not the passphrase.",
  "error.lock/wrong.safe": "Nothing was changed, and your evidence is all there.",
  "error.lock/wrong.next":
    "Look at capitals and at the keyboard’s language, and try again. If it is forgotten, ask to have the lock taken off.",

  "error.lock/short.cause": "That passphrase is too short.",
  "error.lock/short.safe": "Nothing was switched on, and nothing was changed.",
  "error.lock/short.next":
    "Take 8 characters or more, for example three words that have nothing to do with each other.",

  "error.lock/differ.cause": "The two entries are not the same.",
  "error.lock/differ.safe": "Nothing was switched on; your evidence is as it was.",
  "error.lock/differ.next": "Enter both again.",

  "error.lock/early.cause": "The 24 hours are not over.",
  "error.lock/early.safe": "Your evidence is all there, and captures go on.",
  "error.lock/early.next": "Take the lock off once they are, or enter the passphrase.",

  "error.lock/there.cause": "There is a lock already: it was put on from another page.",
  "error.lock/there.safe": "That lock is as it was, and your evidence is all there.",
  "error.lock/there.next": "Reload this page. For another passphrase, take the lock off first.",
} as const satisfies Record<string, string>
