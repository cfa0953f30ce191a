import { AppTier } from "./app-tier";

/**
 * A service of an app profile. What is asked for here and not known of the service is an error that names what is;
 * `output` takes any name.
 */
export class ServiceTier extends AppTier {
  private readonly outputs: string[];

  /** @param outputs the output variables that the service is known to have */
  constructor(name: string, outputs: string[]) {
    super(name);
    this.outputs = outputs;
  }

  /** The address of its Kubernetes service within the cluster, such as `POSTGRESMSTR_SVC`. */
  get service(): string {
    return this.known("service", /_SVC$/);
  }

  /** Its port, such as `POSTGRESMSTR_SVC_PORT`. */
  get port(): string {
    return this.known("port", /_SVC_PORT$/);
  }

  /** Its namespace, such as `REDISMSTR_SVC_NAMESPACE`. */
  get namespace(): string {
    return this.known("namespace", /_SVC_NAMESPACE$/);
  }

  /** Its user: `USERNAME`. */
  get userName(): string {
    return this.known("userName", /^USERNAME$/);
  }

  /** The password of its user: `PASSWORD`, or of MySQL `ROOT_PASSWORD`. */
  get password(): string {
    return this.known("password", /^(?:ROOT_)?PASSWORD$/);
  }

  /** All that a client of MongoDB needs: `MONGO_URI`. */
  get uri(): string {
    return this.known("uri", /^MONGO_URI$/);
  }

  /** The root token of Vault: `VAULT_ROOT_TOKEN`. */
  get rootToken(): string {
    return this.known("rootToken", /_ROOT_TOKEN$/);
  }

  private known(what: string, variable: RegExp): string {
    const found = this.outputs.find((output) => variable.test(output));
    if (found !== undefined) return this.output(found);
    const advice =
      this.outputs.length > 0
        ? `it has ${this.outputs.join(", ")}; take one of these, or another one by output(NAME)`
        : "none of this service is documented; where it has one, take it by output(NAME)";
    throw new Error(`UnknownOutput: tier "${this.name}" has no known output variable for "${what}": ${advice}`);
  }
}
