import { expect, it, vi } from 'vitest';
import { zoom } from '../../../electron/main/zoom.ts';
import { FakeContents } from './electron-double.ts';

vi.mock('electron', () => import('./electron-double.ts'));

it('zooms by steps within reason, and back', () => {
  const contents = new FakeContents();
  zoom(contents.asContents(), 1);
  expect(contents.zoomLevel).toBe(1);
  for (let step = 0; step < 20; step++) zoom(contents.asContents(), 1);
  expect(contents.zoomLevel).toBe(5);
  for (let step = 0; step < 20; step++) zoom(contents.asContents(), -1);
  expect(contents.zoomLevel).toBe(-3);
  zoom(contents.asContents(), null);
  expect(contents.zoomLevel).toBe(0);
});
