import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { defaultLimits } from "../../domain/limits";
import type { Trace } from "../../domain/trace";
import { recordTrace } from "../recordTrace";
import { ProcessInterpreter } from "./processInterpreter";

let python: ProcessInterpreter;
let server: Server;
let requests = 0;

beforeAll(async () => {
  python = await ProcessInterpreter.start();
  server = createServer((_request, response) => {
    requests += 1;
    response.end();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
});

afterAll(() => {
  python.end();
  server.close();
});

const traceOf = (program: string): Promise<Trace> =>
  recordTrace(python, { program, tests: "", test: null, limits: defaultLimits });

it("lets no request out, neither at once nor later", async () => {
  const { port } = server.address() as AddressInfo;
  await fetch(`http://127.0.0.1:${port}/`);
  expect(requests).toBe(1);
  const { end } = await traceOf(
    `import pyodide_js\npyodide_js.loadPackage("http://127.0.0.1:${port}/x-1-py3-none-any.whl")`,
  );
  // Pyodide makes the request, were it let, as soon as Python gives way to other work.
  for (let turn = 0; turn < 20; turn++) await traceOf("x = 1");
  expect(end.kind).not.toBe("crashed");
  expect(requests).toBe(1);
});

it("is ended by a program that ends it, and says so", async () => {
  expect(await traceOf("import os\nos._exit(3)")).toMatchObject({
    end: { kind: "crashed", message: expect.stringContaining("exit(3)") as string },
  });
  expect(python.alive).toBe(false);
  expect(await traceOf("x = 1")).toMatchObject({ end: { kind: "stopped" }, steps: [] });
});

it("says in words that calls through C were nested too deep", async () => {
  const deep = await ProcessInterpreter.start();
  const program = "def f(n):\n    return sorted([n], key=lambda x: f(n + 1))\nf(0)";
  const { end, steps } = await recordTrace(deep, {
    program,
    tests: "",
    test: null,
    limits: defaultLimits,
  });
  expect(end).toMatchObject({
    kind: "crashed",
    message: expect.stringContaining("browser’s own stack was full") as string,
  });
  expect(steps.length).toBeGreaterThan(20);
});
