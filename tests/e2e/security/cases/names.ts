import { probeOf, prose, titleOf, type Plan, type Probe } from './case.ts';

/** Names that Linux and macOS let a file have; Windows refuses some of them by itself. */
const ROWS: readonly (readonly [id: string, tries: string, path: (probe: Probe) => string])[] = [
  ['markup', 'markup in the name', ({ js }) => `<img src=x onerror=${js.replaceAll('/', '`')}>.txt`],
  ['quotes', 'a name that ends an attribute', () => `a"><svg onload='alert(1)'>.txt`],
  ['dashes', 'a name that programs take for an option', () => '--version -rf $(id) `id`.txt'],
  ['dots', 'a name that looks like the way out', () => 'way..%2e%2e%2f..;%2fpasswd.txt'],
  ['backslashes', 'a way out as Windows writes it', () => 'way\\..\\..\\windows\\system.txt'],
  ['rlo', 'a name whose ending is turned round', () => 'report\u202efdp.txt'],
  ['homograph', 'an ending with a letter of another alphabet before it', () => 'report.p\u0501f.txt'],
  ['newline', 'a name of two lines', () => 'first line\nsecond line.txt'],
  ['escape', 'a name that drives a terminal', () => 'red\u001b[31m\u0007.txt'],
  ['reserved', 'names of devices of Windows', () => 'CON.aux.txt'],
  ['stream', 'a stream of a file of Windows', () => 'file.txt::$DATA.txt'],
  ['long', 'the longest name that there can be', () => `${'n'.repeat(251)}.txt`],
  ['url', 'a name that is an address', () => 'javascript:alert(1)%0a.txt'],
  ['prototype', 'a name that every object has', () => '__proto__/constructor.txt'],
  ['deep', 'folders within folders', () => `${'d/'.repeat(60)}deep.txt`],
  ['glob', 'a name that means many', () => '[a-z]*{b,c}?!(d).txt'],
  ['format', 'places where others put something in', () => '%s%n%x {0} $1 $& \\u0000.txt'],
];

export const NAMES: readonly Plan[] = ROWS.map(([name, tries, path]): Plan => (index, trap) => {
  const id = `name-${name}`;
  const probe = probeOf(id, index, trap);
  const [first, second, third] = prose(probe.word);
  return {
    id,
    tries,
    path: path(probe),
    content: `${titleOf(probe.word)}\n\n${first}\n\n${second}\n\n${third}\n`,
    shows: [first, second, third],
    title: titleOf(probe.word),
    word: probe.word,
  };
});
