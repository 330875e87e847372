import { describe, expect, it } from 'vitest';
import { walk } from '../../../../renderer/host/walk.ts';

type Entry = FileSystemEntry;

function fileEntry(fullPath: string): Entry {
  const name = fullPath.split('/').at(-1) ?? '';
  return {
    isFile: true,
    isDirectory: false,
    name,
    fullPath,
    file: (resolve: (file: File) => void) => resolve(new File([fullPath], name)),
  } as unknown as Entry;
}

/** A folder whose reader, like a browser's, gives a few entries at a time. */
function folderEntry(fullPath: string, children: readonly Entry[], batch = 2): Entry {
  return {
    isFile: false,
    isDirectory: true,
    name: fullPath.split('/').at(-1) ?? '',
    fullPath,
    createReader() {
      let at = 0;
      return {
        readEntries(resolve: (entries: Entry[]) => void) {
          resolve(children.slice(at, (at += batch)));
        },
      };
    },
  } as unknown as Entry;
}

const brokenFolder = {
  isFile: false,
  isDirectory: true,
  name: 'locked',
  fullPath: '/locked',
  createReader: () => ({
    readEntries: (_resolve: unknown, reject: (reason: Error) => void) => reject(new Error('locked')),
  }),
} as unknown as Entry;

const pathsOf = async (entries: readonly Entry[]): Promise<readonly string[]> =>
  (await walk({ files: [], entries })).map(({ relativePath }) => relativePath);

describe('walk', () => {
  it('finds the files of a folder and its sub-folders, with their places, in order', async () => {
    const tree = folderEntry('/talks', [
      fileEntry('/talks/c.txt'),
      fileEntry('/talks/a.txt'),
      folderEntry('/talks/b', [fileEntry('/talks/b/d.html')]),
    ]);
    expect(await pathsOf([tree])).toEqual(['talks/a.txt', 'talks/b/d.html', 'talks/c.txt']);
  });

  it('reads a folder to its end, however few entries come at a time', async () => {
    const many = Array.from({ length: 250 }, (_, index) => fileEntry(`/many/${index}.txt`));
    expect(await pathsOf([folderEntry('/many', many, 100)])).toHaveLength(250);
  });

  it('passes over hidden files in a folder but not one that was dropped itself', async () => {
    const folder = folderEntry('/f', [fileEntry('/f/.DS_Store'), fileEntry('/f/a.txt')]);
    expect(await pathsOf([folder, fileEntry('/.hidden.txt')])).toEqual(['f/a.txt', '.hidden.txt']);
  });

  it('answers for a folder that cannot be read', async () => {
    const [found] = await walk({ files: [], entries: [brokenFolder] });
    expect(found?.relativePath).toBe('locked');
    await expect(found?.file()).rejects.toThrow();
  });

  it('takes plain files by their name, or their place in a chosen folder', async () => {
    const plain = new File(['x'], 'a.txt');
    const placed = Object.defineProperty(new File(['x'], 'b.txt'), 'webkitRelativePath', {
      value: 'f/b.txt',
    });
    const found = await walk({ files: [plain, placed], entries: [] });
    expect(found.map(({ relativePath }) => relativePath)).toEqual(['a.txt', 'f/b.txt']);
  });
});
