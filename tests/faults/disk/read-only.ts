import { rmSync } from 'node:fs';
import { copyInto, Desk, leftoversIn } from './desk.ts';
import type { Scenario } from './disk.ts';

const FRESH = {
  relativePath: 'fresh.txt',
  bytes: new TextEncoder().encode('Fresh\n\nThe port was closed on Tuesday.\n'),
};

export const library: Scenario = async ({ disks, ground, faults }) => {
  const folder = disks.plain('library');
  copyInto(ground.library, folder);
  disks.freeze(folder);
  const at = { ...ground, library: folder, data: disks.plain('data') };
  const desk = await Desk.open(at, faults);
  await desk.expectNotices();
  await desk.expectReading('of a library that can only be read');
  desk.expectFailed(await desk.engine.importFile(FRESH), /only be read/);
  desk.expect(await desk.tag(0, 'kept'), 'tagging is refused though only the library is read-only');
  await desk.close();
  const again = await Desk.open(at, faults);
  await again.expectTags('of a library that can only be read', ['kept']);
  await again.close();
};

/** Nothing can be kept: what was is shown, the reader is told, and what is made is refused or held until the end. */
export const dataFolder: Scenario = async ({ disks, ground, faults }) => {
  const data = disks.plain('data');
  const at = { ...ground, data };
  const first = await Desk.open(at, faults);
  await first.tag(0, 'before');
  await first.close();
  disks.freeze(data);
  const frozen = await Desk.open(at, faults);
  const { notices } = await frozen.state();
  await frozen.expectTags('from a data folder that can only be read', ['before']);
  await frozen.expectReading('with a data folder that can only be read');
  if (await frozen.tag(1, 'meanwhile')) {
    const told = (await frozen.state()).notices.some(({ code }) => code === 'store-unavailable');
    frozen.expect(told, 'a tag is acknowledged that cannot be kept, and nobody says so');
    await frozen.expectTags('until the end', ['before', 'meanwhile']);
  }
  frozen.expect(notices.length > 0, 'nobody says that nothing can be kept');
  await frozen.close();
  disks.release(data);
  const again = await Desk.open(at, faults);
  await again.expectTags('once it can be written again', ['before']);
  await again.expectNotices();
  await again.close();
};

/** The data folder is deleted while the engine has it open. */
export const vanishing: Scenario = async ({ disks, ground, faults }) => {
  const data = disks.plain('data');
  const at = { ...ground, data };
  const desk = await Desk.open(at, faults);
  await desk.tag(0, 'before');
  rmSync(data, { recursive: true });
  await desk.expectReading('after its data folder was deleted');
  const kept = await desk.tag(1, 'after');
  const told = (await desk.state()).notices.some(({ code }) => code.startsWith('store-'));
  desk.expectFailed(await desk.engine.importFile({ ...FRESH, bytes: new Uint8Array() }), /empty/);
  await desk.expectReading('and after tagging');
  await desk.close();
  const again = await Desk.open(at, faults);
  if (kept && !told)
    await again.expectTags('after its data folder was deleted, and nobody told of it', ['after']);
  await again.expectReading('at the next start');
  desk.expect(leftoversIn(at.library).length === 0, 'something is left in the library');
  await again.close();
};

/** The disk of the data folder is taken away while the engine has it open. */
export const unplugged: Scenario = async ({ disks, ground, faults }) => {
  const data = disks.small('data', 16_384);
  const at = { ...ground, data };
  const desk = await Desk.open(at, faults);
  await desk.tag(0, 'before');
  disks.release(data);
  await desk.expectReading('after its data folder was unplugged');
  const kept = await desk.tag(1, 'after');
  const told = (await desk.state()).notices.some(({ code }) => code.startsWith('store-'));
  await desk.expectReading('and after tagging');
  await desk.close();
  const again = await Desk.open(at, faults);
  if (kept && !told)
    await again.expectTags('after its data folder was unplugged, and nobody told of it', ['after']);
  await again.close();
};
