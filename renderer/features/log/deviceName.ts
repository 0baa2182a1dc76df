import type { Say } from '../../text/useText.ts';

/** A device as people tell it from others. */
export const deviceName = (device: string, here: string, say: Say): string =>
  device === here
    ? say('history.thisDevice')
    : say('history.otherDevice', { id: device.slice(0, 8) });
