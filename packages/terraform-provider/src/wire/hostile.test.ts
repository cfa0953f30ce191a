import fc from "fast-check";
import { decodeMsgpack } from "./msgpack";
import { calls, streams } from "./tfplugin6";

// Whatever comes over the socket is read or refused: nothing hangs, and nothing but an Error is thrown.
const requests = fc.constantFrom(...Object.values({ ...calls, ...streams }).map(({ request }) => request));

function readOrRefused(read: () => unknown): void {
  try {
    read();
  } catch (error) {
    expect(error).toBeInstanceOf(Error);
  }
}

test("any bytes are a message or an error", () => {
  fc.assert(
    fc.property(requests, fc.uint8Array({ maxLength: 200 }), (request, bytes) =>
      readOrRefused(() => request.decode(bytes)),
    ),
    { numRuns: 2000 },
  );
});

test("any bytes are a value or an error", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => readOrRefused(() => decodeMsgpack(bytes))),
    { numRuns: 2000 },
  );
});
