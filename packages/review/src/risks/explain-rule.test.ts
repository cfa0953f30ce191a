import { explainRule } from "./explain-rule";
import type { RiskRule } from "./risk-rule";

const rule: RiskRule<{ from: number }> = {
  id: "many-layers",
  title: "Many layers",
  severity: "low",
  about: "Profiles of more layers than can be read.",
  why: "Nobody reads them.",
  fix: "Part the profile.",
  sources: ["https://example.com/layers"],
  options: { from: { default: 1, about: "From how many on." } },
  example: {
    impact: "new-version",
    reach: { clusters: ["berlin"], templates: [] },
    before: { packs: [] },
    after: { packs: [{ name: "web", tag: "1.0.0" }] },
  },
  find: ({ layers }, { from }) =>
    layers.length >= from ? [{ layer: "web", message: `It has ${layers.length}.`, severity: "medium" }] : [],
};

test("A rule is explained with what can be set, and an example that was run", () => {
  expect(explainRule("many-layers", [rule])).toBe(`# Many layers

\`many-layers\`, severity low

Profiles of more layers than can be read.

**Why:** Nobody reads them.

**What to do:** Part the profile.

## Options

- \`from\`: From how many on. Default: \`1\`.

\`\`\`yaml
rules:
  many-layers:
    from: 1
\`\`\`

## Example

Before:

\`\`\`yaml
packs: []
\`\`\`

After:

\`\`\`yaml
packs:
  - name: web
    tag: 1.0.0
\`\`\`

The plan's impact is \`new-version\`.

The version is used by \`berlin\`.

The review says:

\`\`\`text
medium  web: It has 1.
\`\`\`

## Sources

- <https://example.com/layers>
`);
});

test("A rule that is none is an error that names the nearest", () => {
  expect(() => explainRule("many-layer", [rule])).toThrow('There is no rule "many-layer". Did you mean "many-layers"?');
  expect(() => explainRule("cni", [rule])).toThrow('There is no rule "cni". There are: many-layers.');
});
