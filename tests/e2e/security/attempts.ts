/**
 * What code in the page’s own world would try. Each is the body of an async function of `url` (the trap on this
 * machine, http), `far` (a name that nobody has, https) and `settled` (resolves to the event that an element
 * fires). It gives `reached` where it got something, anything else or an error where not.
 */
export type Attempt = readonly [id: string, body: string];

const element = (name: string, properties: string): string =>
  `return settled(Object.assign(document.createElement('${name}'), ${properties}))`;

/** What the page's policy holds, in every host. */
export const HELD_EVERYWHERE: readonly Attempt[] = [
  ['fetch', `await fetch(url, { mode: 'no-cors' }); return 'reached'`],
  ['fetch-name', `await fetch(far, { mode: 'no-cors' }); return 'reached'`],
  [
    'fetch-keepalive',
    `await fetch(url, { mode: 'no-cors', keepalive: true, method: 'POST', body: 'x' }); return 'reached'`,
  ],
  ['fetch-file', `await fetch('file:///etc/passwd'); return 'reached'`],
  ['fetch-data', `await fetch('data:text/plain,x'); return 'reached'`],
  ['fetch-later', `fetchLater(url, { activateAfter: 0 })`],
  ['xhr', `const asked = new XMLHttpRequest(); asked.open('GET', url); asked.send(); return settled(asked)`],
  ['beacon', `navigator.sendBeacon(url, 'x')`],
  ['event-source', `return settled(new EventSource(url))`],
  ['web-socket', `return settled(new WebSocket(url.replace('http', 'ws')))`],
  ['web-socket-name', `return settled(new WebSocket(far.replace('http', 'ws')))`],
  ['web-transport', `await new WebTransport(far).ready; return 'reached'`],
  ['image', element('img', '{ src: url }')],
  ['image-set', element('img', `{ srcset: far + ' 2x' }`)],
  ['script', element('script', '{ src: url }')],
  ['script-module', element('script', `{ src: url, type: 'module' }`)],
  [
    'script-inline',
    `document.body.append(Object.assign(document.createElement('script'), { textContent: 'top.__pwned = 1' }))`,
  ],
  ['handler', `document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="top.__pwned=1">')`],
  ['style-sheet', element('link', `{ rel: 'stylesheet', href: url }`)],
  [
    'style-inline',
    `document.head.append(Object.assign(document.createElement('style'), { textContent: '@import "' + url + '"' }))`,
  ],
  ['style-rule', `document.styleSheets[0].insertRule('body { background: url(' + url + ') }')`],
  [
    'style-adopted',
    `const sheet = new CSSStyleSheet(); await sheet.replace('body { cursor: url(' + far + '), auto }'); document.adoptedStyleSheets.push(sheet)`,
  ],
  ['font', `await new FontFace('x', 'url(' + url + ')').load(); return 'reached'`],
  [
    'frame-script',
    `const frame = Object.assign(document.createElement('iframe'), { srcdoc: '<script>top.__pwned = 1</' + 'script>' }); document.body.append(frame)`,
  ],
  [
    'frame-javascript',
    `document.body.append(Object.assign(document.createElement('iframe'), { src: 'javascript:top.__pwned=1' }))`,
  ],
  ['object', element('object', '{ data: url }')],
  ['embed', element('embed', '{ src: url }')],
  ['media', element('video', '{ src: url }')],
  [
    'prefetch',
    `for (const rel of ['prefetch', 'preload', 'modulepreload', 'manifest', 'icon', 'prerender']) document.head.append(Object.assign(document.createElement('link'), { rel, href: url, as: 'script' }))`,
  ],
  [
    'speculation',
    `document.head.append(Object.assign(document.createElement('script'), { type: 'speculationrules', textContent: JSON.stringify({ prefetch: [{ urls: [url] }], prerender: [{ urls: [far] }] }) }))`,
  ],
  ['worker', `return settled(new Worker(url))`],
  ['worker-data', `return settled(new Worker('data:text/javascript,postMessage(1)'))`],
  ['worker-blob', `return settled(new Worker(URL.createObjectURL(new Blob(['postMessage(1)']))))`],
  ['worker-shared', `return settled(new SharedWorker('data:text/javascript,'))`],
  ['worker-service', `await navigator.serviceWorker.register('/index.html'); return 'reached'`],
  ['worklet', `await CSS.paintWorklet.addModule(url); return 'reached'`],
  [
    'worklet-audio',
    `await new OfflineAudioContext(1, 1, 44100).audioWorklet.addModule(url); return 'reached'`,
  ],
  ['eval', `eval('top.__pwned = 1'); return 'reached'`],
  ['function', `new Function('top.__pwned = 1')(); return 'reached'`],
  ['timer-text', `setTimeout('top.__pwned = 1')`],
  ['import', `await import(url); return 'reached'`],
  ['import-data', `await import('data:text/javascript,top.__pwned=1'); return 'reached'`],
  [
    'import-blob',
    `await import(URL.createObjectURL(new Blob(['top.__pwned=1'], { type: 'text/javascript' }))); return 'reached'`,
  ],
  ['wasm', `await WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])); return 'reached'`],
  [
    'form',
    `const form = Object.assign(document.createElement('form'), { action: url, method: 'post' }); document.body.append(form); form.submit()`,
  ],
  [
    'form-target',
    `const form = Object.assign(document.createElement('form'), { action: url, target: '_blank' }); document.body.append(form); form.submit()`,
  ],
  [
    'base',
    `document.head.append(Object.assign(document.createElement('base'), { href: url })); return new URL('x', document.baseURI).href.startsWith(url) ? 'reached' : ''`,
  ],
  ['window', `return window.open('about:blank') ? 'reached' : ''`],
  ['window-far', `return window.open(far) ? 'reached' : ''`],
  [
    'link-blank',
    `Object.assign(document.createElement('a'), { href: url, target: '_blank', rel: 'opener' }).click()`,
  ],
  [
    'ping',
    `const link = Object.assign(document.createElement('a'), { href: '#x', ping: url }); document.body.append(link); link.click()`,
  ],
  [
    'geolocation',
    `await new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)); return 'reached'`,
  ],
  ['notifications', `return (await Notification.requestPermission()) === 'granted' ? 'reached' : ''`],
  ['camera', `await navigator.mediaDevices.getUserMedia({ video: true, audio: true }); return 'reached'`],
  ['screen', `await navigator.mediaDevices.getDisplayMedia(); return 'reached'`],
  ['clipboard', `await navigator.clipboard.readText(); return 'reached'`],
  ['usb', `await navigator.usb.requestDevice({ filters: [] }); return 'reached'`],
  ['serial', `await navigator.serial.requestPort(); return 'reached'`],
  ['hid', `await navigator.hid.requestDevice({ filters: [] }); return 'reached'`],
  ['bluetooth', `await navigator.bluetooth.requestDevice({ acceptAllDevices: true }); return 'reached'`],
  ['midi', `await navigator.requestMIDIAccess({ sysex: true }); return 'reached'`],
  ['fonts', `await queryLocalFonts(); return 'reached'`],
  [
    'payment',
    `await new PaymentRequest([{ supportedMethods: far }], { total: { label: 'x', amount: { currency: 'EUR', value: '1' } } }).canMakePayment(); return ''`,
  ],
  [
    'credentials',
    `await navigator.credentials.get({ identity: { providers: [{ configURL: url, clientId: 'x' }] } }); return 'reached'`,
  ],
  ['idle', `return (await IdleDetector.requestPermission()) === 'granted' ? 'reached' : ''`],
  ['file-picker', `await showOpenFilePicker(); return 'reached'`],
  ['folder-picker', `await showDirectoryPicker(); return 'reached'`],
  ['storage-persistent', `return (await navigator.storage.persist()) ? '' : ''`],
  ['protocol-handler', `navigator.registerProtocolHandler('web+x', far + '?%s'); return ''`],
  [
    'parent-world',
    `return typeof require !== 'undefined' || typeof process !== 'undefined' || typeof Buffer !== 'undefined' ? 'reached' : ''`,
  ],
];

