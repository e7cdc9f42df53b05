/** The links between the pages; the groups of the settings, and those of them that are the newest: languages, storage. */
export const settings = {
  "pages.label": "Pages of Holdfast",
  "pages.import": "Import",
  "pages.verify": "Verify",
  "pages.help": "First steps",

  "settings.groups": "Groups of settings",
  "settings.removed": ({ name }: { name: string }) => `${name} is removed.`,
  "settings.group.capture": "Capture",
  "settings.group.privacy": "Privacy and security",
  "settings.group.reports": "Reports and export",
  "settings.group.stamps": "Time stamps",
  "settings.group.language": "Language and looks",
  "settings.group.backup": "Backup and storage",

  "settings.pages": "Language of these pages",
  "settings.pagesWhat":
    "For Holdfast’s own pages, its icon’s hints and its menu entry; pages that are opened from now on have it. Evidence and bundles stay as they are, and the browser’s own surface keeps the browser’s language.",
  "settings.pages.browser": "As the browser",
  "settings.pagesKeep": "Use this language",
  "settings.looks": "Light or dark follows the system.",

  "settings.reports": "Language of reports",
  "settings.reportsWhat":
    "What an export begins with. Each one can still have another language, or no report.",
  "settings.reports.page": "As these pages",
  "settings.reportsKeep": "Keep for reports",
  "settings.reportsKept": "Kept. It holds from the next export on.",

  "settings.storage": "Storage",
  "settings.storageWhat":
    "It is on this computer only, in this browser. Clearing the browsing history leaves it; removing Holdfast deletes it.",
} as const
