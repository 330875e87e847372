import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { crossing } from '../../../electron-double/preload/crossing.ts';

// Both sides in one world: what they share is the document, what is proven is what they make of values.
let page: Record<string, unknown>;
let bridge: { expose(key: string, value: unknown): void };

// No DOM is here: nothing is an element.
vi.stubGlobal('Node', Function);
afterAll(() => void vi.unstubAllGlobals());

beforeEach(() => {
  page = {};
  vi.stubGlobal('document', new EventTarget());
  vi.stubGlobal('window', page);
  crossing('secret', 'page', 'preload');
  bridge = crossing('secret', 'preload', 'page');
});

const exposed = <T>(value: T): T => {
  bridge.expose('api', value);
  return page['api'] as T;
};

test('the page gets copies, frozen to their depth, under a name that it cannot take', () => {
  const given = { a: { b: [1] } };
  const api = exposed(given);
  given.a.b.push(2);
  expect(api).toEqual({ a: { b: [1] } });
  expect(Object.isFrozen(api.a.b)).toBe(true);
  expect(Object.getOwnPropertyDescriptor(page, 'api')).toMatchObject({
    writable: false,
    configurable: false,
  });
});

test('a name that the page has already is not taken from it', () => {
  page['api'] = 1;
  expect(() => bridge.expose('api', {})).toThrow('on top of an existing property');
});

test('functions are called across, with what they return', () => {
  const api = exposed({ add: (a: number, b: number) => a + b });
  expect(api.add(1, 2)).toBe(3);
});

test('functions given to functions are called back', () => {
  const heard: string[] = [];
  const api = exposed({ twice: (tell: (text: string) => string) => tell(tell('a')) });
  expect(api.twice((text) => (heard.push(text), `${text}!`))).toBe('a!!');
  expect(heard).toEqual(['a', 'a!']);
});

test('promises settle as they do on the other side', async () => {
  const api = exposed({
    well: () => Promise.resolve({ a: 1 }),
    badly: () => Promise.reject(new Error('no')),
  });
  await expect(api.well()).resolves.toEqual({ a: 1 });
  await expect(api.badly()).rejects.toThrow('no');
});

test('an error crosses with its message and without what else it had', () => {
  const api = exposed({
    fail: () => {
      throw Object.assign(new TypeError('no'), { code: 'secret' });
    },
  });
  const thrown = catchError(() => api.fail());
  expect(thrown).toEqual(new Error('no'));
  expect(thrown).not.toHaveProperty('code');
});

test('objects of classes lose their prototypes, and symbols do not cross', () => {
  class Point {
    x = 1;
    far() {
      return true;
    }
  }
  expect(exposed(new Point())).toEqual({ x: 1 });
  expect(() => bridge.expose('other', { a: Symbol('a') })).toThrow('could not be cloned');
});

test('what is cloned as a whole stays what it is', () => {
  const date = new Date(5);
  expect(exposed({ date, map: new Map([[1, 2]]) })).toEqual({ date, map: new Map([[1, 2]]) });
});

test('no event that a page could name reaches the preload', () => {
  const called = vi.fn();
  exposed({ called });
  for (const name of ['preload', 'secret', 'page']) {
    document.dispatchEvent(new CustomEvent(name, { detail: { type: 'call', id: 1, args: [] } }));
  }
  expect(called).not.toHaveBeenCalled();
});

function catchError(work: () => unknown): unknown {
  try {
    return work();
  } catch (thrown) {
    return thrown;
  }
}
