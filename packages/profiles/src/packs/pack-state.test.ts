import { checkStack } from "./check-stack";
import type { PackState } from "./knowledge";
import { aLayer, aStack, knowing, short, unmoved } from "./testing.test-support";

const layer = (state?: PackState) => aLayer(0, "nginx", { knowledge: knowing(state === undefined ? {} : { state }) });

describe("V20: the pack of a layer", () => {
  it("in its prime is told nothing", () => {
    expect(checkStack(aStack([layer()]))).toEqual([]);
    expect(checkStack(aStack([aLayer(0, "nginx")]))).toEqual([]);
  });

  it.each<[PackState, string, string]>([
    ["deprecated", "warning PackDeprecated packs.0.tag", "warning PackDeprecated packs.0.tag"],
    ["disabled", "error PackDisabled packs.0.tag", "warning PackDisabled packs.0.tag"],
    ["deleted", "error PackDeleted packs.0.tag", "warning PackDeleted packs.0.tag"],
  ])("that is %s is refused or told by whether the layer is new", (state, fresh, old) => {
    expect(checkStack(aStack([layer(state)])).map(short)).toEqual([fresh]);
    expect(checkStack(aStack([unmoved(layer(state))])).map(short)).toEqual([old]);
    expect(checkStack(aStack([layer(state)]))[0]!.message).toContain('"nginx" 1.0.0');
  });
});
