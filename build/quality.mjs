// npm run quality: how good summaries, stories, sentences and article bodies are, as tables; with --fit, fits
// the weights of summaries anew.
import { run } from './run.mjs';

const { code } = await run(process.execPath, ['tests/quality/run.ts', ...process.argv.slice(2)]);
process.exitCode = code;
