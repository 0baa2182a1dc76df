import { arch, platform, release } from 'node:os';
import type { HostFacts } from '../../shared/protocol/host-state.ts';

/** Looks at the process. Of the system's release only the figures: the rest is whoever's built it. */
export const readHostFacts = (): HostFacts => {
  const { node, electron = null, chrome = null } = process.versions as NodeJS.Dict<string>;
  const [figures = ''] = /^[\d.]+/.exec(release()) ?? [];
  return {
    kind: electron === null ? 'browser' : 'desktop',
    node: node ?? 'unknown',
    electron,
    chromium: chrome,
    system: `${platform()} ${figures} ${arch()}`,
  };
};
