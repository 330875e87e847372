/**
 * Values between the preload's world and the page's. The two share the document and nothing else; what is
 * told by an event's `detail` is cloned for the other world, Files included. So a value is put into a form
 * in which functions and promises are numbers, and the rest is left to the cloning.
 *
 * contextBridge › “Parameter / Error / Return Type support”: functions are proxied, promises too, errors
 * keep their message, objects and arrays are copied, prototypes are dropped, symbols do not cross.
 */

type Form =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'function' | 'promise'; readonly id: number }
  | { readonly kind: 'error'; readonly message: string; readonly stack: string }
  | { readonly kind: 'array'; readonly parts: readonly Form[] }
  | { readonly kind: 'object'; readonly parts: readonly (readonly [string, Form])[] };

type Message =
  | { readonly type: 'expose'; readonly key: string; readonly value: Form }
  | { readonly type: 'call'; readonly id: number; readonly args: readonly Form[] }
  | { readonly type: 'settle'; readonly id: number; readonly ok: boolean; readonly value: Form };

interface Reply {
  readonly ok: boolean;
  readonly value: Form;
}

interface Crossing {
  /** Puts `value` on the other world's window. */
  expose(key: string, value: unknown): void;
}

const { apply } = Reflect;
const { freeze, entries, defineProperty, getPrototypeOf, hasOwn } = Object;

function isPlain(value: object): boolean {
  const prototype: unknown = getPrototypeOf(value);
  return (
    prototype === null ||
    (!(value instanceof Blob || value instanceof Date || value instanceof RegExp) &&
      !(
        value instanceof Map ||
        value instanceof Set ||
        value instanceof ArrayBuffer ||
        ArrayBuffer.isView(value)
      ))
  );
}

function deeplyFrozen(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !isPlain(value)) return value;
  for (const part of Object.values(value)) deeplyFrozen(part);
  return freeze(value);
}

/**
 * Joins this world to the other. `secret` names the events, so that no page can make or hear them. What the
 * page may replace later (methods of the document, the getter of `detail`) is taken hold of first.
 */
export function crossing(secret: string, here: string, there: string): Crossing {
  const target = document;
  const dispatch = EventTarget.prototype.dispatchEvent;
  const Carrier = CustomEvent;
  const detailOf = Object.getOwnPropertyDescriptor(CustomEvent.prototype, 'detail')?.get ?? (() => undefined);
  const functions = new Map<number, (...args: unknown[]) => unknown>();
  const ids = new WeakMap<object, number>();
  const pending = new Map<number, PromiseWithResolvers<unknown>>();
  let last = 0;
  let reply: Reply | null = null;

  function send(message: Message | Reply, name: string): void {
    const init = { __proto__: null, detail: message } as CustomEventInit;
    apply(dispatch, target, [new Carrier(`${secret}${name}`, init)]);
  }

  /** @throws what the other world threw. */
  function ask(message: Message): unknown {
    reply = null;
    send(message, there);
    const answer = reply as Reply | null;
    if (!answer) throw new Error('An object could not be cloned.');
    const value = fromForm(answer.value);
    if (!answer.ok) throw value;
    return value;
  }

  function functionForm(value: (...args: unknown[]) => unknown): Form {
    const id = ids.get(value) ?? ++last;
    ids.set(value, id);
    functions.set(id, value);
    return { kind: 'function', id };
  }

  function promiseForm(promise: Promise<unknown>): Form {
    const id = ++last;
    const settle = (ok: boolean) => (value: unknown) => {
      let form: Form;
      try {
        form = toForm(value);
      } catch (thrown) {
        send({ type: 'settle', id, ok: false, value: toForm(thrown) }, there);
        return;
      }
      send({ type: 'settle', id, ok, value: form }, there);
    };
    promise.then(settle(true), settle(false));
    return { kind: 'promise', id };
  }

  function toForm(value: unknown): Form {
    if (typeof value === 'symbol') throw new Error('An object could not be cloned.');
    if (typeof value === 'function') return functionForm(value as () => unknown);
    if (typeof value !== 'object' || value === null) return { kind: 'value', value };
    if (value instanceof Promise) return promiseForm(value);
    if (value instanceof Error) return { kind: 'error', message: value.message, stack: value.stack ?? '' };
    if (Array.isArray(value)) return { kind: 'array', parts: value.map(toForm) };
    if (value instanceof Node)
      throw new Error('electron double: elements across the context bridge are not implemented');
    if (isPlain(value))
      return { kind: 'object', parts: entries(value).map(([key, part]) => [key, toForm(part)]) };
    return { kind: 'value', value };
  }

  function fromForm(form: Form): unknown {
    if (form.kind === 'value') return form.value;
    if (form.kind === 'array') return form.parts.map(fromForm);
    if (form.kind === 'object')
      return Object.fromEntries(form.parts.map(([key, part]) => [key, fromForm(part)]));
    if (form.kind === 'error') return Object.assign(new Error(form.message), { stack: form.stack });
    if (form.kind === 'promise') {
      const waiting = Promise.withResolvers<unknown>();
      pending.set(form.id, waiting);
      return waiting.promise;
    }
    const { id } = form;
    return (...args: unknown[]) => ask({ type: 'call', id, args: args.map(toForm) });
  }

  function act(message: Message): unknown {
    if (message.type === 'call') {
      const work = functions.get(message.id);
      if (!work) throw new Error('electron double: there is no such function');
      return work(...message.args.map(fromForm));
    }
    if (message.type === 'settle') {
      const waiting = pending.get(message.id);
      pending.delete(message.id);
      if (message.ok) waiting?.resolve(fromForm(message.value));
      else waiting?.reject(fromForm(message.value));
      return undefined;
    }
    if (hasOwn(window, message.key))
      throw new Error('Cannot bind an API on top of an existing property on the window object');
    const value = deeplyFrozen(fromForm(message.value));
    defineProperty(window, message.key, { value, writable: false, configurable: false, enumerable: true });
    return undefined;
  }

  target.addEventListener(`${secret}${here}-reply`, (event) => {
    reply = apply(detailOf, event, []) as Reply | null;
  });
  target.addEventListener(`${secret}${here}`, (event) => {
    const message = apply(detailOf, event, []) as Message | null;
    // What could not be cloned arrives as null, and no reply says so.
    if (!message) return;
    try {
      send({ ok: true, value: toForm(act(message)) }, `${there}-reply`);
    } catch (thrown) {
      send({ ok: false, value: toForm(thrown) }, `${there}-reply`);
    }
  });

  return {
    expose: (key, value) => void ask({ type: 'expose', key, value: toForm(value) }),
  };
}
