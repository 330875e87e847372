/** How long a page may take for one answer. */
const ANSWER_MS = 30_000;

/**
 * A connection to one page over Chromium's DevTools protocol.
 * @see https://chromedevtools.github.io/devtools-protocol/
 */
export class DevTools {
  #socket;
  #last = 0;
  #waiting = new Map();
  #listeners = new Map();

  /** @param address the page's webSocketDebuggerUrl */
  static async connect(address) {
    const socket = new WebSocket(address);
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve, { once: true });
      socket.addEventListener('error', () => reject(new Error(`${address} does not answer.`)), {
        once: true,
      });
    });
    return new DevTools(socket);
  }

  constructor(socket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => this.#take(JSON.parse(data)));
  }

  #take({ id, method, params, result, error }) {
    if (id === undefined) return this.#listeners.get(method)?.(params);
    const { resolve, reject } = this.#waiting.get(id) ?? {};
    this.#waiting.delete(id);
    return error ? reject?.(new Error(error.message)) : resolve?.(result);
  }

  /** Calls `listener` with each event's parameters; one listener an event. */
  on(event, listener) {
    this.#listeners.set(event, listener);
  }

  send(method, params = {}) {
    const id = ++this.#last;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${method} was not answered.`)), ANSWER_MS);
      this.#waiting.set(id, {
        resolve: (result) => resolve((clearTimeout(timer), result)),
        reject: (error) => reject((clearTimeout(timer), error)),
      });
      this.#socket.send(JSON.stringify({ id, method, params }));
    });
  }

  /** The value of an expression in the page, which may be a promise. */
  async evaluate(expression) {
    const options = { expression, awaitPromise: true, returnByValue: true };
    const { result, exceptionDetails } = await this.send('Runtime.evaluate', options);
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  close() {
    this.#socket.close();
  }
}
