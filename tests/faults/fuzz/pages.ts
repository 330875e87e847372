/** Documents written by hand, of many structures: what mutations begin with besides plain articles. */

const LEAD =
  'The harbour at Port Ellis was closed on Tuesday after two barges collided in fog, the port authority said.';
const SECOND =
  '“Nobody was hurt,” said Dr. Anna O’Neil, who runs the rescue service. About 1,200 tonnes of grain were lost.';
const THIRD =
  'The inquiry, which began at 9 a.m., will report in March 2024; the owners did not answer questions.';

const simple = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Harbour closed - The Port Times</title>
<meta property="og:site_name" content="The Port Times"><meta name="author" content="Jo Field">
<meta property="article:published_time" content="2023-11-07T10:00:00Z"></head><body>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav></header>
<main><article><h1>Harbour closed</h1><p class="byline">By Jo Field</p><p>${LEAD}</p><p>${SECOND}</p>
<h2>What comes next</h2><p>${THIRD}</p></article></main><footer>© 2023 The Port Times</footer></body></html>`;

const rich = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">
<title>Rates &amp; prices</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"Rates",
"datePublished":"2022-05-01","author":[{"name":"A. B."}],"nested":{"a":[[[[1]]]]}}</script>
<style>p{color:red}/* </p> */</style></head><body><div id="page"><div class="share">Share this</div>
<div class="content"><h1>Rates &amp; prices</h1><figure><img src="data:image/png;base64,iVBORw0KGgo=" alt="A bank">
<figcaption>A bank &copy; Agency</figcaption></figure><p>${LEAD.replace('fog', '<em>thick</em>&nbsp;fog')}</p>
<blockquote><p>${SECOND}</p></blockquote><ol start="3"><li>First point of the plan, which is long.</li>
<li>Second point<ul><li>Nested &mdash; deeper</li></ul></li></ol>
<table><tr><th>Year</th><th>Rate</th></tr><tr><td>2021</td><td>1.5&#37;</td></tr><tr><td>2022</td><td>4&frac12;</td></tr></table>
<pre>  line one
    line two</pre><p>${THIRD}<br><br>After two breaks.<br>After one.</p></div>
<aside>Related: <a href="x">other</a></aside></div><!-- a comment with <p>markup</p> --></body></html>`;

const old = `<HTML><BODY BGCOLOR=#FFFFFF><CENTER><FONT SIZE=5>PORT CLOSED</FONT></CENTER><TABLE WIDTH=100%><TR>
<TD WIDTH=20%><A HREF=a.htm>News</A><BR><A HREF=b.htm>Sport</A></TD><TD><P>${LEAD}<P>${SECOND}<P>${THIRD}
</TD></TR></TABLE></BODY></HTML>`;

const noParagraphs = `<div><div><span>${LEAD}</span></div><div>${SECOND}<div>${THIRD}</div></div>
<dl><dt>Term</dt><dd>${LEAD}</dd></dl><details><summary>More</summary>${THIRD}</details></div>`;

const svelteApp = `<!doctype html><title>App</title><div id="root"></div><template><p>${LEAD}</p></template>
<noscript><p>Turn scripts on.</p></noscript><svg><text>${SECOND}</text><foreignObject><p>${THIRD}</p></foreignObject></svg>
<math><mi>x</mi></math><iframe srcdoc="<p>inner</p>"></iframe><textarea><p>${LEAD}</textarea>`;

const arabic = `<html dir="rtl" lang="ar"><head><meta charset="utf-8"><title>الميناء</title></head><body><article>
<h1>إغلاق الميناء</h1><p>أغلقت السلطات الميناء يوم الثلاثاء بعد تصادم سفينتين في الضباب.</p>
<p>وقال مسؤول إن أحدا لم يصب بأذى. وسيبدأ التحقيق غدا.</p></article></body></html>`;

export const HTML_PAGES: readonly string[] = [simple, rich, old, noParagraphs, svelteApp, arabic];

const plainMarkdown = `---
title: "Harbour closed"
date: 2023-11-07
author: Jo Field
tags: [a, b]
---

# Harbour *closed*

${LEAD} See [the map](https://example.org/map "Map") and ![a ship](ship.png).

> ${SECOND}
>
> > Nested quotation, **strong** and _soft_.

## What comes next

1. First point with \`code\` in it.
2. Second point
   - nested one
   - nested two &amp; more &copy;

| Year | Rate |
|------|-----:|
| 2021 | 1.5% |

\`\`\`js
const a = 1;
\`\`\`

${THIRD}[^1] <b>raw</b> markup<br>here\\*not emphasis\\*.

[^1]: A note.
`;

const looseMarkdown = `Port Closed
===========

${LEAD}  
A hard break before this.

* * *

${SECOND}
***
+ plus
+ items

    indented code

<div class="x">

${THIRD}

</div>

[ref]: <https://example.org> 'title'
A [reference][ref] and an autolink <https://example.org/a?b=c>.
`;

export const MARKDOWN: readonly string[] = [plainMarkdown, looseMarkdown];

const lists = `HARBOUR CLOSED

By Jo Field
7 November 2023

PORT ELLIS (Reuters) - ${LEAD}

* first bullet
* second bullet
  continued on the next line

1. one
2. two

| a | b |
| c | d |

> ${SECOND}
> quoted again

----------

${THIRD} A word di-
vided at the end of a line, and a soft\u00adhyphen.

(reuters, tasr)
`;

const wrapped = `${LEAD} ${SECOND} ${THIRD} ${LEAD} ${SECOND} ${THIRD}`.replace(/(.{40,68}) /g, '$1\n');

/** Texts in other scripts, for encodings of their own. */
export const RUSSIAN =
  'Порт был закрыт во вторник\n\nДве баржи столкнулись в тумане, сообщили власти. «Никто не пострадал», — сказала руководитель службы спасения Анна Иванова.\n\nРасследование начнётся завтра в 9:00. Владельцы судов не ответили на вопросы журналистов.\n';
export const JAPANESE =
  '港が閉鎖された\n\n火曜日、霧の中で二隻の船が衝突し、港は閉鎖された。「けが人はいない」と当局者は述べた。\n\n調査は明日始まる。船主は質問に答えなかった。\n';
export const FRENCH =
  'Le port fermé\n\nLe port a été fermé mardi après la collision de deux péniches dans le brouillard, ont annoncé les autorités. « Personne n’a été blessé », a déclaré le maire.\n\nL’enquête commencera demain à 9 heures ; les propriétaires n’ont pas répondu.\n';

export const TEXTS: readonly string[] = [lists, wrapped, RUSSIAN, JAPANESE, FRENCH];
