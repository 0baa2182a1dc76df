import { once } from 'node:events';
import {
  createServer,
  request as ask,
  type ClientRequest,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { pipeline, Transform } from 'node:stream';

/** Stands as a proxy between a browser and the program: what breaks off there breaks off for both. */
export interface Relay {
  /** For the profile that goes through it. */
  readonly server: string;
  /** Lets so many bytes of each upload pass from now on, and holds the rest back. */
  readonly holdUploads: (bytes: number) => HeldUploads;
  readonly close: () => Promise<void>;
}

export interface HeldUploads {
  /** Breaks the connection of the upload off, and of each that the browser tries instead. */
  readonly breakOff: () => void;
  /** Lets further uploads pass. */
  readonly end: () => void;
}

/** Lets so many bytes pass, and nothing behind them. */
const letPass = (bytes: number): Transform => {
  let left = bytes;
  return new Transform({
    transform: (chunk: Buffer, _, done) => {
      if (chunk.byteLength > left) return;
      left -= chunk.byteLength;
      done(null, chunk);
    },
  });
};

export const openRelay = async (): Promise<Relay> => {
  let hold: ((request: IncomingMessage, onwards: ClientRequest) => void) | null = null;

  const pass = (request: IncomingMessage, response: ServerResponse): void => {
    const { url = '', method, headers } = request;
    const onwards = ask(url, { method, headers }, (reply) => {
      response.writeHead(reply.statusCode ?? 502, reply.headers);
      pipeline(reply, response, () => {});
    });
    onwards.on('error', () => response.destroy());
    if (hold !== null && method === 'POST') hold(request, onwards);
    else pipeline(request, onwards, () => {});
  };

  const server = createServer(pass);
  server.on('connect', ({ url = '' }: IncomingMessage, browser) => {
    const { hostname, port } = new URL(`http://${url}`);
    const program = connect(Number(port), hostname, () => {
      browser.write('HTTP/1.1 200 OK\r\n\r\n');
      pipeline(browser, program, browser, () => {});
    });
    program.on('error', () => browser.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  return {
    server: `http://127.0.0.1:${port}`,
    holdUploads: (bytes) => {
      let isBroken = false;
      let current: ClientRequest | null = null;
      hold = (request, onwards) => {
        if (isBroken) onwards.destroy(new Error('broken off'));
        else pipeline(request, letPass(bytes), onwards, () => {});
        current = onwards;
      };
      return {
        breakOff: () => {
          isBroken = true;
          current?.destroy(new Error('broken off'));
        },
        end: () => {
          hold = null;
        },
      };
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
