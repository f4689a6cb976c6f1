import { standardModules } from "./standardModules";
import { moduleName, surroundingsOf, type Surroundings } from "./surroundings";

/** What may import something. */
type Importing = { program: string; tests: string; surroundings?: Surroundings | undefined };

// A statement at the start of a line, or behind one that ends in `;` or `:` on the same line.
const plain = /(?:^|[;:])[ \t]*import[ \t]+([^\n;#]+)/gm;
const from = /(?:^|[;:])[ \t]*from[ \t]+(\w[\w.]*)[ \t]+import\b/gm;

/** The top-level names that a text imports, as far as its lines tell: it may not be valid Python. */
function importsOf(text: string): string[] {
  const names = [
    ...[...text.matchAll(plain)].flatMap(([, list = ""]) => list.split(",")),
    ...[...text.matchAll(from)].map(([, name = ""]) => name),
  ];
  const tops = names.map((name) => /^\s*([^\W\d]\w*)/.exec(name)?.[1] ?? "");
  return [...new Set(tops.filter((name) => name !== ""))];
}

/** The modules that a problem imports and neither Python nor its own files have. */
export function foreignImports(problem: Importing): string[] {
  const { files } = surroundingsOf(problem);
  const modules = files.flatMap((file) =>
    "text" in file && moduleName(file.name) !== null ? [file.text] : [],
  );
  const own = new Set(files.map(({ name }) => name.replace(/\.py$/, "").split("/")[0]));
  own.add("program");
  const names = [problem.program, problem.tests, ...modules].flatMap(importsOf);
  return [...new Set(names)].filter((name) => !standardModules.has(name) && !own.has(name));
}
