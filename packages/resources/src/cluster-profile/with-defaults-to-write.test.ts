import { UNKNOWN } from "@palette-profiles/resource-kit";
import { withDefaultsToWrite } from "./with-defaults-to-write";

const token = { name: "token", displayName: "Token", isSensitive: true };
const size = { name: "size", displayName: "Size", defaultValue: "1" };
const planned = { name: "p", profileVariables: { variables: [size, token] } };

test("each variable gets the default that the config has for its name", () => {
  const config = { name: "p", profileVariables: { variables: [{ ...token, defaultValueWo: "s" }, size] } };
  expect(withDefaultsToWrite(planned, config).profileVariables?.variables).toEqual([
    size,
    { ...token, defaultValueWo: "s" },
  ]);
});

test("a config that knows none changes nothing", () => {
  expect(withDefaultsToWrite(planned, planned)).toEqual(planned);
  expect(withDefaultsToWrite(planned, { name: "p", profileVariables: UNKNOWN })).toEqual(planned);
  expect(withDefaultsToWrite({ name: "p" }, { name: "p" })).toEqual({ name: "p" });
});
