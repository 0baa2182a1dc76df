import { EventEmitter } from 'node:events';
import { createEvent, strict } from './strict.ts';
import { createWebContents } from './createWebContents.ts';
import {
  browserOf,
  type Bounds,
  type BrowserWindow,
  type WebContents,
  type WindowOptions,
  type World,
} from './World.ts';

export const createBrowserWindow = (
  world: World,
  options: WindowOptions,
  onContents: (contents: WebContents) => void,
  onAllClosed: () => void,
): BrowserWindow => {
  const emitter = new EventEmitter();
  const contents = createWebContents(world, options.webPreferences.preload);
  let bounds: Bounds = {
    x: options.x ?? 320,
    y: options.y ?? 140,
    width: options.width ?? 800,
    height: options.height ?? 600,
  };
  const is = {
    visible: options.show ?? true,
    minimized: false,
    maximized: false,
    destroyed: false,
  };

  const destroy = (): void => {
    if (is.destroyed) return;
    is.destroyed = true;
    world.windows.delete(window);
    if (world.focused === window) world.focused = [...world.windows].at(-1) ?? null;
    void browserOf(world)
      .send('Target.closeTarget', { targetId: contents.target() })
      .catch(() => {});
    emitter.emit('closed');
    if (world.windows.size === 0) onAllClosed();
  };

  const window: BrowserWindow = strict(
    'BrowserWindow',
    Object.assign(emitter, {
      id: contents.id,
      options,
      webContents: contents,
      isVisible: () => is.visible,
      isFocused: () => world.focused === window,
      isMinimized: () => is.minimized,
      isMaximized: () => is.maximized,
      isDestroyed: () => is.destroyed,
      getNormalBounds: () => bounds,
      setBounds: (given: Bounds) => {
        bounds = given;
      },
      show: () => {
        is.visible = true;
        world.focused = window;
      },
      hide: () => {
        is.visible = false;
      },
      focus: () => {
        world.focused = window;
      },
      restore: () => {
        is.minimized = false;
      },
      minimize: () => {
        is.minimized = true;
      },
      maximize: () => {
        is.maximized = true;
      },
      close: () => {
        const event = createEvent({});
        emitter.emit('close', event);
        if (!event.isPrevented()) destroy();
      },
      destroy,
      loadURL: async (address: string) => {
        await contents.loadURL(address);
        emitter.emit('ready-to-show');
      },
    }),
  );
  world.windows.add(window);
  onContents(contents);
  return window;
};
