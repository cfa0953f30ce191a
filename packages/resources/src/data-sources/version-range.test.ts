import { inRange } from "./version-range";

const of = (range: string, ...versions: string[]) => versions.filter(inRange(range));

describe("a range of versions", () => {
  it("is written as npm has it, with spaces or commas", () => {
    const all = ["1.0.0", "1.2.0", "1.9.9", "2.0.0", "3.0.0"];
    expect(of(">=1.2.0 <2.0.0", ...all)).toEqual(["1.2.0", "1.9.9"]);
    expect(of(">= 1.2.0, < 2.0.0", ...all)).toEqual(["1.2.0", "1.9.9"]);
    expect(of("1.x || 3.0.0", ...all)).toEqual(["1.0.0", "1.2.0", "1.9.9", "3.0.0"]);
    expect(of("1.2.0", ...all)).toEqual(["1.2.0"]);
  });

  it("takes short versions for what they stand for, and none of what is no version", () => {
    expect(of(">=1.2.0", "1.2", "2", "1", "v1.3.0", "2.2.2.develop", "1.30.x", "")).toEqual(["1.2", "2", "v1.3.0"]);
  });

  it("has pre-releases only where it names one", () => {
    expect(of(">=1.0.0", "1.1.0-rc.1", "1.1.0")).toEqual(["1.1.0"]);
    expect(of(">=1.1.0-rc.1", "1.1.0-rc.1", "1.1.0")).toEqual(["1.1.0-rc.1", "1.1.0"]);
  });

  it.each(["", " ", "newest", ">=", ">=1.2.0 <", "!= 1.0.0", "~> 1.2", "1.2.3.4"])(
    "refuses %j, and says what to write",
    (text) => {
      expect(() => inRange(text)).toThrow(
        expect.objectContaining({
          code: "InvalidRange",
          path: ["version"],
          message: expect.stringContaining(">=1.2.0 <2.0.0"),
        }),
      );
    },
  );
});
