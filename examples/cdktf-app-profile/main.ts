import { AppProfile, OperatorService, PaletteProvider } from "@palette-profiles/cdktf";
import { App, Fn, TerraformOutput, TerraformStack, TerraformVariable } from "cdktf";
import type { Construct } from "constructs";

/** A shop for virtual clusters: a database, an API, and a user interface. Order is meaning: the first is deployed first. */
class ShopStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);

    // Host, API key and project come from SPECTROCLOUD_HOST, SPECTROCLOUD_APIKEY and SPECTROCLOUD_PROJECT.
    new PaletteProvider(this, "palette");

    // Given at deploy, by TF_VAR_db_root_password, so that it stands neither in the program nor in cdktf.out.
    const rootPassword = new TerraformVariable(this, "db_root_password", {
      type: "string",
      sensitive: true,
      nullable: false,
      description: "The password of the database's user root",
    });

    const shop = new AppProfile(this, "shop", {
      name: "shop",
      version: "1.0.0",
      description: "A shop: database, API, user interface",
      tags: ["team:shop"],
    });

    // A service that Palette brings. Its passwords are base64, as Palette wants them.
    const db = shop.addService(
      OperatorService.mysql({
        name: "db",
        rootPassword: Fn.base64encode(rootPassword.stringValue),
        volumeSize: 8, // GiB
      }),
    );

    // A tier may use the outputs of those before it: Palette puts them in when the app is deployed.
    const api = shop.addContainer({
      name: "api",
      image: "ghcr.io/spectrocloud/hello-universe-api:1.0.9",
      replicas: 2,
      ports: [3000],
      env: { DB_HOST: db.service, DB_PORT: db.port, DB_USER: "root", DB_PASSWORD: db.password },
    });

    shop.addContainer({
      name: "ui",
      image: "ghcr.io/spectrocloud/hello-universe:1.1.2",
      access: "public",
      ports: [8080],
      env: { API_URI: `http://${api.service}:${api.port}` },
    });

    new TerraformOutput(this, "shop_uid", { value: shop.uid });
  }
}

const app = new App();
new ShopStack(app, "shop");
app.synth();
