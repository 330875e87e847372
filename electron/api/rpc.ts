import { createBirpc } from 'birpc';
import * as v from 'valibot';
import type { Channel } from './channel.ts';
import {
  HOST_METHODS,
  READER_METHODS,
  type Events,
  type EventSource,
  type HostApi,
  type ReaderApi,
} from './contract.ts';
import { SynopticError, toErrorShape, type ErrorShape } from './errors.ts';
import { isOversized } from './message-size.ts';

/** Every answer: errors cross as data, because ports clone an Error without its code. */
export type Envelope<T = unknown> = { readonly value: T } | { readonly error: ErrorShape };

interface EngineSide {
  call(method: string, argument?: unknown): Promise<Envelope>;
}
interface CallerSide {
  tell(event: keyof Events, payload: unknown): void;
}

export function unwrap<T>(envelope: Envelope<T>): T {
  if ('value' in envelope) return envelope.value;
  const { code, message, hint } = envelope.error;
  throw new SynopticError(code, message, hint);
}

export async function enveloped<T>(work: () => Promise<T>): Promise<Envelope<T>> {
  try {
    return { value: await work() };
  } catch (thrown) {
    return { error: toErrorShape(thrown) };
  }
}

/** The method's schema, or an error that says the method is not known on this channel. */
function schemaOf(method: string, privileged: boolean): v.GenericSchema {
  const methods: Readonly<Record<string, v.GenericSchema>> = privileged ? HOST_METHODS : READER_METHODS;
  const schema = Object.hasOwn(methods, method) ? methods[method] : undefined;
  if (schema) return schema;
  if (Object.hasOwn(HOST_METHODS, method)) {
    throw new SynopticError('not-permitted', `The page may not ask for “${method}”.`);
  }
  throw new SynopticError('unknown-method', 'The engine does not know this request.');
}

/** Parses an argument by its schema; the error names the first field at fault, never its value. */
export function parseArgument<T>(schema: v.GenericSchema<unknown, T>, argument: unknown): T {
  if (isOversized(argument)) {
    throw new SynopticError('invalid-argument', 'A request was too large.', 'Ask for less at once.');
  }
  // One fault is enough: a list of a thousand faults would be a thousand times as large as the list.
  const result = v.safeParse(schema, argument, { abortEarly: true });
  if (result.success) return result.output;
  const issue = result.issues[0];
  const field = v.getDotPath(issue);
  throw new SynopticError(
    'invalid-argument',
    `A request was not understood${field ? ` (${field})` : ''}.`,
    `Expected ${issue.expected ?? 'something else'}.`,
  );
}

export interface ServeOptions {
  /** Whether the channel's other side is a host, which may name paths of the system. */
  readonly privileged: boolean;
  /** Told of errors that are not the caller's fault, for the log. */
  readonly onError?: (method: string, thrown: unknown) => void;
}

/** Calls of one channel that may be under way. The page has a few; with more, something is wrong with it. */
const CALLS_AT_ONCE = 500;

/** Answers the calls of one channel from the engine, and passes on its events until the channel closes. */
export function serve(channel: Channel, engine: HostApi & EventSource, options: ServeOptions): void {
  const functions = engine as unknown as Readonly<Record<string, (argument: unknown) => Promise<unknown>>>;
  let underWay = 0;
  // Without a prototype: what every object inherits is not for the other side to call.
  const side = Object.assign(Object.create(null) as object, {
    call: (method: string, argument?: unknown) =>
      enveloped(async () => {
        if (underWay >= CALLS_AT_ONCE) {
          throw new SynopticError('invalid-argument', 'There were too many requests at once.', 'Try again.');
        }
        const parsed = parseArgument(schemaOf(method, options.privileged), argument);
        underWay += 1;
        try {
          return await functions[method]?.(parsed);
        } catch (thrown) {
          if (!(thrown instanceof SynopticError)) options.onError?.(method, thrown);
          throw thrown;
        } finally {
          underWay -= 1;
        }
      }),
  } satisfies EngineSide);
  const rpc = createBirpc<CallerSide, EngineSide>(side, {
    post: (message: unknown) => channel.post(message),
    on: (listener) => channel.on(listener),
    off: (listener) => channel.off(listener),
    eventNames: ['tell'],
    onGeneralError: () => true,
  });
  const stop = [
    engine.on('opened', (payload) => void rpc.tell('opened', payload)),
    engine.on('changed', (payload) => void rpc.tell('changed', payload)),
    engine.on('corrected', (payload) => void rpc.tell('corrected', payload)),
    engine.on('annotated', (payload) => void rpc.tell('annotated', payload)),
    engine.on('undoable', (payload) => void rpc.tell('undoable', payload)),
  ];
  channel.onClose(() => {
    for (const off of stop) off();
    rpc.$close();
  });
}

export interface Connection<Api> extends EventSource {
  readonly api: Api;
  close(): void;
}

/** The engine at the other end of a channel. Calls reject with {@link SynopticError}. */
export function connect<Api extends ReaderApi = ReaderApi>(channel: Channel): Connection<Api> {
  const listeners = new Map<string, Set<(payload: never) => void>>();
  const rpc = createBirpc<EngineSide, CallerSide>(
    {
      tell(event, payload) {
        for (const listener of listeners.get(event) ?? []) listener(payload as never);
      },
    },
    {
      post: (message: unknown) => channel.post(message),
      on: (listener) => channel.on(listener),
      off: (listener) => channel.off(listener),
      // Reading ten thousand files or printing a long brief may take minutes; a closed channel rejects at once.
      timeout: -1,
    },
  );
  let stopped: SynopticError | null = null;
  const stop = () => {
    stopped ??= new SynopticError('engine-stopped', 'The reader’s engine stopped.');
    rpc.$close(stopped);
  };
  channel.onClose(stop);
  const call = async (method: string, ...argument: [unknown?]) => {
    if (stopped) throw stopped;
    // Without an argument there must be none: MessagePack and JSON would make a null of it.
    return unwrap(await rpc.call(method, ...argument));
  };
  const api = new Proxy({} as object, {
    get: (_target, method) =>
      typeof method === 'string' && method !== 'then'
        ? (...argument: [unknown?]) => call(method, ...argument)
        : undefined,
  }) as Api;
  return {
    api,
    on(event, listener) {
      const set = listeners.get(event) ?? new Set();
      listeners.set(event, set);
      set.add(listener as (payload: never) => void);
      return () => set.delete(listener as (payload: never) => void);
    },
    close() {
      stop();
      channel.close();
    },
  };
}
