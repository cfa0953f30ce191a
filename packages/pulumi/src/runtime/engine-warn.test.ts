import { Server, ServerCredentials } from "@grpc/grpc-js";
import { EngineService } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { type LogRequest, LogSeverity } from "@pulumi/pulumi/proto/engine_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { engineWarn } from "./engine-warn";
import { once } from "./once";

const URN = "urn:pulumi:dev::shop::pulumi-nodejs:dynamic/palette:ClusterProfile::it";

test("a warning goes to the engine's log, at its resource, once", async () => {
  const logged: unknown[] = [];
  const server = new Server();
  server.addService(EngineService, {
    log: ({ request }: { request: LogRequest }, done: (error: null, answer: Empty) => void) => {
      logged.push([request.getSeverity(), request.getUrn(), request.getMessage()]);
      done(null, new Empty());
    },
  });
  const port = await new Promise((resolve, reject) =>
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, bound) =>
      error === null ? resolve(bound) : reject(error),
    ),
  );
  const warn = once(engineWarn(`127.0.0.1:${port}`));
  await warn("Take care.", URN);
  await warn("Take care.", URN);
  expect(logged).toEqual([[LogSeverity.WARNING, URN, "Take care."]]);
  server.forceShutdown();
});

test("without an engine it goes to stderr, with the resource's name", async () => {
  const told = jest.spyOn(process.stderr, "write").mockImplementation(() => true);
  const warn = engineWarn("127.0.0.1:1");
  await warn("Take care.", URN);
  await warn("Rest.", "");
  expect(told.mock.calls).toEqual([["warning: it: Take care.\n"], ["warning: Rest.\n"]]);
  told.mockRestore();
});
