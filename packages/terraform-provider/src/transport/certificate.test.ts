import { X509Certificate } from "node:crypto";
import { createCertificate } from "./certificate";
import { der } from "./der";

test("the certificate is its own authority, for localhost, and valid now", () => {
  const created = createCertificate();
  const certificate = new X509Certificate(created.certificatePem);
  expect(certificate.raw.equals(created.der)).toBe(true);
  expect(certificate.verify(certificate.publicKey)).toBe(true);
  expect(certificate.ca).toBe(true);
  expect(certificate.checkHost("localhost")).toBe("localhost");
  expect(certificate.checkHost("example.com")).toBeUndefined();
  expect(certificate.keyUsage).toEqual(["1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2"]);
  expect(Date.parse(certificate.validFrom)).toBeLessThan(Date.now());
  expect(Date.parse(certificate.validTo)).toBeGreaterThan(Date.now());
});

test("no two are alike, and each serial number is a positive one", () => {
  const serials = Array.from(
    { length: 20 },
    () => new X509Certificate(createCertificate().certificatePem).serialNumber,
  );
  expect(new Set(serials).size).toBe(20);
  for (const serial of serials) expect(serial).toMatch(/^[4-7][0-9A-F]{31}$/);
});

test("lengths and object identifiers are written as X.690 says", () => {
  expect(der.octetString(Buffer.alloc(127)).subarray(0, 2)).toEqual(Buffer.of(0x04, 127));
  expect(der.octetString(Buffer.alloc(300)).subarray(0, 4)).toEqual(Buffer.of(0x04, 0x82, 0x01, 0x2c));
  expect(der.oid("1.2.840.10045.4.3.2")).toEqual(Buffer.from("06082a8648ce3d040302", "hex"));
  expect(der.integer(Buffer.of(0x80))).toEqual(Buffer.of(0x02, 2, 0, 0x80));
  expect(der.time(new Date("2031-02-03T04:05:06.789Z")).subarray(2).toString()).toBe("20310203040506Z");
});
