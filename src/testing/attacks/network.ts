import { policy, type Reach } from "./reach";

const everywhere = ["interpreter", "worker", "frame"] as const;
const frame = ["frame"] as const;

/** An element that loads something when it is put into a page. */
const element = (name: string, attack: Reach["attack"]): Reach => ({
  name,
  layer: policy.load,
  from: frame,
  attack,
});

export const network: readonly Reach[] = [
  {
    name: "fetch",
    layer: policy.connect,
    from: everywhere,
    attack: (address) => fetch(address, { mode: "no-cors" }),
  },
  {
    name: "fetch that outlives its page",
    layer: policy.connect,
    from: everywhere,
    attack: (address) => fetch(address, { mode: "no-cors", method: "POST", keepalive: true }),
  },
  {
    name: "XMLHttpRequest",
    layer: policy.connect,
    from: everywhere,
    attack: (address) => {
      const request = new XMLHttpRequest();
      request.open("GET", address);
      request.send();
    },
  },
  {
    name: "a synchronous XMLHttpRequest",
    layer: policy.connect,
    from: everywhere,
    attack: (address) => {
      const request = new XMLHttpRequest();
      request.open("GET", address, false);
      request.send();
    },
  },
  {
    name: "WebSocket",
    layer: policy.connect,
    from: everywhere,
    attack: (address) => {
      new WebSocket(address.replace("http", "ws"));
    },
  },
  {
    name: "EventSource",
    layer: policy.connect,
    from: everywhere,
    attack: (address) => {
      new EventSource(address);
    },
  },
  {
    name: "navigator.sendBeacon",
    layer: policy.connect,
    from: frame,
    attack: (address) => navigator.sendBeacon(address, "stolen"),
  },
  {
    name: "importScripts",
    layer: policy.script,
    from: ["interpreter", "worker"],
    attack: (address) => {
      Reflect.apply(Reflect.get(globalThis, "importScripts") as () => void, null, [address]);
    },
  },
  {
    name: "import()",
    layer: policy.script,
    from: everywhere,
    attack: (address) => import(/* @vite-ignore */ address),
  },
  {
    name: "a worker inside the worker",
    layer: policy.connect,
    from: everywhere,
    attack: (address) => {
      const script = new Blob([`fetch(${JSON.stringify(address)}, { mode: "no-cors" })`]);
      new Worker(URL.createObjectURL(script));
    },
  },
  {
    name: "WebRTC",
    layer: "no RTCPeerConnection: the frame removes its own, and workers have none",
    from: frame,
    datagrams: true,
    attack: async (address) => {
      const urls = address.replace("http://", "stun:").replace("/", "");
      const connection = new RTCPeerConnection({ iceServers: [{ urls }] });
      connection.createDataChannel("stolen");
      await connection.setLocalDescription(await connection.createOffer());
    },
  },
  element("<img>", (address) => {
    new Image().src = address;
  }),
  element("<script>", (address) => {
    document.head.append(Object.assign(document.createElement("script"), { src: address }));
  }),
  element("<video>", (address) => {
    document.head.append(Object.assign(document.createElement("video"), { src: address }));
  }),
  element("<object>", (address) => {
    document.documentElement.append(
      Object.assign(document.createElement("object"), { data: address }),
    );
  }),
  element("<link rel=stylesheet>", (address) => {
    document.head.append(
      Object.assign(document.createElement("link"), { rel: "stylesheet", href: address }),
    );
  }),
  element("<link rel=prefetch>", (address) => {
    document.head.append(
      Object.assign(document.createElement("link"), { rel: "prefetch", href: address }),
    );
  }),
  element("<link rel=modulepreload>", (address) => {
    document.head.append(
      Object.assign(document.createElement("link"), { rel: "modulepreload", href: address }),
    );
  }),
  element("an image of a style", (address) => {
    document.documentElement.setAttribute("style", `background: url(${address})`);
  }),
  element("@import in a style", (address) => {
    const style = document.createElement("style");
    style.textContent = `@import url(${address});`;
    document.head.append(style);
  }),
  element("a font", (address) => new FontFace("stolen", `url(${address})`).load()),
  element("the ping of a link", (address) => {
    const link = Object.assign(document.createElement("a"), { href: "#here", ping: address });
    document.documentElement.append(link);
    link.click();
  }),
  {
    name: "a script of text: eval",
    layer: policy.script,
    from: frame,
    attack: (address) => {
      const script = document.createElement("script");
      script.textContent = `fetch(${JSON.stringify(address)}, { mode: "no-cors" })`;
      document.head.append(script);
    },
  },
];
