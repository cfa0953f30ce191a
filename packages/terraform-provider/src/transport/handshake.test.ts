import { existsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { handshakeLine, readHandshake } from "./handshake";
import { reattachLine } from "./reattach";
import { createSocketPath } from "./socket";

const cookie = { TF_PLUGIN_MAGIC_COOKIE: "d602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2" };

test("the line has six fields, and the certificate no padding", () => {
  expect(handshakeLine("/tmp/s", Buffer.from("abcd"))).toBe("1|6|unix|/tmp/s|grpc|YWJjZA");
  expect(handshakeLine("/tmp/s", undefined)).toBe("1|6|unix|/tmp/s|grpc|");
});

test("a person who starts it by hand is told what to do instead", () => {
  for (const environment of [{}, { TF_PLUGIN_MAGIC_COOKIE: "wrong" }]) {
    expect(readHandshake(environment)).toEqual({ refusal: expect.stringContaining("Terraform starts it") });
  }
});

test("a Terraform that does not speak protocol 6 is refused, with the version it needs", () => {
  expect(readHandshake({ ...cookie, PLUGIN_PROTOCOL_VERSIONS: "4,5" })).toEqual({
    refusal: expect.stringMatching(/asked for 4,5.*Terraform 1\.0/),
  });
  expect(readHandshake({ ...cookie, PLUGIN_PROTOCOL_VERSIONS: "5,6" })).toEqual({ clientCertificate: undefined });
  expect(readHandshake({ ...cookie, PLUGIN_CLIENT_CERT: "pem" })).toEqual({ clientCertificate: "pem" });
});

test("the socket lies in a folder of its own that only this user can enter, also where the temporary folder's path is long", () => {
  for (const temporary of [undefined, `/tmp/${"long/".repeat(30)}`]) {
    const socket = createSocketPath(temporary);
    const folder = dirname(socket.path);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(Buffer.byteLength(socket.path)).toBeLessThan(104);
    socket.remove();
    expect(existsSync(folder)).toBe(false);
  }
});

test("the variable for a debugger is quoted for a shell", () => {
  const line = reattachLine("h/n/t", "/tmp/s", 7);
  expect(JSON.parse(line.replace(/^TF_REATTACH_PROVIDERS='(.*)'$/, "$1"))).toEqual({
    "h/n/t": { Protocol: "grpc", ProtocolVersion: 6, Pid: 7, Test: true, Addr: { Network: "unix", String: "/tmp/s" } },
  });
});
