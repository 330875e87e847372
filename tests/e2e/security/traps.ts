import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

/** Servers on this machine that hostile addresses lead to. Nobody may ever come. */
export interface Traps {
  /** `127.0.0.1:PORT`, listening for TCP and, at the same port, for UDP. */
  readonly address: string;
  /** What came, in one line each. */
  readonly caught: readonly string[];
  close(): Promise<void>;
}

export async function setTraps(): Promise<Traps> {
  const caught: string[] = [];
  const tcp = createServer((socket) => {
    caught.push('a TCP connection');
    socket.on('data', (data) => caught.push(`TCP: ${data.toString('latin1').slice(0, 80)}`));
    socket.on('error', () => undefined);
    // An answer that grants everything, so that no second request is held back by the first.
    socket.write(
      'HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: *\r\nContent-Type: text/html\r\nConnection: close\r\nContent-Length: 0\r\n\r\n',
    );
  });
  tcp.listen(0, '127.0.0.1');
  await once(tcp, 'listening');
  const { port } = tcp.address() as AddressInfo;
  const udp = createSocket('udp4');
  udp.on('message', (message) => caught.push(`UDP: ${message.length} bytes`));
  udp.bind(port, '127.0.0.1');
  await once(udp, 'listening');
  return {
    address: `127.0.0.1:${port}`,
    caught,
    async close() {
      udp.close();
      tcp.close();
      await once(tcp, 'close');
    },
  };
}
