import { yamlText } from "./yaml-text";

/** Values of a layer. Wherever a property takes values, an object or YAML may stand as well. */
export class Values {
  /** Of an object; tokens may stand at any depth. */
  static fromObject(object: any): Values {
    return new Values(yamlText(object));
  }

  /** Of YAML. Every character is kept, comments and presets too. */
  static fromYaml(text: string): Values {
    return new Values(text);
  }

  private constructor(private readonly text: string) {}

  /** @internal */
  _text(): string {
    return this.text;
  }
}
