import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { prepareLinuxPackages, type LinuxPackage } from './linux-packages.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const MIME_TYPES = 'text/plain;text/markdown;text/html;application/xhtml+xml;';

const linux = process.platform === 'linux';
if (!linux) process.stdout.write('Packages for Linux are prepared and examined on Linux only.\n');

describe.runIf(linux)('packages for Linux, up to the tool that writes them', () => {
  let packages: ReadonlyMap<string, LinuxPackage> = new Map();

  beforeAll(async () => {
    packages = await prepareLinuxPackages(ROOT, ['deb', 'rpm', 'AppImage']);
  }, 60_000);

  const of = (format: string): LinuxPackage => {
    const found = packages.get(format);
    if (!found) throw new Error(`${format} was not prepared.`);
    return found;
  };
  const line = (format: string, key: string) =>
    new RegExp(`^${key}=(.*)$`, 'm').exec(of(format).desktop)?.[1];

  test.each(['deb', 'rpm', 'AppImage'])('%s offers Synoptic for what it reads', (format) => {
    expect(line(format, 'MimeType')).toBe(MIME_TYPES);
  });

  test.each(['deb', 'rpm'])('%s is handed paths, and its window knows its desktop file', (format) => {
    expect(line(format, 'Exec')).toBe('/opt/Synoptic/synoptic %F');
    expect(line(format, 'StartupWMClass')).toBe('synoptic');
    expect(of(format).args.some((arg) => arg.endsWith('=/usr/share/applications/synoptic.desktop'))).toBe(
      true,
    );
  });

  test('AppImage starts with the sandbox', () => {
    expect(line('AppImage', 'Exec')).toBe('AppRun %U');
  });

  test.each(['deb', 'rpm'])('%s makes itself no default and defines no type of file', (format) => {
    const { args, afterInstall, afterRemove } = of(format);
    expect(`${afterInstall}${afterRemove}`).not.toMatch(
      /xdg-mime|mimeapps|defaults\.list|x-www-browser|gio mime/,
    );
    expect(args.filter((arg) => arg.includes('/usr/share/mime/'))).toEqual([]);
  });

  test.each(['deb', 'rpm'])('%s keeps the sandbox: by namespaces, else by the suid helper', (format) => {
    const { afterInstall, afterRemove } = of(format);
    expect(afterInstall).toContain("chmod 4755 '/opt/Synoptic/chrome-sandbox'");
    expect(afterInstall).toContain("APPARMOR_PROFILE_TARGET='/etc/apparmor.d/synoptic'");
    expect(afterRemove).toContain("APPARMOR_PROFILE_DEST='/etc/apparmor.d/synoptic'");
    expect(afterInstall).not.toContain('--no-sandbox');
  });

  test.each(['deb', 'rpm'])('%s brings an icon in every size', (format) => {
    const sizes = of(format).args.flatMap(
      (arg) => /hicolor\/(\d+)x\1\/apps\/synoptic\.png$/.exec(arg)?.[1] ?? [],
    );
    expect(sizes.map(Number)).toEqual([16, 32, 48, 64, 128, 256, 512, 1024]);
  });
});
