import { describe, expect, it } from 'vitest';
import type { Undoable } from '../../../../electron/api/index.ts';
import { Undoing } from '../../../../renderer/state/undoing.svelte.ts';

/** An engine that has these to take back, the last first, and a clock that is turned by hand. */
function undoingOn(done: string[], trash: boolean[] = []) {
  const timers = new Set<() => void>();
  const undoing: Undoing = new Undoing({
    api: {
      undo: () => {
        const label = done.pop();
        undoing.tell(done.length > 0 ? { label: done.at(-1) ?? '' } : null);
        return Promise.resolve(label === undefined ? null : { label });
      },
    },
    undoTrash: () => Promise.resolve(trash.pop() ?? false),
    after: (_milliseconds, work) => {
      timers.add(work);
      return () => timers.delete(work);
    },
  });
  const pass = () => {
    for (const work of [...timers]) {
      timers.delete(work);
      work();
    }
  };
  return { undoing, pass, timers };
}

const change = (undoing: Undoing, done: string[], label: string): Promise<void> =>
  undoing.follow(() => {
    done.push(label);
    undoing.tell({ label });
    return Promise.resolve();
  });

describe('Undoing', () => {
  it('offers to take back what was done here, and takes it back', async () => {
    const done: string[] = [];
    const { undoing } = undoingOn(done);
    await change(undoing, done, 'Tag “war” removed');
    expect(undoing.toast).toEqual({ message: 'Tag “war” removed', undoable: true });
    await undoing.undo();
    expect(undoing.toast).toEqual({ message: 'Undone: Tag “war” removed', undoable: false });
    await undoing.undo();
    expect(undoing.toast?.message).toBe('There is nothing to undo.');
  });

  it('offers it too where the engine tells of it only after its answer', async () => {
    const { undoing } = undoingOn([]);
    await undoing.follow(() => Promise.resolve());
    expect(undoing.toast).toBeNull();
    undoing.tell({ label: 'Star set' });
    expect(undoing.toast?.message).toBe('Star set');
  });

  it('offers nothing of what was done in another window, or of what failed', async () => {
    const { undoing } = undoingOn([]);
    undoing.tell({ label: 'Star set' });
    expect(undoing.toast).toBeNull();
    await undoing.follow(() => Promise.reject(new Error('disk full'))).catch(() => undefined);
    undoing.tell({ label: 'Tag “a” added' } satisfies Undoable);
    expect(undoing.toast).toBeNull();
    expect(undoing.isPossible).toBe(true);
  });

  it('leaves the offer for a while, and longer where the pointer is on it', async () => {
    const done: string[] = [];
    const { undoing, pass, timers } = undoingOn(done);
    await change(undoing, done, 'Star set');
    undoing.hold();
    pass();
    expect(undoing.toast?.message).toBe('Star set');
    undoing.release();
    expect(timers.size).toBe(1);
    pass();
    expect(undoing.toast).toBeNull();
  });

  it('takes back files from the trash and other changes in turn, the last first', async () => {
    const done: string[] = [];
    const { undoing } = undoingOn(done, [true]);
    undoing.trashed('A day in Porto');
    expect(undoing.toast?.message).toBe('“A day in Porto” moved to the trash');
    await change(undoing, done, 'Star set');
    await undoing.undo();
    expect(undoing.toast?.message).toBe('Undone: Star set');
    await undoing.undo();
    expect(undoing.toast?.message).toBe('Undone: “A day in Porto” moved to the trash');
  });

  it('says so where a file cannot be put back from here', async () => {
    const { undoing } = undoingOn([], []);
    undoing.trashed('A');
    await undoing.undo();
    expect(undoing.toast).toEqual({
      message: 'The file can only be put back from the trash itself.',
      undoable: false,
    });
  });
});
