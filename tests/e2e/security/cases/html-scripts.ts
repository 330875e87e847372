import { htmlPlans, type HtmlRow } from './html-page.ts';

/** Elements that could carry a handler of their own kind of event, each with the event that fires by itself. */
const HANDLERS = ({ js }: { readonly js: string }): string =>
  [
    `<img src=x onerror="${js}">`,
    `<img src=x: onerror=${js}>`,
    `<details open ontoggle="${js}"><summary>More</summary></details>`,
    `<video onerror="${js}"><source onerror="${js}" src=x></video>`,
    `<audio src=x onerror="${js}"></audio>`,
    `<input autofocus onfocus="${js}"><select autofocus onfocus="${js}"></select>`,
    `<marquee onstart="${js}">x</marquee>`,
    `<div style="animation: spin 1s" onanimationstart="${js}" onpointerover="${js}" tabindex=0 onfocus="${js}">x</div>`,
    `<a onmouseover="${js}" href=#>x</a><object onerror="${js}" data=x></object>`,
    `<style onload="${js}"></style><link rel=stylesheet href=x onerror="${js}">`,
    `<div oncontentvisibilityautostatechange="${js}" style="content-visibility:auto">x</div>`,
    `<div popover id=pop onbeforetoggle="${js}">x</div><button popovertarget=pop>x</button>`,
  ].join('\n');

