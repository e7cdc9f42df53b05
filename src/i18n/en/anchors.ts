/** OpenTimestamps. A promise is no proof, and a block that nobody looked at is called so. */
export const anchors = {
  "anchors.title": "OpenTimestamps (Bitcoin)",
  "anchors.what":
    "Public servers, called calendars, write a fingerprint into Bitcoin within hours. Anyone can check it later without asking us or them. Until then there is only a promise, which is no proof. Whether a court recognises it has not been verified.",
  "anchors.consent":
    "While it is on, 32 bytes made of a fingerprint and a random number are sent to each of the calendars below, after each capture and at each export; later they are asked whether it is done. Never a picture, an address, text, or the fingerprint itself. They see your IP address, as any site does.",
  "anchors.on": "Ask for it for what I capture and export from now on",
  "anchors.calendars": "Calendars, one address a line; two promises are wanted",
  "anchors.other": "Other calendars…",
  "anchors.keep": "Save the list",
  "anchors.usual": "Back to the public four",
  "anchors.waiting": "OpenTimestamps: no calendar has answered yet; asked for again by itself",
  "anchors.pending":
    "OpenTimestamps: promised by calendars, not in Bitcoin yet. A promise is no proof; it is asked for again by itself.",
  "anchors.block": ({ height }: { height: string }) =>
    `OpenTimestamps: the proof leads to Bitcoin block ${height}. Holdfast has not looked at the block: whoever checks compares its Merkle root.`,
  "anchors.none":
    "OpenTimestamps: no proof came in time. The bundle is sound without it; it is asked for again by itself.",
  "anchors.save": "Save the OpenTimestamps proof as it stands now (.ots)",
} as const satisfies Record<string, unknown>
