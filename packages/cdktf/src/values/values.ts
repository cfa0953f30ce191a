import { helmValues } from "./helm-values";
import type { HelmValuesProps } from "./helm-values-props";
import { overlay } from "./overlay";
import { valuesFile } from "./values-file";
import { yamlOf } from "./yaml-of";

/**
 * Values of a layer, or a manifest. Wherever a property takes values, an object or YAML may stand as well. It never changes:
 * `overlay` gives another one.
 *
 * @example
 * const base = Values.fromFile("values/argo-cd.yaml");
 * const values = base.overlay(Values.fromFile("values/argo-cd.prod.yaml")).overlay({ pack: { namespace: team } });
 */
export class Values {
  /** Of an object; tokens may stand at any depth. */
  static fromObject(values: any): Values {
    if (typeof values === "string") {
      throw new Error(
        "InvalidValues: Values.fromObject got a text; use Values.fromYaml, or Values.fromFile for a path",
      );
    }
    return Values._from("the values", values);
  }

  /** Of YAML. Every character is kept, comments and presets too; tokens within it are put in as they are. */
  static fromYaml(yaml: string): Values {
    return new Values(yaml, []);
  }

  /**
   * Of a YAML file in UTF-8. Every character is kept, comments and presets too.
   *
   * @param path from the folder that the program runs in; with `__dirname` in front from that of the source
   */
  static fromFile(path: string): Values {
    return new Values(valuesFile(path), [path]);
  }

  /**
   * Of a values file as Helm has it, put where Palette looks for it: under `charts` and the chart's name, comments and
   * all.
   *
   * @param path from the folder that the program runs in; with `__dirname` in front from that of the source
   */
  static fromHelmValues(path: string, props: HelmValuesProps): Values {
    return new Values(helmValues(path, valuesFile(path), props), [path], false);
  }

  /**
   * Whatever a property for values got.
   *
   * @param place whose they are, for the error: `the values of layer "argo-cd"`
   * @internal
   */
  static _from(place: string, given: unknown): Values {
    return given instanceof Values ? given : new Values(yamlOf(place, given), []);
  }

  /** @param isFile the text is that of the only file, so that lines and columns are the file's */
  private constructor(
    private readonly text: string,
    private readonly files: string[],
    private readonly isFile = files.length === 1,
  ) {}

  /**
   * These values with others laid over them: maps merge key by key, lists and single values replace, and `null` takes a
   * key away. Comments stay, and presets too unless the others have their own. Several in a row are base, environment,
   * region: the last word wins. Tokens may stand on both sides. Where the result is given as `overrides`, a `null` that is to
   * reach the pack's own values stands in these values, and not in what is laid over them.
   *
   * @param values an object, YAML, or `Values`; only what differs
   * @throws where one side does not parse, or is no map of keys
   */
  overlay(values: any): Values {
    const over = Values._from("the values laid over others", values);
    const text = overlay({ text: this.text, name: this.name }, { text: over.text, name: over.name });
    return new Values(text, [...this.files, ...over.files], false);
  }

  /** @internal */
  _text(): string {
    return this.text;
  }

  /** @internal */
  _files(): string[] {
    return this.files;
  }

  /**
   * Where something stands in what the program has written, as far as that is known.
   * @internal
   */
  _place(line?: number, column?: number): string {
    if (!this.isFile || line === undefined) return this.files.join(" with ");
    return `${this.files[0]}:${line}:${column ?? 1}`;
  }

  /** For errors. */
  private get name(): string | undefined {
    return this.files.length === 0 ? undefined : this._place();
  }
}
