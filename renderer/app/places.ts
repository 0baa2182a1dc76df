import { ArrowLeftRight, BookUser, NotebookText, ScrollText, Settings2 } from 'lucide-react';

/** The screens of the spine in their order, each with its text and the address of what belongs to it. */
export const places = [
  { to: '/people', text: 'nav.people', icon: BookUser, below: ['/people', '/person'] },
  { to: '/overview', text: 'nav.overview', icon: NotebookText, below: ['/overview'] },
  { to: '/log', text: 'nav.log', icon: ScrollText, below: ['/log'] },
  { to: '/exchange', text: 'nav.exchange', icon: ArrowLeftRight, below: ['/exchange'] },
  { to: '/settings', text: 'nav.settings', icon: Settings2, below: ['/settings'] },
] as const;

export type Place = (typeof places)[number];

/** Whether an address is that of a place, or of something that one comes to from there. */
export const isAt = ({ below }: Place, path: string): boolean =>
  below.some((start) => path === start || path.startsWith(`${start}/`));
