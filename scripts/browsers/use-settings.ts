/** What a person does in our settings, by their own fields and buttons. */
import { type Driven } from "./driver.ts"

/** Enters a time stamp authority and switches it on. Throws with the code where the settings show an error. */
export async function addAuthority(driven: Driven, url: string, authorization = ""): Promise<void> {
  const page = await driven.openExtensionPage("ui/settings.html")
  await page.click("#own summary")
  await page.click("#own input[name=url]")
  await page.type(url)
  if (authorization !== "") {
    await page.click("#own input[name=authorization]")
    await page.type(authorization)
  }
  await page.click("#own button[type=submit]")
  const error = await page.waitFor(() => {
    const shown = document.querySelector<HTMLElement>("#error, #refused")
    if (shown !== null) return shown.dataset.cause ?? "refused"
    return document.querySelector("#own") !== null && document.querySelector("input[data-on=yes]") !== null
      ? "none"
      : null
  })
  if (error !== "none") throw new Error(`the settings show an error: ${error}`)
  await page.close()
}

/** Adds a public key to encrypt to. Throws with the code where the settings show an error. */
export async function addRecipient(driven: Driven, label: string, key: string): Promise<void> {
  const page = await driven.openExtensionPage("ui/settings.html")
  await page.click("#recipient-form input[name=label]")
  await page.type(label)
  await page.click("#recipient-form input[name=key]")
  await page.type(key)
  await page.click("#recipient-form button[type=submit]")
  const isListed = `Array.from(document.querySelectorAll(".recipient-key"), each => each.textContent).includes(${JSON.stringify(key)})`
  const error = await page.waitFor<string | undefined>(
    `document.querySelector("#error")?.dataset.cause ?? (${isListed} ? "none" : undefined)`,
  )
  await page.close()
  if (error !== "none") throw new Error(`the settings show an error: ${String(error)}`)
}

/** Enters how far pages without an end are followed, and keeps it. */
export async function setLimits(
  driven: Driven,
  limits: { readonly screens: number; readonly seconds: number; readonly items: number | null },
): Promise<void> {
  const page = await driven.openExtensionPage("ui/settings.html")
  await page.waitFor(() => document.querySelector("#limits-form button:enabled"))
  for (const [name, value] of Object.entries(limits)) {
    await page.click(`#limits-form input[name=${name}]`)
    await page.evaluate(`document.querySelector("#limits-form input[name=${name}]").select()`)
    await page.evaluate(`document.querySelector("#limits-form input[name=${name}]").value = ""`)
    if (value !== null) await page.type(String(value))
  }
  await page.click("#limits-form button[type=submit]")
  const outcome = await page.waitFor(() => {
    if (document.querySelector("#limits [aria-invalid]") !== null) return "wrong"
    return document.querySelector("#limits-kept")?.textContent === "" ? null : "kept"
  })
  if (outcome !== "kept") throw new Error("the settings did not take the limits")
  await page.close()
}

/** Switches an extra on. Throws where the browser's question was answered with no, or the settings show an error. */
export async function switchOn(driven: Driven, extra: string): Promise<void> {
  const page = await driven.openExtensionPage("ui/settings.html")
  const box = `input[name=extra][value=${extra}]`
  await page.waitFor(`document.querySelector("${box}:not([disabled])")`)
  await page.click(box)
  const said = await page.waitFor<string | undefined>(
    `document.querySelector("#error, #extras-refused")?.textContent ?? (document.querySelector("${box}[data-on=yes]") ? "on" : undefined)`,
  )
  await page.close()
  if (said !== "on") throw new Error(`the settings say: ${String(said)}`)
}

/** Allows a site, as the settings ask for it. Throws where the browser's question was answered with no. */
export async function allowSite(driven: Driven, origin: string): Promise<void> {
  const page = await driven.openExtensionPage(`ui/settings.html?site=${encodeURIComponent(origin)}`)
  await page.click("[data-act=allow-site]")
  const said = await page.waitFor<string | undefined>(
    `document.querySelector("#error, #extras-refused")?.textContent ?? document.querySelector("[data-site][data-allowed=yes]")?.dataset.allowed`,
  )
  await page.close()
  if (said !== "yes") throw new Error(`the settings say: ${String(said)}`)
}
