import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';
import { SynopticError, serve, type EventSource, type HostApi, type Paper } from '../api/index.ts';
import { Access } from './access.ts';
import { WaitingBriefs } from './briefs.ts';
import { loadPage } from './files.ts';
import { isModest } from './frame-shape.ts';
import { printPdf } from './print.ts';
import { route } from './routes.ts';
import { socketChannel } from './sockets.ts';
import { MAX_FRAME_BYTES } from './wire.ts';

export interface BrowserHostOptions {
  /** Stays the caller's: closing the host does not close it. */
  readonly engine: HostApi & EventSource;
  /** The folder of the built page. */
  readonly pageFolder: string;
  /** A free one of the system's choice unless given. */
  readonly port?: number | undefined;
  readonly print?: (html: string, paper: Paper) => Promise<Uint8Array>;
  /** Told of errors that are nobody's request's fault, without any text of an article. */
  readonly onError?: (where: string, thrown: unknown) => void;
}

export interface BrowserHost {
  /** Where to open the page: it has the key, so it is as secret as the library. */
  readonly address: string;
  readonly origin: string;
  readonly port: number;
  /** Tells every tab that the engine is gone, then stops. */
  close(): Promise<void>;
}

/**
 * Serves the page and its engine to a browser on this machine, and to nobody else.
 *
 * @throws SynopticError where the page is not built or the port is taken.
 */
export async function startBrowserHost(options: BrowserHostOptions): Promise<BrowserHost> {
  const { engine, onError = () => undefined } = options;
  const page = await loadPage(options.pageFolder);
  // Imported, it would load all that it exports, the whole of fetch among it.
  const server = process.getBuiltinModule('node:http').createServer();
  const port = await listen(server, options.port ?? 0);
  const access = new Access(port);
  const briefs = new WaitingBriefs();
  const routes = { access, engine, page, briefs, print: options.print ?? printPdf };

  server.on('request', (request, response) => {
    route(routes, request, response).catch((thrown: unknown) => {
      onError('request', thrown);
      response.destroy();
    });
  });

  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_FRAME_BYTES,
    // Compressing what never leaves the machine costs time and memory and saves nothing.
    perMessageDeflate: false,
  });
  server.on('upgrade', (request, socket, head) => {
    const { headers } = request;
    const allowed =
      request.url === '/engine' &&
      access.isOurHost(headers) &&
      access.isOurOrigin(headers) &&
      access.hasSession(headers);
    if (!allowed) {
      // Node has let go of the socket: nobody else hears that the client hung up, or closes what it leaves open.
      socket.on('error', () => undefined);
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n', () =>
        socket.destroy(),
      );
      return;
    }
    sockets.handleUpgrade(request, socket, head, (tab: WebSocket) => {
      serve(socketChannel(tab, isModest), engine, { privileged: false, onError });
    });
  });
  server.on('error', (thrown) => onError('server', thrown));

  const origin = `http://127.0.0.1:${port}`;
  return {
    address: `${origin}/?key=${access.key}`,
    origin,
    port,
    async close() {
      briefs.clear();
      for (const tab of sockets.clients) tab.close(1001);
      const closed = new Promise((resolve) => server.close(resolve));
      // A browser keeps idle connections open for minutes; a tab that does not answer must not hold us up.
      setTimeout(() => {
        for (const tab of sockets.clients) tab.terminate();
        server.closeAllConnections();
      }, 200);
      await closed;
    },
  };
}

/** On the loopback address only: the network never sees it. */
function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) => {
      reject(
        new SynopticError(
          'internal',
          `Port ${port} cannot be used.`,
          'Another program may have it. Choose another one, or none to get a free one.',
          { cause },
        ),
      );
    });
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      server.removeAllListeners('error');
      resolve((server.address() as AddressInfo).port);
    });
  });
}
