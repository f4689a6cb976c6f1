/** Which folder may import which. Each rule says why it is there. */
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: "error",
  from: { path: from },
  to: { path: "^src/", pathNot: allowed },
});

export default {
  forbidden: [
    only(
      "domain-imports-nothing",
      "^src/domain/(?!.*\\.test\\.ts$)",
      "^src/domain/",
      "The rules of the field stay true without a browser, a framework or storage.",
    ),
    {
      name: "domain-is-pure",
      comment: "React and I/O in the domain would tie its rules to one place to run.",
      severity: "error",
      from: { path: "^src/domain/", pathNot: "\\.test\\.ts$" },
      to: { dependencyTypes: ["core"] },
    },
    only(
      "python-imports-domain",
      "^src/python/(?!.*\\.test\\.ts$)",
      "^src/(python|domain)/",
      "The interpreters know the words of the field, and nothing of who uses them.",
    ),
    only(
      "llm-imports-domain",
      "^src/llm/(?!.*\\.test\\.ts$)",
      "^src/(llm|domain)/",
      "Endpoints, prompts and parsing run headless as well; they know no feature.",
    ),
    only(
      "storage-imports-domain",
      "^src/storage/(?!.*\\.test\\.ts$)",
      "^src/(storage|domain)/",
      "What is stored is the domain's; storage knows no feature.",
    ),
    only(
      "offline-imports-nothing",
      "^src/offline/(?!.*\\.test\\.ts$)",
      "^src/offline/",
      "The service worker is a script of its own, which knows files and nothing of what is in them.",
    ),
    only(
      "ui-imports-nothing",
      "^src/ui/",
      "^src/ui/",
      "Primitives that know the domain stop being primitives.",
    ),
    {
      name: "features-are-apart",
      comment:
        "A feature that imports another cannot be changed alone; what both need belongs below, and app composes them.",
      severity: "error",
      from: { path: "^src/features/([^/]+)/" },
      to: { path: "^src/features/", pathNot: "^src/features/$1/" },
    },
    {
      name: "nothing-imports-app",
      comment: "The composition root is at the top.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/app/" },
      to: { path: "^src/app/" },
    },
    {
      name: "fakes-stay-in-tests",
      comment: "A fake in the product would be a lie to its user.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/testing/|\\.test\\.tsx?$" },
      to: { path: "^src/testing/" },
    },
    {
      name: "pyodide-has-one-owner",
      comment:
        "User code runs in the sandbox alone; a second place that boots Python would leak it.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/(python|testing)/" },
      to: { path: "node_modules/pyodide/" },
    },
    {
      name: "monaco-has-one-owner",
      comment: "Monaco is large and mutable: one folder loads it lazily and owns its models.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/features/workbench/editor/" },
      to: { path: "node_modules/monaco-editor/" },
    },
    {
      name: "tokenizer-has-one-owner",
      comment:
        "Its vocabulary is 450 kB: it belongs to one worker, loaded when sizes are asked for.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/features/timeline/forms/" },
      to: { path: "node_modules/gpt-tokenizer/" },
    },
    {
      name: "endpoints-have-one-owner",
      comment: "Only src/llm talks to a model, so that one place answers for what leaves the tab.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/llm/" },
      to: { path: "node_modules/(ai|@ai-sdk)/" },
    },
    {
      name: "no-cycles",
      comment: "Two files that need each other are one file, or hide a third.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "types"] },
  },
};
