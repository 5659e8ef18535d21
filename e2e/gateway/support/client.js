// Clients that write a request exactly as a test does, and believe any certificate.

import { Agent, request } from "node:https";
import { connect } from "node:tls";

const HOST = "portal.example";
const agent = new Agent({ keepAlive: false, maxSockets: Infinity });

/** Sends a request; gives status, headers and body. */
export function ask(port, path, { method = "GET", headers = {}, body } = {}) {
  return new Promise((resolve, reject) => {
    const options = { host: "127.0.0.1", port, path, method, rejectUnauthorized: false, agent };
    Object.assign(options, { servername: HOST, headers: { Host: HOST, ...headers } });
    const began = performance.now();
    const sent = request(options, async (answer) => {
      try {
        const bytes = Buffer.concat(await answer.toArray());
        const ms = performance.now() - began;
        resolve({ status: answer.statusCode, headers: answer.headers, bytes, body: `${bytes}`, ms });
      } catch (error) {
        reject(error);
      }
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

/**
 * Writes bytes on a connection of their own; gives the response when `enough` says so, the
 * connection closes, or five seconds have passed.
 */
export function raw(port, text, enough = () => false) {
  return new Promise((resolve, reject) => {
    const options = { host: "127.0.0.1", port, servername: HOST, rejectUnauthorized: false };
    const socket = connect(options, () => socket.write(text));
    let answer = "";
    const timer = setTimeout(() => socket.destroy(), 5000);
    socket.on("data", (bytes) => {
      answer += bytes;
      if (enough(answer)) socket.destroy();
    });
    socket.on("error", (error) => error.code === "ECONNRESET" || reject(error));
    socket.on("close", () => {
      clearTimeout(timer);
      resolve(answer);
    });
  });
}
