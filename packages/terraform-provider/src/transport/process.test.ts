import { guardStdout } from "./process";

test("stdout belongs to the handshake: whatever else is printed goes to stderr", () => {
  const { write } = process.stdout;
  const [out, err]: [string[], string[]] = [[], []];
  const stdout = jest.spyOn(process.stdout, "write").mockImplementation((text) => out.push(String(text)) > 0);
  const stderr = jest.spyOn(process.stderr, "write").mockImplementation((text) => err.push(String(text)) > 0);
  try {
    const print = guardStdout();
    process.stdout.write("a library's greeting");
    print("1|6|unix");
    expect([out, err]).toEqual([["1|6|unix\n"], ["a library's greeting"]]);
  } finally {
    process.stdout.write = write;
    stdout.mockRestore();
    stderr.mockRestore();
  }
});
