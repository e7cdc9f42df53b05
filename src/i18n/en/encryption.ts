/** The words of encrypted exports: before, in the settings, and after. */
export const encryption = {
  "encrypt.title": "Encrypt",
  "encrypt.none": "No: whoever gets the ZIP can open it",
  "encrypt.passphrase": "With a passphrase",
  "encrypt.recipients": "With a public key, such as your lawyer’s",
  "encrypt.passphraseFirst": ({ n }: { n: number }) => `Passphrase, ${String(n)} characters or more`,
  "encrypt.passphraseAgain": "The same once more",
  "encrypt.passphraseShow": "Show",
  "encrypt.passphraseMake": "Make one for me",
  "encrypt.passphraseGuess":
    "Whoever has the file can try passphrases for as long as they like. Use four or five unrelated words, or let one be made.",
  "encrypt.passphraseLost":
    "It is kept nowhere. If it is lost, nobody can open that file, we included; your evidence here stays as it is. Write it down, and pass it on by another way than the file.",
  "encrypt.ofCase": "Used last for this case",
  "encrypt.recipientsOnly":
    "Only who holds the secret key can open the file; you cannot. Your evidence here stays as it is.",
  "encrypt.recipientsNone": "No public key yet. Ask your lawyer for theirs, and add it in the settings.",
  "encrypt.recipientsOpen": "Open the settings",

  "encrypt.withPassphrase": "Encrypted with your passphrase, which is kept nowhere.",
  "encrypt.withKeys": ({ names }: { names: string }) => `Encrypted to the key of: ${names}.`,
  "encrypt.sha256Inside": "SHA-256 of the ZIP inside, all 64 digits",
  "encrypt.inside": "These are the bundle’s digits: compare them after decrypting.",
  "encrypt.sha256File": "SHA-256 of the encrypted file itself",
  "encrypt.howToOpen": "Opened with age, a free program, by this command:",

  "recipients.title": "Public keys to encrypt to",
  "recipients.what":
    "A bundle can be encrypted so that only your lawyer can open it. Ask them for their public key of age: it begins with age1, and age-keygen makes one. Compare its last characters with them by telephone.",
  "recipients.none": "None yet.",
  "recipients.label": "Whose it is",
  "recipients.key": "Public key (age1…)",
  "recipients.add": "Add",
  "recipients.remove": "Remove",
  "recipients.removeAsk": "Remove…",
  "recipients.removeWhat":
    "To use it again, you would enter the key again. Files encrypted before stay as they are.",
  "recipients.removeOf": ({ name }: { name: string }) => `Remove the key of ${name}`,
} as const
