import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { SynopticError, toErrorShape, type Envelope, type ErrorCode } from '../api/index.ts';
import { BRIEF_POLICY } from '../api/page-policy.ts';

/** Bytes of the largest request body: a brief's request with 200 articles has about 10 kB. */
const BODY_BYTES = 256 * 1024;

const STATUS: Readonly<Partial<Record<ErrorCode, number>>> = {
  'invalid-argument': 400,
  'not-permitted': 403,
  'unknown-method': 404,
  'unknown-article': 404,
  'unknown-story': 404,
  'no-library': 409,
  'no-printer': 501,
};

export function answer(
  response: ServerResponse,
  status: number,
  body: string | Uint8Array,
  headers: OutgoingHttpHeaders,
): void {
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
  // Node leaves the body out of an answer to HEAD by itself.
  response.end(body);
}

export function answerJson(response: ServerResponse, status: number, value: unknown): void {
  answer(response, status, JSON.stringify(value), { 'content-type': 'application/json; charset=utf-8' });
}

export function answerError(response: ServerResponse, thrown: unknown): void {
  const error = toErrorShape(thrown);
  answerJson(response, STATUS[error.code] ?? 500, { error } satisfies Envelope);
}

/** For whoever comes without the secret: a person sees a page, a program the usual error. */
export function refuse(request: IncomingMessage, response: ServerResponse): void {
  const message = 'Synoptic does not know this browser.';
  const hint = 'Open the address that Synoptic printed when it started; it has the key.';
  if (request.method === 'GET') answerPage(response, 403, message, hint);
  else answerError(response, new SynopticError('not-permitted', message, hint));
}

export function answerPage(response: ServerResponse, status: number, message: string, hint: string): void {
  const page =
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Synoptic</title>' +
    `<h1>${message}</h1><p>${hint}</p></html>\n`;
  answer(response, status, page, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': BRIEF_POLICY,
  });
}

/** @throws SynopticError `invalid-argument` for anything but a JSON body of a sensible size. */
export async function jsonBody(request: IncomingMessage): Promise<unknown> {
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) {
    throw new SynopticError('invalid-argument', 'A request was not understood.', 'Expected JSON.');
  }
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > BODY_BYTES) throw new SynopticError('invalid-argument', 'A request was too long.');
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown;
  } catch (cause) {
    throw new SynopticError('invalid-argument', 'A request was not understood.', 'Expected JSON.', { cause });
  }
}
