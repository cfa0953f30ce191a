/** What each of the provider's settings is called in Pulumi, by its attribute in the kit. In a stack's configuration `palette:` stands before it. */
export const settings: Readonly<Record<string, string>> = {
  host: "host",
  apiKey: "apiKey",
  projectName: "project",
  systemToken: "systemToken",
  systemEmail: "systemEmail",
  systemPassword: "systemPassword",
  retryAttempts: "retryAttempts",
  caFile: "caFile",
};
