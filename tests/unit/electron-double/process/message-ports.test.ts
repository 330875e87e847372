import { expect, test } from 'vitest';
import { MessageChannelMain, type MessagePortMain } from '../../../electron-double/message-ports.ts';

const next = (port: MessagePortMain): Promise<unknown> =>
  new Promise((resolve) => port.once('message', ({ data }) => resolve(data)));
const closed = (port: MessagePortMain): Promise<void> =>
  new Promise((resolve) => port.once('close', () => resolve()));
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('messages wait for start, and arrive as they were when posted', async () => {
  const { port1, port2 } = new MessageChannelMain();
  const posted = { words: ['one'], bytes: new Uint8Array([1, 2]) };
  port1.postMessage(posted);
  posted.words.push('two');
  const got = next(port2);
  let early = true;
  void got.then(() => expect(early).toBe(false));
  await turn();
  early = false;
  port2.start();
  expect(await got).toEqual({ words: ['one'], bytes: new Uint8Array([1, 2]) });
});

test('what cannot be cloned is an error of whoever posts it', () => {
  const { port1 } = new MessageChannelMain();
  expect(() => port1.postMessage(() => undefined)).toThrow(/could not be cloned/);
});

test('the other side hears of closing, after what was posted before', async () => {
  const { port1, port2 } = new MessageChannelMain();
  const heard: unknown[] = [];
  port2.on('message', ({ data }) => heard.push(data));
  port2.start();
  port1.postMessage('last');
  port1.close();
  await closed(port2);
  expect(heard).toEqual(['last']);
});

test('an end that was handed over gets what waited, and the port itself is of no more use', async () => {
  const { port1, port2 } = new MessageChannelMain();
  port1.postMessage('waiting');
  const end = port2.detach();
  expect(await new Promise((resolve) => end.onMessage(resolve))).toBe('waiting');
  expect(() => port2.detach()).toThrow(/neutered/);
  end.close();
  await closed(port1);
});

test('a port through a port throws, because the double has no such thing', () => {
  const { port1, port2 } = new MessageChannelMain();
  expect(() => port1.postMessage(null, [port2])).toThrow(/not implemented/);
});
