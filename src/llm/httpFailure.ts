import type { EngineFailure } from "../domain/engine";

/** What an HTTP status means for someone who asked a model, and what to try. */
type StatusAdvice = { what: string; why: string; tryThis: string };

const advice: Readonly<Record<number, StatusAdvice>> = {
  400: {
    what: "The endpoint rejected the request (HTTP 400).",
    why: "It could not use something in it: often a setting that the model does not take, or a prompt longer than its context.",
    tryThis:
      "Check the temperature (some models take only 1) and the maximum tokens, or try another model.",
  },
  401: {
    what: "The endpoint did not accept the key (HTTP 401).",
    why: "The key is missing, mistyped, expired, or belongs to another service.",
    tryThis:
      "Enter the key again in the endpoint's settings, and check that it belongs to this base URL.",
  },
  402: {
    what: "The endpoint asks for payment (HTTP 402).",
    why: "The account behind the key has no credit left.",
    tryThis: "Add credit at the provider, or use another endpoint.",
  },
  403: {
    what: "The endpoint refused access (HTTP 403).",
    why: "The key may not use this model, or the server does not allow this page's address.",
    tryThis:
      "Check what the key may use. On a local server, check which origins it allows (Ollama: OLLAMA_ORIGINS).",
  },
  404: {
    what: "The endpoint does not know the address or the model (HTTP 404).",
    why: "The base URL may lack a part such as /v1, or the model's name is not one that this server has.",
    tryThis: "Check the base URL and the model's name; local servers list theirs at /v1/models.",
  },
  405: {
    what: "The address does not take chat requests (HTTP 405).",
    why: "Something answers there, but not a chat endpoint.",
    tryThis: "Check the base URL: it often ends in /v1.",
  },
  408: {
    what: "The endpoint gave up waiting (HTTP 408).",
    why: "The request took longer than the server or a proxy before it allows.",
    tryThis: "Try again; if it happens every time, use a smaller model or fewer maximum tokens.",
  },
  413: {
    what: "The prompt is too large for the endpoint (HTTP 413).",
    why: "Program, trace and tests together exceed what the server takes in one request.",
    tryThis: "Choose a test with a shorter trace, or use a model with a longer context.",
  },
  422: {
    what: "The endpoint could not use the request (HTTP 422).",
    why: "One of the settings has a value that this server does not take.",
    tryThis: "Check the model's name, the temperature and the maximum tokens.",
  },
  429: {
    what: "The endpoint is limiting requests (HTTP 429).",
    why: "Too many requests in a short time, or the account's quota is used up.",
    tryThis: "Wait a little and try again; if it stays so, check the quota at the provider.",
  },
};

function adviceFor(status: number): StatusAdvice {
  const known = advice[status];
  if (known !== undefined) return known;
  if (status >= 500) {
    return {
      what: `The endpoint failed (HTTP ${String(status)}).`,
      why: "The error is on the server's side: it may be overloaded, restarting, or unable to load the model.",
      tryThis: "Try again in a moment; on a local server, look at its log.",
    };
  }
  return {
    what: `The endpoint answered with HTTP ${String(status)}.`,
    why: "That is not an answer that a chat endpoint gives.",
    tryThis: "Check the base URL and the settings of the endpoint.",
  };
}

/** Retry-After is a number of seconds or a date (RFC 9110, section 10.2.3). */
function waitAdvice(retryAfter: string): string {
  return /^\d+$/.test(retryAfter)
    ? `The server asks to wait ${retryAfter} s. `
    : `The server asks to wait until ${retryAfter}. `;
}

/** Puts an HTTP error into words. `message` is the server's own, already bounded and scrubbed. */
export function httpFailure(
  status: number,
  message: string,
  retryAfter: string | null,
): EngineFailure {
  const { what, why, tryThis } = adviceFor(status);
  return {
    what,
    why: message === "" ? why : `${why} The server says: “${message}”`,
    tryThis: retryAfter === null ? tryThis : waitAdvice(retryAfter) + tryThis,
  };
}