/**
 * What only a shell can hold: a browser lets every page go elsewhere, look names up, call others, and opens a
 * connection for a frame before it looks at the policy that forbids it.
 */
export const HELD_BY_SHELL: readonly Attempt[] = [
  ['frame', element('iframe', '{ src: url }')],
  ['location', `location.href = far`],
  ['location-trap', `location.assign(url)`],
  ['location-file', `location.href = 'file:///etc/passwd'`],
  ['location-data', `location.href = 'data:text/html,<script>top.__pwned=1</' + 'script>'`],
  ['location-brief', `location.href = location.href.replace('app', 'brief')`],
  [
    'location-top',
    `const frame = document.createElement('iframe'); document.body.append(frame); frame.contentWindow.open(far, '_top')`,
  ],
  [
    'meta-refresh',
    `document.head.insertAdjacentHTML('beforeend', '<meta http-equiv="refresh" content="0; url=' + url + '">')`,
  ],
  ['link', `Object.assign(document.createElement('a'), { href: far }).click()`],
  ['download', `Object.assign(document.createElement('a'), { href: url, download: 'x.html' }).click()`],
  [
    'download-blob',
    `Object.assign(document.createElement('a'), { href: URL.createObjectURL(new Blob(['x'])), download: 'x.exe' }).click()`,
  ],
  [
    'dns-prefetch',
    `document.head.append(Object.assign(document.createElement('link'), { rel: 'dns-prefetch', href: far }))`,
  ],
  [
    'preconnect',
    `for (const href of [far, url]) document.head.append(Object.assign(document.createElement('link'), { rel: 'preconnect', href }))`,
  ],
  ['rtc-stun', `return peer([{ urls: 'stun:' + new URL(url).host }])`],
  ['rtc-stun-name', `return peer([{ urls: 'stun:' + new URL(far).hostname + ':3478' }])`],
  [
    'rtc-turn-tcp',
    `return peer([{ urls: 'turn:' + new URL(url).host + '?transport=tcp', username: 'x', credential: 'x' }])`,
  ],
  ['rtc-turn-udp', `return peer([{ urls: 'turn:' + new URL(url).host, username: 'x', credential: 'x' }])`],
  [
    'rtc-candidate',
    `const { port } = new URL(url); return peer([], 'candidate:1 1 udp 2122260223 127.0.0.1 ' + port + ' typ host')`,
  ],
  [
    'webview',
    `const view = Object.assign(document.createElement('webview'), { src: far }); view.setAttribute('allowpopups', ''); document.body.append(view); return typeof view.loadURL === 'function' ? 'reached' : ''`,
  ],
];
