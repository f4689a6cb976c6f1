import { describe, expect, it } from "vitest";
import { defaultEndpoint } from "./endpoint";
import { describeTrouble, type Page } from "./failure";
import type { Trouble } from "./trouble";

const key = "sk-secret-0123456789";
const endpoint = { ...defaultEndpoint, baseUrl: "http://10.0.0.5:8000/v1", model: "m", key };
const page: Page = { origin: "http://localhost:4173" };

function describeWith(trouble: Trouble, at: Page = page) {
  return describeTrouble(trouble, endpoint, at);
}

function status(code: number, message = "", retryAfter: string | null = null): Trouble {
  return { kind: "status", status: code, message, retryAfter };
}

describe("describeTrouble", () => {
  it.each([400, 401, 402, 403, 404, 405, 408, 413, 418, 422, 429, 500, 502, 503])(
    "says for HTTP %i what, why and what to try, with the server's words",
    (code) => {
      const failure = describeWith(status(code, `no luck with ${key}`));
      expect(failure.what).toContain(String(code));
      expect(failure.why).toContain("The server says: “no luck with •••”");
      expect(failure.tryThis.length).toBeGreaterThan(20);
    },
  );

  it("bounds the server's words and puts them on one line", () => {
    const { why } = describeWith(status(500, `a\n\tb ${"x".repeat(10_000)}`));
    expect(why).toContain("“a b xxx");
    expect(why.length).toBeLessThan(500);
    expect(why).toContain("…”");
  });

  it("passes on how long to wait", () => {
    expect(describeWith(status(429, "", "20")).tryThis).toContain("wait 20 s");
    const date = "Wed, 21 Oct 2026 07:28:00 GMT";
    expect(describeWith(status(503, "", date)).tryThis).toContain(`wait until ${date}`);
  });

  it("names both reasons why a page gets no answer, and how each server allows its origin", () => {
    const { why, tryThis } = describeWith({ kind: "unreachable" });
    expect(why).toContain("connection refused");
    expect(why).toContain("CORS");
    expect(tryThis).toContain("OLLAMA_ORIGINS=http://localhost:4173");
    for (const server of ["LM Studio", "vLLM", "llama.cpp"]) expect(tryThis).toContain(server);
  });

  it("knows mixed content, which spares the machine itself", () => {
    const secure: Page = { origin: "https://example.org" };
    const local = { ...endpoint, baseUrl: "http://127.0.0.1:8000/v1" };
    expect(describeWith({ kind: "unreachable" }, secure).why).toContain("mixed content");
    expect(describeTrouble({ kind: "unreachable" }, local, secure).why).toContain("CORS");
    expect(describeWith({ kind: "unreachable" }, null).why).toContain("CORS");
  });

  it("asks about /v1 when the address answers with a web page", () => {
    expect(describeWith({ kind: "webPage", status: 200 }).tryThis).toContain("missing /v1");
  });

  it("says what was kept of an answer that broke off", () => {
    expect(describeWith({ kind: "dropped", received: 120 }).why).toContain("120 characters");
    expect(describeWith({ kind: "dropped", received: 0 }).why).toContain("Nothing");
    expect(describeWith({ kind: "silent", received: 7 }).what).toContain("stopped answering");
    expect(describeWith({ kind: "silent", received: 0 }).what).toContain("did not answer");
  });

  it.each<Trouble>([
    status(401, key),
    status(429, "", key),
    { kind: "notAStream", message: key },
    { kind: "errorInStream", message: key, received: 1 },
    { kind: "unexpected", message: key },
    { kind: "unreachable" },
    { kind: "webPage", status: 200 },
  ])("keeps the key out of %j", (trouble) => {
    const leaky = { ...endpoint, baseUrl: `http://10.0.0.5/${key}/v1` };
    expect(JSON.stringify(describeTrouble(trouble, leaky, page))).not.toContain(key);
  });
});
