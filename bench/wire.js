// The wire to a server, which can be cut, mended, and led to another one.

import { once } from "node:events";
import { connect, createServer } from "node:net";

/** A wire to a port of this machine: its own `address` is passed on to it. */
export async function startWire(to) {
  const sockets = new Set();
  const server = createServer((socket) => {
    const upstream = connect(to, "127.0.0.1");
    for (const [one, other] of [[socket, upstream], [upstream, socket]]) {
      sockets.add(one);
      one.on("error", () => {});
      one.on("close", () => sockets.delete(one) && other.destroy());
      one.pipe(other);
    }
  });
  const listen = async (port) => {
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
  };
  const hangUp = () => sockets.forEach((socket) => socket.destroy());
  await listen(0);
  const { port } = server.address();
  return {
    address: `127.0.0.1:${port}`,
    /** Nothing answers any more. */
    async cut() {
      if (!server.listening) return;
      server.close();
      hangUp();
      await once(server, "close");
    },
    mend: () => listen(port),
    lead(other) {
      to = other;
      hangUp();
    },
  };
}
