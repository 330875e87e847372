import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { giveMemoryBack, Rest } from '../../../electron/engine/memory.ts';

describe('rest', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('comes once nothing has happened for so long, and again after work', () => {
    const work = vi.fn();
    const rest = new Rest(1000, work);
    vi.advanceTimersByTime(5000);
    expect(work).not.toHaveBeenCalled();
    rest.touch();
    vi.advanceTimersByTime(900);
    rest.touch();
    vi.advanceTimersByTime(900);
    expect(work).not.toHaveBeenCalled();
    vi.advanceTimersByTime(200);
    expect(work).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(5000);
    expect(work).toHaveBeenCalledTimes(1);
    rest.touch();
    vi.advanceTimersByTime(1100);
    expect(work).toHaveBeenCalledTimes(2);
  });

  it('does not come after its end', () => {
    const work = vi.fn();
    const rest = new Rest(1000, work);
    rest.touch();
    rest.stop();
    vi.advanceTimersByTime(5000);
    expect(work).not.toHaveBeenCalled();
  });
});

describe('memory', () => {
  it('is given back once nothing refers to it', async () => {
    const before = new WeakRef(new Array<number>(1000).fill(1));
    await new Promise((done) => setTimeout(done, 10));
    giveMemoryBack();
    expect(before.deref()).toBeUndefined();
  });
});
