/** What the page and the briefs may do, the same in every host. */

const policy = (directives: Readonly<Record<string, string>>): string =>
  Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`.trim())
    .join('; ');

/**
 * What the page may load and do: its own files and the host it came from, nothing else. The sandbox takes
 * from it what it never does: open windows and send forms.
 */
export const PAGE_POLICY = policy({
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'font-src': "'self'",
  'img-src': "'self' data:",
  'connect-src': "'self'",
  'frame-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
  sandbox: 'allow-scripts allow-same-origin allow-modals allow-downloads',
});

/**
 * A brief is shown and printed in a frame of the page: no scripts, no requests, only what it carries itself.
 * `allow-modals` lets the page open the print dialog of the frame, `allow-same-origin` lets it reach it.
 */
export const BRIEF_POLICY = policy({
  'default-src': "'none'",
  'style-src': "'unsafe-inline'",
  'font-src': 'data:',
  'img-src': 'data:',
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'self'",
  sandbox: 'allow-same-origin allow-modals',
});

/** On every answer. */
export const SAFE_HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'origin-agent-cluster': '?1',
  'permissions-policy':
    'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), idle-detection=(), ' +
    'local-fonts=(), magnetometer=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(), ' +
    'screen-wake-lock=(), serial=(), usb=(), xr-spatial-tracking=()',
  'x-dns-prefetch-control': 'off',
  // Nothing the user reads is left in the browser's cache.
  'cache-control': 'no-store',
};

/** Media types of the page's files by their endings; a file of another ending is not served. */
export const PAGE_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
};
