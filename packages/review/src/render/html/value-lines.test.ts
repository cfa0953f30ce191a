import { X509Certificate } from "node:crypto";
import { rootCertificates } from "node:tls";
import { valueLines } from "./value-lines";

test("Short values stand on one line, quoted where they could be mistaken", () => {
  expect(valueLines("true", "leaf")).toEqual(['"true"']);
  expect(valueLines({ a: 1, b: ["x"] }, "leaf")).toEqual(["{a: 1, b: [x]}"]);
  expect(valueLines(null, "leaf")).toEqual(["null"]);
  expect(valueLines([], "leaf")).toEqual(["[]"]);
});

test("A long value is never shortened: texts stand line by line, lists and maps as an outline", () => {
  expect(valueLines("a\nb\n", "leaf")).toEqual(["a", "b"]);
  const long = "x".repeat(100);
  expect(valueLines(long, "leaf")).toEqual([long]);
  expect(valueLines({ list: [{ name: "web", value: long }, "api"], text: "one\ntwo", "-": 1 }, "leaf")).toEqual([
    "list:",
    "  - name: web",
    `    value: ${long}`,
    "  - api",
    "text: |",
    "  one",
    "  two",
    "-: 1",
  ]);
});

test("A list of lists is an outline too", () => {
  const long = "x".repeat(80);
  expect(valueLines([[long, 1]], "leaf")).toEqual([`- - ${long}`, "  - 1"]);
});

test("What stands for a value is told in words: masked ones by their hash", () => {
  expect(valueLines({ masked: true, hash: "a1b2c3" }, "leaf")).toEqual(["(masked a1b2c3)"]);
  expect(valueLines({ masked: true }, "leaf")).toEqual(["(masked)"]);
  expect(valueLines({ unknown: true }, "leaf")).toEqual(["(known after apply)"]);
  expect(valueLines({ lines: 3 }, "leaf")).toEqual(["text of 3 lines"]);
  expect(valueLines({ yaml: "0o17" }, "leaf")).toEqual(["0o17"]);
  const masked = { masked: true as const, hash: "a1b2c3" };
  expect(valueLines({ a: masked, b: "x".repeat(80) }, "leaf")[0]).toBe("a: (masked a1b2c3)");
});

test("Characters that turn the reading direction or end a line are written as escapes", () => {
  expect(valueLines("a\u202eb\r\nc", "leaf")).toEqual(["a\\u202eb\\u000d", "c"]);
});

test("A certificate is told by what it says, and not by its base64", () => {
  const pem = rootCertificates[0]!;
  const year = new Date(new X509Certificate(pem).validTo).getUTCFullYear();
  const lines = valueLines(`${pem}\n`, "leaf");
  expect(lines).toEqual([
    expect.stringMatching(/^certificate \S/),
    expect.stringMatching(/^issued by \S/),
    expect.stringContaining(`expires ${year}-`),
    expect.stringMatching(/^fingerprint [0-9a-f]{16}$/),
  ]);
  expect(valueLines(Buffer.from(pem).toString("base64"), "leaf")).toEqual(lines);
});
