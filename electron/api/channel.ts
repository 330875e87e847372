/** A two-way pipe of structured-cloneable messages: a message port, a WebSocket, or a pair in one process. */
export interface Channel {
  post(message: unknown): void;
  on(listener: (message: unknown) => void): void;
  off(listener: (message: unknown) => void): void;
  close(): void;
  /** Called once when the other side is gone. */
  onClose(listener: () => void): void;
}
