import { describe, expect, it } from 'vitest';
import { takeFiles, takeLink, takeText } from '../../../../renderer/host/dropped.ts';

function transfer(data: Readonly<Record<string, string>>, items: readonly unknown[] = []): DataTransfer {
  return { getData: (type: string) => data[type] ?? '', items } as unknown as DataTransfer;
}

const file = new File(['x'], 'a.txt');
const entry = { isFile: true, name: 'a.txt', fullPath: '/a.txt' };

describe('takeFiles', () => {
  it('takes files and the entries they are known by', () => {
    const item = { kind: 'file', getAsFile: () => file, webkitGetAsEntry: () => entry };
    expect(takeFiles(transfer({}, [item]))).toEqual({ files: [file], entries: [entry] });
  });

  it('keeps to the files where some have no entry', () => {
    const item = { kind: 'file', getAsFile: () => file, webkitGetAsEntry: () => null };
    const full = { kind: 'file', getAsFile: () => file, webkitGetAsEntry: () => entry };
    expect(takeFiles(transfer({}, [item, full]))).toEqual({ files: [file, file], entries: [] });
  });

  it('passes over items that are text', () => {
    expect(takeFiles(transfer({}, [{ kind: 'string' }]))).toEqual({ files: [], entries: [] });
  });
});

describe('takeText', () => {
  it.each([
    [{ 'text/plain': 'Words.' }, { text: 'Words.', html: '' }],
    [
      { 'text/plain': 'Words.', 'text/html': '<p>Words.</p>' },
      { text: 'Words.', html: '<p>Words.</p>' },
    ],
    [{ 'text/plain': ' \n' }, null],
    [{}, null],
  ])('of %j gives %j', (data, expected) => {
    expect(takeText(transfer(data))).toEqual(expected);
  });
});

describe('takeLink', () => {
  it.each([
    [
      { 'text/uri-list': '# a comment\r\nhttps://a.example/b', 'text/plain': 'https://a.example/b' },
      'https://a.example/b',
    ],
    [{ 'text/uri-list': 'https://a.example/b' }, 'https://a.example/b'],
    [{ 'text/uri-list': 'https://a.example/b', 'text/plain': 'A paragraph with a link in it.' }, null],
    [{ 'text/plain': 'https://a.example/b' }, null],
  ])('of %j gives %j', (data, expected) => {
    expect(takeLink(transfer(data))).toBe(expected);
  });
});
