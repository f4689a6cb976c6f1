import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { loadPyodide } from "pyodide";
import { expect, it } from "vitest";
import { escapeProgram, escapes } from "./programs";

it("each escape from Python reaches a server where Python is not confined", async () => {
  const heard: string[] = [];
  const server = createServer((request, response) => {
    heard.push(request.url ?? "");
    response.end();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const quiet = () => undefined;
  const open = await loadPyodide({ stdout: quiet, stderr: quiet });
  for (const [index, escape] of escapes.entries()) {
    const program = escapeProgram(escape, `http://127.0.0.1:${port}/${index}/`);
    expect(open.runPython(`${program}\nf(2)`), escape.name).toBe("reached");
  }
  const served = () =>
    escapes.filter((_, index) => heard.some((url) => url.startsWith(`/${index}/`)));
  await expect.poll(served).toEqual(escapes);
  server.close();
});
