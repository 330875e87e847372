import { readdirSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { articleText, sampleParagraphs } from '../texts.ts';
import { copyInto, Desk, leftoversIn } from './desk.ts';
import { fill, makeRoom } from './mounts.ts';
import type { Scenario } from './disk.ts';

const fresh = (number: number) =>
  articleText(`Fresh report ${number}`, sampleParagraphs().slice(number, number + 4), '.txt');

/** What speeds up the next start has no room: everything works, and the reader is told. */
export const indexing: Scenario = async ({ disks, ground, faults }) => {
  const data = disks.small('data', 2048);
  fill(data, 200_000);
  const at = { ...ground, data };
  const desk = await Desk.open(at, faults);
  const { failures, notices } = await desk.state();
  desk.expect(failures.length === 0, `${failures.length} files fail`);
  desk.expect(
    notices.some(({ code }) => code === 'cache-unwritable'),
    'nobody says that the cache cannot be written',
  );
  await desk.expectReading('while its data folder is full');
  await desk.close();
  makeRoom(data);
  const again = await Desk.open(at, faults);
  await again.expectReading('after room was made');
  await again.close();
};

/** What the reader makes has no room: it is refused, and what was acknowledged stays. */
export const tagging: Scenario = async ({ disks, ground, faults }) => {
  const data = disks.small('data', 4096);
  const at = { ...ground, data };
  const desk = await Desk.open(at, faults);
  const kept: string[] = [];
  if (await desk.tag(0, 'first')) kept.push('first');
  fill(data);
  let refused = 0;
  for (let number = 0; number < 400; number++) {
    const tag = `tag ${number} ${'x'.repeat(80)}`;
    if (await desk.tag(number, tag)) kept.push(tag);
    else refused++;
  }
  desk.expect(refused > 0, 'nothing was refused on a full disk');
  await desk.expectTags('while the disk is full', kept);
  const found = await desk.tags();
  desk.expect(found.length === kept.length, `${found.length - kept.length} refused tags were kept`);
  await desk.expectReading('while the disk is full');
  await desk.close();
  const full = await Desk.open(at, faults);
  await full.expectTags('after a start on a full disk', kept);
  await full.expectReading('after a start on a full disk');
  makeRoom(data);
  desk.expect(await full.tag(1, 'after room was made'), 'tagging is refused though there is room again');
  await full.close();
  const last = await Desk.open(at, faults);
  await last.expectTags('at the end', [...kept, 'after room was made']);
  await last.close();
};

/** A copy has no room: it is answered for, nothing of it stays, and it succeeds once there is room. */
export const importing: Scenario = async ({ disks, ground, faults }) => {
  const library = disks.small('library', 4096);
  copyInto(ground.library, library);
  const outside = disks.plain('outside');
  await mkdir(path.join(outside, 'two'));
  await writeFile(path.join(outside, 'two', 'a.txt'), fresh(1));
  await writeFile(path.join(outside, 'two', 'b.txt'), fresh(2));
  const desk = await Desk.open({ ...ground, library, data: disks.plain('data') }, faults);
  fill(library);
  const before = visible(library);
  const bytes = new TextEncoder().encode(fresh(0));
  desk.expectFailed(await desk.engine.importFile({ relativePath: 'fresh.txt', bytes }), /disk is full/);
  desk.expectFailed(await desk.engine.importFile({ relativePath: 'new/fresh.txt', bytes }), /disk is full/);
  desk.expectFailed(await desk.engine.importText({ text: fresh(3) }), /disk is full/);
  const outcomes = await desk.engine.importPaths({ paths: [path.join(outside, 'two')] });
  desk.expect(outcomes.length === 2, `${outcomes.length} of 2 files are answered for`);
  for (const outcome of outcomes) desk.expectFailed(outcome, /disk is full/);
  desk.expect(visible(library) === before, 'a failed import left a file');
  desk.expect(leftoversIn(library).length === 0, 'a failed import left its temporary file');
  await desk.expectReading('while the library is full');
  makeRoom(library);
  const added = await desk.engine.importFile({ relativePath: 'fresh.txt', bytes });
  desk.expect(added.status === 'added', `with room again an import is “${added.status}”`);
  await desk.expectReading('after room was made', ground.articles.length + 1);
  await desk.close();
};

/** Names of the files that are no folders and not hidden. */
function visible(folder: string): string {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .sort()
    .join();
}
