import { decode, encode } from '@msgpack/msgpack';
import { LIMITS } from '../api/index.ts';

/**
 * Messages of the WebSocket: one binary MessagePack frame each, because files cross it as bytes. Fields
 * that are `undefined` are left out, as in JSON; anything else that is `undefined` becomes `null`.
 */
export function toFrame(message: unknown): Uint8Array {
  return encode(message, { ignoreUndefined: true });
}

export function fromFrame(frame: Uint8Array): unknown {
  return decode(frame);
}

/** Bytes of the largest frame: one file and what names it. */
export const MAX_FRAME_BYTES = LIMITS.fileBytes + 64 * 1024;
