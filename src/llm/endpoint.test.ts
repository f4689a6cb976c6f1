import { describe, expect, it } from "vitest";
import { withLimitName } from "./chat";
import { defaultEndpoint, endpointSchema, requestBaseUrl } from "./endpoint";
import { scrub, scrubAnswer } from "./scrub";

describe("endpointSchema", () => {
  it("takes the default", () => {
    expect(endpointSchema.parse(defaultEndpoint)).toEqual(defaultEndpoint);
  });

  it.each([{ temperature: 3 }, { maxTokens: 0 }, { maxTokens: 1.5 }, { timeoutSeconds: 0 }])(
    "rejects %j",
    (part) => {
      expect(endpointSchema.safeParse({ ...defaultEndpoint, ...part }).success).toBe(false);
    },
  );
});

describe("requestBaseUrl", () => {
  it.each([
    [" http://localhost:11434/v1/ ", "http://localhost:11434/v1"],
    ["https://api.example.org/v1/chat/completions", "https://api.example.org/v1"],
    ["localhost:11434/v1", null],
    ["ftp://example.org", null],
    ["", null],
  ])("reads %j as %j", (text, url) => {
    expect(requestBaseUrl(text)).toBe(url);
  });
});

describe("withLimitName", () => {
  it("uses the name of the limit that the server knows", () => {
    const body = { model: "m", max_tokens: 5 };
    expect(withLimitName("http://localhost:1/v1", body)).toEqual(body);
    expect(withLimitName("https://api.openai.com/v1", body)).toEqual({
      model: "m",
      max_completion_tokens: 5,
    });
  });
});

describe("scrub", () => {
  it("masks the key, also as it stands in an address", () => {
    expect(scrub("a+b/c is not a%2Bb%2Fc", " a+b/c ")).toBe("••• is not •••");
    expect(scrub("nothing to hide", "")).toBe("nothing to hide");
  });

  it("leaves a program alone when the key is a mere placeholder", () => {
    expect(scrubAnswer("x = ollama", "ollama")).toBe("x = ollama");
    expect(scrubAnswer("x = sk-12345678", "sk-12345678")).toBe("x = •••");
  });
});
