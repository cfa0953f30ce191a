import { log } from "./log";

const written: string[] = [];
beforeEach(() => {
  written.length = 0;
  jest.spyOn(process.stderr, "write").mockImplementation((text) => written.push(String(text)) > 0);
});
afterEach(() => {
  jest.restoreAllMocks();
  delete process.env.TF_LOG;
  delete process.env.TF_LOG_PROVIDER;
});

test("nothing is written unless Terraform's log is on", () => {
  log("error", "lost");
  expect(written).toEqual([]);
});

test("a line is JSON as Terraform takes it over, from the level that TF_LOG says", () => {
  process.env.TF_LOG = "WARN";
  log("info", "too low");
  log("warn", "told", { ms: 3 });
  expect(written).toHaveLength(1);
  expect(JSON.parse(written[0]!)).toEqual({
    "@level": "warn",
    "@message": "told",
    "@module": "palette",
    "@timestamp": expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    ms: 3,
  });
});

test("TF_LOG_PROVIDER is stronger, and JSON means everything", () => {
  process.env.TF_LOG = "ERROR";
  process.env.TF_LOG_PROVIDER = "JSON";
  log("trace", "told");
  expect(written).toHaveLength(1);
});
