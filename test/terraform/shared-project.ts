import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type RunningServer, startServer } from "@palette-profiles/palette-server";
import { ADMINISTRATOR, type Backend, backendOf } from "../scenarios/backend";
import { TERRAFORM } from "./binaries";
import { actionsOf, createServedProject, type Project } from "./terraform";

/** The system profile of the scenarios, and a second project. */
const SEED = `${readFileSync(join(__dirname, "../scenarios/table/system/seed.yaml"), "utf8")}
projects: [{ name: Other }]
`;
/** What an initialised folder keeps from test to test. */
const KEPT = new Set(["terraform.tf", ".terraform", ".terraform.lock.hcl", "seed.yaml"]);

/** One initialised folder for all tests of a file, and for each test a Palette of its own, with a system profile. */
export interface Shared {
  readonly project: Project;
  readonly server: RunningServer;
  readonly backend: Backend;
  /** Another Palette, and an empty state. */
  restart(): Promise<void>;
  /** Writes the program, applies it, and returns what was done to which resource. No error. */
  applied(hcl: string, ...more: string[]): Promise<string[]>;
  planned(hcl: string, ...more: string[]): Promise<string[]>;
}

export function sharedProject(binary = TERRAFORM): Shared {
  let project: Project | undefined;
  let server: RunningServer | undefined;
  let backend: Backend | undefined;
  const close = async () => {
    await server?.close();
    server = undefined;
    for (const name of project === undefined ? [] : readdirSync(project.folder)) {
      if (!KEPT.has(name)) rmSync(join(project!.folder, name), { recursive: true });
    }
  };
  const restart = async () => {
    await close();
    server = await startServer({ seed: join(project!.folder, "seed.yaml") });
    backend = await backendOf(server);
    project!.write("provider.tf", providerOf(server));
  };
  beforeAll(async () => {
    // The kit's oracle is off: here it is the program that judges.
    project = await createServedProject({ PALETTE_ORACLE: "0" }, binary);
    project.write("seed.yaml", SEED);
  });
  beforeEach(restart);
  afterEach(close);
  afterAll(() => project?.remove());
  const acting =
    (act: "plan" | "apply") =>
    async (hcl: string, ...more: string[]) => {
      project!.write("main.tf", hcl);
      const ran = await project![act](...more);
      expect(ran.errors).toBe("");
      return actionsOf(ran);
    };
  return {
    get project() {
      return project!;
    },
    get server() {
      return server!;
    },
    get backend() {
      return backend!;
    },
    restart,
    applied: acting("apply"),
    planned: acting("plan"),
  };
}

function providerOf({ url, apiKey, project }: RunningServer): string {
  return `provider "palette" {
  host            = "${url}"
  api_key         = "${apiKey}"
  project_name    = "${project}"
  system_email    = "${ADMINISTRATOR.email}"
  system_password = "${ADMINISTRATOR.password}"
}
`;
}
