import { connect as connectHttp2 } from "node:http2";
import { connect as connectTcp } from "node:net";
import { credentials } from "@grpc/grpc-js";
import { connect } from "../testing/client";
import { createCertificate } from "./certificate";
import { type GrpcServer, type Routes, startGrpcServer } from "./grpc-server";
import { pluginRoutes } from "./plugin-routes";
import { createSocketPath } from "./socket";

const socket = createSocketPath();
const routes: Routes = new Map([
  ["/toy/Echo", { unary: (request: Buffer) => request }],
  ["/toy/Fail", { unary: () => Promise.reject(new Error("50 % of it är broken")) }],
  ["/toy/Count", { stream: count }],
  ["/toy/Slow", { unary: () => new Promise<Buffer>((resolve) => setTimeout(() => resolve(Buffer.of(1)), 50)) }],
  ...pluginRoutes(() => {
    shutdowns += 1;
  }),
]);
let shutdowns = 0;

/** As many parts as are asked for, and an error where a 13th is. Says why it ended. */
async function* count(request: Buffer, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const counter = { sent: 0, ended: "early", aborted: false };
  counters.push(counter);
  try {
    for (; counter.sent < request.readUInt32BE(); counter.sent += 1) {
      if (counter.sent === 13) throw new Error("13 parts är too many");
      yield Buffer.alloc(1 << 20, counter.sent);
      await new Promise((resolve) => setImmediate(resolve));
    }
    counter.ended = "at the end";
  } finally {
    counter.aborted = signal.aborted;
  }
}
const counters: { sent: number; ended: string; aborted: boolean }[] = [];
const asked = (parts: number) => {
  const request = Buffer.alloc(4);
  request.writeUInt32BE(parts);
  return request;
};
afterAll(() => socket.remove());

async function until(done: () => boolean): Promise<void> {
  for (const end = Date.now() + 5000; !done() && Date.now() < end; ) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

describe("in the clear", () => {
  let server: GrpcServer;
  beforeEach(async () => {
    server = await startGrpcServer(socket.path, routes);
  });
  afterEach(() => server.close());

  test("messages from nothing to 20 MB go both ways, several at a time", async () => {
    const client = connect(socket.path);
    const sizes = [0, 1, 20 << 20, 100_000, 65_536];
    const answers = await Promise.all(sizes.map((size) => client.raw("/toy/Echo", Buffer.alloc(size, 7))));
    expect(answers.map((answer) => answer.length)).toEqual(sizes);
    client.close();
  });

  test("a message beyond 256 MB is refused with the reason", async () => {
    const client = connect(socket.path);
    const large = client.raw("/toy/Echo", Buffer.alloc((256 << 20) + 1));
    await expect(large).rejects.toMatchObject({ code: 8, details: "the message is larger than 256 MB" });
    client.close();
  }, 30_000);

  test("a method that is not there is unimplemented, and one that throws an internal error", async () => {
    const client = connect(socket.path);
    await expect(client.raw("/plugin.GRPCBroker/StartStream")).rejects.toMatchObject({ code: 12 });
    await expect(client.raw("/toy/Fail")).rejects.toMatchObject({ code: 13, details: "50 % of it är broken" });
    client.close();
  });

  test("an answer in parts arrives part by part, and may have none", async () => {
    const client = connect(socket.path);
    const parts = await client.parts("/toy/Count", asked(12));
    expect(parts.map((part) => [part.length, part[0]])).toEqual([...Array(12).keys()].map((nth) => [1 << 20, nth]));
    expect(await client.parts("/toy/Count", asked(0))).toEqual([]);
    client.close();
  });

  test("an answer in parts that fails half-way ends with the reason", async () => {
    const client = connect(socket.path);
    const got: Buffer[] = [];
    const failing = client.parts("/toy/Count", asked(20), (parts) => got.push(...parts.slice(-1)) < 0);
    await expect(failing).rejects.toMatchObject({ code: 13, details: "13 parts är too many" });
    expect(got).toHaveLength(13);
    client.close();
  });

  test("a caller that has enough stops the rest from being made", async () => {
    const client = connect(socket.path);
    await client.parts("/toy/Count", asked(12), (parts) => parts.length === 2);
    const counter = counters.at(-1)!;
    await until(() => counter.aborted);
    expect(counter).toMatchObject({ ended: "early", aborted: true });
    client.close();
  });

  test("a compressed or broken frame is refused, and the connection goes on", async () => {
    const client = connectHttp2("http://localhost", { createConnection: () => connectTcp(socket.path) });
    const status = (body: Buffer) =>
      new Promise((resolve, reject) => {
        const call = client.request({ ":method": "POST", ":path": "/toy/Echo", "content-type": "application/grpc" });
        call.on("response", (headers) => resolve(headers["grpc-status"]));
        call.on("error", reject);
        call.resume();
        call.end(body);
      });
    expect(await status(Buffer.of(1, 0, 0, 0, 0))).toBe("12");
    expect(await status(Buffer.of(0, 0, 0, 0, 9))).toBe("3");
    expect(await status(Buffer.of(0, 0))).toBe("3");
    client.close();
  });

  test("Terraform's plugin library finds health, a silent stream, and a way to say goodbye", async () => {
    const client = connect(socket.path);
    expect(await client.raw("/grpc.health.v1.Health/Check")).toEqual(Buffer.of(0x08, 1));
    const stream = client.stream("/plugin.GRPCStdio/StreamStdio");
    const early = await Promise.race([stream.ended.then(() => "ended"), new Promise((r) => setTimeout(r, 50, "open"))]);
    expect(early).toBe("open");
    expect(await client.raw("/plugin.GRPCController/Shutdown")).toHaveLength(0);
    await new Promise((resolve) => setImmediate(resolve));
    expect(shutdowns).toBe(1);
    client.close();
  });

  test("closing lets an answer under way go out, and ends the silent stream", async () => {
    const client = connect(socket.path);
    const { ended } = client.stream("/plugin.GRPCStdio/StreamStdio");
    const slow = client.raw("/toy/Slow");
    await client.raw("/toy/Echo");
    await server.close();
    expect(await slow).toEqual(Buffer.of(1));
    await ended;
    client.close();
  });
});

describe("over TLS", () => {
  const [own, terraform, stranger] = [createCertificate(), createCertificate(), createCertificate()];
  let server: GrpcServer;
  beforeAll(async () => {
    server = await startGrpcServer(socket.path, routes, { ...own, clientPem: terraform.certificatePem });
  });
  afterAll(() => server.close());

  const call = async (client: typeof own | undefined, root = own) => {
    const pem = (text: string | undefined) => (text === undefined ? null : Buffer.from(text));
    const security = credentials.createSsl(
      Buffer.from(root.certificatePem),
      pem(client?.privateKeyPem),
      pem(client?.certificatePem),
    );
    const connected = connect(socket.path, security);
    return connected.raw("/toy/Echo", Buffer.of(5)).finally(() => connected.close());
  };

  test("the client that Terraform named is served", async () => {
    expect(await call(terraform)).toEqual(Buffer.of(5));
  });

  test("one without a certificate, or with another's, is not", async () => {
    await expect(call(undefined)).rejects.toMatchObject({ code: 14 });
    await expect(call(stranger)).rejects.toMatchObject({ code: 14 });
  });

  test("a client that expects another server than us does not go on", async () => {
    await expect(call(terraform, stranger)).rejects.toMatchObject({ code: 14 });
  });
});
