/** Settings as a file: what is in it, and what one would change. */
import { plural } from "./plural.ts"

export const settingsFile = {
  "settingsFile.title": "Settings as a file",
  "settingsFile.what":
    "Keeps these settings in a file, to be imported on another computer or after a new installation. No evidence is in it, nor this device’s signing key: it is no backup.",
  "settingsFile.grants":
    "Access to sites that the browser granted can’t be taken along: after an import, allow the sites that are needed again. Time stamp authorities of a file come switched off, for you to switch on one by one.",
  "settingsFile.withRecipients":
    "With the names and public keys to encrypt to (others see whom you give evidence to)",
  "settingsFile.withSecrets":
    "With authorization headers of time stamp authorities, and addresses with a query (as good as a password: don’t pass it on)",
  "settingsFile.export": "Export settings",
  "settingsFile.exported": ({ name }: { name: string }) => `Handed to the browser to download: ${name}`,
  "settingsFile.import": "Import settings",
  "settingsFile.importWhat":
    "What a file would change is listed first, for you to decide. What is not in it stays as it is.",
  "settingsFile.choose": "Choose a file…",
  "settingsFile.preview": ({ n }: { n: number }) => `${plural(n, "change", "changes")} would be made:`,
  "settingsFile.same": "The file says what the settings are already. There is nothing to change.",
  "settingsFile.apply": "Import this",
  "settingsFile.cancel": "Don’t import",
  "settingsFile.applied": ({ n }: { n: number }) =>
    `Imported: ${plural(n, "change was", "changes were")} made. Another language of these pages holds for pages opened from now on.`,
  "settingsFile.change": ({ what, from, to }: { what: string; from: string; to: string }) =>
    `${what}: ${from} → ${to}`,
  "settingsFile.on": "on",
  "settingsFile.off": "off",
  "settingsFile.unlimited": "as many as come",
  "settingsFile.authority": ({ url }: { url: string }) =>
    `Adds the time stamp authority ${url}, switched off`,
  "settingsFile.authorityWith": ({ url }: { url: string }) =>
    `Adds the time stamp authority ${url} with its authorization, switched off`,
  "settingsFile.recipient": ({ name }: { name: string }) =>
    `Adds “${name}” to encrypt to. Check this public key with them in person or by telephone: with another one, you would encrypt to somebody else.`,
} as const
