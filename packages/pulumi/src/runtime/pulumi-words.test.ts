import { pulumiWords } from "./pulumi-words";

test.each([
  [
    "set allow_update = true, best together with backup_file.",
    "set allowUpdate = true, best together with backupFile.",
  ],
  ['registry_name "Our_OCI" is not "registry_name".', 'registryName "Our_OCI" is not "registry_name".'],
  ["the values leave out charts.skip_destroy and skip_destroy.enabled", undefined],
  ["no word of ours: some_key, in_place, 1_000", undefined],
])("%s", (text, told = text) => {
  expect(pulumiWords(text)).toBe(told);
});
