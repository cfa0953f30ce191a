import { AppProfile, tiers } from "@palette-profiles/pulumi";
import * as pulumi from "@pulumi/pulumi";

const config = new pulumi.Config();
const release = config.get("release") ?? "1.0.9";

/** A service that Palette brings. What it needs is typed; its passwords and addresses are output variables. */
const database = tiers.postgres({
  name: "db",
  databaseName: "shop",
  userName: "shopper",
  volumeSize: 8, // GiB
});

/** A tier may use the outputs of those before it: Palette puts them in when the app is deployed. */
const api = tiers.container({
  name: "api",
  image: `ghcr.io/spectrocloud/hello-universe-api:${release}`,
  replicas: 2,
  ports: [3000],
  env: {
    DB_NAME: "shop",
    DB_HOST: tiers.output(database, "POSTGRESMSTR_SVC"),
    DB_PORT: tiers.output(database, "POSTGRESMSTR_SVC_PORT"),
    DB_USER: tiers.output(database, "USERNAME"),
    DB_PASSWORD: tiers.output(database, "PASSWORD"),
  },
});

const ui = tiers.container({
  name: "ui",
  image: "ghcr.io/spectrocloud/hello-universe:1.1.2",
  access: "public",
  ports: [8080],
  env: {
    API_URI: `http://${tiers.output(api, "CONTAINER_SVC")}:${tiers.output(api, "CONTAINER_SVC_PORT")}`,
  },
});

/** Order is meaning: the first tier is deployed first. */
const shop = new AppProfile("shop", {
  name: "shop",
  version: "1.0.0",
  description: "A shop: database, API, user interface",
  tags: ["team:shop"],
  tiers: [database, api, ui],
});

/** What apps refer to: the uid of the current version. */
export const uid = shop.uid;
/** Every version that this stack has made. */
export const versions = shop.versions;
