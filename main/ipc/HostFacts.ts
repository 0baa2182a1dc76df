import { arch, platform, release } from 'node:os';

/** What a host runs on. */
export interface HostFacts {
  readonly kind: 'browser' | 'desktop';
  readonly node: string;
  /** Null where the window is somebody else's browser. */
  readonly electron: string | null;
  readonly chromium: string | null;
  /** Such as `linux 6.1.0 x64`. */
  readonly system: string;
}

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
