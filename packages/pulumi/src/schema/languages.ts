/** What the SDKs of each language are called that Pulumi makes from the schema. */
export const LANGUAGES = {
  nodejs: { packageName: "@palette-profiles/palette", respectSchemaVersion: true },
  python: { packageName: "palette_profiles", respectSchemaVersion: true, pyproject: { enabled: true } },
  go: {
    importBasePath: "github.com/palette-profiles/palette/sdk/go/palette",
    generateResourceContainerTypes: true,
    respectSchemaVersion: true,
  },
  csharp: { rootNamespace: "PaletteProfiles", namespaces: { palette: "Palette" }, respectSchemaVersion: true },
  java: { basePackage: "io.github.paletteprofiles", packages: { palette: "palette" } },
};
