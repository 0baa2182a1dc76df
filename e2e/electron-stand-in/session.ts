import { EventEmitter } from 'node:events';
import { tmpdir } from 'node:os';
import { createEvent, strict } from './strict.ts';
import { browserOf, type World } from './World.ts';

/** Who asks for a permission. */
export interface Asking {
  readonly requestingUrl: string;
  readonly isMainFrame: boolean;
}

type RequestHandler = (
  contents: null,
  permission: string,
  decide: (granted: boolean) => void,
  details: Asking,
) => void;
type CheckHandler = (
  contents: null,
  permission: string,
  origin: string,
  details: Asking,
) => boolean;

/** The page of the program, which is the only one that Chromium is told of. */
const ownPage: Asking = { requestingUrl: 'app://daybook/', isMainFrame: true };

/** As Electron writes it, whatever the scheme. */
const originOf = (address: string): string => {
  const { protocol, host } = new URL(address);
  return `${protocol}//${host}/`;
};

/** What pages can ask for that Chromium can be told over the protocol, by Electron's names and its own. */
const permissions: Readonly<Record<string, string>> = {
  geolocation: 'geolocation',
  notifications: 'notifications',
  media: 'videoCapture',
  midi: 'midi',
  'clipboard-read': 'clipboard-read',
  'clipboard-sanitized-write': 'clipboard-write',
  'idle-detection': 'idleDetection',
  'storage-access': 'storageAccess',
};

/**
 * The session of all windows. As in Electron everything is granted until a handler says otherwise, and
 * every download goes through.
 */
export const createSession = (world: World) => {
  const emitter = new EventEmitter();
  let check: CheckHandler | null = null;
  let request: RequestHandler | null = null;
  let device: (() => boolean) | null = null;

  const isGrantedWhenAsked = (permission: string, asking: Asking): boolean => {
    let granted = request === null;
    const decide = (decided: boolean): void => {
      granted = decided;
    };
    request?.(null, permission, decide, asking);
    return granted;
  };

  const isGrantedWhenChecked = (permission: string, asking: Asking): boolean | null =>
    check?.(null, permission, originOf(asking.requestingUrl), asking) ?? null;

  const isGranted = (permission: string): boolean =>
    isGrantedWhenAsked(permission, ownPage) && (isGrantedWhenChecked(permission, ownPage) ?? true);

  return {
    session: strict('session', {
      defaultSession: strict(
        'session.defaultSession',
        Object.assign(emitter, {
          setPermissionRequestHandler: (handler: RequestHandler) => {
            request = handler;
          },
          setPermissionCheckHandler: (handler: CheckHandler) => {
            check = handler;
          },
          setDevicePermissionHandler: (handler: () => boolean) => {
            device = handler;
          },
        }),
      ),
    }),
    asked: (permission: string, asking: Asking = ownPage) => ({
      // By itself: what the check refuses must not hide what was granted here.
      request: request === null ? null : isGrantedWhenAsked(permission, asking),
      check: isGrantedWhenChecked(permission, asking),
      device: device?.() ?? null,
    }),
    /** Tells Chromium what the handlers say, and hears of its downloads. */
    apply: async (): Promise<void> => {
      const { send, events } = browserOf(world);
      for (const [permission, name] of Object.entries(permissions)) {
        const setting = isGranted(permission) ? 'granted' : 'denied';
        await send('Browser.setPermission', { permission: { name }, setting }).catch(() => {});
      }
      events.on('Browser.downloadWillBegin', ({ guid }: { readonly guid: string }) => {
        const event = createEvent({});
        emitter.emit('will-download', event);
        world.deeds.push(event.isPrevented() ? 'refused a download' : 'downloaded');
        if (event.isPrevented()) void send('Browser.cancelDownload', { guid }).catch(() => {});
      });
      await send('Browser.setDownloadBehavior', {
        behavior: 'allowAndName',
        downloadPath: tmpdir(),
        eventsEnabled: true,
      });
    },
  };
};
