import { serve, type Channel } from '../../electron/api/index.ts';
import { startBrowserHost } from '../../electron/browser/server.ts';
import { createEngine } from '../../electron/engine/engine.ts';
import { channelPair, openSocket } from './channels.ts';
import { describeContract } from './contract.ts';
import { pageFolder, sessionOf } from './host-requests.ts';

// In Electron the channel is a message port, which clones as this pair does.
describeContract('the engine over a pair of ports', async (library, dataFolder) => {
  const engine = await createEngine({ library, dataFolder });
  const open: Channel[] = [];
  return {
    reader: async () => {
      const [page, side] = channelPair();
      serve(side, engine, { privileged: false });
      open.push(side);
      return page;
    },
    stop: async () => {
      for (const side of open) side.close();
      await engine.close();
    },
  };
});

describeContract('the browser host over its socket', async (library, dataFolder) => {
  const engine = await createEngine({ library, dataFolder });
  const page = await pageFolder();
  const host = await startBrowserHost({ engine, pageFolder: page.folder });
  const cookie = await sessionOf(host.address);
  return {
    reader: () => openSocket(host.origin, cookie),
    stop: async () => {
      await host.close();
      await engine.close();
      await page.remove();
    },
  };
});
