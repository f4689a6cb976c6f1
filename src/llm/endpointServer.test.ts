import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startEndpointServer, type EndpointServer } from "../../e2e/endpoint/server";

const origin = "http://localhost:4173";
let server: EndpointServer;

beforeAll(async () => {
  server = await startEndpointServer();
});

afterAll(async () => {
  await server.close();
});

function ask(model: string, stream: boolean): Promise<Response> {
  return fetch(`${server.url}/chat/completions`, {
    method: "POST",
    headers: { "content-type": "application/json", origin },
    body: JSON.stringify({ model, messages: [{ role: "user", content: "Hello" }], stream }),
  });
}

describe("the endpoint server for tests", () => {
  it("answers a preflight with the headers that chat requests need, and no others", async () => {
    const response = await fetch(`${server.url}/chat/completions`, {
      method: "OPTIONS",
      headers: {
        origin,
        "access-control-request-method": "POST",
        "access-control-request-headers": "authorization, content-type",
      },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get("access-control-allow-origin")).toBe(origin);
    expect(response.headers.get("access-control-allow-methods")).toContain("POST");
    expect(response.headers.get("access-control-allow-headers")).toBe(
      "authorization, content-type",
    );
    expect(server.requests).toHaveLength(0);
  });

  it("lets the page read its answers, errors too, but for the no-cors model", async () => {
    for (const [model, allowed] of [
      ["fixture:largest", origin],
      ["fail:401", origin],
      ["no-cors", null],
    ] as const) {
      const response = await ask(model, true);
      expect(response.headers.get("access-control-allow-origin")).toBe(allowed);
      await response.text();
    }
  });

  it("streams chunks that end with usage and the end mark", async () => {
    const text = await (await ask("fixture:largest", true)).text();
    const events = text.trim().split("\n\n");
    expect(events.at(-1)).toBe("data: [DONE]");
    expect(events.at(-2)).toContain('"usage"');
    expect(events.at(-3)).toContain('"finish_reason":"stop"');
    expect(events.length).toBeGreaterThan(20);
  });

  it("gives a whole completion when no stream is asked for", async () => {
    expect(await (await ask("fixture:largest", false)).json()).toMatchObject({
      object: "chat.completion",
      choices: [{ message: { role: "assistant" }, finish_reason: "stop" }],
      usage: {},
    });
  });

  it("lists its models", async () => {
    const response = await fetch(`${server.url}/models`);
    expect(await response.json()).toMatchObject({ object: "list" });
    expect(await (await fetch(`${server.url}/models`)).text()).toContain('"fixture:largest"');
  });

  it("answers nonsense with an error", async () => {
    const response = await fetch(`${server.url}/chat/completions`, { method: "POST", body: "{" });
    expect(response.status).toBe(400);
    expect((await fetch(`${server.url}/other`)).status).toBe(404);
  });
});
