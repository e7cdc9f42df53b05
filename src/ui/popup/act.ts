/**
 * What the popup's buttons do, by name. Views only name the act (`data-act`);
 * one listener in main.ts does it. So a view stays a function of the model.
 */
export const acts = [
  "capture",
  "pick",
  "stop",
  "ask-discard",
  "cancel-discard",
  "discard",
  "restore",
  "open-item",
  "open-item-page",
  "acknowledge",
  "trash-recovered",
  "home",
  "open-export",
  "view-export",
  "start-export",
  "skip-report",
  "stop-export",
  "complete-export",
  "save-stamp",
  "make-passphrase",
  "open-verifier",
  "open-attach",
  "copy",
  "open-library",
  "open-queue",
  "open-panel",
  "open-recorder",
  "open-welcome",
  "open-settings",
  "allow-site",
  "see-as-visitor",
  "keep-reading",
  "choose-case",
  "keep-case",
  "cancel-case",
  "dismiss",
] as const
export type Act = (typeof acts)[number]

export const isAct = (name: string | undefined): name is Act => acts.some(act => act === name)
