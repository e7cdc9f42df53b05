/** Backups: what has one, when that is told, and what removing the extension takes with it. */
import { plural } from "./plural.ts"

export const backup = {
  "backup.without": ({ n }: { n: number }) => `${plural(n, "item has", "items have")} no backup`,
  "backup.allHave": "every item has a backup",
  "backup.due": ({ n }: { n: number }) =>
    `${plural(n, "item has", "items have")} no backup. Export one so nothing is lost if you change computers or uninstall.`,
  "backup.export": ({ n }: { n: number }) => `Back up ${plural(n, "item", "items")}…`,
  "backup.scope": ({ n }: { n: number }) => `Those without a backup: ${plural(n, "item", "items")}`,

  "backup.title": "Backup",
  "backup.what":
    "A backup is an exported bundle. An item has one once a bundle that holds it was handed to the browser to download. Whether the file is still there, Holdfast can’t know. Please look in the downloads list, and keep another copy, for example on a USB stick. What is encrypted to the keys of others alone, only they can open.",
  "backup.later":
    "Notes that you left out of an export, and notes, readings and marks that you add after it, are not in that backup: export again. Items in the trash and of the practice page don’t count. A bundle can be put back into Holdfast (Restore and merge), and opens and can be checked without it.",
  "backup.none": "There is no item yet that needs a backup.",
  "backup.some": ({ n, all }: { n: number; all: string }) =>
    `Of ${all} in all, ${plural(n, "item has", "items have")} no backup.`,
  "backup.every": ({ n }: { n: number }) => `${plural(n, "item", "items")} in all, each with a backup.`,
  "backup.lastAt": ({ time }: { time: string }) => `Last backup: ${time}.`,
  "backup.never": "There was no backup yet.",
  "backup.exportSome": ({ n }: { n: number }) =>
    `Export ${plural(n, "item that has", "items that have")} no backup…`,

  "backup.remind": "Remind me to back up",
  "backup.remindWhat": "One sentence in the popup, never a notification.",
  "backup.days": "Remind me when an item has had no backup for more days than",
  "backup.items": "Remind me when more items have no backup than",
  "backup.keep": "Save",
  "backup.kept": "Saved.",

  "uninstall.title": "Back up before you uninstall",
  "uninstall.what":
    "Removing Holdfast from the browser also deletes all evidence, logs, settings and the signing key that are here, for good. Nothing reminds you then, and no web page is opened.",
  "uninstall.some": ({ n }: { n: number }) =>
    `${plural(n, "item has", "items have")} no backup now, and would be gone.`,
  "uninstall.every":
    "Every item has a backup now. Before you remove Holdfast, open the backup file and see that it is still there.",
} as const
