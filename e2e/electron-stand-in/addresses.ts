/**
 * Chromium does not know the schemes of an Electron program. So `app://daybook/x` is shown to it as
 * `https://daybook.app.stand-in/x`, a name that leads nowhere: every request for it is answered from
 * here before it reaches a network. For the page that is what a standard and secure scheme is, with an
 * origin of its own and the same headers. What it reads in `location` is the one thing that differs.
 */
const shown = /^https:\/\/([^/]+)\.app\.stand-in(?=\/|$)/u;

export const toShown = (address: string): string =>
  address.replace(/^app:\/\/([^/]+)/u, 'https://$1.app.stand-in');

export const toReal = (address: string): string => address.replace(shown, 'app://$1');
