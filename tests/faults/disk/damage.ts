import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import type { Random } from '../random.ts';
import { copyInto, Desk } from './desk.ts';
import type { Scenario } from './disk.ts';

const TAGS = Array.from({ length: 200 }, (_, number) => `tag ${number}`);

/** Damages a file; what it had is gone. */
type Damage = (file: string, random: Random) => void;

function randomBytes(random: Random, count: number): Buffer {
  return Buffer.from(Array.from({ length: count }, () => random.below(256)));
}

/** Random bytes over a part of a file, which stays the same file. */
function overwrite(file: string, random: Random, from: number, to: number): void {
  const handle = openSync(file, 'r+');
  try {
    writeSync(handle, randomBytes(random, to - from), 0, to - from, from);
  } finally {
    closeSync(handle);
  }
}

const whole: Damage = (file, random) => overwrite(file, random, 0, statSync(file).size);
const head: Damage = (file, random) => overwrite(file, random, 0, 200);
const middle: Damage = (file, random) => {
  const { size } = statSync(file);
  overwrite(file, random, Math.floor(size / 3), Math.floor((2 * size) / 3));
};
const half: Damage = (file) => truncateSync(file, Math.floor(statSync(file).size / 2));

/** Files of caches, but for the memory that their users share: whoever takes that away ends them all. */
function cachesOf(data: string): string[] {
  const folder = path.join(data, 'caches');
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => /\.db(-wal)?$/.test(name));
  return names.map((name) => path.join(folder, name));
}

/** The cache is spoilt while nobody has it open: it is built again, and nobody is told of what concerns nobody. */
export const closedCache =
  (damage: Damage): Scenario =>
  async ({ disks, ground, faults, random }) => {
    const at = { ...ground, data: disks.plain('data') };
    const desk = await Desk.open(at, faults);
    await desk.tag(0, 'kept');
    await desk.close();
    const caches = cachesOf(at.data);
    desk.expect(caches.length > 0, 'there is no cache to spoil');
    for (const file of caches) damage(file, random);
    const again = await Desk.open(at, faults);
    await again.expectNotices();
    await again.expectReading('after the cache was spoilt');
    await again.expectTags('after the cache was spoilt', ['kept']);
    await again.close();
    const third = await Desk.open(at, faults);
    await third.expectNotices();
    await third.expectReading('at the start after that');
    await third.close();
  };

/** The cache is spoilt while the engine has it open. */
export const openCache =
  (damage: Damage): Scenario =>
  async ({ disks, ground, faults, random }) => {
    const library = disks.plain('library');
    copyInto(ground.library, library);
    const at = { ...ground, library, data: disks.plain('data') };
    const first = await Desk.open(at, faults);
    await first.close();
    // What was read just now would be remembered: this one has all from the cache.
    const desk = await Desk.open(at, faults);
    for (const file of cachesOf(at.data)) damage(file, random);
    await desk.expectReading('while the cache is spoilt');
    for (const { id } of ground.articles) {
      await desk.engine
        .article({ id })
        .catch((thrown: unknown) => faults.push(`an article cannot be read: ${String(thrown)}`));
    }
    const content = 'Fresh report\n\nThe port was closed on Tuesday after two barges collided in fog.\n';
    const added = await desk.engine.importText({ text: content });
    desk.expect(added.status === 'added', `an import is “${added.status}” while the cache is spoilt`);
    await desk.state();
    await desk.expectReading('after an import', ground.articles.length + 1);
    await desk.close();
    const again = await Desk.open(at, faults);
    await again.expectNotices();
    await again.expectReading('after the cache was spoilt', ground.articles.length + 1);
    await again.close();
  };

/**
 * The reader's own data are spoilt while nobody has them open: what can be is recovered, the file is kept aside, the
 * reader is told, and from then on all is well.
 */
export const closedStore =
  (damage: Damage, recovered: number): Scenario =>
  async ({ disks, ground, faults, random }) => {
    const at = { ...ground, data: disks.plain('data') };
    const desk = await Desk.open(at, faults);
    for (const [number, tag] of TAGS.entries()) await desk.tag(number, tag);
    await desk.close();
    const before = readdirSync(at.data).length;
    damage(path.join(at.data, 'synoptic.db'), random);
    const damaged = await Desk.open(at, faults);
    await damaged.expectNotices('store-damaged');
    desk.expect(readdirSync(at.data).length > before, 'the damaged file was not kept aside');
    const saved = (await damaged.tags()).length;
    desk.expect(
      saved >= recovered,
      `${saved} of ${TAGS.length} tags were recovered, of ${recovered} at least`,
    );
    await damaged.expectReading('after the store was spoilt');
    desk.expect(await damaged.tag(0, 'afterwards'), 'nothing can be kept after the store was spoilt');
    await damaged.close();
    const again = await Desk.open(at, faults);
    await again.expectTags('after the store was spoilt', ['afterwards']);
    desk.expect(
      (await again.tags()).length === saved + 1,
      'what was recovered is not there at the next start',
    );
    await again.close();
  };

/** A store is whole from its first moment: one of no bytes was emptied, and that is said. */
export const emptiedStore: Scenario = async ({ disks, ground, faults }) => {
  const at = { ...ground, data: disks.plain('data') };
  const desk = await Desk.open(at, faults);
  await desk.tag(0, 'lost');
  await desk.close();
  truncateSync(path.join(at.data, 'synoptic.db'), 0);
  const again = await Desk.open(at, faults);
  await again.expectNotices('store-damaged');
  await again.expectReading('after the store was emptied');
  desk.expect(await again.tag(0, 'afterwards'), 'nothing can be kept after the store was emptied');
  await again.close();
  const third = await Desk.open(at, faults);
  await third.expectTags('after the store was emptied', ['afterwards']);
  await third.close();
};

/** The reader's own data are spoilt while the engine has them open: nothing is acknowledged that is lost without a word. */
export const openStore =
  (damage: Damage): Scenario =>
  async ({ disks, ground, faults, random }) => {
    const at = { ...ground, data: disks.plain('data') };
    const desk = await Desk.open(at, faults);
    for (const [number, tag] of TAGS.slice(0, 40).entries()) await desk.tag(number, tag);
    const file = path.join(at.data, 'synoptic.db');
    damage(file, random);
    // The log beside it would mend it.
    rmSync(`${file}-wal`, { force: true });
    const kept: string[] = [];
    for (let number = 0; number < 20; number++)
      if (await desk.tag(number, `later ${number}`)) kept.push(`later ${number}`);
    const told = (await desk.state()).notices.some(({ code }) => code.startsWith('store-'));
    await desk.expectReading('while the store is spoilt');
    await desk.close();
    const again = await Desk.open(at, faults);
    const toldNow = (await again.state()).notices.some(({ code }) => code.startsWith('store-'));
    const there = await again.tags();
    const lost = [...TAGS.slice(0, 40), ...kept].filter((tag) => !there.includes(tag)).length;
    desk.expect(lost === 0 || told || toldNow, `${lost} acknowledged tags are lost, and nobody says so`);
    desk.expect(await again.tag(0, 'afterwards'), 'nothing can be kept after the store was spoilt');
    await again.expectReading('at the next start');
    await again.close();
  };

export const DAMAGES = { whole, head, middle, half } as const;
