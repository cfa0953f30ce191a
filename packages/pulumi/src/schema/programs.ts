import { yamlText } from "@palette-profiles/profiles";
import { type AnyValues, type Attributes, snakeCase } from "@palette-profiles/resource-kit";
import { propertyName } from "../runtime/wire";
import { goProgram } from "./go-program";
import { lines, python, typescript } from "./literal";

interface Program {
  /** In Pulumi: `ClusterProfile`, or `getPack`. */
  name: string;
  /** The variable in the program. */
  called: string;
  attributes: Attributes;
  /** What the program gives, by the kit's names. */
  values: AnyValues;
}

const TYPESCRIPT = 'import * as palette from "@palette-profiles/pulumi/native";\n\n';
const PYTHON = "import palette_profiles as palette\nimport pulumi\n\n";
const inPython = { key: (name: string) => `${snakeCase(name)}=`, indent: "    ", top: true };

/** Programs that make a resource, in the form in which Pulumi's documentation picks one by language. */
export function resourcePrograms({ name, called, attributes, values }: Program): string {
  const inTypescript = lines(typescript, attributes, values, { indent: "    ", top: true });
  return shown([
    [
      "typescript",
      `${TYPESCRIPT}const ${called} = new palette.${name}("${called}", {\n${inTypescript}});\nexport const uid = ${called}.uid;`,
    ],
    [
      "python",
      `${PYTHON}${called} = palette.${name}("${called}",\n${lines(python, attributes, values, inPython)})\npulumi.export("uid", ${called}.uid)`,
    ],
    ["go", goProgram({ name, called, attributes, values })],
    [
      "yaml",
      yamlText({
        resources: { [called]: { type: `palette:${name}`, properties: byPulumiNames(values) } },
        outputs: { uid: `\${${called}.uid}` },
      }),
    ],
  ]);
}

/** Programs that call a function and give one of its results. */
export function functionPrograms({ name, called, attributes, values, result }: Program & { result: string }): string {
  const inTypescript = lines(typescript, attributes, values, { indent: "    ", top: true });
  return shown([
    [
      "typescript",
      `${TYPESCRIPT}const ${called} = palette.${name}Output({\n${inTypescript}});\nexport const ${result} = ${called}.${result};`,
    ],
    [
      "python",
      `${PYTHON}${called} = palette.${snakeCase(name)}_output(\n${lines(python, attributes, values, inPython)})\npulumi.export("${snakeCase(result)}", ${called}.${snakeCase(result)})`,
    ],
    [
      "yaml",
      yamlText({
        variables: { [called]: { "fn::invoke": { function: `palette:${name}`, arguments: byPulumiNames(values) } } },
        outputs: { [result]: `\${${called}.${result}}` },
      }),
    ],
  ]);
}

function byPulumiNames(values: AnyValues): AnyValues {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [propertyName(name), value]));
}

function shown(programs: readonly (readonly [language: string, text: string])[]): string {
  const blocks = programs.map(([language, text]) => `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``);
  return `{{% examples %}}\n## Example Usage\n{{% example %}}\n\n${blocks.join("\n")}\n{{% /example %}}\n{{% /examples %}}`;
}
