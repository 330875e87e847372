/**
 * What main posts to the engine's process: `host` and `page` each come with one port, to be served with
 * the rights of that side; `stop` asks it to put things away and end.
 */
export type EngineMessage = 'host' | 'page' | 'stop';
