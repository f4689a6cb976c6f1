import { policy, type Reach } from "./reach";

const asking = (name: string, from: Reach["from"], attack: Reach["attack"]): Reach => ({
  name,
  layer: policy.origin,
  from,
  returns: true,
  attack,
});

const everywhere = ["interpreter", "worker", "frame"] as const;
const frame = ["frame"] as const;

export const storage: readonly Reach[] = [
  asking(
    "IndexedDB",
    everywhere,
    () =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open("tracemend");
        request.onsuccess = () => {
          resolve("reached");
        };
        request.onerror = reject;
      }),
  ),
  asking("Cache Storage", everywhere, () => caches.open("tracemend").then(() => "reached")),
  asking("the private file system", everywhere, () =>
    navigator.storage.getDirectory().then(() => "reached"),
  ),
  asking("navigator.storage", everywhere, () => navigator.storage.estimate().then(() => "reached")),
  asking("locks", everywhere, () => navigator.locks.request("tracemend", () => "reached")),
  asking("localStorage", frame, () => {
    localStorage.setItem("stolen", "1");
    return "reached";
  }),
  asking("sessionStorage", frame, () => {
    sessionStorage.setItem("stolen", "1");
    return "reached";
  }),
  asking("cookies", frame, () => {
    document.cookie = "stolen=1";
    return document.cookie === "" ? "none" : "reached";
  }),
  asking("a service worker", frame, () =>
    navigator.serviceWorker.register("/worker.js").then(() => "reached"),
  ),
  asking(
    "a shared worker",
    frame,
    () =>
      new Promise((resolve, reject) => {
        const text = "onconnect = (event) => event.ports[0].postMessage('reached')";
        const worker = new SharedWorker(URL.createObjectURL(new Blob([text])));
        worker.onerror = reject;
        worker.port.onmessage = (event: MessageEvent<string>) => {
          resolve(event.data);
        };
      }),
  ),
];

export const page: readonly Reach[] = [
  asking("the app's document", frame, () => (parent.document.title, "reached")),
  asking("the app's storage", frame, () => (parent.localStorage.length, "reached")),
  asking("the app's functions", frame, () => typeof parent.fetch === "function" && "reached"),
  asking("the element of the frame", frame, () => (frameElement ? "reached" : "nothing")),
  asking("the outermost page", frame, () => (top?.document.title, "reached")),
  {
    ...asking("leaving the policy behind in an empty frame", frame, () => {
      const inner = document.createElement("iframe");
      document.documentElement.append(inner);
      const { contentWindow } = inner;
      return contentWindow && typeof Reflect.get(contentWindow, "RTCPeerConnection") === "function"
        ? "reached"
        : "nothing";
    }),
  },
  {
    name: "BroadcastChannel to another interpreter",
    layer: policy.scope,
    from: ["interpreter"],
    returns: true,
    attack: () => (new BroadcastChannel("collusion").postMessage("the tests"), "reached"),
  },
  {
    name: "another worker with a scope of its own",
    layer: policy.scope,
    from: ["interpreter"],
    returns: true,
    attack: () => (new Worker(URL.createObjectURL(new Blob([""]))), "reached"),
  },
  {
    name: "what the scope's prototypes still have",
    layer: policy.scope,
    from: ["interpreter"],
    returns: true,
    attack: () => {
      const names = ["fetch", "indexedDB", "importScripts", "navigator", "postMessage", "location"];
      return names.some((name) => Reflect.has(globalThis, name)) ? "reached" : "nothing";
    },
  },
];
