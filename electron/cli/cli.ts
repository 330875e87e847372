#!/usr/bin/env node
import * as modules from 'node:module';
import path from 'node:path';

// Before anything large is loaded: compiling it again each time would be a third of a short run.
// Node 20 has no such cache.
if ('enableCompileCache' in modules) modules.enableCompileCache();

// A reader that has had enough ("| head") is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE')
    process.stderr.write(`synoptic: The output could not be written (${error.code}).\n`);
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});

const { main } = await import('./main.ts');
process.exitCode = await main(process.argv.slice(2), {
  pageFolder: path.join(import.meta.dirname, '..', 'renderer'),
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
});
