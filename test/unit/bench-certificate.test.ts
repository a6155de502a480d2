import { createPrivateKey, X509Certificate } from "node:crypto";
import { createServer, get } from "node:https";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { createIdentity } from "../../scripts/bench/certificate.js";

test("the certificate is for 127.0.0.1, has a short life, and is signed with its own key", () => {
  const { key, cert } = createIdentity(Date.UTC(2030, 1, 28, 12));
  const certificate = new X509Certificate(cert);
  expect(certificate.checkIP("127.0.0.1")).toBe("127.0.0.1");
  expect(certificate.checkIP("127.0.0.2")).toBeUndefined();
  expect(certificate.verify(certificate.publicKey)).toBe(true);
  expect(certificate.checkPrivateKey(createPrivateKey(key))).toBe(true);
  expect(certificate.validFrom).toBe("Feb 27 12:00:00 2030 GMT");
  expect(certificate.validTo).toBe("Mar  1 12:00:00 2030 GMT");
});

test("each certificate has its own key", () => {
  expect(createIdentity().key).not.toBe(createIdentity().key);
});

test("a client accepts the certificate only if it trusts it", async () => {
  const identity = createIdentity();
  const server = createServer(identity, (_, response) => response.end());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const statusOf = (ca: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      const request = get(url, { ca, agent: false }, (response) => resolve(response.resume().statusCode));
      request.once("error", reject);
    });
  try {
    await expect(statusOf(identity.cert)).resolves.toBe(200);
    await expect(statusOf(createIdentity().cert)).rejects.toThrow(/certificate/);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});
