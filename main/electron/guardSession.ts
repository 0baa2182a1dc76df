import type { Session } from 'electron';
import { isOwnOrigin, isOwnPage } from './ownPage.ts';

/** To put text into the clipboard, which the page does where somebody presses a button for it; never to read it. */
const granted = 'clipboard-sanitized-write';

interface Asking {
  readonly isMainFrame: boolean;
  readonly requestingUrl?: string;
}

const mayHave = (permission: string, { isMainFrame, requestingUrl = '' }: Asking): boolean =>
  permission === granted && isMainFrame && isOwnPage(requestingUrl);

/**
 * Keeps pages from the machine: its devices, its screen, its folder of downloads. Nothing of it is needed
 * but to copy, and that by the window's own page only, not by a frame in it.
 */
export const guardSession = (session: Session): void => {
  session.setPermissionRequestHandler((_contents, permission, decide, details) =>
    decide(mayHave(permission, details)),
  );
  session.setPermissionCheckHandler(
    (_contents, permission, origin, details) => isOwnOrigin(origin) && mayHave(permission, details),
  );
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
};
