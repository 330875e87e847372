// Types of the build scripts that the tests use.

declare module '*/build/shipped.mjs' {
  interface ShippedPackage {
    readonly name: string;
    readonly version: string;
    readonly folder: string;
    readonly manifest: { readonly license?: string };
  }
  export function shippedPackages(): Promise<readonly ShippedPackage[]>;
}

declare module '*/build/licences.mjs' {
  export function isAllowed(expression: string): boolean;
  export function sectionTitle(entry: { readonly name: string; readonly version: string }): string;
}

declare module '*/build/stand-in.mjs' {
  export function makeStandIn(folder: string): Promise<void>;
}

declare module '*/build/sbom.mjs' {
  interface Component {
    readonly name: string;
    readonly group?: string;
    readonly version: string;
  }
  export function billOfMaterials(): Promise<{ readonly components: readonly Component[] }>;
}

declare module '*/build/check-workflows.mjs' {
  export function problemsOf(name: string, content: string): Promise<readonly string[]>;
}

declare module '*/build/parts.mjs' {
  interface Part {
    readonly entry: string;
    /** Sources of other entries by the names of the files that they become. */
    readonly beside?: Readonly<Record<string, string>>;
  }
  export const ROOT: string;
  export const PARTS: Readonly<Record<'engine' | 'cli', Part>>;
}

declare module '*/build/vite/node.mjs' {
  import type { InlineConfig } from 'vite';
  export function nodeConfig(
    root: string,
    outDir: string,
    entries: Readonly<Record<string, string>>,
  ): InlineConfig;
}
