import { build, type Configuration, type PackagerOptions } from 'electron-builder';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { makeStandIn } from '../../build/stand-in.mjs';

/** What electron-builder is about to give to the tool that makes a package. */
export interface LinuxPackage {
  readonly desktop: string;
  /** fpm's arguments; none for an AppImage. */
  readonly args: readonly string[];
  /** Scripts run as root after installing and removing; empty for an AppImage. */
  readonly afterInstall: string;
  readonly afterRemove: string;
}

type Format = 'AppImage' | 'deb' | 'rpm';

/**
 * Has electron-builder prepare packages for Linux, and stops each where its tool (fpm, mksquashfs: fetched from
 * GitHub) would be run.
 */
export async function prepareLinuxPackages(
  root: string,
  formats: readonly Format[],
): Promise<ReadonlyMap<string, LinuxPackage>> {
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'synoptic-packages-'));
  const found: LinuxPackage[] = [];
  const config: Configuration = {
    extends: path.join(root, 'electron-builder.yml'),
    directories: { output: path.join(scratch, 'out') },
    // Taken from the git remote otherwise.
    extraMetadata: { homepage: 'https://synoptic.invalid/' },
  };
  const options: PackagerOptions = {
    projectDir: root,
    prepackaged: path.join(scratch, 'app'),
    effectiveOptionComputed: (given: unknown) => {
      found.push(
        Array.isArray(given) ? fromFpm(given as FpmInput) : fromAppImage(given as { desktop: string }),
      );
      return Promise.resolve(true);
    },
  };
  try {
    await makeStandIn(path.join(scratch, 'app'));
    // One at a time: what is computed does not say for which of them.
    for (const format of formats)
      await build({ ...options, config, linux: [format], x64: true, publish: 'never' });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  return new Map(formats.map((format, at) => [format, found[at] ?? EMPTY]));
}

const EMPTY: LinuxPackage = { desktop: '', args: [], afterInstall: '', afterRemove: '' };

const fromAppImage = ({ desktop }: { desktop: string }): LinuxPackage => ({ ...EMPTY, desktop });

/** fpm's arguments and the path of the desktop file. */
type FpmInput = [string[], string];

function fromFpm([args, desktopFile]: FpmInput): LinuxPackage {
  const fileAfter = (name: string) => readFileSync(args[args.indexOf(name) + 1] ?? '', 'utf8');
  return {
    args,
    desktop: readFileSync(desktopFile, 'utf8'),
    afterInstall: fileAfter('--after-install'),
    afterRemove: fileAfter('--after-remove'),
  };
}
