// A server that sends the same bytes to everyone, also bytes that are no HTTP.

import { once } from "node:events";
import { createServer } from "node:net";

export async function startBareServer(words) {
  let requested = 0;
  const server = createServer((socket) => {
    socket.on("error", () => {});
    socket.once("data", () => {
      requested++;
      socket.end(words);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    requested: () => requested,
    stop: () => new Promise((closed) => server.close(closed)),
  };
}

/** An HTTP answer that any origin may read. */
export const answer = (headers, body = Buffer.alloc(0), status = "200 OK") =>
  Buffer.concat([
    Buffer.from(
      `HTTP/1.1 ${status}\r\nAccess-Control-Allow-Origin: *\r\nContent-Length: ${body.length}\r\n` +
        `Connection: close\r\n${headers.map((header) => `${header}\r\n`).join("")}\r\n`,
    ),
    body,
  ]);
