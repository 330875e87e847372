// npm run sbom: release/synoptic-VERSION.cdx.json, a CycloneDX bill of materials of what is shipped. It says what
// is inside the built parts, not what they were built with; it bears no time and no number of its own, so that one
// commit gives one file.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildStale } from './build.mjs';
import { ROOT } from './parts.mjs';
import { SHIPPED_PARTS, shippedPackages, sourceOf } from './shipped.mjs';

const readJson = async (...parts) => JSON.parse(await readFile(path.join(ROOT, ...parts), 'utf8'));

/** @see https://github.com/package-url/purl-spec */
const purlOf = (name, version, kind = 'npm') => `pkg:${kind}/${name.replace('@', '%40')}@${version}`;

/** One identifier of SPDX's or an expression: CycloneDX tells them apart. */
const licencesOf = (licence) =>
  / (?:OR|AND|WITH) /.test(licence) ? [{ expression: licence }] : [{ license: { id: licence } }];

/** The bill of materials, as CycloneDX 1.6. The parts have to be built. */
export async function billOfMaterials() {
  const [manifest, lock, electron, packages] = await Promise.all([
    readJson('package.json'),
    readJson('package-lock.json'),
    readJson('node_modules', 'electron', 'package.json'),
    shippedPackages(),
  ]);
  const root = { name: manifest.name, version: manifest.version, manifest, type: 'application' };
  const framework = { name: electron.name, version: electron.version, manifest: electron, type: 'framework' };
  const whole = component(root, lock);
  const components = [framework, ...packages].map((entry) => component(entry, lock));
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: whole },
    components,
    dependencies: [{ ref: whole['bom-ref'], dependsOn: components.map((entry) => entry['bom-ref']).sort() }],
  };
}

function component({ name, version, folder, manifest, type = 'library' }, lock) {
  // Synoptic itself is on no registry.
  const purl = purlOf(name, version, type === 'application' ? 'generic' : 'npm');
  const [scope, ...rest] = name.split('/');
  const inLock = folder && lock.packages[path.relative(ROOT, folder).replaceAll(path.sep, '/')];
  return {
    type,
    'bom-ref': purl,
    ...(rest.length > 0 ? { group: scope, name: rest.join('/') } : { name }),
    version,
    ...(inLock?.integrity ? { hashes: hashesOf(inLock.integrity) } : {}),
    licenses: licencesOf(manifest.license),
    purl,
    ...(type === 'application'
      ? {}
      : { externalReferences: [{ type: 'vcs', url: sourceOf({ name, version, manifest }) }] }),
  };
}

/** npm's integrity names the archive that the package was unpacked from. */
const hashesOf = (integrity) =>
  integrity
    .split(' ')
    .filter((hash) => hash.startsWith('sha512-'))
    .map((hash) => ({ alg: 'SHA-512', content: Buffer.from(hash.slice(7), 'base64').toString('hex') }));

async function main() {
  await buildStale(SHIPPED_PARTS);
  const bom = await billOfMaterials();
  const { name, version } = bom.metadata.component;
  const file = path.join(ROOT, 'release', `${name}-${version}.cdx.json`);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(bom, null, 2)}\n`);
  console.log(`${path.relative(ROOT, file)}: ${bom.components.length} components`);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await main().catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
