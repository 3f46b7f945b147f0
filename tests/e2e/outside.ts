import { type AddressInfo, createServer, type Socket } from 'node:net';

/** A stand-in for the world outside: it counts every connection, whatever protocol is spoken. */
export interface Outside {
  readonly url: string;
  readonly hits: number;
  close(): Promise<void>;
}

export async function outside(): Promise<Outside> {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => socket.destroy());
    socket.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\nAccess-Control-Allow-Origin: *\r\n\r\nok');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    get hits() {
      return sockets.length;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
