/** What main and a utility process send each other over Node's channel between them. */
export type ToChild =
  { readonly kind: 'message'; readonly data: unknown; readonly ports: readonly number[] } | PortTraffic;

export type ToMain = { readonly kind: 'message'; readonly data: unknown } | PortTraffic;

/** Traffic of one transferred port, by the number it was given when it was. */
export type PortTraffic =
  | { readonly kind: 'port'; readonly id: number; readonly data: unknown }
  | { readonly kind: 'close'; readonly id: number };
