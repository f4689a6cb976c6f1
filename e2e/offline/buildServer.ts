import { once } from "node:events";
import { readFileSync, readdirSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

/** A folder's files by path; to change a build, change the map. */
export type Files = Map<string, Buffer>;

export function filesBelow(folder: string): Files {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(folder.length + 1), readFileSync(path)]),
  );
}

/**
 * A static server below a path of its own, as any host may be: it knows nothing of the app, answers
 * what it lacks with its page, and can be taken away.
 */
export class BuildServer {
  /** Paths asked for since the last look. */
  asked: string[] = [];
  private server: Server | null = null;
  private port = 0;

  constructor(public files: Files) {}

  get address(): string {
    return `http://127.0.0.1:${String(this.port)}/some/folder/`;
  }

  async start(): Promise<void> {
    this.server = createServer((request, response) => {
      const path = decodeURIComponent((request.url ?? "").split("?")[0] ?? "");
      const name = path.replace(/^\/some\/folder\//, "") || "index.html";
      this.asked.push(name);
      const found = this.files.get(name);
      const body = found ?? this.files.get("index.html");
      response.setHeader(
        "Content-Type",
        found ? (types[extname(name)] ?? "text/plain") : "text/html",
      );
      response.setHeader("Cache-Control", "no-store");
      response.end(body);
    }).listen(this.port, "127.0.0.1");
    await once(this.server, "listening");
    this.port = (this.server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    const { server } = this;
    this.server = null;
    if (server === null) return;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}
