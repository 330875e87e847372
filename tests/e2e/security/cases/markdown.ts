import { probeOf, prose, titleOf, type Plan, type Probe } from './case.ts';

type MarkdownRow = readonly [
  id: string,
  tries: string,
  body: (probe: Probe) => string,
  shows?: readonly string[],
  frontMatter?: (probe: Probe) => string,
];

const DISGUISES = (js: string): readonly string[] => [
  `javascript:${js}`,
  `JaVaScRiPt:${js}`,
  `java\tscript:${js}`,
  `&#106;avascript&colon;${js}`,
  `&#x6A;&#x61;vascript:${js}`,
  `%6Aavascript:${js}`,
  `<javascript:${js}>`,
  `data:text/html,<script>${js}</script>`,
  'file:///etc/passwd',
];

const ROWS: readonly MarkdownRow[] = [
  [
    'raw-html',
    'raw HTML in a block',
    ({ js }) =>
      `<script>${js}</script>\n\n<div onclick="${js}"><img src=x onerror="${js}">The lock keeper saw it all.</div>`,
    ['The lock keeper saw it all.'],
  ],
  [
    'inline-html',
    'raw HTML within a sentence',
    ({ js }) =>
      `The lock <img src=x onerror="${js}"><script>${js}</script><svg onload=${js}>keeper of the harbour saw all of it on Monday.`,
    ['keeper of the harbour saw all of it on Monday.'],
  ],
  [
    'html-not-closed',
    'an HTML block that is never closed',
    ({ js }) => `<div title="\n\n<img src=x onerror=${js}>\n\n"><script>\n${js}`,
  ],
  [
    'links',
    'links that are scripts, in nine disguises',
    ({ js }) =>
      `The keeper ${DISGUISES(js)
        .map((target, i) => `[named${i}](${target})`)
        .join(' ')} called the harbour master in the night.`,
    ['called the harbour master in the night.'],
  ],
  [
    'reference-links',
    'links by reference',
    ({ js, url }) =>
      `The keeper [called][one] the [master][two] and [the crew] in the night of the storm.\n\n[one]: javascript:${js}\n[two]: <${url}> "x\\" onmouseover=${js}"\n[the crew]: data:text/html;base64,PHNjcmlwdD4=`,
    ['in the night of the storm.'],
  ],
  [
    'pictures',
    'pictures from elsewhere and as scripts',
    ({ js, url, far }) =>
      `The picture ![of the quay](${url}.png "t") ![by night](<javascript:${js}>) ![x" onerror="${js}](${far}) was taken by a passenger of the ferry.`,
    ['was taken by a passenger of the ferry.'],
  ],
  [
    'autolinks',
    'links by their address alone',
    ({ js, url }) =>
      `The report is at <${url}> and <javascript:${js}> and www.tracker.example, wrote the master of the harbour.`,
    ['wrote the master of the harbour.'],
  ],
  [
    'title-break-out',
    'a link title that leaves its attribute',
    ({ js }) =>
      `A [keeper](x 'y" onmouseover="${js}') and a [master](x "\\"><img src=x onerror=${js}>") talked on the northern quay.`,
    ['talked on the northern quay.'],
  ],
  [
    'code',
    'markup shown as code',
    ({ js }) =>
      `The notice on the door read \`<img src=x onerror=${js}>\` in the morning of the strike.\n\n\`\`\`html" onclick="${js}\n<script>${js}</script>\n\`\`\``,
    ['The notice on the door read <img src=x onerror=', '<script>'],
  ],
  [
    'escapes',
    'markup by escapes and entities',
    ({ js }) =>
      `The notice read \\<script>${js}\\</script> and &lt;svg onload=${js}&gt; and &#60;b&#62; on the door of the office.`,
    ['The notice read <script>', '<svg onload=', 'and <b> on the door of the office.'],
  ],
  [
    'footnotes',
    'footnotes and definitions',
    ({ js }) =>
      `The keeper[^1] and the master[^x"onclick="${js}] met at noon on the quay of the village.\n\n[^1]: <img src=x onerror=${js}>`,
    ['met at noon on the quay of the village.'],
  ],
  [
    'table',
    'markup in a table',
    ({ js }) =>
      `| <img src=x onerror=${js}> | [x](javascript:${js}) |\n|:--|--:|\n| quay | ships |\n| north | forty |`,
    ['north | forty'],
  ],
  ['emphasis', 'emphasis that nests without end', () => `${'*a **b '.repeat(4000)}`],
  ['brackets', 'brackets that nest without end', () => `${'['.repeat(20_000)}x${'](y)'.repeat(500)}`],
  [
    'quotes-deep',
    'quotations within quotations',
    () => `${'>'.repeat(5000)} deep words of the master`,
    ['deep words of the master'],
  ],
  [
    'lists-deep',
    'lists within lists',
    () => Array.from({ length: 300 }, (_, i) => `${'  '.repeat(i)}- point ${i}`).join('\n'),
    ['point 299'],
  ],
  [
    'front-matter',
    'front matter that changes what every object is',
    () => '',
    [],
    ({ js }) =>
      `__proto__: polluted\nconstructor: {"prototype":{"polluted":true}}\nprototype: x\ntitle.__proto__.polluted: true\nauthor: <img src=x onerror=${js}>\nsource: "<svg onload=${js}>"\ndate: 2024-01-01"><script>\nlanguage: "><script>"\ntoString: x\nhasOwnProperty: x`,
  ],
  [
    'front-matter-yaml',
    'front matter with tags and anchors of YAML',
    () => '',
    [],
    ({ js }) =>
      `source: !!js/function "function(){${js}}"\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nauthor: !!python/object/apply:os.system ["touch /tmp/pwned"]`,
  ],
];

export const MARKDOWN: readonly Plan[] = ROWS.map(
  ([name, tries, body, shows = [], frontMatter]): Plan =>
    (index, trap) => {
      const id = `markdown-${name}`;
      const probe = probeOf(id, index, trap);
      const [first, second, third] = prose(probe.word);
      const head = frontMatter ? `---\n${frontMatter(probe)}\n---\n` : '';
      return {
        id,
        tries,
        path: `${id}.md`,
        content: `${head}# ${titleOf(probe.word)}\n\n${first}\n\n${second}\n\n${body(probe)}\n\n${third}\n`,
        shows: [first, second, third, ...shows],
        word: probe.word,
      };
    },
);
