import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ImportOutcome } from '../../../electron/api/index.ts';
import { ToPage } from '../../../electron/main/to-page.ts';
import { FakeContents, resetElectron } from './electron-double.ts';

vi.mock('electron', () => import('./electron-double.ts'));

let page: FakeContents;
let toPage: ToPage;
beforeEach(() => {
  resetElectron();
  page = new FakeContents();
  toPage = new ToPage();
  toPage.attach(page.asContents());
});

const outcome = (name: string): ImportOutcome => ({ name, status: 'added' });
const sent = () => page.send.mock.calls;

describe('commands', () => {
  it('wait until the page has loaded', () => {
    toPage.command('find');
    expect(sent()).toEqual([]);
    page.emit('did-finish-load');
    toPage.command('keys');
    expect(sent()).toEqual([
      ['synoptic:command', 'find'],
      ['synoptic:command', 'keys'],
    ]);
  });

  it('wait for the next page after a crash', () => {
    page.emit('did-finish-load');
    page.emit('render-process-gone', {}, { reason: 'crashed' });
    toPage.command('find');
    expect(sent()).toEqual([]);
    page.emit('did-finish-load');
    expect(sent()).toEqual([['synoptic:command', 'find']]);
  });
});

describe('outcomes', () => {
  it('are kept until the page takes them, once, and then come by themselves', () => {
    page.emit('did-finish-load');
    toPage.imported([outcome('a')]);
    toPage.imported([outcome('b')]);
    expect(sent()).toEqual([]);
    expect(toPage.takeImported()).toEqual([outcome('a'), outcome('b')]);
    expect(toPage.takeImported()).toEqual([]);
    toPage.imported([outcome('c')]);
    toPage.imported([]);
    expect(sent()).toEqual([['synoptic:imported', [outcome('c')]]]);
  });

  it.each(['render-process-gone', 'destroyed'])('are kept again after the page’s end (%s)', (end) => {
    toPage.takeImported();
    page.emit(end, {}, {});
    toPage.imported([outcome('a')]);
    expect(sent()).toEqual([]);
    expect(toPage.takeImported()).toEqual([outcome('a')]);
  });

  it('go to the newest page, whatever becomes of one before', () => {
    const next = new FakeContents();
    toPage.attach(next.asContents());
    toPage.takeImported();
    page.emit('destroyed');
    toPage.imported([outcome('a')]);
    expect(next.send).toHaveBeenCalledWith('synoptic:imported', [outcome('a')]);
  });
});
