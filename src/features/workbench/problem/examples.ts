import { parseExampleFile, type Example } from "../../../domain/exampleFile";

const files = import.meta.glob<string>("./examples/*.py", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** The examples, in the order of their files' numbers. The first is the one that opens by default. */
export const examples: readonly Example[] = Object.keys(files)
  .sort()
  .map((path) => parseExampleFile(path, files[path] ?? ""));
