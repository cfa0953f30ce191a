import { ClusterProfile, getProjectsOutput, Provider, pack } from "@palette-profiles/pulumi/native";
import * as pulumi from "@pulumi/pulumi";

const config = new pulumi.Config();

/** Each provider is a project of a Palette. What one leaves out, here host and key, it takes from the environment. */
const places = {
  payments: new Provider("payments", { project: "Payments" }),
  search: new Provider("search", { project: "Search" }),
  europe: new Provider("europe", {
    host: config.require("europeHost"),
    apiKey: config.requireSecret("europeApiKey"),
    project: "Default",
  }),
};

const profiles = Object.entries(places).map(
  ([place, provider]) =>
    new ClusterProfile(
      place,
      {
        name: "certificates",
        version: "1.0.0",
        packs: [pack({ name: "cert-manager", tag: "1.16.2" })],
      },
      { provider },
    ),
);

/** By the place: a uid is one Palette's own. */
export const uids = pulumi
  .output(profiles.map(({ uid }) => uid))
  .apply((all) => Object.fromEntries(Object.keys(places).map((place, index) => [place, all[index]])));
/** Functions take a provider too. */
export const projectsInEurope = getProjectsOutput({}, { provider: places.europe }).names;
