/**
 * The script of the sandbox page. It passes the app's port on to the sandboxed frame inside, once,
 * and has no further part.
 */
addEventListener("message", function connect(event: MessageEvent) {
  const [port] = event.ports;
  if (event.source !== parent || event.origin !== location.origin || !port) return;
  removeEventListener("message", connect);
  // "*": an opaque origin has no name to give; the frame holds nothing but our own document.
  document.querySelector("iframe")?.contentWindow?.postMessage("connect", "*", [port]);
});
