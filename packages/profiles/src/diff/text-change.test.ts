import { textChange } from "./text-change";

// Of nobody: made for this test, and their keys thrown away.
const OLD = `-----BEGIN CERTIFICATE-----
MIIBtTCCAVugAwIBAgIUWCdQgpnLdumbJaIYhNaCeeD0GeMwCgYIKoZIzj0EAwIw
MDEcMBoGA1UEAwwTcGFsZXR0ZS5leGFtcGxlLmNvbTEQMA4GA1UECgwHRXhhbXBs
ZTAeFw0yNjExMjMwNjM2MDNaFw0yNzExMjMwNjM2MDNaMDAxHDAaBgNVBAMME3Bh
bGV0dGUuZXhhbXBsZS5jb20xEDAOBgNVBAoMB0V4YW1wbGUwWTATBgcqhkjOPQIB
BggqhkjOPQMBBwNCAARS6X9P3jSmSE9mXoOt0PGhFJIAVjviccmdxzq/cKkuK0Wo
unxwhWSFe0GQVnf2XwOcSFe8+S+yp6sWt4x3E2DKo1MwUTAdBgNVHQ4EFgQUBC5f
Wff64IphGO+PgBRdSO31PegwHwYDVR0jBBgwFoAUBC5fWff64IphGO+PgBRdSO31
PegwDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNIADBFAiAlFHBLDrPly49V
VBOQ/pYgB0KkNg8Hb1foqHnpx263QAIhAIiuizcQ6zk7Lq0RMsk4td+bl0TTbPWN
uOVtB8Rnjctb
-----END CERTIFICATE-----
`;
const NEW = `-----BEGIN CERTIFICATE-----
MIIBtzCCAV2gAwIBAgIUM946WjrP+7M6GJbh1xmHIy1EfaQwCgYIKoZIzj0EAwIw
MDEcMBoGA1UEAwwTcGFsZXR0ZS5leGFtcGxlLmNvbTEQMA4GA1UECgwHRXhhbXBs
ZTAgFw0yNjExMjMwNjM2MDNaGA8yMTI2MTAzMDA2MzYwM1owMDEcMBoGA1UEAwwT
cGFsZXR0ZS5leGFtcGxlLmNvbTEQMA4GA1UECgwHRXhhbXBsZTBZMBMGByqGSM49
AgEGCCqGSM49AwEHA0IABAZ7b2muWI6tbJOfJjxW9RnsKby+oIXidGBEQZv1pGdN
tA97MostOwfFR6NQ2UIWYyKDqV5QcecBk9Il6jhkbOajUzBRMB0GA1UdDgQWBBQO
tx9vu2PVxnmmhOtZ75U9bW/RUDAfBgNVHSMEGDAWgBQOtx9vu2PVxnmmhOtZ75U9
bW/RUDAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0gAMEUCIA32l3Ieihjx
ZSzhWVhBwk00P5jCmX6mzkOLkdquYTSeAiEA9TfaEYv3qLWoxnvDWX+PeEmJ1NmH
ZpE1mWot9oNDaVc=
-----END CERTIFICATE-----
`;

describe("textChange", () => {
  test("tells the lines that differ, with their numbers and a line around", () => {
    expect(textChange("a\nb\nc\nd\ne\nf\ng\n", "a\nb\nC\nd\ne\nf\nnew\ng\n")).toEqual({
      kind: "lines",
      hunks: [
        {
          beforeLine: 2,
          afterLine: 2,
          lines: [
            { kind: "same", text: "b" },
            { kind: "remove", text: "c" },
            { kind: "add", text: "C" },
            { kind: "same", text: "d" },
          ],
        },
        {
          beforeLine: 6,
          afterLine: 6,
          lines: [
            { kind: "same", text: "f" },
            { kind: "add", text: "new" },
            { kind: "same", text: "g" },
          ],
        },
      ],
    });
  });

  test("brings changes together whose surroundings meet", () => {
    const change = textChange("a\nb\nc\n", "A\nb\nC\n");
    expect(change).toMatchObject({ hunks: [{ lines: expect.anything() as unknown }] });
    expect(change?.kind === "lines" && change.hunks[0]!.lines.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      "remove a",
      "add A",
      "same b",
      "remove c",
      "add C",
      "same ",
    ]);
  });

  test("tells certificates by subject, expiry and fingerprint, in base64 too", () => {
    const facts = { subject: "CN=palette.example.com, O=Example", issuer: "CN=palette.example.com, O=Example" };
    const expected = {
      kind: "certificates",
      before: [{ ...facts, expires: "2027-11-23", fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/) as unknown }],
      after: [{ ...facts, expires: "2126-10-30", fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/) as unknown }],
    };
    expect(textChange(OLD, NEW)).toEqual(expected);
    const base64 = (text: string) => Buffer.from(text).toString("base64");
    expect(textChange(base64(OLD), base64(NEW))).toEqual(expected);
    expect(textChange(OLD, `${NEW}text\n`)?.kind).toBe("lines");
    expect(textChange(OLD, NEW.replace("MIIB", "AAAA"))?.kind).toBe("lines");
  });

  test("tells nothing of short values, of other values, and of what is masked", () => {
    expect(textChange("a", "b")).toBeUndefined();
    expect(textChange(1, "b\nc")).toBeUndefined();
    expect(textChange({ masked: true }, { masked: true })).toBeUndefined();
  });
});
