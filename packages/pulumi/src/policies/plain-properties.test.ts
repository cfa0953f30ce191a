import { UNKNOWN } from "@palette-profiles/profiles";
import { plainProperties } from "./plain-properties";

const secret = (value: unknown) => ({
  "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
  value,
});

test("secrets are taken out of their envelopes, at any depth", () => {
  const properties = { packs: secret([{ name: "a", values: secret("b: 1") }]), description: null };
  expect(plainProperties(properties)).toEqual({ packs: [{ name: "a", values: "b: 1" }] });
});

test("an unknown value is one, whether Pulumi writes it as a text or throws on reading it", () => {
  const throwing = new Proxy(["", "1.0.0"], {
    get: (target, key, self) => {
      if (key === "0") throw new Error("not known in a preview");
      return Reflect.get(target, key, self) as unknown;
    },
  });
  expect(plainProperties({ tags: throwing, version: "04da6b54-80e4-46f7-96ec-b56ff0331ba9" })).toEqual({
    tags: [UNKNOWN, "1.0.0"],
    version: UNKNOWN,
  });
});
