import type { EngineFailure } from "../domain/engine";
import { requestBaseUrl, type Endpoint } from "./endpoint";
import { httpFailure } from "./httpFailure";
import { scrub } from "./scrub";
import type { Trouble } from "./trouble";

/** The page that asks, or null outside a browser. */
export type Page = { origin: string } | null;

const longestQuote = 300;

/** A server's text on one line, bounded. */
function quote(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > longestQuote ? `${line.slice(0, longestQuote - 1)}…` : line;
}

function kept(received: number): string {
  return received === 0
    ? "Nothing of the answer had arrived."
    : `The ${String(received)} characters that had arrived are kept on the page.`;
}

const loopbackHosts = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Browsers let a secure page speak plain http to the machine itself only. */
function isMixedContent(address: string, page: Page): boolean {
  if (page === null || !page.origin.startsWith("https:") || !URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === "http:" && !loopbackHosts.has(hostname) && !hostname.endsWith(".localhost");
}

function mixedContent(address: string): EngineFailure {
  return {
    what: "The browser blocked the request to the endpoint.",
    why: `This page came over https and ${address} is plain http; browsers block such mixed content.`,
    tryThis:
      "Use an https address, put a TLS proxy before the server, reach it as http://localhost, or serve this page over http.",
  };
}

function allowOrigin(origin: string): string {
  return [
    `Ollama: set OLLAMA_ORIGINS=${origin} and restart it`,
    "LM Studio: turn on “Enable CORS” in its server settings (lms server start --cors)",
    `vLLM: start it with --allowed-origins '["${origin}"]'`,
    `llama.cpp: it allows every origin unless --cors-origins says otherwise; add ${origin} there`,
  ].join("\n");
}

function unreachable(address: string, page: Page): EngineFailure {
  const origin = page?.origin ?? "this page's origin";
  return {
    what: "The endpoint could not be reached.",
    why:
      `The browser got no answer from ${address} that this page may read. Either nothing listens there ` +
      "(connection refused, wrong address or port, no network), or the server does not allow requests " +
      "from this page (CORS). A page is not told which of the two it is.",
    tryThis:
      "Check that the server runs and that the base URL is right, and answer the browser if it asks for access to " +
      `the local network. If the server runs, allow ${origin} in it:\n${allowOrigin(origin)}`,
  };
}

function settingsFailure(kind: "unusableUrl" | "unusableKey" | "noModel"): EngineFailure {
  switch (kind) {
    case "unusableUrl":
      return {
        what: "The base URL cannot be used.",
        why: "It is not a web address that begins with http:// or https://.",
        tryThis: "Enter the whole address, for example http://localhost:11434/v1.",
      };
    case "unusableKey":
      return {
        what: "The key cannot be sent.",
        why: "It holds a space, a line break or a letter that an HTTP header cannot carry.",
        tryThis: "Copy the key again from the provider, and nothing around it.",
      };
    case "noModel":
      return {
        what: "No model is chosen.",
        why: "A chat endpoint must be told which model answers.",
        tryThis:
          "Enter the model's name in the endpoint's settings; local servers list theirs at /v1/models.",
      };
  }
}

function webPage(status: number, address: string): EngineFailure {
  return {
    what: "The address answers with a web page, not as an endpoint.",
    why: `${address}/chat/completions gave HTML (HTTP ${String(status)}).`,
    tryThis:
      "Is the base URL missing /v1? A sign-in page or a proxy in between can be the cause, too.",
  };
}

function notAStream(message: string): EngineFailure {
  return {
    what: "The endpoint did not stream its answer.",
    why: `It answered in one piece instead of as an event stream${message === "" ? "." : `: “${message}”`}`,
    tryThis:
      "Use a server that supports “stream”: true on /chat/completions, as OpenAI's API does.",
  };
}

function interrupted(what: string, why: string, received: number): EngineFailure {
  return {
    what,
    why: `${why} ${kept(received)}`,
    tryThis:
      "Try again; if it happens every time, look at the server's log or at a proxy in between.",
  };
}

function silent(received: number, endpoint: Endpoint): EngineFailure {
  const seconds = String(endpoint.timeoutSeconds);
  return {
    what: received === 0 ? "The endpoint did not answer." : "The endpoint stopped answering.",
    why: `It sent nothing for ${seconds} s. ${kept(received)}`,
    tryThis:
      "A local model may still be loading: try again. Otherwise raise the time-out, or use a smaller model.",
  };
}

function cutOff(received: number, endpoint: Endpoint): EngineFailure {
  return {
    what: "The answer was cut off before the program was complete.",
    why: `It reached a limit on tokens (maximum tokens is ${String(endpoint.maxTokens)}). ${kept(received)}`,
    tryThis:
      "Raise the maximum tokens. If they are high already, the model's context is full: choose a test with a shorter trace.",
  };
}

const filtered: EngineFailure = {
  what: "The endpoint withheld the answer.",
  why: "Its content filter stopped the model.",
  tryThis: "Try again, or use another model or endpoint.",
};

function unexpected(message: string): EngineFailure {
  return {
    what: "The answer could not be read.",
    why:
      message === ""
        ? "Something unforeseen happened on the way."
        : `The cause given: “${message}”`,
    tryThis: "Try again; if it happens every time, check the base URL or use another endpoint.",
  };
}

/** Says what happened, why, and what to try. The key is in none of it. */
export function describeTrouble(trouble: Trouble, endpoint: Endpoint, page: Page): EngineFailure {
  const clean = (text: string): string => quote(scrub(text, endpoint.key));
  const address = clean(requestBaseUrl(endpoint.baseUrl) ?? endpoint.baseUrl);
  switch (trouble.kind) {
    case "unusableUrl":
    case "unusableKey":
    case "noModel":
      return settingsFailure(trouble.kind);
    case "status": {
      const retryAfter = trouble.retryAfter === null ? null : clean(trouble.retryAfter);
      return httpFailure(trouble.status, clean(trouble.message), retryAfter);
    }
    case "webPage":
      return webPage(trouble.status, address);
    case "notAStream":
      return notAStream(clean(trouble.message));
    case "errorInStream":
      return interrupted(
        "The endpoint broke off with an error.",
        trouble.message === ""
          ? "It gave no reason."
          : `The server says: “${clean(trouble.message)}”`,
        trouble.received,
      );
    case "brokenStream":
      return interrupted(
        "The endpoint's stream is broken.",
        "A part of it is not the JSON that the chat protocol asks for.",
        trouble.received,
      );
    case "dropped":
      return interrupted(
        "The connection was lost during the answer.",
        "The server, a proxy or the network closed it.",
        trouble.received,
      );
    case "endedEarly":
      return interrupted(
        "The stream ended before the answer was complete.",
        "The server closed it without saying that the answer is finished.",
        trouble.received,
      );
    case "silent":
      return silent(trouble.received, endpoint);
    case "unreachable":
      return isMixedContent(address, page) ? mixedContent(address) : unreachable(address, page);
    case "cutOff":
      return cutOff(trouble.received, endpoint);
    case "filtered":
      return filtered;
    case "unexpected":
      return unexpected(clean(trouble.message));
  }
}
