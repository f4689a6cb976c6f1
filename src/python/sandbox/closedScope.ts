/** What the language itself brings: computing, and nothing else. */
const language = `Object Function Array Number parseFloat parseInt Infinity NaN undefined Boolean String
  Symbol Date Promise RegExp Error AggregateError EvalError RangeError ReferenceError SyntaxError
  TypeError URIError SuppressedError globalThis JSON Math Intl ArrayBuffer SharedArrayBuffer Atomics
  Uint8Array Int8Array Uint16Array Int16Array Uint32Array Int32Array BigUint64Array BigInt64Array
  Uint8ClampedArray Float16Array Float32Array Float64Array DataView Map Set WeakMap WeakSet WeakRef
  FinalizationRegistry BigInt Iterator Proxy Reflect DisposableStack AsyncDisposableStack decodeURI
  decodeURIComponent encodeURI encodeURIComponent escape unescape eval isFinite isNaN WebAssembly`;

/** What Pyodide needs of a worker while Python runs: clocks, timers, texts, random bytes, bytes. */
const host = `self constructor console performance crypto setTimeout clearTimeout setInterval
  clearInterval queueMicrotask structuredClone TextDecoder TextEncoder URL URLSearchParams Blob Headers
  Response AbortController AbortSignal DOMException Event EventTarget MessageChannel MessageEvent
  MessagePort atob btoa`;

const kept = new Set(`${language} ${host}`.split(/\s+/));

/**
 * Removes from a worker's global scope all that it does not need: ways to the network, to storage, to
 * further workers, and `BroadcastChannel`, by which two workers of the sandbox could talk: a program
 * in one that holds the tests must not tell the same program in another. What is removed is out of
 * reach for whatever runs in this worker from then on, since it can make no other scope.
 */
export function closeScope(scope: object): void {
  for (let part: object | null = scope; isOfWorker(part); part = Reflect.getPrototypeOf(part)) {
    for (const name of Reflect.ownKeys(part)) {
      if (typeof name !== "string" || kept.has(name) || Reflect.deleteProperty(part, name))
        continue;
      Reflect.set(part, name, undefined);
    }
  }
}

/** The scope itself and its own prototypes; what all objects and event targets have is harmless. */
function isOfWorker(part: object | null): part is object {
  return part !== null && part !== EventTarget.prototype && part !== Object.prototype;
}
