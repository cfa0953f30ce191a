import { api, containerText, database, onApps, settings, shop, ui, web } from "../../apps";
import type { TierConfig } from "../../door";
import { inKit, refused, type Scenario } from "../../scenario";

const of = (...tiers: TierConfig[]) => shop({ tiers });
const using = (tier: string, variable: string): TierConfig =>
  api("1.4.0", {
    values: containerText(
      "registry.example.com/api:1.4.0",
      `  env:\n    - {name: HOST, value: "{{.spectro.app.$appDeploymentName.${tier}.${variable}}}"}\n`,
    ),
  });
const container = (more: string): TierConfig =>
  api("1.4.0", { values: containerText("registry.example.com/api:1.4.0", more) });

/** What is refused while planning, with words that help. */
export const appRefusals: Scenario<"app">[] = onApps([
  refused("a reference to a tier that comes later", of(api(), database()), '"db"', '"api"', "before"),
  ...[
    refused("a reference of a tier to itself", of(database(), using("api", "CONTAINER_SVC")), '"api"'),
    refused(
      "a reference to a tier that is not there",
      of(database(), using("dbs", "POSTGRESMSTR_SVC")),
      '"dbs"',
      'did you mean "db"?',
    ),
    refused(
      "an output variable that the service does not have",
      of(database(), using("db", "POSTGRESMSTR_SCV")),
      '"POSTGRESMSTR_SCV"',
      '"POSTGRESMSTR_SVC"',
    ),
    refused(
      "an output variable that neither the docs nor its pack know of a service",
      of(database(), using("db", "HOST_ADDRESS")),
      '"HOST_ADDRESS"',
      "POSTGRESMSTR_SVC",
    ),
    refused(
      "an output variable that a container does not have",
      of(database(), api(), {
        ...ui,
        values: containerText("ui:1", '  env: [{name: A, value: "{{.spectro.app.$appDeploymentName.api.SVC}}"}]\n'),
      }),
      '"SVC"',
      "CONTAINER_SVC",
    ),
    refused("eleven replicas", of(database(), container("  replicas: 11\n")), '"11"', "1 to 10", '"api"'),
    refused("a profile variable", of(database(), container("  args: ['{{.spectro.var.x}}']\n")), '"x"', "no variables"),
    refused("a profile without tiers", of(), "tier"),
    refused("two tiers of one name", of(database(), settings(), settings()), '"settings"'),
    refused("an unknown type of tier", of(database("8", { type: "operator" })), '"operator"', '"operator-instance"'),
    refused(
      "an unknown service",
      of(database("8", { packName: "postgres-operator" })),
      '"postgres-operator"',
      '"postgresql-operator"',
    ),
    refused("an unknown version of a service", of(database("8", { tag: "1.8.3" })), '"1.8.3"', '"1.8.2"'),
    refused("an unknown version of a chart", of({ ...web, tag: "2.0.9" }), '"2.0.9"'),
    refused("a wrong registry", of(database("8", { registryName: "Public Rep" })), '"Public Rep"', '"Public Repo"'),
    refused(
      "a property that is given twice",
      of(database("8", { sensitiveProperties: { dbUserName: "shop" } })),
      '"dbUserName"',
    ),
    refused("invalid YAML in values", of({ ...web, values: "charts:\n  a: [1\n" }), '"web"', "line", "column"),
    refused("a version that is not semantic", shop({ version: "1.0.develop" }), '"1.0.develop"'),
    refused("a system scope", shop({ context: "system" }), '"system"'),
    refused("an unknown project", shop({ project: "Defualt" }), '"Defualt"', '"Default"'),
  ].map(inKit),
]);
