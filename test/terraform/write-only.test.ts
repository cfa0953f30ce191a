import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openRecorder } from "../peer-defects/recorder";
import { sharedProject } from "./shared-project";
import { actionsOf, diagnosticsOf, type Ran } from "./terraform";

jest.setTimeout(60_000);
const it = sharedProject();
const CANARY = "wo-canary";

let recorder: Awaited<ReturnType<typeof openRecorder>>;
beforeEach(async () => {
  recorder = await openRecorder(it.server.url);
  const provider = readFileSync(join(it.project.folder, "provider.tf"), "utf8");
  it.project.write("provider.tf", provider.replace(it.server.url, recorder.url));
});
afterEach(() => recorder.close());

const token = (number: number) => `-var=token=${CANARY}-${number}`;
const hcl = (more: string) => `
variable "token" {
  ephemeral = true
}
resource "palette_cluster_profile" "it" {
  name = "addons"
  pack {
    name   = "nginx"
    tag    = "1.11.4"
    values = "token: '{{.spectro.var.token}}'"
  }
  profile_variables {
    variable {
      name             = "token"
      display_name     = "Token"
      immutable        = true
      default_value_wo = var.token
      ${more}
    }
  }
}
`;

/** The defaults that reached Palette since it was last asked. */
function written(): string[] {
  const text = JSON.stringify(recorder.sent.splice(0).map(({ body }) => body));
  return text.match(new RegExp(`${CANARY}-\\d`, "g")) ?? [];
}

/** What ran, which holds no canary anywhere that Terraform keeps or tells. */
function told(ran: Ran): Ran {
  expect(ran.errors).toBe("");
  expect(ran.stdout + ran.stderr).not.toContain(CANARY);
  return ran;
}

test("A22 a write-only default reaches Palette, and no plan, state or output; its version writes it again", async () => {
  const first = hcl("is_sensitive = true\ndefault_value_wo_version = 1");
  it.project.write("main.tf", first);
  expect(actionsOf(told(await it.project.plan(token(1), "-out=plan.bin")))).toEqual(["create"]);
  const shown = async (file?: string) => JSON.stringify(await it.project.show(file));
  expect(await shown("plan.bin")).not.toContain(CANARY);
  told(await it.project.apply(token(1), "plan.bin"));
  expect(written()).toEqual([`${CANARY}-1`]);
  expect(it.project.state()).not.toContain(CANARY);
  expect(await shown()).toContain('"default_value_wo":null');
  expect(await it.planned(first, token(2))).toEqual([]);

  it.project.write("main.tf", hcl("is_sensitive = true\ndefault_value_wo_version = 2"));
  expect(actionsOf(told(await it.project.apply(token(2))))).toEqual(["update"]);
  expect(written()).toEqual([`${CANARY}-2`]);
  expect(it.project.state()).not.toContain(CANARY);
  expect(actionsOf(told(await it.project.plan(token(2))))).toEqual([]);
});

test("A22 a default that Palette would show is refused at its attribute, without the value", async () => {
  it.project.write("main.tf", hcl("is_sensitive = false"));
  const ran = await it.project.plan(token(1));
  const [problem, ...others] = diagnosticsOf(ran);
  expect(others).toEqual([]);
  expect(problem?.detail).toContain("set is_sensitive = true");
  expect(problem?.snippet?.code).toContain("default_value_wo = var.token");
  expect(problem?.detail).not.toContain(CANARY);
});
