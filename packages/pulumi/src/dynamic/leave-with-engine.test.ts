import { createServer } from "node:net";
import { leaveWithEngine } from "./leave-with-engine";

const port = (server: ReturnType<typeof createServer>) => (server.address() as { port: number }).port;

test("it stays while the engine is there, and leaves soon after that has gone", async () => {
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const left = jest.fn();
  let goes: () => void = () => {};
  const gone = new Promise<void>((done) => {
    goes = done;
  });
  const stop = leaveWithEngine(`127.0.0.1:${port(server)}`, {
    everyMs: 10,
    leave: () => {
      left();
      goes();
    },
  });
  await new Promise((done) => setTimeout(done, 60));
  expect(left).not.toHaveBeenCalled();
  server.close();
  await gone;
  stop();
  expect(left).toHaveBeenCalledTimes(1);
});

test("what is no address is not watched", async () => {
  const leave = jest.fn();
  const stop = leaveWithEngine("--inspect", { everyMs: 1, leave });
  await new Promise((done) => setTimeout(done, 20));
  stop();
  expect(leave).not.toHaveBeenCalled();
});
