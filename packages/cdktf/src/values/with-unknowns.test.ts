import { UNKNOWN } from "@palette-profiles/profiles";
import { Token } from "cdktf";
import { withUnknowns } from "./with-unknowns";

test("Tokens of every kind are unknown, and the rest is as it was", () => {
  const token = Token.asAny({ ref: "x" });
  const value = {
    name: `platform-${Token.asString(token)}`,
    tags: Token.asList(token),
    packs: [{ name: "argo-cd", replicas: Token.asNumber(token), any: token }],
    version: undefined,
  };
  expect(withUnknowns(value)).toEqual({
    name: UNKNOWN,
    tags: UNKNOWN,
    packs: [{ name: "argo-cd", replicas: UNKNOWN, any: UNKNOWN }],
    version: undefined,
  });
});
