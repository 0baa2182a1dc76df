import type { Session } from 'electron';

/** Keeps pages from the machine: its devices, its screen, its folder of downloads. Nothing of it is needed. */
export const guardSession = (session: Session): void => {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
};
