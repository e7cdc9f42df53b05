/** What can be wrong with the one who signed, and with those above. */
import { der, encode, integer, octets, parse, sequence } from "./asn.ts"
import { CA_EXTENSIONS } from "./authority.ts"
import { OIDS, algorithm, attribute, fieldsOfCertificate, forge, hash, resigned, soon } from "./forge.ts"
import { type Row, forged, signedBy, under, replaced, without, after, generalName, essOf } from "./forgery.ts"
import { withExtension } from "./world.ts"

export const signerForgeries: readonly Row[] = [
  ["no extended key usage", "extended-key-usage", signedBy("extendedKeyUsage", null)],
  [
    "an extended key usage that is not critical",
    "extended-key-usage",
    signedBy("extendedKeyUsage", "timeStamping"),
  ],
  [
    "an extended key usage for clients",
    "extended-key-usage",
    signedBy("extendedKeyUsage", "critical,clientAuth"),
  ],
  [
    "an extended key usage for stamps and more",
    "extended-key-usage",
    signedBy("extendedKeyUsage", "critical,timeStamping,codeSigning"),
  ],
  // RFC 3161 §2.3: "only one instance", whatever the other is. OpenSSL skips what it does not know.
  [
    "an extended key usage for stamps and something unknown",
    "extended-key-usage",
    signedBy("extendedKeyUsage", "critical,timeStamping,1.2.3.4"),
    "accepts",
  ],
  ["any extended key usage", "extended-key-usage", signedBy("extendedKeyUsage", "critical,2.5.29.37.0")],
  [
    "a key that signs certificates too",
    "key-usage",
    signedBy("keyUsage", "critical,digitalSignature,keyCertSign"),
  ],
  ["a key for encryption", "key-usage", signedBy("keyUsage", "critical,keyEncipherment")],

  ["no signing certificate", "signing-certificate", forged(() => ({ attributes: without(2) }))],
  [
    "another's signing certificate",
    "signing-certificate",
    forged(w => ({
      attributes: replaced(
        2,
        attribute(OIDS.signingCertificateV2, sequence(sequence(sequence(octets(hash("sha256", w.ca.der)))))),
      ),
    })),
  ],
  [
    "another's signing certificate, by SHA-1",
    "signing-certificate",
    forged(w => ({
      attributes: replaced(
        2,
        attribute(OIDS.signingCertificate, sequence(sequence(sequence(octets(hash("sha1", w.ca.der)))))),
      ),
    })),
  ],
  [
    "a signing certificate by a hash that nobody knows",
    "signing-certificate",
    forged(w => ({
      attributes: replaced(
        2,
        attribute(
          OIDS.signingCertificateV2,
          sequence(sequence(sequence(algorithm("1.2.3"), octets(hash("sha256", w.tsa.der))))),
        ),
      ),
    })),
  ],
  [
    "a signing certificate of another issuer",
    "signing-certificate",
    forged(w => ({
      attributes: replaced(
        2,
        attribute(
          OIDS.signingCertificateV2,
          sequence(
            sequence(
              sequence(
                octets(hash("sha256", w.tsa.der)),
                sequence(
                  sequence(der(0xa4, fieldsOfCertificate(w.low.der).issuer)),
                  fieldsOfCertificate(w.tsa.der).serial,
                ),
              ),
            ),
          ),
        ),
      ),
    })),
  ],
  [
    "a signing certificate of another number",
    "signing-certificate",
    forged(w => ({
      attributes: replaced(
        2,
        attribute(
          OIDS.signingCertificateV2,
          sequence(
            sequence(
              sequence(
                octets(hash("sha256", w.tsa.der)),
                sequence(sequence(der(0xa4, fieldsOfCertificate(w.tsa.der).issuer)), integer("01")),
              ),
            ),
          ),
        ),
      ),
    })),
  ],
  [
    "the signing certificate second",
    "signing-certificate",
    forged(w => ({
      attributes: replaced(
        2,
        attribute(
          OIDS.signingCertificateV2,
          sequence(
            sequence(
              sequence(octets(hash("sha256", w.root.der))),
              sequence(octets(hash("sha256", w.tsa.der))),
            ),
          ),
        ),
      ),
    })),
  ],
  [
    "a stranger among the certificates of the chain",
    "signing-certificate",
    forged(w => ({ attributes: replaced(2, essOf(w, sequence(octets(hash("sha256", w.ca.der))))) })),
  ],
  [
    "one signing certificate right and one wrong",
    "signing-certificate",
    forged(w => ({
      attributes: after(
        attribute(OIDS.signingCertificate, sequence(sequence(sequence(octets(hash("sha1", w.ca.der)))))),
      ),
    })),
  ],
  [
    "an empty list of signing certificates",
    "signing-certificate",
    forged(() => ({ attributes: replaced(2, attribute(OIDS.signingCertificateV2, sequence(sequence()))) })),
  ],
  [
    "the signing certificate twice",
    "signing-certificate",
    forged(w => ({ attributes: after(essOf(w)) })),
    "accepts",
  ],

  [
    "another authority's name",
    "authority-name",
    forged(w => ({ info: after(generalName(fieldsOfCertificate(w.ca.der).subject)) })),
  ],
  [
    "a name of another kind",
    "authority-name",
    forged(() => ({ info: after(der(0xa0, der(0x86, Buffer.from("https://tsa.example")))) })),
  ],

  ["a time before the signer's certificate", "signer-validity", forged(() => ({ time: "20200101000000Z" }))],
  [
    "a time after it",
    "signer-validity",
    forged(w => ({ signer: w.make({ days: 1 }), time: soon(2 * 86400) })),
  ],
  [
    "the very second in which it ends",
    "signer-validity",
    w => {
      const signer = w.make({ days: 1 })
      const [, end] = parse(signer.der).items[0]!.items[4]!.items
      return { reply: forge({ signer, data: w.data, time: `20${end!.body.toString()}` }) }
    },
  ],

  [
    "a signer's certificate that its issuer did not sign",
    "chain-signature",
    forged(w => ({
      signer: { ...w.tsa, der: resigned(w.tsa.der, w.ca, encode(parse(w.tsa.der).items[0]!)) },
    })),
  ],
  [
    "a CA's certificate that the root did not sign",
    "chain-signature",
    forged(w => ({
      signer: w.low,
      others: [{ ...w.ca, der: resigned(w.ca.der, w.tsa, encode(parse(w.ca.der).items[0]!)) }],
    })),
  ],
  [
    "a signer's certificate signed with SHA-1",
    "chain-algorithm",
    forged(w => ({ signer: w.make({ digest: "sha1" }) })),
    "accepts",
  ],
  [
    "a CA's certificate signed with MD5",
    "chain-algorithm",
    forged(w => {
      const rsa = w.make({ name: "RSA CA", key: "rsa", extensions: CA_EXTENSIONS })
      const ca = w.make({ name: "MD5 CA", issuer: rsa, digest: "md5", extensions: CA_EXTENSIONS })
      return { signer: w.make({ issuer: ca }), others: [ca, rsa] }
    }),
    "accepts",
  ],
  [
    "a CA with an RSA key of 1024 bits",
    "chain-algorithm",
    under(CA_EXTENSIONS, { key: "rsa-1024" }),
    "accepts",
  ],
  [
    "a CA's certificate that has ended",
    "chain-validity",
    under(CA_EXTENSIONS, { days: 1 }, { time: soon(2 * 86400) }),
  ],
  [
    "a root that has ended",
    "chain-validity",
    w => {
      const root = w.make({
        name: "Old Root",
        days: 1,
        extensions: CA_EXTENSIONS,
        ...{ issuer: undefined },
      } as never)
      const signer = w.make({ issuer: root })
      return { reply: forge({ signer, data: w.data, time: soon(2 * 86400) }), roots: [root] }
    },
  ],
  [
    "an issuer that is another authority's signer",
    "chain-not-ca",
    forged(w => ({ signer: w.make({ issuer: w.tsa }), others: [w.tsa] })),
  ],
  [
    "an issuer without basic constraints",
    "chain-not-ca",
    under(withExtension(CA_EXTENSIONS, "basicConstraints", null)),
  ],
  [
    "an issuer that may not sign certificates",
    "chain-key-usage",
    under(withExtension(CA_EXTENSIONS, "keyUsage", "critical,cRLSign,digitalSignature")),
  ],
  // An authority for web servers must not be able to make one for stamps.
  [
    "an issuer for web servers alone",
    "chain-key-usage",
    under([...CA_EXTENSIONS, "extendedKeyUsage = serverAuth"]),
    "accepts",
  ],
  [
    "a CA below one that allows none",
    "chain-length",
    forged(w => {
      const high = w.make({
        name: "High",
        extensions: withExtension(CA_EXTENSIONS, "basicConstraints", "critical,CA:true,pathlen:0"),
      })
      const low = w.make({ name: "Low", issuer: high, extensions: CA_EXTENSIONS })
      return { signer: w.make({ issuer: low }), others: [low, high] }
    }),
  ],
  [
    "a critical extension that is not known, in the signer's",
    "chain-extension",
    signedBy("1.2.3.4", "critical,DER:0500"),
  ],
  [
    "a critical extension that is not known, in a CA's",
    "chain-extension",
    under([...CA_EXTENSIONS, "1.2.3.4 = critical,DER:0500"]),
  ],
  // Not followed here, so not believed.
  [
    "a CA that is limited to some names",
    "chain-extension",
    under([...CA_EXTENSIONS, "nameConstraints = critical,permitted;dirName:names", "[ names ]", "C = XX"]),
    "accepts",
  ],
  [
    "a proxy's certificate",
    "chain-extension",
    signedBy("1.3.6.1.5.5.7.1.14", "critical,DER:300f300d06082b060105050715010401 00".replace(" ", "")),
  ],
]
