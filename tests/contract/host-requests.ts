import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Ask {
  readonly method?: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string;
}

/** One request exactly as given: `fetch` would correct the path and refuse to set Host and Origin. */
export function ask(port: number, target: string, { method = 'GET', headers = {}, body }: Ask = {}) {
  return new Promise<Answer>((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port, path: target, method, headers, agent: false },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => (text += chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

/** The cookie that the address with the key gives. */
export async function sessionOf(address: string): Promise<string> {
  const { port, pathname, search } = new URL(address);
  const { headers } = await ask(Number(port), pathname + search);
  return headers['set-cookie']?.[0]?.split(';')[0] ?? '';
}

/** A built page in small, with something beside it that must not be served. */
export async function pageFolder(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const parent = await mkdtemp(path.join(tmpdir(), 'synoptic-page-'));
  const folder = path.join(parent, 'renderer');
  await mkdir(path.join(folder, 'assets'), { recursive: true });
  await writeFile(path.join(parent, 'secret.html'), 'not for anyone');
  await writeFile(path.join(folder, 'index.html'), '<!doctype html><title>Synoptic</title>');
  await writeFile(path.join(folder, 'assets', 'index.js'), 'export {};');
  await writeFile(path.join(folder, 'assets', 'index.js.map'), '{}');
  return { folder, remove: () => rm(parent, { recursive: true }) };
}
