import { createSocket } from "node:dgram";
import { once } from "node:events";
import { createServer as createHttp } from "node:http";
import { createServer, type AddressInfo, type Socket } from "node:net";

/** A server that an attack tries to reach, with an address of its own. */
export type Listener = {
  address: string;
  /** Requests, or datagrams, that it heard. A connection on which nothing is sent is none. */
  heard: () => number;
  close: () => void;
};

export async function listen(): Promise<Listener> {
  let heard = 0;
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.once("data", () => {
      heard += 1;
      socket.end("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n");
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    heard: () => heard,
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

/** The same for datagrams, which WebRTC sends. */
export async function listenForDatagrams(): Promise<Listener> {
  let heard = 0;
  const socket = createSocket("udp4");
  socket.on("message", () => {
    heard += 1;
  });
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  return {
    address: `http://127.0.0.1:${socket.address().port}/`,
    heard: () => heard,
    close: () => {
      socket.close();
    },
  };
}

const html = (body: string) => `<!doctype html><meta charset="utf-8"><title>open</title>${body}`;

/** A site without any of the defences: what the same attacks do there. */
export async function openSite(): Promise<{ address: string; close: () => void }> {
  const server = createHttp((request, response) => {
    const isScript = request.url === "/worker.js";
    response.setHeader("Content-Type", isScript ? "text/javascript" : "text/html");
    response.end(isScript ? "" : html(""));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
