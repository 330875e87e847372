import { main } from '../../../electron/cli/main.ts';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** One command line, run in this process. */
export async function run(...argv: string[]): Promise<Ran> {
  let out = '';
  let err = '';
  const code = await main(argv, {
    pageFolder: '/nowhere',
    out: (text) => void (out += text),
    err: (text) => void (err += text),
  });
  return { code, out, err };
}

export const json = ({ out }: Ran): unknown => JSON.parse(out);
