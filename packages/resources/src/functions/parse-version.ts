import { isProfileVersion } from "@palette-profiles/profiles";
import { ArgumentError, type FunctionSpec } from "@palette-profiles/resource-kit";

const PARTS = /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?(?:-([0-9A-Za-z.-]+))?(?:\+([0-9A-Za-z.-]+))?$/;

export const parseVersion: FunctionSpec = {
  name: "parse_version",
  summary: "Takes a version apart",
  description: `The parts of a profile's version, as texts: \`major\`, \`minor\`, \`patch\`, \`prerelease\`, \`build\`, and \`normalized\`, which is how Palette keeps it. \`1\` and \`1.2\` stand for \`1.0.0\` and \`1.2.0\`. What Palette would refuse as a version is an error.`,
  terraform: `\`\`\`terraform
provider::palette::parse_version("v1.2.3-rc.1").prerelease # "rc.1"
provider::palette::parse_version("1.2").normalized         # "1.2.0"
\`\`\``,
  parameters: [
    {
      name: "version",
      description: "A semantic version, such as `1.2.3-rc.1+7`.",
      type: "string",
      example: "v1.2.3-rc.1",
    },
  ],
  returns: "stringMap",
  returnsExample: { major: "1", minor: "2", patch: "3", prerelease: "rc.1", build: "", normalized: "1.2.3-rc.1" },
  call(version) {
    const text = version as string;
    const parts = isProfileVersion(text) ? PARTS.exec(text) : null;
    if (parts === null) {
      throw new ArgumentError(
        0,
        `${JSON.stringify(text)} is no version that Palette takes: write one such as 1.2.3, 1.2 or 1.2.3-rc.1+7.`,
      );
    }
    const [, major = "0", minor = "0", patch = "0", prerelease = "", build = ""] = parts;
    const rest = `${prerelease && `-${prerelease}`}${build && `+${build}`}`;
    return { major, minor, patch, prerelease, build, normalized: `${major}.${minor}.${patch}${rest}` };
  },
};
