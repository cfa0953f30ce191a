/** `ClusterProfile` as files are called: `cluster-profile`. */
export function kebabCase(name: string): string {
  return name.replace(/(?<=.)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
}
