/** Where HTML has to declare its encoding: the specification says the first 1024 bytes; some pages are late. */
const PRESCAN_BYTES = 4096;

/** The encoding that an HTML file declares in a meta element or an XML declaration, else undefined. */
export function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, PRESCAN_BYTES));
  const meta = /<meta\b[^>]{0,500}?charset\s*=\s*["']?\s*([\w:.-]{2,40})/i.exec(head);
  const xml = /^\s*<\?xml\b[^>]{0,200}?encoding\s*=\s*["']([\w:.-]{2,40})/i.exec(head);
  return meta?.[1] ?? xml?.[1];
}
