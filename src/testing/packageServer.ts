import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** What a server of packages does with the next requests; `held` waits for the client to go. */
export type ServerMode = "serves" | "missing" | "page" | "damaged" | "cut" | "held";

/** A server of one package's file, at an address of this machine. */
export async function startPackageServer(content: Buffer) {
  let mode: ServerMode = "serves";
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    response.setHeader("Access-Control-Allow-Origin", "*");
    switch (mode) {
      case "missing":
        response.writeHead(404).end("nothing here");
        return;
      case "page":
        response.setHeader("Content-Type", "text/html").end("<!doctype html><title>Log in</title>");
        return;
      case "damaged":
        response.end(Buffer.concat([content.subarray(1), Buffer.from([0])]));
        return;
      case "cut":
      case "held":
        response.setHeader("Content-Length", content.length);
        response.write(content.subarray(0, 10), () => {
          if (mode === "cut") response.destroy();
        });
        return;
      case "serves":
        response.end(content);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/full`,
    asked,
    become(next: ServerMode): void {
      mode = next;
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}