const ROWS: readonly HtmlRow[] = [
  ['script-inline', 'an inline script', ({ js }) => ({ body: `<script>${js}</script>` })],
  ['script-src', 'a script from elsewhere', ({ url }) => ({ body: `<script src="${url}.js"></script>` })],
  [
    'script-module',
    'module scripts, inline and imported',
    ({ js, url }) => ({
      body: `<script type=module>${js}</script><script type=module>import '${url}.mjs'</script>`,
    }),
  ],
  [
    'script-odd-tags',
    'script tags written oddly',
    ({ js }) => ({
      body: `<ScRiPt >${js}</sCrIpT x><script/x>${js}</script\n><<script>script>${js}<</script>/script>`,
    }),
  ],
  [
    'script-unclosed',
    'a script that is never closed, after the article',
    ({ js }) => ({ attributes: `data-x="</body>"`, head: `<script>/*</title>*/${js}</script>` }),
  ],
  [
    'script-svg',
    'a script in SVG',
    ({ js }) => ({ body: `<svg><script>${js}</script><script href="data:,${js}"/></svg>` }),
  ],
  [
    'script-mathml',
    'scripts and links in MathML',
    ({ js }) => ({
      body: `<math><maction actiontype="statusline#" xlink:href="javascript:${js}">x</maction><mtext><script>${js}</script></mtext><annotation-xml encoding="text/html"><script>${js}</script></annotation-xml></math>`,
    }),
  ],
  [
    'script-noscript',
    'a script that leaves a noscript element',
    ({ js }) => ({ body: `<noscript><p title="</noscript><img src=x onerror=${js}>"></noscript>` }),
  ],
  [
    'script-template',
    'a script in a template',
    ({ js }) => ({ body: `<template><script>${js}</script><img src=x onerror="${js}"></template>` }),
  ],
  [
    'script-comment',
    'a script out of a comment',
    ({ js }) => ({
      body: `<!--><script>${js}</script>--><!-- --!><script>${js}</script>--><!-<script>${js}</script>`,
    }),
  ],
  [
    'script-cdata',
    'a script out of a CDATA section',
    ({ js }) => ({
      body: `<![CDATA[<script>${js}</script>]]><svg><![CDATA[></svg><script>${js}</script>]]></svg>`,
    }),
  ],
  [
    'mutation-math-style',
    'markup that becomes other markup when it is written and read again, in MathML',
    ({ js }) => ({
      body: `<form><math><mtext></form><form><mglyph><style></math><img src onerror="${js}"></style></mglyph></form></mtext></math>`,
    }),
  ],
  [
    'mutation-svg-style',
    'markup that becomes other markup, in SVG',
    ({ js }) => ({ body: `<svg></p><style><a id="</style><img src=1 onerror=${js}>"></a></style></svg>` }),
  ],
  [
    'mutation-title',
    'markup out of elements whose content is text',
    ({ js }) => ({
      body: `<textarea></textarea><xmp><p title="</xmp><img src=x onerror=${js}>"></xmp><noembed><img title="</noembed><svg onload=${js}>"></noembed>`,
    }),
  ],
  [
    'quoting',
    'an attribute that ends in the wrong place',
    ({ js }) => ({
      body: `<p title='"><img src=x onerror=${js}>'>a</p><p title="'><img src=x onerror=${js}>">b</p><p title=\`><img src=x onerror=${js}>\`>c</p>`,
    }),
  ],
  [
    'text-escaped',
    'markup that the page shows as text',
    ({ js }) => ({
      body: `<p>The page said &lt;img src=x onerror=${js}&gt; and &amp;lt;script&amp;gt; to its readers on Monday.</p>`,
    }),
    ['The page said <img src=x onerror=', 'and &lt;script&gt; to its readers'],
  ],
  ['handlers', 'handlers on a dozen kinds of elements', (probe) => ({ body: HANDLERS(probe) })],
  [
    'body-handlers',
    'handlers of the body',
    ({ js }) => ({
      attributes: `onload="${js}" onpageshow="${js}" onfocus="${js}" onhashchange="${js}" onresize="${js}"`,
    }),
  ],
  [
    'svg-onload',
    'handlers of SVG',
    ({ js }) => ({
      body: `<svg onload="${js}"><g onload="${js}"/><circle onfocusin="${js}" tabindex=0 /></svg>`,
    }),
  ],
  [
    'svg-animate',
    'a link that SVG animates into a script',
    ({ js }) => ({
      body: `<svg><a><set attributeName=href to="javascript:${js}"/><animate attributeName=href values="javascript:${js}"/><text y=20>Click</text></a><animate onbegin="${js}" attributeName=x dur=1s /></svg>`,
    }),
  ],
  [
    'svg-foreign',
    'a page within SVG',
    ({ js, url }) => ({
      body: `<svg><foreignObject><iframe srcdoc="<script>${js}</script>"></iframe><body onload="${js}"></foreignObject><use href="data:image/svg+xml,<svg id=x onload=${js}>#x"/><image href="${url}.png"/><filter><feImage href="${url}.svg"/></filter></svg>`,
    }),
  ],
  [
    'javascript-links',
    'links that are scripts, plainly and in disguise',
    ({ js }) => ({
      body: `<p>Links: <a href="javascript:${js}">one</a>, <a href=" JaVaScRiPt:${js}">two</a>, <a href="java&#9;script:${js}">three</a>, <a href="&#106;avascript&colon;${js}">four</a>, <a href="vbscript:x">five</a>, <a href="\u0001javascript:${js}">six</a> are in this sentence of the report.</p>`,
    }),
    ['Links: one, two, three, four, five, six are in this sentence of the report.'],
  ],
  [
    'data-links',
    'links to pages that they carry, to files and to blobs',
    ({ js }) => ({
      body: `<p>See <a href="data:text/html,<script>${js}</script>">the data</a>, <a href="file:///etc/passwd">the file</a>, <a href="blob:synoptic://app/x">the blob</a> and <a href="synoptic://app/index.html">the app</a> in the report of the harbour.</p>`,
    }),
    ['See the data, the file, the blob and the app in the report of the harbour.'],
  ],
  [
    'shadow-dom',
    'a declarative shadow root',
    ({ js }) => ({
      body: `<div><template shadowrootmode=open><script>${js}</script><img src=x onerror="${js}"></template></div>`,
    }),
  ],
  [
    'custom-element',
    'elements with names of their own and `is`',
    ({ js }) => ({
      body: `<x-evil onclick="${js}"></x-evil><p is="x-evil" onconnected="${js}"></p><portal src="javascript:${js}" onload="${js}"></portal>`,
    }),
  ],
  [
    'clobbering',
    'names that stand in for the page’s own objects',
    ({ js }) => ({
      body: `<form id=document name=document><input name=cookie value="${js}"></form><a id=synopticHost href="javascript:${js}"></a><a id=synopticHost name=connect href="javascript:${js}"></a><img name=location><img name=getElementById><form name=body></form><iframe name=top></iframe>`,
    }),
  ],
  [
    'prototype-json-ld',
    'JSON-LD that changes what every object is',
    () => ({
      head: `<script type="application/ld+json">{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"@type":"NewsArticle","headline":{"__proto__":{"polluted":true}},"author":[{"name":{"__proto__":{"name":"x"}}}]}</script>`,
    }),
  ],
  [
    'json-ld-markup',
    'JSON-LD that carries markup in title, author, date and outlet',
    ({ js, word }) => ({
      head: `<script type="application/ld+json">{"@type":"NewsArticle","headline":"${word} <img src=x onerror=${js}>","author":{"name":"<svg onload=${js}>"},"publisher":{"name":"\\u003c/title>\\u003cscript>${js}\\u003c/script>"},"datePublished":"2024-01-01T00:00\\"><script>"}</script>`,
    }),
  ],
  [
    'meta-markup',
    'markup in what the page says of itself',
    ({ js, word }) => ({
      head: `<meta property="og:title" content="${word} &quot;&gt;&lt;img src=x onerror=${js}&gt;"><meta property="og:site_name" content="&lt;script&gt;${js}&lt;/script&gt;"><meta name=author content="&lt;b onmouseover=${js}&gt;">`,
    }),
  ],
  [
    'title-markup',
    'markup in the title and the heading',
    ({ js, word }) => ({ title: `${word} &lt;/h2&gt;&lt;img src=x onerror=${js}&gt; reopens` }),
  ],
];

export const HTML_SCRIPTS = htmlPlans(ROWS);
