import { s } from "@palette-profiles/resource-kit";

/** The provider's own settings. The official provider's names, so that its block works here. */
export const settingsAttributes = {
  host: s.string({
    description:
      "Palette's host, such as `api.spectrocloud.com`, or a URL. Or SPECTROCLOUD_HOST. Default `api.spectrocloud.com`.",
    optional: true,
    example: "palette.example.com",
  }),
  apiKey: s.string({
    description: "An API key. Or SPECTROCLOUD_APIKEY.",
    optional: true,
    sensitive: true,
    example: "your-api-key",
  }),
  systemToken: s.string({
    description:
      "For system profiles alone: the token of a system administrator, which lives 15 minutes. Or SPECTROCLOUD_SYSTEM_TOKEN.",
    optional: true,
    sensitive: true,
    example: "your-token",
  }),
  systemEmail: s.string({
    description:
      "For system profiles alone, in place of a token: a system administrator's email address. Or SPECTROCLOUD_SYSTEM_EMAIL.",
    optional: true,
    example: "admin@example.com",
  }),
  systemPassword: s.string({
    description: "The password to `system_email`. Or SPECTROCLOUD_SYSTEM_PASSWORD.",
    optional: true,
    sensitive: true,
    example: "your-password",
  }),
  projectName: s.string({
    description: "The project of resources that name none. Or SPECTROCLOUD_PROJECT. Default `Default`.",
    optional: true,
    example: "Payments",
  }),
  retryAttempts: s.number({
    description:
      "How often a call that failed is made again, where that does no harm: a whole number from 0 to 20. The waits between grow to 8 seconds, or are what Palette asks for. Or SPECTROCLOUD_RETRY_ATTEMPTS. Default 4.",
    optional: true,
    example: 8,
  }),
  caFile: s.string({
    description:
      "A file with the certificate, in PEM, of the CA of a self-hosted Palette; trusted for calls to Palette besides the CAs that all programs trust. Or SPECTROCLOUD_CA_FILE.",
    optional: true,
    example: "certs/palette-ca.pem",
  }),
  ignoreInsecureTlsError: s.bool({
    description:
      "Takes any certificate, so that whoever answers gets the API key. For a trial alone; give `ca_file` instead. Default `false`.",
    optional: true,
    example: false,
  }),
  trace: s.bool({
    description: "Has no effect, and is here so that a block of the official provider works.",
    optional: true,
    deprecated: "Set the environment variable TF_LOG to `DEBUG` or `TRACE` instead.",
    example: true,
  }),
  featureFlag: s.stringMap({
    description: "Has no effect, and is here so that a block of the official provider works.",
    optional: true,
    deprecated: "This provider has no feature flags. Leave it out.",
    example: { name: "on" },
  }),
  featurePreview: s.stringMap({
    description: "Has no effect, and is here so that a block of the official provider works.",
    optional: true,
    deprecated:
      "This provider has no previews. Leave it out; for `immutable-clusterprofiles` set `immutable_versions` of each profile.",
    example: { "immutable-clusterprofiles": "true" },
  }),
};
