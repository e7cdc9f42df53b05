/** A capture from a page of ours that is closed: it is saved, and nothing of it is shown. */
import { backgroundClient, frontTab } from "../../platform/popup.ts"

/** Captures the tab in front, and ends when that is sealed. Throws as `startCapture` does. @param trigger where it was asked for, for the record */
export async function captureFront(trigger: "popup" | "panel"): Promise<void> {
  const background = backgroundClient()
  const { tabId } = await frontTab()
  const { captureId } = await background("startCapture", { tabId, trigger, chatUntil: null })
  await background("whenSealed", { captureId })
}
