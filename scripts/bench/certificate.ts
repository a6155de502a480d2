/** A certificate for 127.0.0.1, signed with its own key. It is written in DER, because node:crypto cannot make one. */
import { generateKeyPairSync, sign, X509Certificate } from "node:crypto";

export interface Identity {
  /** The private key, as PEM. */
  readonly key: string;
  /** The certificate, as PEM. */
  readonly cert: string;
}

/** Valid from yesterday until tomorrow. */
export function createIdentity(now: number = Date.now()): Identity {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const name = sequence(der(SET, sequence(COMMON_NAME, der(UTF8_STRING, Buffer.from("127.0.0.1")))));
  const validity = sequence(time(now - DAY), time(now + DAY));
  const spki = publicKey.export({ type: "spki", format: "der" });
  const toBeSigned = sequence(VERSION_3, SERIAL_NUMBER, ECDSA_WITH_SHA256, name, validity, name, spki, EXTENSIONS);
  const signature = der(BIT_STRING, Buffer.of(0), sign("sha256", toBeSigned, privateKey));
  const certificate = sequence(toBeSigned, ECDSA_WITH_SHA256, signature);
  return {
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    cert: new X509Certificate(certificate).toString(),
  };
}

const DAY = 24 * 60 * 60 * 1_000;

// The tags of https://www.itu.int/rec/T-REC-X.690 that a certificate (RFC 5280, section 4.1) is made of.
const INTEGER = 0x02;
const BIT_STRING = 0x03;
const OCTET_STRING = 0x04;
const OBJECT_IDENTIFIER = 0x06;
const UTF8_STRING = 0x0c;
const UTC_TIME = 0x17;
const SEQUENCE = 0x30;
const SET = 0x31;
const context = (number: number) => 0xa0 + number;
/** An iPAddress of a subject alternative name (RFC 5280, section 4.2.1.6). */
const IP_ADDRESS = 0x87;

const VERSION_3 = der(context(0), der(INTEGER, Buffer.of(2)));
const SERIAL_NUMBER = der(INTEGER, Buffer.of(1));
const ECDSA_WITH_SHA256 = sequence(der(OBJECT_IDENTIFIER, Buffer.from("2a8648ce3d040302", "hex")));
const COMMON_NAME = der(OBJECT_IDENTIFIER, Buffer.from("550403", "hex"));
const SUBJECT_ALTERNATIVE_NAME = der(OBJECT_IDENTIFIER, Buffer.from("551d11", "hex"));
const EXTENSIONS = der(
  context(3),
  sequence(sequence(SUBJECT_ALTERNATIVE_NAME, der(OCTET_STRING, sequence(der(IP_ADDRESS, Buffer.of(127, 0, 0, 1)))))),
);

function sequence(...contents: Uint8Array[]): Buffer {
  return der(SEQUENCE, ...contents);
}

function time(milliseconds: number): Buffer {
  const digits = new Date(milliseconds).toISOString().replace(/\D/g, "");
  return der(UTC_TIME, Buffer.from(`${digits.slice(2, 14)}Z`));
}

/** Tag, length, contents. */
function der(tag: number, ...contents: Uint8Array[]): Buffer {
  const content = Buffer.concat(contents);
  return Buffer.concat([Buffer.of(tag), lengthOf(content), content]);
}

/** One byte below 128; otherwise the number of bytes, then the bytes. */
function lengthOf({ length }: Buffer): Buffer {
  if (length < 0x80) return Buffer.of(length);
  return length < 0x100 ? Buffer.of(0x81, length) : Buffer.of(0x82, length >> 8, length & 0xff);
}
