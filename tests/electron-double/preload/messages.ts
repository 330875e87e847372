import type { ContextMenu } from './context-menu.ts';
import type { KnownFile } from '../known-files.ts';

/** What the preload's world says to the double's process. */
export type FromPage =
  | {
      readonly type: 'invoke';
      readonly id: number;
      readonly channel: string;
      readonly args: readonly unknown[];
    }
  | { readonly type: 'send'; readonly channel: string; readonly args: readonly unknown[] }
  | { readonly type: 'port-message'; readonly port: number; readonly data: unknown }
  | { readonly type: 'port-close'; readonly port: number }
  | { readonly type: 'context-menu'; readonly menu: ContextMenu }
  | { readonly type: 'navigate'; readonly url: string }
  | { readonly type: 'preload-error'; readonly error: unknown };

/** What the double's process says to the preload's world. */
export type ToPage =
  | { readonly type: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly type: 'refusal'; readonly id: number; readonly reason: string }
  | {
      readonly type: 'event';
      readonly channel: string;
      readonly args: readonly unknown[];
      readonly ports: readonly number[];
    }
  | { readonly type: 'port-message'; readonly port: number; readonly data: unknown }
  | { readonly type: 'port-close'; readonly port: number }
  | { readonly type: 'files'; readonly files: readonly KnownFile[] };
