import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { defaultEndpoint, type Endpoint } from "./endpoint";
import { listModels, ModelsUnavailable } from "./models";

let server: Server | null = null;

/** Starts a server on loopback for one test; gives an endpoint that points at it. */
async function serve(listener: RequestListener): Promise<Endpoint> {
  const started = createServer(listener);
  server = started;
  await new Promise<void>((resolve) => started.listen(0, "127.0.0.1", resolve));
  const address = started.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    ...defaultEndpoint,
    baseUrl: `http://127.0.0.1:${String(address.port)}/v1/`,
    key: "k-1",
  };
}

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = null;
});

async function failureOf(endpoint: Endpoint, signal = new AbortController().signal) {
  const error = await listModels(endpoint, signal, null).then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ModelsUnavailable)) throw new Error(`unexpected: ${String(error)}`);
  return error.failure;
}

describe("listModels", () => {
  it("gives the names sorted, and sends the key as a header only", async () => {
    let asked: IncomingMessage | null = null;
    const endpoint = await serve((request, response) => {
      asked = request;
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify({ data: [{ id: "b" }, { id: "a", size: 1 }, { id: "b" }] }));
    });
    expect(await listModels(endpoint, new AbortController().signal, null)).toEqual(["a", "b"]);
    expect(asked).toMatchObject({
      method: "GET",
      url: "/v1/models",
      headers: { authorization: "Bearer k-1" },
    });
  });

  it.each([
    [401, "application/json", '{"error":{"message":"bad key k-1"}}', "HTTP 401"],
    [500, "text/plain", "out of memory", "HTTP 500"],
    [200, "text/html", "<!doctype html><p>sign in</p>", "web page"],
    [200, "application/json", '{"models":[]}', "did not give a list"],
  ])("says what a %i of %s means", async (status, type, body, what) => {
    const endpoint = await serve((_request, response) => {
      response.writeHead(status, { "content-type": type }).end(body);
    });
    const failure = await failureOf(endpoint);
    expect(failure.what).toContain(what);
    expect(JSON.stringify(failure)).not.toContain("k-1");
  });

  it("says that nothing listens, that the address is none, and that the key cannot be sent", async () => {
    const endpoint = await serve(() => undefined);
    server?.close();
    expect((await failureOf({ ...endpoint, baseUrl: "http://127.0.0.1:1/v1" })).what).toContain(
      "could not be reached",
    );
    expect((await failureOf({ ...endpoint, baseUrl: "nonsense" })).what).toContain("base URL");
    expect((await failureOf({ ...endpoint, key: "schlüssel\n→" })).what).toContain("key");
  });

  it("gives up on a silent endpoint after its time-out", async () => {
    const endpoint = await serve(() => undefined);
    const failure = await failureOf({ ...endpoint, timeoutSeconds: 0.05 });
    expect(failure.what).toContain("did not answer");
  });
});
