import { expect, it } from "vitest";
import { foreignImports } from "./imports";
import { noSurroundings } from "./surroundings";

const found = (program: string, tests = "") => foreignImports({ program, tests });

it("finds what a problem imports from neither Python nor its own files", () => {
  expect(found("import numpy as np, pandas\nfrom scipy.stats import norm")).toEqual([
    "numpy",
    "pandas",
    "scipy",
  ]);
  expect(found("x = 1; import numpy\ntry: import yaml\nexcept ImportError: pass")).toEqual([
    "numpy",
    "yaml",
  ]);
  expect(found("", "    from PIL import (\n  Image)")).toEqual(["PIL"]);
});

it("leaves out the standard library, the program, relative imports, comments and prose", () => {
  const program = "import os.path, json\nfrom . import near\nfrom program import f\n# import numpy";
  expect(found(program)).toEqual([]);
  expect(found('"""from time to time"""\nimportant = 1\nprint("import numpy")')).toEqual([]);
});

it("looks into modules, which are the problem's own", () => {
  const files = [
    { name: "helpers.py", text: "import numpy\nimport tools.shapes" },
    { name: "tools/shapes.py", text: "" },
    { name: "notes.txt", text: "import pandas" },
  ];
  const surroundings = { ...noSurroundings, files };
  expect(foreignImports({ program: "import helpers, tools", tests: "", surroundings })).toEqual([
    "numpy",
  ]);
});
